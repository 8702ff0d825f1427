"""Numbers with what they count."""

from __future__ import annotations

from rashomon.core import Figure
from rashomon.read.parse import Parsed


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """All figures of a document, in text order."""
    return ()
