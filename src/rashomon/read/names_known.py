"""The parties of a document that are known so far, found by the parts of their names instead of one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.names_found import folded

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
LONG_SURNAME = 6
"""From so many letters on a surname alone may be misspelt and still be known again."""


@dataclass(slots=True)
class Party:
    """A person, body, place or people of one document, named or only described.

    `forms` counts the forms of its name; `roles` holds the heads of the phrases that describe it, each with its
    modifiers (nationalities as the country's name).
    """

    name: str
    kind: Kind
    gender: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    roles: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    named: bool = True
    plural: bool = False
    """Whether a phrase in the plural brought it in: `three firms`."""
    age: str = ""
    """Years of age as told, in digits."""
    speaks_for: Party | None = None
    """The body whose spokesperson it is, where the body stands before the role: `Waymark spokeswoman Ida Brandt`."""


class Known:
    """The parties known so far, in the order in which they were made."""

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self._numbers: dict[int, int] = {}
        self._full: list[str] = []
        """The longest form of each party's name, folded."""
        self._countries: dict[tuple[Kind, tuple[str, frozenset[str]]], Party] = {}
        self._bodies: dict[str, list[Party]] = defaultdict(list)
        self._people: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
        """People by what another spelling of their name has in common with it: a superset of who is meant."""
        self._bearers: dict[str, list[Party]] = defaultdict(list)

    def add(self, party: Party) -> None:
        """A party that is new, or has a new form of its name."""
        number = self._numbers.setdefault(id(party), len(self.parties))
        if number == len(self.parties):
            self.parties.append(party)
            self._full.append("")
            for role in party.roles:
                self._countries.setdefault((party.kind, role), party)
            if party.kind in {Kind.BODY, Kind.PLACE, Kind.THING}:
                for key in _body_keys(party.name):
                    self._bodies[key].append(party)
        if party.kind is Kind.PERSON:
            full = folded(max(party.forms, key=len, default=party.name))
            if full != self._full[number]:
                self._full[number] = full
                for part in _person_keys(full.split()):
                    self._people[part][number] = None

    def bears(self, words: Iterable[str], person: Party) -> None:
        """A person was made by a name of these words, each of which may be the surname."""
        for word in dict.fromkeys(words):
            self._bearers[word].append(person)

    def bearers(self, word: str) -> list[Party]:
        """The people whose surname a single word is."""
        return [p for p in self._bearers.get(word, ()) if self._last(p) == word]

    def country(self, kind: Kind, role: tuple[str, frozenset[str]]) -> Party | None:
        """The country or union told by its role."""
        return self._countries.get((kind, role))

    def body(self, key: str, words: tuple[str, ...]) -> Party | None:
        """The one body already known by a fuller name that ends in this one, or by the long form of this acronym."""
        single = words[0].replace(".", "") if len(words) == 1 else ""
        if single.isupper() and 2 <= len(words[0]) <= 8:
            fits = self._bodies.get(single, [])
        else:
            fits = self._bodies.get(f" {key}", []) if len(words) > 1 else []
        return fits[0] if len(fits) == 1 else None

    def person(self, words: list[str], *, sure: bool) -> Party | None:
        """A person already known under a fuller or slightly different name.

        A shorter name is somebody's whole name where it leaves words out of it: the second surname, as Spanish names
        do (`Luis Arn Vela`, `Luis Arn`), the given names before two surnames, a middle name.
        """
        if len(words) == 1:
            return self._by_surname(words[0], sure=sure)
        for number in self._sharing(_full_keys(words)):
            other = self._full[number].split()
            if len(other) > 1 and _same_name(words, other):
                return self.parties[number]
        return None

    def _by_surname(self, word: str, *, sure: bool) -> Party | None:
        people = self.bearers(word) or self._bearers.get(word, [])
        if people:
            return people[0]
        if not sure or len(word) < LONG_SURNAME:
            return None
        near = [
            self.parties[number]
            for number in self._sharing(("last", form) for form in _without_a_letter(word))
            if len(last := self._last(self.parties[number])) >= LONG_SURNAME and same_surname(word, last)
        ]
        return near[0] if len(near) == 1 else None

    def _sharing(self, keys: Iterable[tuple[str, ...]]) -> list[int]:
        """The numbers of the people under any of these keys, in order."""
        return sorted({number for key in keys for number in self._people.get(key, ())})

    def _last(self, party: Party) -> str:
        number = self._numbers.get(id(party))
        full = self._full[number] if number is not None else folded(party.name)
        return _surname(full.split())


def _surname(words: list[str]) -> str:
    return next((w for w in reversed(words) if w not in SUFFIXES), "")


def _person_keys(words: list[str]) -> Iterator[tuple[str, ...]]:
    for form in _without_a_letter(_surname(words)):
        yield "last", form
    yield from _full_keys(words)


def _full_keys(words: list[str]) -> Iterator[tuple[str, ...]]:
    """What two names of several words share, at least one of these, if they are one person's: see `_same_name`."""
    if len(words) < 2:
        return
    for form in _without_a_letter(words[-1]):
        yield "spelling", words[0][0], form
    for word in words[1:]:
        yield "words", words[0], word
    yield "end", words[-2], words[-1]


def _without_a_letter(word: str) -> set[str]:
    """A word and what is left of it without one of its letters: words one slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _body_keys(name: str) -> set[str]:
    """The initials of a body's name, and the ends of the name, these behind a blank."""
    words = name.split()
    if len(words) < 2:
        return set()
    ends = folded(name).split()
    return _initials(words) | {" " + " ".join(ends[at:]) for at in range(1, len(ends))}


def _initials(words: list[str]) -> set[str]:
    return {
        "".join(w[0] for w in words if w[0].isalnum()).upper(),
        "".join(w[0] for w in words if w.lower() not in SMALL and w[0].isalnum()).upper(),
    }


def _same_name(words: list[str], other: list[str]) -> bool:
    """Whether two names of several words are one person's: spelt alike, or the shorter leaves words out."""
    if same_surname(words[-1], other[-1]) and _same_given(words[0], other[0]):
        return True
    shorter, longer = sorted((words, other), key=len)
    if len(shorter) < 2:
        return False
    left_out = shorter[0] == longer[0] and all(w in longer for w in shorter)
    return left_out or shorter == longer[-len(shorter) :]


def same_surname(left: str, right: str) -> bool:
    """Whether two surnames, folded, are one: the same, or long ones that a slip of the pen sets apart."""
    if left == right:
        return True
    if min(len(left), len(right)) < 5 or abs(len(left) - len(right)) > 1:
        return False
    return _slips()(left, right) <= 1


def _same_given(left: str, right: str) -> bool:
    if left == right or (1 in {len(left), len(right)} and left[0] == right[0]):
        return True
    if left[0] != right[0] or min(len(left), len(right)) < 3:
        return False
    if left.startswith(right) or right.startswith(left):
        return True
    return _slips()(left, right) <= 1 + (min(len(left), len(right)) >= 6)


@cache
def _slips() -> Callable[[str, str], int]:
    """How many slips of the pen lie between two words: the optimal string alignment distance."""
    from rapidfuzz.distance import OSA

    return OSA.distance
