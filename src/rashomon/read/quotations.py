"""Reported speech: what was said, with its cue and its speaker."""

from __future__ import annotations

from rashomon.core import Quotation
from rashomon.read.names import Names
from rashomon.read.parse import Parsed


def find_quotations(parsed: Parsed, names: Names) -> tuple[Quotation, ...]:
    """All quotations of a document, in text order."""
    return ()
