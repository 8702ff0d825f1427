"""Reports that carry markup, handlers, addresses and endless words are shown as words."""

import pytest
from tests.browser import axe, hostile, layout
from tests.browser.inside_page import inside
from tests.browser.visits import DESKTOP, NARROW, PHONE, what_ran

STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\x1b"
"""What would turn or end the words around it."""

GOT_IN = inside("got_in")


@pytest.fixture(scope="session")
def report(making):
    return making.hostile().as_uri()


def assert_only_words(page) -> None:
    """Fail where anything hostile is more than words."""
    __tracebackhide__ = True
    assert page.evaluate(GOT_IN) == []
    words = page.evaluate("() => document.documentElement.textContent")
    assert not [f"U+{ord(mark):04X}" for mark in STEERING if mark in words]


def provoke(page) -> None:
    """Do what a reader does: move over, click into and tab through what may carry a handler."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => { each.open = true; })")
    for _ in range(12):
        page.keyboard.press("Tab")
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    for x in range(20, width, width // 4):
        for y in range(20, height, 60):
            page.mouse.move(x, y)
    page.mouse.click(5, 5)


@pytest.mark.parametrize("heeding", [True, False], ids=["policy", "no-policy"])
def test_nothing_runs(visit, report, heeding):
    page = visit(report, heeding=heeding)
    provoke(page)
    assert_only_words(page)
    assert what_ran(page) == []


def test_the_words_are_there_to_read(visit, report):
    words = visit(report).locator("body").inner_text()
    for said in (
        hostile.SCRIPT,
        hostile.IMAGE,
        hostile.FRAME,
        hostile.BASE,
        "javascript:ran('address')",
        "{{ 7 * 7 }}",
    ):
        assert said in words, said
    assert "[U+202E]turned[U+202C]" in words
    assert "nu␀ls" in words


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_layout_holds(visit, report, scripts):
    layout.assert_holds_at(visit(report, scripts=scripts), DESKTOP, PHONE, NARROW)


def test_endless_words_are_not_cut_on_paper(visit, report):
    layout.assert_prints_whole(visit(report))


def test_axe_finds_nothing_serious(visit, report):
    axe.assert_accessible(visit(report))
