"""People's decisions as labels, a JSON object each, with the words, so that an account can be scored against them.

A decision that was ended is no label, nor is a note. Each line has `decision`, `by`, `at`, `reason` and `label`:

    story    {"together": [documents], "apart_from": [documents]}
    speaker  {"document", "start", "end", "words", "speaker": name or null}
    party    {"names": [...], "documents": [...]}: one party, in the stories of these documents, or everywhere
    claim    {"report": place, "others": [places]}: what the report tells is told by none of the others
    copy     {"documents": [two]}: neither is a copy of the other
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rashomon.archive.decided_places import places_of
from rashomon.core import Citation, Decision, DecisionKind, Part
from rashomon.stores import View


def labels(view: View) -> Iterator[dict[str, Any]]:
    """One line for each thing that a decision says, in the order they were written."""
    endings = view.endings()
    for decision in view.decisions():
        if decision.id not in endings:
            for label, told in _told(decision):
                yield {
                    "label": label,
                    **told,
                    "decision": decision.id,
                    "by": decision.by,
                    "at": decision.at.isoformat(),
                    "reason": decision.reason,
                }


def _told(decision: Decision) -> Iterator[tuple[str, dict[str, Any]]]:
    documents = list(decision.documents)
    places = [_place(place, words) for place, words in places_of(decision)]
    match decision.kind:
        case DecisionKind.MERGE | DecisionKind.SPLIT | DecisionKind.MOVE:
            yield "story", {"together": documents, "apart_from": list(decision.others)}
        case DecisionKind.SPEAKER:
            for place in places:
                yield "speaker", {**place, "speaker": decision.names[0] if decision.names else None}
        case DecisionKind.ONE_PARTY:
            yield "party", {"names": list(decision.names), "documents": documents}
        case DecisionKind.NOT_THAT_CLAIM:
            yield "claim", {"report": places[0], "others": places[1:]}
        case DecisionKind.NOT_A_COPY:
            yield "copy", {"documents": documents}
        case DecisionKind.NOTE:
            return


def _place(place: Citation, words: str) -> dict[str, Any]:
    inside = {"in": Part.HEADLINE.value} if place.span.part is Part.HEADLINE else {}
    return {"document": place.document, "start": place.span.start, "end": place.span.end, **inside, "words": words}
