"""What axe-core finds wrong in a page: the rules of WCAG 2.0 to 2.2, level A and AA."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tests.browser.inside_page import inside

EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What a theme changes."""
SERIOUS = {"serious", "critical"}
WAIT_MS = 60_000

EVERYTHING_SHOWN = inside("unfold")

RUN = inside("axe")


@cache
def _source() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page, *, rules=EVERYTHING) -> list[str]:
    """What axe-core finds in a page as it stands: each rule once, with its first place."""
    page.evaluate(EVERYTHING_SHOWN)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    page.evaluate(RUN, rules)
    page.wait_for_function("() => window.axeFound !== null", polling=50, timeout=WAIT_MS)
    found = [one for one in page.evaluate("() => window.axeFound") if one["impact"] in SERIOUS]
    by_rule: dict[str, list] = {}
    for one in found:
        by_rule.setdefault(one.pop("rule"), []).append(one)
    return [_told(rule, len(these), **these[0]) for rule, these in by_rule.items()]


def _told(rule: str, times: int, *, impact: str, at: str, html: str, why: str) -> str:
    return f"{impact}: {rule}, {times} times, as at {at}: {html}\n{why}"


def assert_accessible(page) -> None:
    """Fail where axe-core finds something serious, in the light theme or in the colours of the dark one."""
    __tracebackhide__ = True
    for theme, rules in (("light", EVERYTHING), ("dark", COLOURS)):
        page.emulate_media(color_scheme=theme)
        found = violations(page, rules=rules)
        assert not found, f"{theme}: " + "\n".join(found)
    page.emulate_media(color_scheme="light")
