"""People's decisions as labels, a JSON object each, with the words, so that an account can be scored against them.

A decision that was ended is no label, nor is a note. A later decision wins over an earlier one: of the earlier one only
that is a label which holds now, so that no two lines contradict each other. Each line has `decision`, `by`, `at`,
`reason` and `label`:

    story    {"together": [documents], "apart_from": [documents]}
    speaker  {"document", "start", "end", "words", "speaker": name or null}
    party    {"names": [...], "documents": [...]}: one party, in the stories of these documents, or everywhere
    claim    {"report": place, "others": [places]}: what the report tells is told by none of the others
    copy     {"documents": [two]}: neither is a copy of the other
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.archive.decided_places import alike, places_of
from rashomon.archive.decided_speakers import LEAST_ALIKE
from rashomon.archive.decided_stories import OF_STORIES
from rashomon.archive.laying import current_of
from rashomon.core import Citation, Decision, DecisionKind, Part
from rashomon.stores import View


def labels(view: View) -> Iterator[dict[str, Any]]:
    """One line for each thing that a decision says, in the order they were written."""
    endings = view.endings()
    held = [decision for decision in view.decisions() if decision.id not in endings]
    for number, decision in enumerate(held):
        if decision.kind is not DecisionKind.NOTE:
            for label, told in _told(decision, view, held[number + 1 :]):
                yield {
                    "label": label,
                    **told,
                    "decision": decision.id,
                    "by": decision.by,
                    "at": decision.at.isoformat(),
                    "reason": decision.reason,
                }


def _told(decision: Decision, view: View, later: Sequence[Decision]) -> Iterator[tuple[str, dict[str, Any]]]:
    documents = list(decision.documents)
    places = [_place(place, words) for place, words in places_of(decision)]
    match decision.kind:
        case DecisionKind.MERGE | DecisionKind.SPLIT | DecisionKind.MOVE:
            for together, apart_from in _in_stories(decision, view, later):
                yield "story", {"together": together, "apart_from": apart_from}
        case DecisionKind.SPEAKER:
            for place, words in places_of(decision):
                if not any(_says_again(each, place) for each in later):
                    told = _place(place, words)
                    yield "speaker", {**told, "speaker": decision.names[0] if decision.names else None}
        case DecisionKind.ONE_PARTY:
            yield "party", {"names": list(decision.names), "documents": documents}
        case DecisionKind.NOT_THAT_CLAIM:
            yield "claim", {"report": places[0], "others": places[1:]}
        case DecisionKind.NOT_A_COPY:
            yield "copy", {"documents": documents}
        case DecisionKind.NOTE:
            return


def _in_stories(decision: Decision, view: View, later: Sequence[Decision]) -> Iterator[tuple[list[str], list[str]]]:
    """Which of a decision's documents are in one story now, and those of the others that are in another.

    Documents that are gone are in no story, and so in no label; where none is here, the label is as it was decided,
    unless a later decision is about any of them.
    """
    story: dict[str, str] = {}
    for document in (*decision.documents, *decision.others):
        kept = view.story_of(current_of(view, document))
        if kept is not None:
            story[document] = kept.story.id
    if not story:
        own = {*decision.documents, *decision.others}
        if not any(own & {*each.documents, *each.others} for each in later if each.kind in OF_STORIES):
            yield list(decision.documents), list(decision.others)
        return
    groups: dict[str, list[str]] = {}
    for document in decision.documents:
        if document in story:
            groups.setdefault(story[document], []).append(document)
    for name, together in groups.items():
        apart = [each for each in decision.others if story.get(each, name) != name]
        if len(together) > 1 or apart:
            yield together, apart


def _says_again(later: Decision, place: Citation) -> bool:
    """Whether a later decision says who speaks at that very place."""
    return later.kind is DecisionKind.SPEAKER and any(
        each.document == place.document and alike(each.span, place.span) >= LEAST_ALIKE for each in later.places
    )


def _place(place: Citation, words: str) -> dict[str, Any]:
    inside = {"in": Part.HEADLINE.value} if place.span.part is Part.HEADLINE else {}
    return {"document": place.document, "start": place.span.start, "end": place.span.end, **inside, "words": words}
