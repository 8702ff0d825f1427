"""What a body is called: the words of its name that tell it from others, in forms that two reports may use for one.

`The town's health office` and `the municipal health office` are told by the same words; `Water Board` may be the
`Orlen Valley Water Board` with words left out. `County council` and `town council` are two.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from rashomon.core.places import country_names, nation

LEVELS = {
    "town": "town", "city": "town", "municipal": "town", "municipality": "town", "village": "town",
    "borough": "town", "communal": "town", "county": "county", "district": "district", "provincial": "province",
    "province": "province", "regional": "region", "region": "region", "valley": "valley", "national": "nation",
    "state": "state", "federal": "nation", "central": "nation",
}  # fmt: skip
"""Words that say how far a body's rule goes; of a town there is one by each other name."""

CORPORATE = frozenset("inc ltd llc plc corp corporation co gmbh ag sa nv limited holding holdings".split())
SMALL = frozenset("the a an of for in at and its their his her our this that said says".split())

ORGANS = frozenset(
    """
    administration agency army association authority board brigade bureau chamber club coastguard college commission
    committee council court department embassy federation fund government guard hospital inspectorate institute
    ministry museum navy office parliament party police prosecutor school senate service society theatre treasury
    tribunal trust union university weather zoo
    """.split()
)
"""Nouns for bodies that are no firms; a short form with one stands for a body whose name has it."""

FIRMS = frozenset(
    """
    airline bakery bank brewery broadcaster builder carrier chain company concern contractor developer distributor
    employer factory ferry firm grocer group insurer lender maker manufacturer mill miner operator owner plant producer
    publisher railway refinery retailer shipyard supermarket supplier utility works yard
    """.split()
)
"""Nouns for firms; a short form with one may stand for a firm whose name says nothing of what it does."""

SAME = {
    "airlines": "airline", "firefighter": "fire", "firefighters": "fire", "military": "army",
    "prosecution": "prosecutor", "prosecutors": "prosecutor", "railways": "railway",
}  # fmt: skip
"""Forms and nouns for one kind of body."""
OF_A_PEOPLE = re.compile(r"\w{2}(?:ian|ese|ish)$")
"""How most words for the people of a country or a region end."""
NO_PEOPLE = frozenset(
    """
    authoritarian christian civilian equestrian guardian historian humanitarian librarian parish pedestrian presbyterian
    utilitarian vegetarian veterinarian
    """.split()
)
LEAST_STEM = 4
"""So many letters a place's name has at least that is looked for in the word for its people."""
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*['’]?")


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words of a body's name: its head noun, the words beside it, and the level at which it rules."""

    head: str
    beside: frozenset[str] = frozenset()
    level: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing but a common noun is told: "the company"."""
        return not self.beside and (self.head in ORGANS or self.head in FIRMS)

    @property
    def firm(self) -> bool:
        """Whether the name is not that of a body of state, a union, a club or the like."""
        return not ({self.head, *self.beside} & ORGANS)


@lru_cache(maxsize=65536)
def body_name(phrase: str) -> BodyName | None:
    """The words of a phrase for a body, None for a phrase without any."""
    words = [w for w in map(_form, _without_kind(WORD.findall(phrase))) if w]
    lead, tail = _parted(words)
    levels = [LEVELS[w] for w in (*lead[:-1], *tail) if w in LEVELS]
    kept = [w for w in lead if w not in SMALL and w not in CORPORATE and (w not in LEVELS or w == lead[-1])]
    beside = {w for w in tail if w not in SMALL and w not in LEVELS}
    if not kept:
        return None
    head, rest = _head(kept)
    return BodyName(head=head, beside=frozenset((*rest, *beside)) - {head}, level=levels[0] if levels else "")


def _without_kind(words: list[str]) -> list[str]:
    """The words of a name without what is said before it of its kind: "the operator Coastal Lines"."""
    if not words or not words[-1][:1].isupper():
        return words
    at = max((n for n, w in enumerate(words) if w in ORGANS or w in FIRMS), default=None)
    return words if at is None else words[at + 1 :]


def _form(word: str) -> str:
    """A word as it is compared: no possessive, one number, the country for its people."""
    low = word.replace("’", "'")
    low = low.removesuffix("'s").removesuffix("'")
    country = nation(low) if low[:1].isupper() else None
    if country is not None:
        return country.lower()
    low = low.lower().replace(".", "")
    return SAME.get(low, low)


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """The words before "of", "for" or "in" and those behind it: "University of Corrig"."""
    at = next((n for n, w in enumerate(words) if n and w in {"of", "for", "in", "at"}), len(words))
    return words[:at], words[at:]


def _head(words: list[str]) -> tuple[str, list[str]]:
    """The noun that says what kind of body it is, and the other words: the police force is the police."""
    whole = set(words)
    if "police" in whole:
        return "police", [w for w in words if w not in {"police", "department", "service", "force", "headquarters"}]
    if "prosecutor" in whole:
        return "prosecutor", [w for w in words if w not in {"prosecutor", "office", "service", "public"}]
    if "fire" in whole and (words[-1] in {"service", "brigade", "department", "fire"}):
        return "fire service", [w for w in words if w not in {"fire", "service", "brigade", "department", "rescue"}]
    if words[-1] == "group" and len(words) > 1:
        return words[-2], words[:-2]
    return words[-1], words[:-1]


def may_be(short: BodyName, full: BodyName) -> bool:
    """Whether one name is the other with words left out, at the same level of rule.

    "The town's fire service" may be the "Ravel fire service"; the county's is another.
    """
    if short.level and full.level and short.level != full.level:
        return False
    if short.head != full.head:
        return _a_name_alone(short, full)
    if short.level not in {"", "town", full.level}:
        return short.beside == full.beside
    return short.beside <= full.beside


def place_words(short: BodyName, full: BodyName, places: Container[str] = ()) -> frozenset[str]:
    """The words for a country, its people or a place that a longer name has and a shorter one lacks.

    Args:
        short: the shorter name.
        full: the longer one.
        places: small-letter names of places of which the reports tell.
    """
    more = full.beside - short.beside - {short.head}
    return frozenset(
        w for w in more if w in _countries() or (OF_A_PEOPLE.search(w) and w not in NO_PEOPLE) or w in places
    )


def tells_places(words: Iterable[str], told: Iterable[str]) -> bool:
    """Whether all these words for places stand among the names that a report tells: "norvian" by "norvia"."""
    names = set(told)
    return all(w in names or any(len(n) >= LEAST_STEM and w.startswith(n[:-1]) for n in names) for w in words)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for name in country_names())


def _a_name_alone(short: BodyName, full: BodyName) -> bool:
    """Whether a name stands without the noun that says what kind of firm it is: "Fenwick", "the Fenwick bakery"."""
    if short.head in ORGANS or short.head in FIRMS or full.head not in FIRMS:
        return False
    return {short.head, *short.beside} <= full.beside
