"""Pictures of every page, for people to look at: `python -m tests.browser.screenshots FOLDER [ADDRESS]`.

At an address where `rashomon serve` answers the pages that are linked from its front are taken; without one, the pages
of the archives that tests are run on, and the reports in one file. Each at 1280 and 390 pixels, light and dark.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.browser import chromium, serving
from tests.browser.made import Making
from tests.browser.served_pages import addresses_in

SIZES = {"desk": (1280, 900), "phone": (390, 844)}
LAID_OUT = """() => document.querySelectorAll('*').forEach(
    each => { if (getComputedStyle(each).contentVisibility === 'auto') each.style.contentVisibility = 'visible'; })"""
MOST_PIXELS = 6000
"""Down a page; what is below is left out."""


def pictures(browser, folder: Path, pages: dict[str, str]) -> None:
    """Take every page in every size and theme."""
    for size, (width, height) in SIZES.items():
        for theme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, locale="en-GB"
            )
            page = context.new_page()
            for name, address in pages.items():
                answer = page.goto(address)
                status = answer.status if answer else 200
                page.evaluate(LAID_OUT)
                tall = min(page.evaluate("() => document.documentElement.scrollHeight"), MOST_PIXELS)
                page.screenshot(
                    path=folder / f"{name}-{size}-{theme}.png",
                    clip={"x": 0, "y": 0, "width": width, "height": tall},
                    full_page=True,
                    timeout=120_000,  # a busy machine draws some thousand pixels slowly
                )
                if status >= 400:
                    sys.stdout.write(f"{name}: {status}\n")
            context.close()


def main(folder: Path, address: str | None = None) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    at = chromium.place()
    if at is None:
        sys.exit(f"no Chromium: run .ci/chromium, or name one in {chromium.NAMED}")
    with ExitStack() as stack:
        browser = stack.enter_context(chromium.chromium(at))
        if address is not None:
            pictures(browser, folder, linked(browser, address))
            return
        making = Making(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        pages = {"file": making.demo().as_uri(), "file-hostile": making.hostile().as_uri()}
        for which, archive in (("", making.archive()), ("hostile-", making.hostile_archive())):
            server = stack.enter_context(serving.over(archive))
            pages |= {f"{which}{name}": server.home + path for name, path in addresses_in(server.service).items()}
        pictures(browser, folder, pages)


def linked(browser, address: str) -> dict[str, str]:
    """The front of a server, and the first pages of each kind that it links to."""
    page = browser.new_page()
    page.goto(address)
    found = {"front": address}
    for href in page.evaluate("() => [...document.links].map(each => each.href)"):
        if href.startswith(address):
            kind = href.removeprefix(address).strip("/").partition("/")[0].partition("?")[0] or "front"
            found.setdefault(kind, href)
    page.close()
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
