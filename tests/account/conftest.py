"""The desk that turns a press review into its ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.account.ledger import Desk
from tests.account.verifying import composed, review
from tests.newsrooms import parse_newsroom

from rashomon.account import account_of
from rashomon.align import align
from rashomon.clean.notices import notices_in
from rashomon.core import Story, StoryAccount
from rashomon.group import find_copies
from rashomon.read import Reader


@pytest.fixture(scope="session")
def ledger_of(reader: Reader) -> Desk:
    """Make the ledger of a press review; the parser is loaded once."""
    return Desk(reader=reader)


@pytest.fixture(scope="session")
def digest_of(ledger_of: Desk, reader: Reader):
    """The digest's sentences over some reports, each of its own outlet."""

    def made(*texts: str) -> list[str]:
        room = parse_newsroom(review(*texts))
        return composed(room, ledger_of(room), reader)

    return made


def noted(room):
    """The documents of a newsroom with the notices that cleaning finds in them."""
    return [
        replace(
            d,
            notices=notices_in(
                d.text,
                d.passages,
                d.set_aside,
                headline=d.headline,
                headline_span=d.headline_span,
                published_at=d.published_at,
                names=[d.outlet] if d.outlet else [],
            ),
        )
        for d in room.documents
    ]


@pytest.fixture(scope="session")
def account_for(reader):
    """The account of a newsroom's one story, with notices and what earlier versions said."""

    def made(room, **earlier) -> StoryAccount:
        documents = noted(room)
        readings = [reader.read(d) for d in documents]
        story = Story(id="story", documents=tuple(d.id for d in documents))
        before = {room[outlet].id: told for outlet, told in earlier.items()}
        alignment = align(documents, readings)
        return account_of(story, documents, readings, find_copies(documents), alignment, earlier=before)

    return made
