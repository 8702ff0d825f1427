"""The roles of an event made comparable: who or what fills them, of which country, how many, how far they reach."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rashomon.align.ages import AHEAD_CHARS, ages_told
from rashomon.align.parties import Parties
from rashomon.align.quantities import MEASURING, counting_figure, parts_of, value_of
from rashomon.align.whereabouts import NONE, Beside, Named, named_in
from rashomon.core import Document, Event, Figure, Kind, Reading, Referent
from rashomon.core.places import countries_in
from rashomon.core.senses import is_kind_of
from rashomon.core.words import FUNCTION_WORDS, key_stems, stem, words

POSSESSIVE = re.compile(r"([\w-]+)(?:['’]s|(?<=s)['’])(?=\s+\S)")
"""A word by which a phrase says whose somebody or something is: "the mayor's wife", "the miners’ leader"."""
OF_WHOM = re.compile(r"\bof\s+(?:the\s+|an?\s+)?([^,;()]+)")
OPEN_HEADS = frozenset(
    {"anyone", "anybody", "someone", "somebody", "nobody", "everyone", "none", "nothing", "anything"}
)
DEFINITE = re.compile(r"^(?:the|these|those|this|that|its|his|her|their|both|all)\b", re.IGNORECASE)
OPEN = re.compile(r"^(?:any|no|anyone|anybody|nobody)\b", re.IGNORECASE)
OF_SOME = re.compile(
    r"^(?:(?:the|its|his|her|their) )?(?:many|much|more|most|several|some|other|others|another|few|fewer|less|various|"
    r"each|every)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One role of an event: who or what, for comparing.

    `party` is set for a party with a name of its own, `kind` what sort of thing it is. `figure` counts it, with its
    value in `quantity` and the sum with what is joined to it ("31 employees and four diplomats") in `total`.
    `proper` are the stems of its capitalised words. `reach` tells whether the phrase is `definite` ("the
    diplomats"), `open` ("anyone", "any diplomats"), `counted` or `bare` ("diplomats"); `of_some` that it is of some of
    its kind ("many diplomats", "another diplomat"), `several` that its head stands in the plural. `whose` are the names
    that tell of people whose they are ("officers of Aldany"), `ages` how old people are told to be, and `owners` the
    stems of those whose they are told to be ("the mayor's wife").
    """

    party: str | None
    kind: Kind
    head: str
    stems: frozenset[str]
    proper: frozenset[str]
    countries: frozenset[str]
    figure: Figure | None
    quantity: float | None
    total: float | None
    reach: str
    of_some: bool = False
    several: bool = False
    whose: frozenset[Named] = NONE
    ages: frozenset[int] = frozenset()
    owners: frozenset[str] = frozenset()

    @property
    def counts(self) -> frozenset[float]:
        """The values under which the phrase may be counted elsewhere: its own, and that of its parts together."""
        return frozenset(v for v in (self.quantity, self.total) if v is not None)


def role_of(
    referent: Referent | None,
    event: Event,
    document: Document,
    reading: Reading,
    parties: Parties,
    sides: Mapping[str, frozenset[str]],
) -> Part | None:
    """The comparable form of one role of an event, or None for an empty one."""
    if referent is None:
        return None
    party = parties.proper(referent.name)
    own = sides.get(party, frozenset()) if party else frozenset()
    countries = frozenset(countries_in(referent.name)) or frozenset(
        c for m in referent.modifiers for c in countries_in(m.capitalize())
    )
    head = referent.head.lower()
    figure = counting_figure(referent.span, head, reading.figures)
    quantity = value_of(figure, event, reading, document) if figure is not None else None
    parts = parts_of(figure, reading, document) if figure is not None else ()
    total = sum(p.value for p in parts if p.value is not None) if parts else None
    if head in MEASURING and figure is not None:
        head = figure.head.lower()
    name = uncounted(referent, figure)
    stems = frozenset(s for s in key_stems(name) if not s[:1].isdigit())
    return Part(
        party=party,
        kind=referent.kind,
        head=head,
        stems=stems | {stem(m) for m in referent.modifiers} | ({stem(head)} if head else set()),
        proper=frozenset(stem(w) for w in proper_words(name)),
        countries=countries or own,
        figure=replace(figure, value=quantity) if figure is not None else None,
        quantity=quantity,
        total=total,
        reach=reach_of(referent, figure),
        of_some=OF_SOME.match(name) is not None,
        several=_plural(name, head),
        ages=_ages(referent, document),
        owners=_owners(document.words_at(referent.span)),
    )


def _owners(phrase: str) -> frozenset[str]:
    """The stems of the words by which a phrase says whose somebody is: "the mayor's wife", "a son of Adam Thom"."""
    behind = OF_WHOM.findall(phrase.lower())
    return frozenset(stem(w) for w in (*POSSESSIVE.findall(phrase.lower()), *" ".join(behind).split()))


def _ages(referent: Referent, document: Document) -> frozenset[int]:
    ages = ages_told(referent.name, document.part(referent.span.part)[referent.span.end :][:AHEAD_CHARS])
    return ages if ages and _of_people(referent) else frozenset()


MOSTLY, STEPS = 0.5, 6
"""The share of a noun's use in which it stands for a person, and how many steps up the dictionary's tree that lies."""


def _of_people(referent: Referent) -> bool:
    """Whether a phrase is of people: by its kind, or by what its noun mostly means ("a suspect")."""
    if referent.kind in {Kind.PEOPLE, Kind.PERSON}:
        return True
    return referent.kind is Kind.THING and is_kind_of(referent.head, "person", part="noun", steps=STEPS) >= MOSTLY


def with_whose(part: Part | None, referent: Referent | None, beside: Beside) -> Part | None:
    """A role with the names that say of people or a body whose they are; behind a thing's "of" may stand anything."""
    if part is None or referent is None or referent.kind not in {Kind.PEOPLE, Kind.PERSON, Kind.BODY}:
        return part
    return replace(part, whose=frozenset(n for n in named_in(referent.name, beside) if n.way == "of"))


def _plural(name: str, head: str) -> bool:
    """Whether a phrase has its head's lemma only with a plural ending: "wells", "authorities"."""
    found = words(name)
    endings = {f"{head}s", f"{head}es", f"{head.removesuffix('y')}ies"}
    return bool(head) and head not in found and not endings.isdisjoint(found)


def uncounted(referent: Referent, figure: Figure | None) -> str:
    """A phrase without the number that it begins with ("Fourteen people" -> "people")."""
    if figure is not None and figure.span.start == referent.span.start and len(figure.span) < len(referent.name):
        return referent.name[len(figure.span) :].strip()
    return referent.name


def proper_words(name: str) -> list[str]:
    """The capitalised words of a phrase, lower-case: its names and its proper adjectives ("Norvian")."""
    tokens = [t.strip("\"“”‘’'()[],;:.") for t in name.replace("’s", "").replace("'s", "").split()]
    return [t.lower() for t in tokens if t[:1].isupper() and t.lower() not in FUNCTION_WORDS]


def reach_of(referent: Referent, figure: Figure | None) -> str:
    """How far a phrase reaches: counted, open, definite or bare."""
    if referent.head in OPEN_HEADS or OPEN.match(referent.name):
        return "open"
    if figure is not None:
        return "counted"
    if referent.kind in {Kind.PERSON, Kind.BODY, Kind.PLACE} or DEFINITE.match(referent.name):
        return "definite"
    return "bare"
