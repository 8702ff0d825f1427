"""Whether a report tells of a part what a sentence tells of all."""

from __future__ import annotations

import re

from rashomon.align.fillers import Filler
from rashomon.core import Document, Reading, Span
from rashomon.core.words import words

PART = re.compile(
    r"^(?:only\s+|just\s+|at least\s+|nearly\s+|almost\s+|about\s+)?"
    r"(?:some|most|many|several|few|a few|half|part|parts|a part|a number|a majority|a minority|a third|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|\d[\d,.]*)\b(?=\s+of\b)|"
    r"^(?:some|most|many|several|few|a few|half)\s+(?!\d|of\b)",
    re.IGNORECASE,
)
ALL = re.compile(r"^(?:all|every|each|both|the entire|the whole)\b", re.IGNORECASE)
DEFINITE_PLURAL = re.compile(r"^(?:the|these|those|its|their|his|her)\s", re.IGNORECASE)


def scope_differs(ours: Filler, theirs: Filler) -> bool:
    """Whether the sentence tells of all ("the passengers", "all passengers") what the report tells of some of them."""
    said, told = ours.shown, theirs.shown
    if ALL.match(said):
        counted = ours.figure is not None and theirs.figure is not None and not PART.match(told)
        return not ALL.match(told) and not counted
    if ours.name or not DEFINITE_PLURAL.match(said) or PART.match(said):
        return False
    return bool(PART.match(told)) and ours.figure is None


OF_ALL = frozenset({"all", "every", "everyone", "everybody", "each", "both", "entire", "whole", "only", "most"})
"""Words that tell of how many of them a sentence speaks."""
COUNTABLE = frozenset({"all", "each", "both", "every"})
"""Of these, those that a number beside them makes needless: "all 12 miners" are "the 12 miners"."""


def of_all_missing(sentence: Document, reading: Reading, document: Document, span: Span, heard: Reading) -> str | None:
    """A word by which a sentence tells of all or most, where nothing like it stands in the report's sentence."""
    ours = set(words(sentence.text)) & OF_ALL
    if reading.figures:
        ours -= COUNTABLE
    around = next((s for s in heard.sentences if s.covers(span)), span)
    said = set(words(document.words_at(around)))
    if not ours or ours <= said or (ours <= COUNTABLE | {"everyone", "everybody"} and said & (COUNTABLE | NOBODY)):
        return None
    return min(ours - said)


NOBODY = frozenset({"everyone", "everybody", "nobody", "none", "no", "any"})
