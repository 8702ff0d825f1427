"""How far two words can mean the same, by the senses that a dictionary gives them.

Verbs of one class in `predicates` may be compared ("sold", "donated"); here it is said how likely one stands for the
other: "turned down" and "rejected" share a sense that both are often used in, "arrested" and "stopped" one that
hardly anybody means. The tables are made from WordNet 3.0 (Miller, "WordNet: A Lexical Database for English",
Communications of the ACM 38, 1995) by `python -m evals.wordnet`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Word -> sense -> share of its use; sense -> broader senses; verb -> opposites; noun -> the verbs it is from."""

    shares: dict[str, dict[str, float]]
    broader: dict[str, tuple[str, ...]]
    opposites: dict[str, frozenset[str]]
    made_from: dict[str, tuple[str, ...]]


@cache
def table(part: str = "verb") -> Table:
    """The table of `verb` or `noun`, read at first use (some hundredths of a second)."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    broader: dict[str, tuple[str, ...]] = {}
    opposites: dict[str, frozenset[str]] = {}
    made_from: dict[str, tuple[str, ...]] = {}
    for line in files("rashomon.core").joinpath(f"data/{part}_senses.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, name, members, *above = line.split("\t")
        if kind == "s":
            for member in filter(None, members.split(",")):
                word, share = member.rsplit("=", 1)
                shares[word][name] = int(share) / 100
            if above and above[0]:
                broader[name] = tuple(above[0].split(","))
        elif kind == "o":
            opposites[name] = frozenset(members.split(","))
        else:
            made_from[name] = tuple(members.split(","))
    return Table(shares=dict(shares), broader=broader, opposites=opposites, made_from=made_from)


def shared_sense(left: str, right: str, *, part: str = "verb") -> float:
    """How much of their use two words have in one sense, in [0, 1]: the smaller share, at the sense that has most.

    From .1 on two verbs can be taken for one deed where all that they are told of agrees: "reject" and "turn down"
    have .38, "capture" and "catch" .08, "sell" and "buy" 0. A word has 1 with itself. Particle verbs are written
    "turn down"; case does not matter.

    Args:
        left: a lemma.
        right: another, of the same part of speech.
        part: `verb` or `noun`.
    """
    first, second = left.lower(), right.lower()
    if first == second:
        return 1.0
    shares = table(part).shares
    ours, theirs = shares.get(first, {}), shares.get(second, {})
    return max((min(ours[s], theirs[s]) for s in ours.keys() & theirs.keys()), default=0.0)


def is_kind_of(narrow: str, broad: str, *, part: str = "verb", steps: int = 1) -> float:
    """How much of their use two words have in senses of which the first is narrower ("slash", "cut": .43).

    A statement with the narrow word bears the one with the broad word, not the other way round.

    Args:
        narrow: a lemma.
        broad: another, of the same part of speech.
        part: `verb` or `noun`.
        steps: how many steps up the dictionary's tree the broad sense may lie.
    """
    known = table(part)
    theirs = known.shares.get(broad.lower(), {})
    best = 0.0
    for sense, share in known.shares.get(narrow.lower(), {}).items():
        level = {sense}
        for _ in range(steps):
            level = {above for s in level for above in known.broader.get(s, ())}
            best = max([best, *(min(share, theirs[above]) for above in level if above in theirs)])
    return best


@lru_cache(maxsize=4096)
def are_opposites(left: str, right: str) -> bool:
    """Whether one verb is the opposite of the other, or of a verb that shares a frequent sense with it."""
    opposites, first, second = table().opposites, left.lower(), right.lower()
    return any(
        shared_sense(other, far) >= OFTEN
        for near, far in ((first, second), (second, first))
        for other in opposites.get(near, ())
    )


OFTEN = 0.2
"""A share of its use from which a sense is one that readers think of first."""


def verbs_of(noun: str) -> tuple[str, ...]:
    """The verbs that a noun is made from ("rejection" -> "reject"); empty where there are none."""
    return table().made_from.get(noun.lower(), ())
