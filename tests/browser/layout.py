"""How a page is laid out: whether it holds in the width it has, on a screen and on paper."""

from __future__ import annotations

from tests.browser.inside_page import inside

A4 = (718, 1046)
"""A sheet of A4 without its margins, in the pixels of a style sheet."""

SIDEWAYS = inside("sideways")
CUT = inside("cut")
CLIPPED = inside("clipped")


def assert_holds(page) -> None:
    """Fail where a page scrolls sideways or cuts words off at its width."""
    __tracebackhide__ = True
    sideways, clipped = page.evaluate(SIDEWAYS), page.evaluate(CLIPPED)
    assert not sideways, "scrolls sideways:\n" + "\n".join(sideways)
    assert not clipped, "cuts words:\n" + "\n".join(clipped[:10])


def assert_holds_at(page, *sizes: tuple[int, int]) -> None:
    """The same at several sizes of the window."""
    __tracebackhide__ = True
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        assert_holds(page)


def assert_prints_whole(page) -> None:
    """Fail where paper would lack something."""
    __tracebackhide__ = True
    before = page.viewport_size
    page.set_viewport_size({"width": A4[0], "height": A4[1]})
    page.emulate_media(media="print", color_scheme="light")
    cut = page.evaluate(CUT)
    page.emulate_media(media="screen")
    page.set_viewport_size(before)
    assert not cut, f"{len(cut)} cut:\n" + "\n".join(cut[:10])
