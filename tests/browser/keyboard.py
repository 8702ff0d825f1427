"""A page by keyboard alone: where the focus goes, and whether it can be seen."""

from __future__ import annotations

from tests.browser.inside_page import inside

FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])"

FOCUSED = inside("focused")

NUMBER = inside("number")


def walk(page, *, most: int = 400) -> list[dict]:
    """Press Tab from the top of the page to its end, or so many times; where the focus was, in order."""
    page.evaluate(inside("to_the_top"))
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None:
            break
        found.append(at)
    return found


def assert_walks(page, *, most: int = 400) -> list[dict]:
    """Fail where the keyboard does not reach everything in order, or the focus cannot be seen."""
    __tracebackhide__ = True
    count = page.evaluate(NUMBER, FOCUSABLE)
    stops = walk(page, most=most)
    numbers = [stop["number"] for stop in stops if stop["number"] == stop["number"]]
    assert numbers == sorted(numbers), f"the order of the focus is not that of the page: {numbers}"
    if len(stops) < most:
        missed = sorted(set(range(1, count + 1)) - set(numbers))
        assert not missed, f"{len(missed)} of {count} are not reached: {missed[:20]}"
    unseen = [stop for stop in stops if not stop["seen"]]
    assert not unseen, f"{len(unseen)} show no focus, as {unseen[:3]}"
    outside = [stop for stop in stops if not stop["inView"]]
    assert not outside, f"{len(outside)} are out of sight when they have the focus, as {outside[:3]}"
    covered = [stop for stop in stops if not stop["bare"]]
    assert not covered, f"{len(covered)} are covered when they have the focus, as {covered[:3]}"
    return stops


def focus_on(page, name: str, *, most: int = 200) -> dict:
    """Press Tab until what has the focus begins with this name."""
    __tracebackhide__ = True
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is not None and at["name"].startswith(name[:60]):
            return at
    raise AssertionError(f"Tab never came to {name!r}")
