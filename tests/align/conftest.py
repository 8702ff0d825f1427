"""The desk that turns a press review into its ledger."""

from __future__ import annotations

import pytest
from tests.account.ledger import Desk

from rashomon.read import Reader


@pytest.fixture(scope="session")
def ledger_of(reader: Reader) -> Desk:
    """Make the ledger of a press review; the parser is loaded once."""
    return Desk(reader=reader)
