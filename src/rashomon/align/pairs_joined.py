"""What the learned decision adds to the agreement of two tellings of one action: joins, never separations.

In labelled news two mentions of one action in reports of one story are nearly always one happening; a ledger reads
every clause, background and asides too. So the decision is asked only where both tellings state what they tell, their
roles are filled alike and agree, and nothing sets them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rashomon.align.comparing import Agreement, compare
from rashomon.align.frames import Frame
from rashomon.align.likeness import Weights
from rashomon.align.pairs import derived, in_sentences, measures
from rashomon.align.pairs_model import pair_model
from rashomon.align.roles import Part
from rashomon.core.sameness import same_deed
from rashomon.core.words import key_stems

LEAST_CHANCE = 0.6
"""Chance from which two tellings are joined. It is counted without knowing that the documents are of one story."""

LEAST_OF_ROLE = 0.3
"""Agreement of two fillers (`compare`) that is more than a word in common."""

LEAST_IN_SENTENCE = 0.15
"""Share of the words of the sentences around, beside the predicate, that both have: roles alone recur in a story."""

MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april june july august september october november december".split()
    )
}
"""Months that are hardly ever another word; two sentences with none in common tell of two times."""

LEAST_WORDS = 5
"""Words of a sentence that says more than who did something."""

STATING = frozenset({"verb", "light"})


class Judge:
    """The decision over the tellings of one story; words are weighed by their rarity among its documents."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        stems: dict[str, set[str]] = {}
        for frame in frames:
            stems.setdefault(frame.telling.document, set()).update(key_stems(frame.wording[0]))
        self._weights = Weights([sorted(own) for own in stems.values()])

    def joins(self, left: Frame, right: Frame) -> bool:
        """Whether two tellings of one action, in two documents, are of one happening."""
        if left.telling.document == right.telling.document or not comparable(left, right):
            return False
        if not one_deed(*(f.telling.event.predicate.lemma.lower() for f in (left, right))):
            return False
        months = months_of(left), months_of(right)
        if all(months) and months[0].isdisjoint(months[1]):
            return False
        return self.weighs_for(left, right)

    def weighs_for(self, left: Frame, right: Frame) -> bool:
        """Whether two tellings that may be of one happening are, by all that they show."""
        if in_sentences(left, right, self._weights) < LEAST_IN_SENTENCE:
            return False
        return pair_model().chance(measures(left, right, self._weights)) >= LEAST_CHANCE


def months_of(frame: Frame) -> frozenset[int]:
    """The months that a telling's sentence names, by number."""
    return frozenset(MONTHS[word] for word in frame.wording[0].split() if word in MONTHS)


def one_deed(left: str, right: str) -> bool:
    """Whether two lemmas are one word, forms of one, or of one sense; a class says only what may be compared."""
    return left == right or _of_one_sense(left, right)


@lru_cache(maxsize=65536)
def _of_one_sense(left: str, right: str) -> bool:
    return same_deed(left, right) or derived(left, right)


def comparable(left: Frame, right: Frame) -> bool:
    """Whether two tellings fill the same roles with what agrees: the targets, or without any the actors.

    Of a noun ("the response") only a target says which happening is meant; and what one counts or leaves open and the
    other does not may be other ones of the same ("two ships", "any ship", "the ship").
    """
    if (left.target is None) != (right.target is None):
        return False
    if uneven(left.target, right.target) or uneven(left.actor, right.actor):
        return False
    if left.target is not None:
        return _agrees(compare(left.target, right.target)) and compare(left.actor, right.actor).score >= 0.0
    # an actor alone is too little where a headline has nothing else to say when and where
    return in_full(left) and in_full(right) and _agrees(compare(left.actor, right.actor))


def in_full(frame: Frame) -> bool:
    """Whether a telling states something, in a sentence that says more than who did it."""
    return frame.telling.event.predicate.form in STATING and len(frame.wording[0].split()) >= LEAST_WORDS


def _agrees(found: Agreement) -> bool:
    return found.conflict is None and found.score >= LEAST_OF_ROLE


def uneven(left: Part | None, right: Part | None) -> bool:
    """Whether two phrases are two parties ("Ada Thom", "Bo Thom"), or reach differently far.

    One is counted, left open or said of some, the other not ("two wells", "any well", "many wells", "the well"), or one
    is of several things and the other of one.
    """
    if left is None or right is None:
        return False
    if left.party is not None and right.party is not None and left.party != right.party:
        return True
    if left.party is None and right.party is None and left.several != right.several:
        return True
    if left.of_some != right.of_some or _told_apart(left, right):
        return True
    return left.reach != right.reach and bool({"counted", "open"} & {left.reach, right.reach})


def _told_apart(left: Part, right: Part) -> bool:
    """Whether each of two phrases has words that the other has not: "a new deal", "the worst deal"."""
    if left.party is not None and left.party == right.party:
        return False
    return bool(left.stems - right.stems) and bool(right.stems - left.stems)
