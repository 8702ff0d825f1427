"""Debian's Chromium, driven by Playwright, with everything switched off that would call home."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager

NAMED = "RASHOMON_TEST_CHROMIUM"
"""A variable of the environment with the browser's path, where it is not on the path for programs."""

SWITCHES = """
    --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --disable-default-apps --disable-extensions --no-pings
    --disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,DialMediaRouteProvider
    --font-render-hinting=none
""".split()

ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
"""No name of another machine is found; the tests notice every request for one besides."""


def place() -> str | None:
    """Where the browser is, None where it is not."""
    return os.environ.get(NAMED) or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def chromium(at: str):
    """A running browser; pages are opened in contexts of their own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=at, args=[*SWITCHES, ONLY_THIS_MACHINE], timeout=180_000)
        try:
            yield browser
        finally:
            browser.close()
