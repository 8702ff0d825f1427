"""Which sentences said can be wordings of one utterance at all, without comparing all with all and without loss.

The likeness of two runs of stems is the weighted share of the shorter that the longer has. Where it must reach a
share, the longer has one of the shorter's rarest stems: of all stems but those, the weights do not sum up to that
share. So each run looks only for what has one of its rarest stems (the prefix filter of set similarity joins:
Chaudhuri, Ganti and Kaushik 2006). Stems that are forms of one word begin alike, and are looked for by that beginning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.align.likeness import BEGINNING, Weights

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of one sentence: its stems, its speaker if known, and the least likeness that it can need."""

    stems: tuple[str, ...]
    speaker: str | None
    least: float


def neighbours(said: Sequence[Said], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs (in order of place) that share a stem and may be as alike as the shorter one needs.

    Speakers that are both known must be one. The work is bounded by how many sentences of one speaker have a
    sentence's rarest stems: sentences that are wordings of one utterance, and few others.
    """
    index: dict[str, dict[str | None, list[int]]] = {}
    shared: Counter[str] = Counter()
    for place, one in enumerate(said):
        for beginning in {beginning_of(s) for s in one.stems}:
            index.setdefault(beginning, {}).setdefault(one.speaker, []).append(place)
            shared[beginning] += 1
    stems = [frozenset(one.stems) for one in said]
    for place, one in enumerate(said):
        size = len(one.stems)
        near: set[int] = set()
        for beginning in _rarest(one, weights, shared):
            by_speaker = index[beginning]
            known = by_speaker if one.speaker is None else (one.speaker, None)
            for speaker in known:
                near.update(by_speaker.get(speaker, ()))
        for other in sorted(near):
            # of two equally long ones the first is the shorter
            if (len(said[other].stems), other) > (size, place) and not stems[place].isdisjoint(stems[other]):
                yield (place, other) if place < other else (other, place)


def beginning_of(stem: str) -> str:
    """What a stem has in common with all its other forms."""
    return stem[:BEGINNING]


def _rarest(one: Said, weights: Weights, shared: Counter[str]) -> Iterator[str]:
    """The beginnings of a run's rarest stems, so many that one of them stands in all that is alike enough."""
    left = sum(weights[s] for s in one.stems)
    allowed = one.least * left - ROUNDING
    for beginning, weight in sorted(
        ((beginning_of(s), weights[s]) for s in one.stems), key=lambda bw: (shared[bw[0]], bw)
    ):
        if left < allowed:
            return
        yield beginning
        left -= weight
