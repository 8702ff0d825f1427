"""Times named in the text, resolved against the time of publishing."""

from __future__ import annotations

from rashomon.core import Moment
from rashomon.read.parse import Parsed


def find_times(parsed: Parsed) -> tuple[Moment, ...]:
    """All times of a document, in text order."""
    return ()
