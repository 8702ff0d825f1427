"""One browser and one server a worker process; whatever a page does that it must not fails the test that opened it."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copyfile

import pytest
from tests.browser import chromium, serving
from tests.browser.made import Making
from tests.browser.visits import WAIT_MS, visiting
from tests.once import folder_of_run

LONGEST = ("seeds", "axe", "every_page", "every_link")
"""Words in the names of those that take longest: begun last, one would keep one process waiting for the other."""


def pytest_collection_modifyitems(items):
    """Put these tests last: an open browser keeps an event loop in this thread, where others run their own.

    Of these the longest come first.
    """
    own = Path(__file__).parent

    def place(item):
        if own not in item.path.parents:
            return 0
        return 1 if any(words in item.name for words in LONGEST) else 2

    items.sort(key=place)


@pytest.fixture(scope="session")
def browser():
    """Chromium; where it is not there, tests of pages are skipped, in CI they fail."""
    at = chromium.place()
    if at is None:
        missing = f"no Chromium: run .ci/chromium, or name one in {chromium.NAMED}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    from playwright.sync_api import expect

    expect.set_options(timeout=WAIT_MS)
    with chromium.chromium(at) as running:
        yield running


@pytest.fixture(scope="session")
def making(tmp_path_factory):
    """What is shown, made once a run."""
    return Making(folder_of_run(tmp_path_factory))


@pytest.fixture
def visit(browser):
    """Opens files from disk."""
    with visiting(browser) as visits:
        yield visits


@pytest.fixture(scope="session")
def plain(making, tmp_path_factory):
    """A server over the archive of the bundled event and invented ones; no test writes to it."""
    with serving.over(_own(making.archive(), tmp_path_factory)) as served:
        yield served


@pytest.fixture(scope="session")
def taken_over(making, tmp_path_factory):
    """A server over the archive of the hostile press review; no test writes to it."""
    with serving.over(_own(making.hostile_archive(), tmp_path_factory)) as served:
        yield served


@pytest.fixture(scope="session")
def desk(making, tmp_path_factory):
    """A server to whose archive tests write; each takes back what it decided."""
    with serving.over(_own(making.archive(), tmp_path_factory)) as served:
        yield served


@pytest.fixture(scope="session")
def session(browser, desk):
    """The cookies of a browser that entered with a key."""
    with visiting(browser, desk.home) as visits:
        page = visits("/enter")
        page.locator("#key").fill(desk.key)
        page.get_by_role("button", name="Enter").click()
        page.wait_for_url(f"{desk.home}/")
        return page.context.cookies()


@pytest.fixture
def visit_plain(browser, plain):
    """Opens pages of the archive that no test writes to."""
    with visiting(browser, plain.home) as visits:
        yield visits


@pytest.fixture
def visit_taken_over(browser, taken_over):
    """Opens pages of the hostile archive."""
    with visiting(browser, taken_over.home) as visits:
        yield visits


@pytest.fixture
def visit_desk(browser, desk, session):
    """Opens pages of the archive to which tests write, as somebody who entered with a key."""
    with visiting(browser, desk.home) as visits:
        visits.cookies = session
        yield visits


def _own(archive: Path, factory) -> Path:
    """A copy of an archive for this process alone."""
    to = factory.mktemp("archive") / "news.db"
    copyfile(archive, to)
    return to
