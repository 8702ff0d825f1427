"""What an editor does: enters, decides, takes it back, adds reports; by mouse, by keyboard, without scripts."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import axe, keyboard, layout
from tests.browser.inside_page import inside
from tests.browser.served_pages import addresses_in
from tests.browser.visits import DESKTOP, NARROW, PHONE

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
WORKED_WITHIN_MS = 90_000
"""The process that reads loads its model first."""
REASON = "The desk telephoned, and it is so."
REPORT = """Orle buses to run again on Monday

Bus drivers in Orle will end their strike on Monday, the union said on Sunday. "We have what we asked for," said union
leader Mira Holt. About 300 drivers had stayed at home since Friday."""


@pytest.fixture
def places(desk):
    return addresses_in(desk.service)


def _note(page):
    page.locator("#note-about").select_option(index=1)


def _speaker(page):
    page.locator("#speaker-said").select_option(index=1)
    page.locator("#speaker-name").fill("Una Strake")


def _nobody(page):
    page.locator("#speaker-said").select_option(index=2)
    page.locator("#speaker").get_by_label("nobody known speaks").check()


def _not_that_claim(page):
    page.locator("#not-that-claim-report").select_option(index=1)


def _split(page):
    page.locator("#split input[type=checkbox]").last.check()


def _merge(page):
    page.locator("#merge-with").fill(page.locator("#stories option").first.get_attribute("value"))


def _one_party(page):
    for box in page.locator("#one-party input[name=name]").all()[:2]:
        box.check()


def _not_a_copy(page):
    page.locator("#not-a-copy-pair").select_option(index=1)


ACTS = {
    "note": _note,
    "speaker": _speaker,
    "nobody": _nobody,
    "not-that-claim": _not_that_claim,
    "split": _split,
    "merge": _merge,
    "one-party": _one_party,
    "not-a-copy": _not_a_copy,
}


def decide(page, act: str) -> None:
    """Fill in a form of decisions and send it."""
    form = "speaker" if act == "nobody" else act
    page.locator(f"#{form} summary").click()
    ACTS[act](page)
    page.locator(f"#{form}-reason").fill(REASON)
    page.locator(f"#{form} form button").click()
    page.wait_for_url("**/decisions**")


def worked(page) -> None:
    """Wait until what was decided or added has become of the accounts."""
    job = page.locator("#job")
    if not job.count():
        return
    if page.evaluate("() => 'whatRan' in window || typeof ran === 'function'"):
        expect(job.locator("[data-said]")).to_have_text("Done", timeout=WORKED_WITHIN_MS)
    else:
        link = job.get_by_role("link", name=re.compile("made anew"))
        if link.count():
            link.click()
        expect(page.locator("#job [data-said]")).to_have_text("Done", timeout=WORKED_WITHIN_MS)


def undo(page) -> None:
    """Take the latest decision back."""
    latest = page.locator("ol.decisions > li").first
    latest.get_by_text("Undo", exact=True).click()
    latest.locator("textarea").fill("It was not so.")
    latest.get_by_role("button", name="Let it hold no longer").click()
    expect(page.locator("ol.decisions > li").first).to_contain_text("Ended by")


@pytest.mark.parametrize("act", ACTS)
def test_a_decision_is_signed_dated_and_undone(visit_desk, places, act):
    page = visit_desk(places["work"])
    decide(page, act)
    latest = page.locator("ol.decisions > li").first
    expect(latest).to_contain_text(REASON)
    expect(latest).to_contain_text("first key")
    assert latest.locator("time").get_attribute("datetime")
    worked(page)
    undo(page)
    expect(page.locator("ol.decisions > li").first).to_contain_text("It was not so.")
    worked(page)


@pytest.mark.parametrize("act", ["speaker", "split"])
def test_a_decision_without_scripts(visit_desk, places, act):
    page = visit_desk(places["work"], scripts=False)
    decide(page, act)
    expect(page.locator("ol.decisions > li").first).to_contain_text(REASON)
    worked(page)
    visit_desk.go(page, "/decisions")
    undo(page)
    worked(page)


def test_a_decision_by_keyboard(visit_desk, places):
    page = visit_desk(places["work"])
    keyboard.focus_on(page, "Write a note")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(REASON)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/decisions**")
    expect(page.locator("ol.decisions > li").first).to_contain_text(REASON)
    keyboard.focus_on(page, "Undo")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("It was not so.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("ol.decisions > li").first).to_contain_text("Ended by")


@BOTH
def test_what_cannot_be_decided_says_so_in_place_and_keeps_what_was_typed(visit_desk, places, scripts):
    visit_desk.watch.excuse("422")
    page = visit_desk(places["work"], scripts=scripts)
    page.locator("#merge summary").click()
    page.locator("#merge-with").fill("st_nothing")
    page.locator("#merge-reason").fill(REASON)
    page.locator("#merge form button").click()
    expect(page.locator("#merge [role=alert]")).to_be_visible()
    expect(page.locator("#merge-reason")).to_have_value(REASON)
    expect(page.locator("#merge-with")).to_have_value("st_nothing")


def test_a_decision_is_shown_on_the_story(visit_desk, places):
    page = visit_desk(places["work"])
    decide(page, "note")
    worked(page)
    visit_desk.go(page, places["story"])
    expect(page.locator("main")).to_contain_text(REASON)
    visit_desk.go(page, "/decisions")
    undo(page)
    worked(page)


@BOTH
def test_a_text_is_pasted_and_told_in_a_story(visit_desk, scripts):
    page = visit_desk("/add", scripts=scripts)
    page.locator("#text").fill(REPORT + f" Scripts: {scripts}.")
    page.get_by_text("What is known of it").click()
    page.locator("#headline").fill("Orle buses to run again on Monday")
    page.locator("#outlet").fill("Orle Morning Bell")
    page.locator("#published_at").fill("2031-06-01T09:30")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/jobs/**")
    expect(page.locator("#job [data-said]")).to_have_text("Done", timeout=WORKED_WITHIN_MS)
    page.locator("#job a[href^='/stories/']").first.click()
    expect(page.locator("main")).to_contain_text("Orle Morning Bell")


def test_a_text_is_pasted_by_keyboard(visit_desk):
    page = visit_desk("/add")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.id") == "text":
            break
    page.keyboard.insert_text(REPORT + " By keyboard.")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.innerText") == "Add":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/**")
    expect(page.locator("#job [data-said]")).to_have_text("Done", timeout=WORKED_WITHIN_MS)


@BOTH
def test_files_are_sent_and_what_is_wrong_with_one_is_shown_in_place(visit_desk, tmp_path, scripts):
    good, bad = tmp_path / f"bell-{scripts}.txt", tmp_path / "empty.txt"
    good.write_text(f"{REPORT} In a file, {scripts}.", "utf-8")
    bad.write_bytes(b"")
    page = visit_desk("/add", scripts=scripts)
    page.locator("#files").set_input_files([good, bad])
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/jobs/**")
    expect(page.locator("#job [data-said]")).to_have_text("Done", timeout=WORKED_WITHIN_MS)
    expect(page.locator("#job .warn")).to_contain_text("empty.txt")


def test_files_are_dropped(visit_desk):
    page = visit_desk("/add")
    page.evaluate("""() => {
        const dropped = new DataTransfer();
        dropped.items.add(new File(['A report, dropped.'], 'dropped.txt', {type: 'text/plain'}));
        const form = document.querySelector('form[data-drop]');
        for (const kind of ['dragenter', 'dragover', 'drop'])
            form.dispatchEvent(new DragEvent(kind, {dataTransfer: dropped, bubbles: true, cancelable: true}));
    }""")
    expect(page.locator("[data-dropped]")).to_have_text("dropped.txt")
    assert page.locator("#files").evaluate("it => it.files.length") == 1


def test_an_address_of_this_machine_is_not_asked_for(visit_desk):
    page = visit_desk("/add")
    page.locator("#addresses").fill(f"{visit_desk.home}/feeds/stories.atom")
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url("**/jobs/**")
    expect(page.locator("#job [data-said]")).to_have_text(re.compile("Done|Failed"), timeout=WORKED_WITHIN_MS)
    expect(page.locator("#job")).to_contain_text("127.0.0.1")


@BOTH
def test_nothing_given_says_so_in_place(visit_desk, scripts):
    visit_desk.watch.excuse("422")
    page = visit_desk("/add", scripts=scripts)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("paste a text")


@BOTH
def test_a_key_lets_in_and_leaving_ends_it(desk, visit_desk, scripts):
    visit_desk.cookies = []
    page = visit_desk("/add", scripts=scripts)
    expect(page.locator("#text")).to_have_count(0)
    page.get_by_role("link", name="Enter with one").click()
    page.locator("#key").fill(desk.key)
    page.get_by_role("button", name="Enter").click()
    page.wait_for_url("**/add")
    expect(page.locator("#text")).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Leave").click()
    visit_desk.go(page, "/add")
    expect(page.locator("#text")).to_have_count(0)


def test_a_wrong_key_is_refused_in_place(visit_desk):
    visit_desk.watch.excuse("401")
    visit_desk.cookies = []
    page = visit_desk("/enter")
    page.locator("#key").fill("rk_nobody_has_this")
    page.get_by_role("button", name="Enter").click()
    expect(page.get_by_role("alert")).to_be_visible()


@pytest.mark.parametrize("name", ["work", "add", "decisions", "jobs", "keys", "enter"])
def test_pages_for_people_who_entered(visit_desk, places, name):
    page = visit_desk(places.get(name, f"/{name}"))
    page.evaluate(inside("unfold"))
    keyboard.assert_walks(page, most=80)
    layout.assert_holds_at(page, PHONE, NARROW, DESKTOP)
    axe.assert_accessible(page)
