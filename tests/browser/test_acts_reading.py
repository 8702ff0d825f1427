"""What a reader does, from the front to the words: by mouse, by keyboard, without scripts."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import keyboard
from tests.browser.inside_page import inside
from tests.browser.served_pages import addresses_in
from tests.browser.visits import PHONE

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
SPEAKER = "Tomas Ressel"
STAYED = "() => { window.stayed = true; }"
"""Lost where the browser loads a whole page."""


@pytest.fixture(scope="session")
def places(plain):
    return addresses_in(plain.service)


@pytest.fixture
def visit(visit_plain):
    return visit_plain


def in_sight(page, selector: str) -> bool:
    return page.locator(selector).first.evaluate(inside("in_sight_of"))


@BOTH
def test_from_the_front_to_a_story_and_back(visit, places, scripts):
    page = visit(places["front"], scripts=scripts)
    title = page.locator("main h2 a").first
    words = title.inner_text()
    title.click()
    expect(page.locator("h1")).to_have_text(words)
    assert re.search(r"/stories/[^/]+$", page.url)
    page.go_back()
    expect(page.locator("main h2 a").first).to_have_text(words)


def test_from_the_front_to_a_story_by_keyboard(visit, places):
    page = visit(places["front"])
    words = page.locator("main h2 a").first.inner_text()
    keyboard.focus_on(page, words)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(words)


@BOTH
def test_the_front_is_filtered_and_the_filter_taken_away(visit, places, scripts):
    page = visit(places["front"], scripts=scripts)
    page.get_by_role("link", name="All time").click()
    before = page.locator("main h2 a").count()
    assert before >= 2
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Words in a report").fill("weir")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main h2 a")).to_have_count(1)
    page.locator(".given a").first.click()
    page.wait_for_url(lambda address: "weir" not in address)
    assert page.locator("main h2 a").count() >= 1


def test_suggestions_lead_to_a_party_by_keyboard(visit, places):
    page = visit(places["front"])
    page.keyboard.press("/")
    page.keyboard.type("ressel")
    expect(page.locator("#suggestions [role=option]:visible").first).to_be_visible()
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("Ressel")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/parties/**")
    expect(page.locator("h1")).to_contain_text("Ressel")


def test_suggestions_are_shut_by_escape_and_chosen_by_mouse(visit, places):
    page = visit(places["front"])
    box = page.locator("#search")
    box.press_sequentially("ressel")
    expect(page.locator("#suggestions [role=option]:visible").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    expect(box).to_have_value("ressel")
    box.press_sequentially(" ")
    expect(page.locator("#suggestions [role=option]:visible").first).to_be_visible()
    page.locator("#suggestions [role=option]:visible").first.click()
    page.wait_for_url("**/parties/**")


@BOTH
def test_a_search_finds_and_leads_to_the_words(visit, places, scripts):
    page = visit(places["front"], scripts=scripts)
    page.locator("#search").fill("hinge")
    page.locator("#search").press("Enter")
    page.wait_for_url("**/search?q=hinge")
    found = page.locator("main .list a[href^='/documents/']").first
    expect(found).to_be_visible()
    found.click()
    expect(page.locator("main")).to_contain_text("hinge")


@BOTH
def test_a_search_by_filters(visit, places, scripts):
    page = visit("/search", scripts=scripts)
    page.locator("#f-q").fill("drivers")
    page.locator("#f-status").select_option("planned")
    page.locator("main form").get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("status=planned"))
    expect(page.locator("main")).to_contain_text("planned")


@BOTH
@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desk", "phone"])
def test_a_citation_opens_its_words_beside(visit, places, size, scripts):
    page = visit(places["story"], scripts=scripts, size=size)
    page.evaluate(STAYED)
    cite = page.locator(".digest a.cite").first
    cite.click()
    page.wait_for_url("**at=**")
    marked = page.locator("#beside #at, #beside mark").first
    expect(marked).to_be_visible()
    assert in_sight(page, "#beside #at, #beside mark")
    assert page.evaluate("() => window.stayed === true") is scripts
    again = visit(page.url.removeprefix(visit.home), scripts=scripts, size=size)
    assert again.locator("#beside #at, #beside mark").first.inner_text() == marked.inner_text()


def test_the_words_are_opened_and_left_by_keyboard(visit, places):
    page = visit(places["story"])
    cite = page.locator(".digest a.cite").first
    href = cite.get_attribute("href")
    while (at := page.evaluate(keyboard.FOCUSED)) is None or at["href"] != href:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#beside #at, #beside mark").first).to_be_visible()
    assert page.evaluate("() => document.activeElement.closest('#beside') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate(keyboard.FOCUSED)["href"] == href


def test_back_closes_the_words(visit, places):
    page = visit(places["story"])
    page.locator(".digest a.cite").first.click()
    expect(page.locator("#beside #at, #beside mark").first).to_be_visible()
    page.locator(".digest a.cite").nth(1).click()
    page.wait_for_function("() => document.querySelector('#beside').getAttribute('aria-busy') === null")
    page.go_back()
    page.go_back()
    expect(page.locator("#beside #at, #beside mark")).to_have_count(0)
    assert "at=" not in page.url


@BOTH
def test_a_cell_of_the_matrix_opens_the_exact_sentence(visit, places, scripts):
    page = visit(places["story"], scripts=scripts)
    cell = page.locator("table.matrix td a").first
    cell.click()
    page.wait_for_url("**at=**")
    expect(page.locator("#beside #at, #beside mark").first).to_be_visible()


@BOTH
def test_an_address_of_a_claim_leads_to_it(visit, places, scripts):
    page = visit(places["story-claim"], scripts=scripts)
    claim = page.locator(f"[id='{places['story-claim'].partition('#')[2]}']")
    expect(claim).to_be_visible()
    assert in_sight(page, f"[id='{places['story-claim'].partition('#')[2]}']")


def test_keys_step_through_claims_and_can_be_switched_off(visit, places):
    page = visit(places["story"])
    page.keyboard.press("j")
    first = page.evaluate("() => document.activeElement.id")
    assert first.startswith("claim-")
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.id") != first
    page.keyboard.press("k")
    assert page.evaluate("() => document.activeElement.id") == first
    page.keyboard.press(".")
    expect(page.locator("#beside #at, #beside mark").first).to_be_visible()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    at = page.evaluate("() => document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.id") == at


@BOTH
def test_marks_in_a_report_are_switched(visit, places, scripts):
    page = visit(places["document"], scripts=scripts)
    events = page.locator(".document-text .chip-event:not(:has(.st-done))")  # what is done is a plain line
    box = page.locator("#show-events")
    if not box.is_checked():
        box.check()
        if not scripts:
            page.get_by_role("button", name="Show").click()
    expect(events.first).to_be_visible()
    page.locator("#show-events").uncheck()
    if not scripts:
        page.get_by_role("button", name="Show").click()
    expect(events.locator("visible=true")).to_have_count(0)
    shown = visit(page.url.removeprefix(visit.home), scripts=scripts)
    assert not shown.locator("#show-events").is_checked()


def test_marks_are_switched_by_keyboard(visit, places):
    page = visit(places["document"])
    box = page.locator("#show-quotations")
    was = box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked() is not was
    assert "show=" in page.url


@BOTH
def test_from_a_report_to_one_it_shares_words_with_and_from_side_to_side(visit, places, scripts):
    page = visit(places["compare"], scripts=scripts)
    expect(page.locator(".side-of")).to_have_count(2)
    numbers = page.locator("a.chip-shared")
    if numbers.count():
        other = numbers.first.get_attribute("href")
        numbers.first.click()
        assert page.url.endswith(other)
        assert in_sight(page, f"[id='{other[1:]}']")
    page.locator(".side-of h2 a").first.click()
    page.wait_for_url("**/documents/**")
    expect(page.locator("h1")).to_be_visible()


@BOTH
def test_from_what_was_said_to_the_speaker_and_to_an_outlet(visit, places, scripts):
    page = visit(f"/parties/{SPEAKER}", scripts=scripts)
    expect(page.locator("h1")).to_have_text(SPEAKER)
    assert page.locator("#said ~ ol li, section[aria-labelledby=said] li").count()
    visit.go(page, places["outlets"])
    link = page.locator("main a[href^='/outlets/']").first
    name = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_contain_text(name.strip())


@BOTH
def test_the_page_as_it_came_has_nothing_of_its_own_that_acts(visit, places, scripts):
    page = visit(places["original"], scripts=scripts)
    assert page.locator("script, iframe, img[src^='http'], link[rel=stylesheet], form").count() == 0
    page.get_by_role("link", name="Back to the report").click()
    page.wait_for_url("**/documents/**")


def test_the_frame_around_who_is_quoted_is_never_torn_between_lines(visit, places):
    page = visit(places["document"])
    for width in range(320, 480, 20):
        page.set_viewport_size({"width": width, "height": 800})
        torn = page.locator(".chip-quotation").evaluate_all(
            "chips => chips.filter(chip => chip.getClientRects().length > 1).map(chip => chip.textContent)"
        )
        assert torn == [], width
