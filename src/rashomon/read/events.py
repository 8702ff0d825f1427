"""Who did what to whom, with status and voice."""

from __future__ import annotations

from rashomon.core import Event, Quotation
from rashomon.read.names import Names
from rashomon.read.parse import Parsed


def find_events(parsed: Parsed, names: Names, quotations: tuple[Quotation, ...]) -> tuple[Event, ...]:
    """All events of a document, in text order."""
    return ()
