"""Where a telling lays its happening and whose people it names: like deeds in two towns are two deeds.

A name tells two things apart only from a name that says the same of the other: "in Orm" from "in Vell", "of Aldany"
from "of Belmor", "at the Orm bridge" from "at the Vell bridge". A town may lie in a county, so that "in Orm" says
nothing against "in Harl county"; nor does it against a name that some report of the story tells around or within it
("Orm, in the north of Harl").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.align.likeness import akin
from rashomon.core import Document, Event
from rashomon.core.calendar import DAY_NAMES, MONTH_NAMES
from rashomon.core.places import country_word
from rashomon.core.sameness import words_that
from rashomon.core.words import FUNCTION_WORDS, key_stems

NAME = r"[A-Z][\w-]*+(?:\s+(?:(?:of|de|la|le|upon)\s+)?[A-Z][\w-]*+)*+"
TOWN = "town|city|village|port|capital|suburb|hamlet|municipality"
REACH = "region|province|county|district|state|island|area|valley|department|governorate|prefecture|canton"
LYING = r"(?:[a-z-]*(?:ern|tral|ous|rby|al|side)\s+)?"
"""What stands before a name of a place and says where in it: "in northern Harl"."""

COMPLEMENT = re.compile(
    rf"\b(?P<way>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]f|[Ff]rom)\s+(?P<the>the\s+)?{LYING}"
    rf"(?:(?P<kind>{TOWN}|{REACH})\s+of\s+)?(?P<name>{NAME})(?P<own>['’]s)?(?:\s+(?P<noun>[a-z][a-z-]+))?"
)
WAYS = {"in": "in", "at": "in", "near": "in", "outside": "in", "of": "of", "from": "of"}
"""Whether what stands behind a word says where something is, or whose it is."""

LINK = rf"['’]s\s+{LYING}(?:(?:{TOWN}|{REACH})\s+of\s+)?"
WITHIN = (
    rf",?\s+(?:(?:an?|the)\s+(?:[a-z-]+\s+){{1,4}}|(?:{TOWN}|{REACH})\s+)?in\s+(?:the\s+)?{LYING}"
    rf"(?:(?:{TOWN}|{REACH}|north|south|east|west|centre|center)\s+of\s+)?"
)
LISTED = rf"(?!(?:,\s+{NAME})*,?\s+(?:and|or)\s+(?:in\s+)?[A-Z])"
"""Not before the last of several names: "in Orm, Vell and Tarm" are three towns."""

CHAIN = re.compile(
    rf"\b(?:in|at|near|outside|from|of)\s+(?:the\s+)?{LYING}(?:(?:{TOWN}|{REACH})\s+of\s+)?"
    rf"{NAME}(?:(?:{WITHIN}|{LINK}|,\s+){NAME})+{LISTED}"
)
PAIR = re.compile(rf"{NAME}(?:\s+(?:{REACH}))?(?:(?:{WITHIN}|{LINK}|\s+(?:{TOWN})\s+of\s+){NAME})+")
"""Names that are told around one another: "in Orm, Harl", "Orm, a town in Harl", "Harl's port of Orm"."""

WORD = re.compile(r"[\w’'-]+")
LONG = 4
"""Words of so many letters and more have capitals in the headlines of outlets that give words capitals."""

CALENDAR = MONTH_NAMES | DAY_NAMES | {"christmas", "easter"}

Beside = Mapping[str, frozenset[str]]
"""For the words of a name those of the names that the reports of a story tell around or within it."""


class Named(NamedTuple):
    """A name by which a phrase says where something is or whose, the noun beside it, and the names told around it."""

    way: str
    name: frozenset[str]
    noun: str
    beside: frozenset[str]


NONE: frozenset[Named] = frozenset()


def set_apart(left: Collection[Named], right: Collection[Named]) -> bool:
    """Whether two phrases name others of one kind: some that can be compared, and none that go together."""
    if not any(a.way == b.way and a.noun == b.noun for a in left for b in right):
        return False
    return not any(_together(a, b) for a in left for b in right)


def _together(left: Named, right: Named) -> bool:
    if left.name & right.name or left.beside & right.name or right.beside & left.name:
        return True
    return any(akin(a, b) for a in left.name for b in right.name)


def told_around(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """For each name that the reports tell within or around others, the stems of those others."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for pattern in (CHAIN, PAIR):
            for match in pattern.finditer(document.text):
                names = [one.lower() for one in re.findall(NAME, match[0])]
                for name in names:
                    found.setdefault(name, set()).update(s for n in names if n != name for s in key_stems(n))
    return {name: frozenset(stems) for name, stems in found.items()}


def shows_names(sentence: str) -> bool:
    """Whether capitals show names in a sentence: not where nearly all words have them ("Man Hurt in Ferry Fire")."""
    return any(w.islower() and len(w) >= LONG and w not in FUNCTION_WORDS for w in WORD.findall(sentence))


def named_in(phrase: str, beside: Beside) -> frozenset[Named]:
    """The names by which a phrase says where something is, or whose."""
    return frozenset(_named(phrase, beside))


def _named(phrase: str, beside: Beside) -> Iterator[Named]:
    for match in COMPLEMENT.finditer(phrase):
        name = match["name"].lower()
        if name in CALENDAR or not words_that("body").isdisjoint(name.split()):
            continue
        noun = match["noun"] if match["noun"] not in FUNCTION_WORDS else None
        kind = match["kind"] if match["kind"] in REACH.split("|") else None
        country = country_word(match["name"])
        article = "the" if match["the"] and not match["kind"] else ""
        yield Named(
            WAYS[match["way"].lower()],
            frozenset(key_stems(name) + ([country.country] if country is not None else [])),
            noun or kind or ("country" if country is not None else article),
            beside.get(name, frozenset()),
        )


def where(event: Event, beside: Beside) -> frozenset[Named]:
    """The names of places in which a clause lays what it tells, whichever of its phrases has them."""
    phrases = [f"{word} {r.name}" for word, r in event.others]
    phrases += [r.name for r in (event.actor, event.target) if r is not None]
    return frozenset(n for phrase in phrases for n in named_in(phrase, beside) if n.way == "in")
