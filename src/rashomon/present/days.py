"""Reports that give the day they were published, and not the time."""

from __future__ import annotations

from rashomon.core import Document

DAY_ONLY = "published-day-only"
"""The code of the note that such a report has."""


def gives_day_only(document: Document | None) -> bool:
    """Whether the time of day of a report's publishing is none that it gave: midnight stands for the whole day."""
    return document is not None and any(problem.code == DAY_ONLY for problem in document.problems)
