"""Whether tellings of two reports are of one deed of which they give two numbers: "cut 400 jobs", "eliminate 650 jobs".

That the numbers differ says by itself that these are two deeds. So the same doer, or words that say where or when, must
stand in both, and nothing may tell the days or those who are counted apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rashomon.align.doers import doers_in_doubt
from rashomon.align.frames import Frame
from rashomon.align.roles import Part
from rashomon.core import Document, Kind
from rashomon.core.calendar import DAY_NAMES
from rashomon.core.sameness import same_noun
from rashomon.core.words import key_stems

NEAR = 0.2
"""The least share that the smaller of two numbers is of the larger; below it they are of two things."""

ENOUGH = 2
"""So many things must be the same in both: the doer counts for one, and each word."""

SAID = frozenset(key_stems("said told say tell according report reported added total only least some about"))

PART_BEFORE = re.compile(
    r"\b(?:another|other|further|more|including|among|(?<!total )of|the|these|those|first|last)\s*$", re.IGNORECASE
)
PART_BEHIND = re.compile(r"^\s*(?:of|more|other|others|further|in)\b", re.IGNORECASE)
"""Words beside a number that make it a part of another, or one beside it."""


def of_other_number(left: Frame, right: Frame, documents: Mapping[str, Document]) -> bool:
    """Whether two tellings of a like deed give two numbers of the same, and enough else is the same."""
    if left.year != right.year or _on_other_days(left, right):
        return False
    if left.target is not None and right.target is not None:
        return _counted_otherwise((left, left.target), (right, right.target), documents) and _enough(
            left, right, (left.target, right.target), (left.actor, right.actor)
        )
    if left.actor is None or right.actor is None or left.target is not right.target:
        return False
    return _counted_otherwise((left, left.actor), (right, right.actor), documents) and _enough(
        left, right, (left.actor, right.actor), (None, None)
    )


def _on_other_days(left: Frame, right: Frame) -> bool:
    days = [DAY_NAMES & set(f.wording[0].split()) for f in (left, right)]
    return all(days) and days[0].isdisjoint(days[1])


def _counted_otherwise(left: tuple[Frame, Part], right: tuple[Frame, Part], documents: Mapping[str, Document]) -> bool:
    """Whether two phrases give two exact numbers of the same noun, each of all of them."""
    ours, theirs = left[1], right[1]
    if not ours.quantity or not theirs.quantity or not same_noun(ours.head, theirs.head):
        return False
    low, high = sorted((ours.quantity, theirs.quantity))
    if low == high or low < NEAR * high or ours.countries != theirs.countries:
        return False
    if (ours.proper - SAID) - _said(right[0]) or (theirs.proper - SAID) - _said(left[0]):
        return False  # a name tells those who are counted apart, unless the other sentence has it too
    return all(_of_all(part, documents[frame.telling.document]) for frame, part in (left, right))


def _of_all(part: Part, document: Document) -> bool:
    figure = part.figure
    if figure is None or figure.bound != "exact" or figure.unit is not None or part.of_some:
        return False
    text = document.part(figure.span.part)
    before, behind = text[: figure.span.start][-24:], text[figure.span.end :][:24]
    return not PART_BEFORE.search(before) and not PART_BEHIND.match(behind)


def _enough(left: Frame, right: Frame, counted: tuple[Part, Part], doers: tuple[Part | None, Part | None]) -> bool:
    """Whether the doers may be one, and they and the words of both sentences have enough in common."""
    one = _certainly_one(*doers)
    if not one and None not in doers:
        return False
    taken = {s for p in doers if p is not None for s in p.stems} | SAID
    taken |= {s for p in counted for s in key_stems(p.head)}
    for f in (left, right):
        taken |= set(key_stems(f.telling.event.predicate.lemma))
    shared = {s for s in (_said(left) & _said(right)) - taken if not s[:1].isdigit()}
    return one + len(shared) >= ENOUGH


def _said(frame: Frame) -> set[str]:
    return set(key_stems(frame.wording[0]))


def _certainly_one(left: Part | None, right: Part | None) -> bool:
    """Whether two doers are one by name, or told by one noun as known: "the pack"."""
    if left is None or right is None or doers_in_doubt(left, right):
        return False
    if left.party is not None or right.party is not None:
        return left.party == right.party
    known = left.kind is not Kind.THING or (left.reach == right.reach == "definite")
    return known and left.head == right.head
