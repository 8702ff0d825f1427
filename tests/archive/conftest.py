"""Accounts of the invented press review, each document read once."""

from __future__ import annotations

import pytest
from tests.account.ledger import Desk
from tests.archive.bridge import ROOM

from rashomon.archive.decided import Decided
from rashomon.pipeline import Pipeline


class CachedPipeline(Pipeline):
    """A pipeline that reads each document once over all tests."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @property
    def reader(self):
        return self._desk


@pytest.fixture(scope="session")
def pipeline(reader):
    return CachedPipeline(Desk(reader=reader))


@pytest.fixture
def account(pipeline):
    """Make the account of the review as people decided."""

    def make(*decisions, endings=(), documents=ROOM.documents, instead=None):
        held = Decided.of(decisions, endings, instead=instead)
        return pipeline.account_of(documents, decided=held)

    return make


@pytest.fixture
def story(account):
    """Make the story of the bridge as people decided."""

    def make(*decisions, **more):
        found = [each for each in account(*decisions, **more).stories if "post" in each.documents]
        assert len(found) == 1
        return found[0]

    return make
