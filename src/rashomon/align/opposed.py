"""Words that stand for one of two or more that exclude one another: "northern" and "southern", "first" and "second".

A phrase that has one of them says which of its kind is meant: who closed the upper lock did not close the lower one. A
phrase that has several of one kind ("the first and the second lock") or none says nothing by which it could be told
from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rashomon.core.words import words

Pole = tuple[str, str]
"""A kind of words that exclude one another, and which of them it is."""

COMPASS = {"north": "n", "south": "s", "east": "e", "west": "w"}
TURNS = ("", "ern", "ernmost", "erly", "ward", "bound", "erner")
"""How words of the compass end: "north", "northern", "northbound"."""

OPPOSED: dict[str, tuple[str, ...]] = {
    "height": ("upper uppermost top topmost", "lower lowermost bottom"),
    "side": ("left leftmost lefthand", "right rightmost righthand"),
    "end": ("front foremost", "rear back hind"),
    "shell": ("inner innermost internal interior", "outer outermost external exterior"),
    "making": ("old older oldest", "new newer newest"),
    "age": ("old older oldest elder eldest elderly", "young younger youngest"),
    "office": ("former ex", "current present incumbent sitting"),
    "sex": ("male", "female"),
    "hour": ("morning", "afternoon evening"),
    "season": ("spring", "summer", "autumn", "winter"),
    "direction": ("inbound incoming", "outbound outgoing"),
    "country": ("domestic", "foreign overseas"),
    "owner": ("public", "private"),
    "law": ("civil", "criminal"),
    "place in a row": ("first", "last"),
}
"""The poles of each kind, each with its words."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
LAST_ORDINAL = 100
IN_DIGITS = {
    f"{number}{ending}": number for number in range(1, LAST_ORDINAL + 1) for ending in ("st", "nd", "rd", "th")
}
NUMBERS = {**ORDINALS, **IN_DIGITS}

NO_ORDER = frozenset("time times ever hand party".split())
"""Words behind an ordinal with which it says nothing of an order: "first-ever", "second-hand"."""

YEARS = frozenset("year years month months week weeks day days".split())
"""Words before "old" with which it tells an age: "a 20-year-old man"."""


POINTS = {point + turn: letter for point, letter in COMPASS.items() for turn in TURNS}
POINTS |= {
    f"{first}{second}{turn}": "".join(sorted(COMPASS[first] + COMPASS[second]))
    for first in ("north", "south")
    for second in ("east", "west")
    for turn in TURNS
}
ALL_POINTS = tuple("".join(some) for size in (1, 2, 3, 4) for some in combinations("ensw", size))
"""The letters of a direction in the order of the alphabet: "ns" for a road from north to south."""

POLES: dict[str, list[Pole]] = {}
for _kind, _sides in OPPOSED.items():
    for _side in _sides:
        for _word in _side.split():
            POLES.setdefault(_word, []).append((_kind, _side))


def poles_of(phrase: str) -> frozenset[Pole]:
    """The poles that the words of a phrase name, of each kind at most one."""
    named = list(_named(phrase))
    kinds = [kind for kind, _ in set(named)]
    return frozenset(pole for pole in named if kinds.count(pole[0]) == 1)


def _named(phrase: str) -> Iterator[Pole]:
    told = words(phrase)
    for before, word, behind in zip(["", *told], told, [*told[1:], ""], strict=False):
        if word in POINTS and behind not in POINTS:
            yield "compass", "".join(sorted({*POINTS.get(before, ""), *POINTS[word]}))
        if word in NUMBERS and behind not in NO_ORDER:
            yield "order", str(NUMBERS[word])
        if (word.startswith("old") and before in YEARS) or (word in NUMBERS and behind in NO_ORDER):
            continue
        yield from POLES.get(word, ())


def against(pole: Pole) -> Iterator[Pole]:
    """The poles that one excludes; of the compass those without a point in common: "northern" not "north-eastern"."""
    kind, side = pole
    if kind == "compass":
        yield from ((kind, other) for other in ALL_POINTS if not set(other) & set(side))
    elif kind == "order":
        yield from ((kind, str(other)) for other in range(1, LAST_ORDINAL + 1) if str(other) != side)
    else:
        yield from ((kind, other) for other in OPPOSED[kind] if other != side)
