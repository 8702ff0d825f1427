"""What to know of a claim's tellings before it is judged: two doers for one deed, two ways to call it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.core import Document
from rashomon.core.alignment import Telling
from rashomon.core.called_off import called_off, not_held
from rashomon.core.rivals import rivals

MOST_COMPARED = 100
"""So many tellings of one claim are held against one another for their doers."""


def actors_apart(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> bool:
    """Whether two reports give the deed to two doers who cannot both have done it."""
    return any(
        left.document != right.document
        and rivals(left.event, right.event, (documents[left.document], documents[right.document]))
        for left, right in combinations(tellings[:MOST_COMPARED], 2)
    )


def as_called_off(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """The tellings; where some tell that it was called off, those that it does not take place tell the same."""
    off = next((t.event.status for t in tellings if called_off(t.event) is not None), None)
    if off is None:
        return tuple(tellings)
    return tuple(
        replace(t, event=replace(t.event, status=off)) if not_held(t.event) is not None else t for t in tellings
    )
