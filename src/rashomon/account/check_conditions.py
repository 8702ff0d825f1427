"""What a report tells only on a condition, or of a decision that was taken back, carries no sentence without that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from rashomon.account.verify_conditions import Conditions
from rashomon.core import Document, Event, Reading
from rashomon.core.check import Bearing, Difference

TAKEN_BACK = re.compile(
    r"\b(?:revers|overturn|overrul|rescind|revok|annul|cancel|scrap|abandon|withdr[ae]w|quash|shelv|drop)[a-z]*"
    r" (?:(?:its|his|her|their|the|an?|that|earlier|own|previous) ){0,3}"
    r"(?:decision|order|ruling|plan|vote|promise|pledge|threat)s? (?:to|that|of|on|for)\b[^.,;:]*$",
    re.IGNORECASE,
)
"""How a clause begins that takes back the decision of which the rest of it tells."""


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
        document = documents[bearing.document]
        left_out = conditions.left_out(sentence, bearing.document, events)
        # "if the dam breaks" itself tells of the dam
        if left_out is not None and not left_out.span.covers(bearing.span):
            yield _otherwise(bearing, Difference(on="status", told=f"only on the condition “{left_out.text}”"))
        elif any(_taken_back(e, document) for e in events) and TAKEN_BACK.search(sentence.rstrip(". ")) is None:
            yield _otherwise(bearing, Difference(on="negation", told="told of a decision that was taken back"))
        else:
            yield bearing


def _told_in(bearing: Bearing, event: Event) -> bool:
    if bearing.event is not None:
        return event.id == bearing.event
    return bearing.span.covers(event.predicate.span)


def _taken_back(event: Event, document: Document) -> bool:
    before = document.part(event.sentence.part)[event.sentence.start : event.predicate.span.start]
    return TAKEN_BACK.search(before) is not None


def _otherwise(bearing: Bearing, difference: Difference) -> Bearing:
    return replace(bearing, differs=(*bearing.differs, difference))
