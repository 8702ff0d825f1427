"""Bodies told by less than their name: `Waterways Authority`, `the authority` of the one authority of a story.

A wrong merge is worse than a missed one: words are left out of one name alone, and a common noun stands for a body only
where its reports name that body and no other of the kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from rashomon.align.bodies import ORGANS as OF_STATE
from rashomon.core.body_names import ORGANS, BodyName, body_name, may_be, place_words, tells_places

MOST_OF_A_KIND = 64
"""So many bodies of one kind are compared with one another; of more, each is its own."""

NO_PLACES: Mapping[str, AbstractSet[str]] = {}

KNOWN_BY_NOUN = ORGANS - OF_STATE - {"church", "office", "party", "police", "prosecutor", "tribunal"}
"""Kinds of which a noun alone is short for a name; a ministry is a country's, an office or a party somebody's."""


def shortened(
    names: Sequence[Iterable[str]],
    documents: Sequence[AbstractSet[str]],
    described: AbstractSet[str],
    places: Mapping[str, AbstractSet[str]] = NO_PLACES,
) -> list[tuple[int, int]]:
    """Which bodies are told by less than another's name, as pairs of their numbers, the shorter first.

    Args:
        names: for each body the names it is known by.
        documents: for each body the reports in which it stands.
        described: those of the names that only describe.
        places: for the small-letter name of each place told the reports that tell it.
    """
    kinds: dict[str, dict[int, tuple[BodyName, ...]]] = defaultdict(dict)
    nouns: dict[int, str] = {}
    for number, known in enumerate(names):
        told = {name: body for name in known if (body := body_name(name)) is not None}
        proper = tuple(body for name, body in told.items() if name not in described and not body.bare)
        heads = {body.head for body in told.values()}
        if len(heads) != 1 or not heads <= KNOWN_BY_NOUN:
            continue
        (head,) = heads
        if proper:
            kinds[head][number] = proper
        elif all(_alone(body, name) for name, body in told.items()):
            nouns[number] = head
    pairs = {}
    for some in kinds.values():
        pairs.update(_left_out(some, documents, places))
    for number, head in nouns.items():
        homes = {pairs.get(n, n) for n in kinds[head]}
        full = [n for n in homes if documents[number] <= _of_all(n, pairs, documents)]
        if len(homes) == 1 and full:
            pairs[number] = full[0]
    return sorted(pairs.items())


def _alone(body: BodyName, name: str) -> bool:
    """Whether a name is "the authority" and nothing else."""
    return body.bare and not body.level and name.lower().split()[:-1] == ["the"]


def _left_out(
    some: Mapping[int, tuple[BodyName, ...]],
    documents: Sequence[AbstractSet[str]],
    places: Mapping[str, AbstractSet[str]],
) -> dict[int, int]:
    """Of the bodies of one kind those whose name is that of one other with words left out.

    The word for a place is left out only where every report with the shorter name tells that place or the whole name:
    each country has a football association.
    """
    if len(some) > MOST_OF_A_KIND:
        return {}
    found = {}
    for number, own in some.items():
        fuller = [n for n, theirs in some.items() if n != number and _shorter(own, theirs)]
        fullest = [n for n in fuller if not any(_shorter(some[n], some[m]) for m in fuller if m != n)]
        if len(fullest) == 1 and all(
            d in documents[fullest[0]] or _told_there(own, some[fullest[0]], d, places) for d in documents[number]
        ):
            found[number] = fullest[0]
    return found


def _told_there(
    own: Sequence[BodyName], theirs: Sequence[BodyName], document: str, places: Mapping[str, AbstractSet[str]]
) -> bool:
    """Whether a report tells the places that stand in the longer of two names alone."""
    told = [place for place, reports in places.items() if document in reports]
    return all(any(may_be(a, b) and tells_places(place_words(a, b, places), told) for b in theirs) for a in own)


def _shorter(own: Sequence[BodyName], theirs: Sequence[BodyName]) -> bool:
    """Whether every name of a body may be another's with words left out, and none the other way."""
    whole = all(any(may_be(a, b) and a.beside < b.beside for b in theirs) for a in own)
    return whole and not any(may_be(b, a) for b in theirs for a in own)


def _of_all(number: int, pairs: Mapping[int, int], documents: Sequence[AbstractSet[str]]) -> AbstractSet[str]:
    """The reports in which a body stands, by its name or by less."""
    return frozenset().union(documents[number], *(documents[n] for n, home in pairs.items() if home == number))
