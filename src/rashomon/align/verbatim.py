"""Reports that are another's word for word: what they tell joins the other's tellings and weighs nothing of its own.

Tellings join by the average of how they agree. If each copy counted there, a report printed by ten outlets could join
what the report printed once leaves apart; so copies are set aside first, and follow their originals afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.align.frames import Frame
from rashomon.core import Document, content_id
from rashomon.core.alignment import Proposition, Telling

Copies = dict[tuple[str, str], list[Telling]]
"""Document and event of an original's telling -> the same tellings of its copies, in the order of the documents."""


def set_aside(documents: Sequence[Document], told: Sequence[list[Frame]]) -> tuple[list[Frame], Copies]:
    """The frames of all documents but verbatim copies, and the copies' tellings by those that they repeat.

    Args:
        documents: the story's documents; the first of equal ones is the original.
        told: the frames of each.
    """
    originals: dict[tuple[str, str | None], list[list[Frame]]] = {}
    kept: list[Frame] = []
    copies: Copies = {}
    for document, frames in zip(documents, told, strict=True):
        like = originals.setdefault((document.text, document.headline), [])
        original = next((o for o in like if _compared(o) == _compared(frames)), None)
        if original is None:
            like.append(frames)
            kept += frames
            continue
        for first, again in zip(original, frames, strict=True):
            copies.setdefault((first.telling.document, first.telling.event.id), []).append(again.telling)
    return kept, copies


def _compared(frames: Sequence[Frame]) -> list[tuple[object, ...]]:
    """All by which frames are compared: nothing of which document they stand in."""
    return [(f.action, f.actor, f.target, f.context, f.clause, f.wording, f.year, f.prominent) for f in frames]


def with_copies(
    propositions: Sequence[Proposition], copies: Copies, documents: Mapping[str, Document]
) -> tuple[Proposition, ...]:
    """The propositions with the tellings of copies, in the order of the documents."""
    if not copies:
        return tuple(propositions)
    order = {d: n for n, d in enumerate(documents)}
    found = []
    for proposition in propositions:
        more = [t for own in proposition.tellings for t in copies.get((own.document, own.event.id), ())]
        tellings = tuple(sorted((*proposition.tellings, *more), key=lambda t: order[t.document]))
        name = content_id("claim", proposition.action, *(f"{t.document}:{t.event.id}" for t in tellings))
        found.append(replace(proposition, id=name, tellings=tellings) if more else proposition)
    return tuple(found)
