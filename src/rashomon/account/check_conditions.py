"""What a report tells only on a condition carries no sentence without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rashomon.account.verify_conditions import Conditions
from rashomon.core import Document, Event, Reading
from rashomon.core.check import Bearing, Difference


def with_conditions(
    bearings: Iterable[Bearing], sentence: str, documents: Mapping[str, Document], readings: Mapping[str, Reading]
) -> Iterator[Bearing]:
    """The bearings, each with the condition as what differs where the report tells it on one that the sentence has not.

    Args:
        bearings: where documents tell the points of a sentence.
        sentence: its words.
        documents: the story's by id.
        readings: their readings by id.
    """
    conditions = Conditions(documents=documents, readings=readings)
    for bearing in bearings:
        events = [e for e in readings[bearing.document].events if _told_in(bearing, e)]
        left_out = conditions.left_out(sentence, bearing.document, events)
        # "if the dam breaks" itself tells of the dam
        if left_out is not None and not left_out.span.covers(bearing.span):
            told = Difference(on="status", told=f"only on the condition “{left_out.text}”")
            yield replace(bearing, differs=(*bearing.differs, told))
        else:
            yield bearing


def _told_in(bearing: Bearing, event: Event) -> bool:
    if bearing.event is not None:
        return event.id == bearing.event
    return bearing.span.covers(event.predicate.span)
