"""How far two verbs can mean the same deed, by the senses that a dictionary gives them.

Words of a class in `predicates` may be compared ("sold", "donated"); here it is said how likely one stands for the
other: "turned down" and "rejected" share a sense that both are often used in, "arrested" and "stopped" one that
hardly anybody means. The table is made from WordNet 3.0 (Miller, "WordNet: A Lexical Database for English",
Communications of the ACM 38, 1995) by `python -m evals.wordnet`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Verb -> sense -> share of its use; sense -> broader senses; verb -> opposites; noun -> its verbs."""

    shares: dict[str, dict[str, float]]
    broader: dict[str, tuple[str, ...]]
    opposites: dict[str, frozenset[str]]
    made_from: dict[str, tuple[str, ...]]


@cache
def table() -> Table:
    """The table, read at first use (about 30 ms)."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    broader: dict[str, tuple[str, ...]] = {}
    opposites: dict[str, frozenset[str]] = {}
    made_from: dict[str, tuple[str, ...]] = {}
    for line in files("rashomon.core").joinpath("data/verb_senses.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, name, *rest = line.split("\t")
        members = rest[0].split(",")
        if kind == "s":
            for member in members:
                verb, share = member.rsplit("=", 1)
                shares[verb][name] = int(share) / 100
            if len(rest) > 1:
                broader[name] = tuple(rest[1].split(","))
        elif kind == "o":
            opposites[name] = frozenset(members)
        else:
            made_from[name] = tuple(members)
    return Table(shares=dict(shares), broader=broader, opposites=opposites, made_from=made_from)


def shared_sense(left: str, right: str) -> float:
    """How much of their use two verbs have in one sense, in [0, 1]: the smaller share, at the sense that has most.

    From .1 on the two can be taken for one deed where all that they are told of agrees: "reject" and "turn down" have
    .38, "capture" and "catch" .08, "sell" and "buy" 0. A verb has 1 with itself. Particle verbs are written
    "turn down"; case does not matter.
    """
    first, second = left.lower(), right.lower()
    if first == second:
        return 1.0
    shares = table().shares
    ours, theirs = shares.get(first, {}), shares.get(second, {})
    return max((min(ours[s], theirs[s]) for s in ours.keys() & theirs.keys()), default=0.0)


def is_kind_of(narrow: str, broad: str) -> float:
    """How much of their use two verbs have in senses of which the first is one step narrower ("slash", "cut": .43)."""
    known = table()
    ours, theirs = known.shares.get(narrow.lower(), {}), known.shares.get(broad.lower(), {})
    return max(
        (
            min(share, theirs[above])
            for s, share in ours.items()
            for above in known.broader.get(s, ())
            if above in theirs
        ),
        default=0.0,
    )


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
