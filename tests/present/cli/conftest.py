"""Commands tell how far they are now and then; where that is not what is tested, no slow machine makes them do so."""

import pytest

from rashomon.present.cli import edge


@pytest.fixture(autouse=True)
def told_at_the_end(monkeypatch):
    """No line of progress comes between those that a test expects."""
    monkeypatch.setattr(edge, "SECONDS_BETWEEN_LINES", 3600.0)
