"""The report in one file, opened from disk: the bundled event, and an invented one that fifty reports tell."""

import time

import pytest
from tests.browser import axe, keyboard, layout
from tests.browser.inside_page import inside
from tests.browser.made import SEEDS
from tests.browser.visits import DESKTOP, NARROW, PHONE

MARKED = inside("marked")
IN_SIGHT = inside("in_sight")
OPENS_WITHIN_SECONDS = 30.0
"""On a machine that does much else besides; what is told to people is measured on a quiet one."""


@pytest.fixture(scope="session", params=["demo", "fifty"])
def report(request, making):
    """A report, as the address of a file."""
    return getattr(making, request.param)().as_uri()


@pytest.fixture(scope="session")
def demo(making):
    return making.demo().as_uri()


def test_it_holds_in_the_width_it_has(visit, report):
    page = visit(report, scripts=False)
    assert page.locator("h1").inner_text()
    layout.assert_holds_at(page, DESKTOP, PHONE, NARROW)


def test_axe_finds_nothing_serious_in_either_theme(visit, demo):
    axe.assert_accessible(visit(demo))


def test_axe_finds_nothing_serious_on_a_phone(visit, demo):
    axe.assert_accessible(visit(demo, size=PHONE))


def test_it_asks_for_nothing_but_itself(visit, report):
    page = visit(report)
    page.mouse.wheel(0, 5000)
    assert set(visit.watch.asked) == {report}
    assert page.evaluate("() => performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize(
    ("name", "size", "scripts"),
    [("demo", DESKTOP, True), ("demo", DESKTOP, False), ("demo", PHONE, False), ("fifty", PHONE, True)],
)
def test_a_click_on_a_citation_opens_and_marks_its_words(visit, making, name, size, scripts):
    report = getattr(making, name)().as_uri()
    page = visit(report, size=size, scripts=scripts)
    cite = page.locator(".digest .cite").first
    anchor = cite.get_attribute("href").removeprefix("#")
    cite.click()
    assert page.url.endswith(f"#{anchor}")
    marked = page.evaluate(MARKED, anchor)
    assert marked
    assert all(colour != plain for _, colour, plain in marked)
    assert page.evaluate(IN_SIGHT, anchor)
    page.go_back()
    assert page.url == report


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marked_words_can_be_read(visit, demo, theme):
    page = visit(demo, theme=theme)
    page.locator(".digest .cite").first.click()
    assert not axe.violations(page, rules=axe.COLOURS)


def test_beside_the_words_the_account_stays_where_it_was(visit, demo):
    page = visit(demo)
    cite = page.locator(".digest .cite").last
    cite.scroll_into_view_if_needed()
    before = page.evaluate("() => scrollY")
    cite.click()
    assert page.evaluate("() => scrollY") == pytest.approx(before, abs=2)
    assert page.evaluate(IN_SIGHT, cite.get_attribute("href").removeprefix("#"))


def test_the_keyboard_reaches_everything_and_the_focus_is_seen(visit, demo):
    stops = keyboard.assert_walks(visit(demo))
    assert stops[0]["href"] == "#account"


def test_the_keyboard_reaches_everything_on_a_phone(visit, demo):
    keyboard.assert_walks(visit(demo, size=PHONE), most=120)


def test_the_keyboard_opens_words_and_comes_back(visit, demo):
    page = visit(demo)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#account")
    cite = page.locator(".digest .cite").first
    while (at := page.evaluate(keyboard.FOCUSED)) is None or at["href"] != cite.get_attribute("href"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    anchor = at["href"].removeprefix("#")
    assert page.evaluate(MARKED, anchor)
    assert page.evaluate(IN_SIGHT, anchor)
    page.go_back()
    assert page.url.endswith("#account")


def test_what_is_folded_opens_by_keyboard_and_by_mouse(visit, demo):
    page = visit(demo)
    folded = page.locator("details:not([open]) > summary")
    assert folded.count()
    first = folded.first.element_handle()
    first.focus()
    page.keyboard.press("Enter")
    assert first.evaluate("it => it.parentElement.open")
    first.click()
    assert not first.evaluate("it => it.parentElement.open")


def test_on_paper_nothing_is_cut(visit, demo):
    page = visit(demo)
    screen = page.locator("main section h2").count()
    layout.assert_prints_whole(page)
    page.emulate_media(media="print")
    assert page.locator("main section h2").count() == screen
    assert all(one.is_visible() for one in page.locator(".report-name").all())


def test_themes_differ_and_both_are_set(visit, demo):
    page = visit(demo)
    seen = {}
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        seen[theme] = page.evaluate(
            "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
    assert seen["light"] != seen["dark"]


def test_at_a_glance_no_badge_lies_on_words(visit, demo):
    page = visit(demo)
    assert page.locator(".glance .badge", has_text="agreed: told as").count()  # the longest of them
    over = page.evaluate(
        """() => [...document.querySelectorAll('.glance > li')].filter(row => {
            const badge = row.querySelector('.badge').getBoundingClientRect()
            const words = row.querySelector('.claim-link').getBoundingClientRect()
            return badge.right > words.left && badge.bottom > words.top && badge.top < words.bottom
        }).map(row => row.innerText)"""
    )
    assert over == []


def test_fifty_reports_open_at_once(visit, making):
    file = making.fifty()
    assert file.stat().st_size < 3_000_000
    began = time.process_time(), time.monotonic()
    page = visit(file.as_uri())
    page.locator("h1").inner_text()
    assert time.monotonic() - began[1] < OPENS_WITHIN_SECONDS
    assert page.locator(".report").count() == 50


@pytest.mark.skipif(not SEEDS.is_dir(), reason="labelled data are not beside the checkout")
def test_the_seeds_as_one_file(visit, making):
    page = visit(making.seeds(SEEDS).as_uri())
    axe.assert_accessible(page)
    layout.assert_holds_at(page, DESKTOP, PHONE, NARROW)
    layout.assert_prints_whole(page)
