"""Visits of pages, each watched: what a page asks for, runs, complains of and opens is a fault unless it is its own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.browser.inside_page import inside

DESKTOP = (1280, 800)
PHONE = (390, 844)
NARROW = (320, 640)
"""What WCAG 2.2 asks a page to reflow to (1.4.10): 1280 pixels, enlarged four times."""
WAIT_MS = 60_000
"""So long anything that is waited for may take: a busy machine is no fault."""

COUNTING = inside("counting")


@dataclass
class Watch:
    """What was seen of the pages of one test.

    Attributes:
        own: beginnings of the addresses that pages may ask for.
        faults: everything that a page must not do.
        asked: the addresses asked for.
        excused: words of faults that a test expects, as of a page that is not there.
    """

    own: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)

    def over(self, context) -> None:
        """Watch everything that pages of a context do."""
        context.on("request", lambda request: self._asked(request.url))
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("dialog", self._dialog)
        context.on("page", self._opened)

    def _opened(self, page) -> None:
        page.on("crash", lambda _: self.faults.append("the page crashed"))
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("download", lambda download: self.faults.append(f"downloaded: {download.url[:200]}"))

    def _asked(self, address: str) -> None:
        self.asked.append(address)
        if not self.leads_home(address):
            self.faults.append(f"asked for: {address[:200]}")

    def leads_home(self, address: str) -> bool:
        """Whether an address is one that pages may ask for."""
        return address == "about:blank" or any(_is_of(address, own) for own in self.own)

    def _said(self, message) -> None:
        if message.type in {"error", "warning"} and not message.location["url"].endswith("/favicon.ico"):
            self.faults.append(f"console: {message.type}: {message.text[:400]}")

    def _dialog(self, dialog) -> None:
        self.faults.append(f"dialog: {dialog.type}: {dialog.message[:100]}")
        dialog.dismiss()

    def excuse(self, words: str) -> None:
        """Expect faults with these words."""
        self.excused.append(words)

    def check(self) -> None:
        """Fail where anything was seen that a page must not do."""
        __tracebackhide__ = True
        left = [fault for fault in self.faults if not any(words in fault for words in self.excused)]
        assert not left, "\n".join(left)


def _is_of(address: str, own: str) -> bool:
    if own.startswith("file:"):
        return address.partition("#")[0] == own
    given, wanted = urlsplit(address), urlsplit(own)
    return (given.scheme, given.netloc) == (wanted.scheme, wanted.netloc)


class Visits:
    """Opens addresses in pages, and closes them."""

    def __init__(self, browser, home: str = "") -> None:
        self.browser = browser
        self.home = home
        self.watch = Watch(own=(home,) if home else ())
        self.contexts: list = []
        self.cookies: list = []

    def __call__(self, address: str, *, scripts=True, size=DESKTOP, theme="light", heeding=True, touch=False):
        """A page at an address, with or without scripts.

        Args:
            address: of a file, or a path of the server at `home`.
            scripts: whether the browser runs any.
            size: width and height.
            theme: `light` or `dark`.
            heeding: whether it keeps to the page's policy of what may run; where not, whatever got through runs.
            touch: whether it is a phone's.
        """
        context = self.browser.new_context(
            java_script_enabled=scripts,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=theme,
            bypass_csp=not heeding,
            has_touch=touch,
            locale="en-GB",
            timezone_id="UTC",
            reduced_motion="reduce",
        )
        context.set_default_timeout(WAIT_MS)
        self.contexts.append(context)
        if self.cookies:
            context.add_cookies(self.cookies)
        self.watch.over(context)
        if scripts:
            context.add_init_script(COUNTING)
        page = context.new_page()
        self.go(page, address)
        return page

    def go(self, page, address: str) -> None:
        """Open another address in a page."""
        if address.startswith("file:"):
            self.watch.own += (address.partition("#")[0],)
            page.goto(address)
        else:
            page.goto(self.home + address)

    def close(self) -> None:
        """Close every page, and fail where one did what it must not."""
        __tracebackhide__ = True
        for context in self.contexts:
            for page in context.pages:
                if ran := what_ran(page):
                    self.watch.faults.append(f"ran: {ran}")
            context.close()
        self.contexts.clear()
        self.watch.check()


def what_ran(page) -> list[str]:
    """The hostile words that ran in a page, and what its policy stopped."""
    return page.evaluate("() => window.whatRan || []")


@contextmanager
def visiting(browser, home: str = ""):
    """Visits that are watched."""
    visits = Visits(browser, home)
    try:
        yield visits
    except BaseException:
        for context in visits.contexts:
            context.close()
        raise
    visits.close()
