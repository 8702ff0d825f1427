"""What tests of keeping share: an archive of a few invented reports, and what it tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.properties.test_accounts import OneDesk

from rashomon.archive import Archive
from rashomon.core import Given, Page
from rashomon.stores import open_store

BRIDGE = (
    "Swing bridge closed\n\nThe Harbour Council closed the swing bridge on Friday. “Nobody warned us,” Mira Falk said."
)
BRIDGE_LATER = (
    "Swing bridge closed\n\nThe Harbour Council closed the swing bridge on Friday. “Nobody told us,” Mira Falk said."
)
BRIDGE_TOO = (
    "Council shuts swing bridge\n\nThe Harbour Council closed the swing bridge on Friday after Ossian Quillfeather "
    "found cracks. “Nobody warned us,” Mira Falk said. The bridgekeeper wept."
)
FERRY = "Ferry strikes quay\n\nSeven people were hurt when the ferry struck the quay, the coastguard said on Monday."
BEGAN = datetime(2031, 5, 2, 6, tzinfo=UTC)
SECRET = ("quillfeather", "bridgekeeper")
"""Words that only `BRIDGE_TOO` has."""


def page(text, *, address, outlet="Norholm Mail", name=None, at=BEGAN):
    given = Given(id=name, address=address, outlet=outlet, published_at=at)
    return Page(address=address, kind="ready", text=text, given=given, octets=text.encode())


PAGES = (
    page(BRIDGE, address="https://norholm.example/bridge"),
    page(BRIDGE_TOO, address="https://courier.example/shut", outlet="Bay Courier", at=BEGAN + timedelta(hours=1)),
    page(FERRY, address="https://norholm.example/ferry", at=BEGAN + timedelta(days=3)),
)


def archive_at(place, desk, *, pages=PAGES):
    """An archive whose clock goes on by a minute with each look at it, with these pages taken in."""
    ticks = iter(BEGAN + timedelta(minutes=n) for n in range(10_000))
    archive = Archive(open_store(place), OneDesk(desk), now=lambda: next(ticks))
    archive.take_in(pages)
    return archive


def accounts(store):
    """Every account with what it was derived from, but for when."""
    with store.view() as view:
        stories = view.stories(limit=1000)
        return {kept.story.id: view.account(kept.story.id).account for kept in stories}


def id_of(store, words):
    """The id of the one document with these words."""
    from rashomon.stores import Sought, parse

    with store.view() as view:
        found = view.documents(parse("", Sought.DOCUMENTS)).results
    (name,) = [result.document.id for result in found if words in result.document.text]
    return name
