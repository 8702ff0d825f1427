"""Who or what fills the roles of an event, in the form in which a sentence and a report are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.align.parties import key_of
from rashomon.align.quantities import MEASURING, counting_figure, value_of
from rashomon.align.roles import OPEN_HEADS, proper_words, uncounted
from rashomon.core import Document, Event, Figure, Kind, Reading, Referent
from rashomon.core.places import OF_THE_NATION, countries_in, country_word, nation
from rashomon.core.sameness import words_that
from rashomon.core.words import fold, key_stems, stem, words

LINKS = frozenset("of and for the in at de la van von der al bin".split())
ANYONE = frozenset({"nobody", "anyone", "anybody", "no one", "one", "none", "nothing", "anything"})
PRONOUNS = frozenset("he she it they them him her his their its we us i you who that which this those these".split())


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role, made comparable.

    `name` are the tokens of a proper name, empty for a common noun phrase; `stems` those of the phrase without its
    head; `open` tells that it reaches over everybody ("nobody", "any diplomats").
    """

    referent: Referent
    head: str
    name: tuple[str, ...]
    stems: frozenset[str]
    proper: frozenset[str]
    figure: Figure | None
    quantity: float | None
    open: bool
    pronoun: bool

    @property
    def shown(self) -> str:
        """The name, or the phrase, on one line."""
        return " ".join(self.referent.name.split())


PLURALS = {
    "man": ("men",),
    "woman": ("women",),
    "child": ("children",),
    "person": ("people", "persons"),
    "foot": ("feet",),
}
"""Nouns of people whose plural is another word than theirs with an ending."""


def filler_of(referent: Referent, event: Event, document: Document, reading: Reading) -> Filler:
    """The comparable form of what fills a role of an event."""
    head = referent.head.lower()
    resolved = head in PRONOUNS and referent.name.lower() not in PRONOUNS
    if resolved:  # "it", where the document says that it is "the company"
        head = fold(re.split(r",| of | for | at | in ", referent.name)[0].split()[-1])
        if head.endswith("s") and not head.endswith("ss") and referent.kind is not Kind.PERSON:
            head = head.removesuffix("s")  # "they", where the document says that they are "seventeen envoys"
    figure = counting_figure(referent.span, head, reading.figures)
    if figure is None and resolved:  # "they", where they are "seventeen envoys"
        figure = next((f for f in reading.figures if referent.name.startswith(document.words_at(f.span))), None)
    if figure is None:  # a sum of money or a length counts itself
        figure = next((f for f in reading.figures if f.unit is not None and referent.span.covers(f.span)), None)
    if head in MEASURING and figure is not None and figure.head:
        head = figure.head.lower()
    counting = figure is not None and head in words(document.words_at(figure.span))
    whole = members_of(document.words_at(referent.span), head, counting=counting)
    if whole is not None:
        head = whole  # "two of its spans", "a committee of scholars"
    elif (head in ANYONE or counting) and referent.modifiers:
        head = referent.modifiers[-1]  # "none of his staff", "six of eight trapped miners"
    people = country_word(head.capitalize())
    if people is not None and people.sense == "people":
        head = "people"  # "ten Americans" are ten US citizens
    name = () if _opens_plural(referent, reading) else name_of(referent)
    phrase = uncounted(referent, figure) if name or resolved else own_words(referent, document, reading)
    stems = {s for s in key_stems(phrase) if not s[:1].isdigit()}
    if name:
        stems |= {stem(m) for m in referent.modifiers}
    elif figure is not None:
        stems -= set(key_stems(document.words_at(figure.span)))
    capitals = proper_words(phrase)
    if not name and any(s.start == referent.span.start and s.part is referent.span.part for s in reading.sentences):
        capitals = [w for w in capitals if w != phrase.split()[0].lower()]  # "County inspectors ..."
    heads = {stem(form) for form in (head, f"{head}s", f"{head}es", f"{head[:-1]}ies", *PLURALS.get(head, ()))}
    return Filler(
        referent=referent,
        head=head,
        name=name,
        stems=by_country(stems - heads, phrase),
        proper=by_country({stem(w) for w in capitals if not country_word(w.upper())} - heads, phrase),
        figure=figure,
        quantity=value_of(figure, event, reading, document) if figure is not None else None,
        open=referent.head.lower() in OPEN_HEADS | ANYONE or referent.name.lower().startswith(("any ", "no ")),
        pronoun=referent.name.lower() in PRONOUNS,
    )


PARTITIVE = re.compile(
    r"\bof\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|these\s+|those\s+)?((?:[a-z-]+\s)*?)([a-z-]+s|people|men|women|children|police)\b"
)


def _opens_plural(referent: Referent, reading: Reading) -> bool:
    """Whether a phrase has its capital only from the beginning of a sentence: "Voters in Saltmarsh"."""
    first = referent.name.split()[0].lower() if referent.name.split() else ""
    head = referent.head.lower()
    plural = bool(head) and first != head and first in {f"{head}s", f"{head}es", *PLURALS.get(head, ())}
    return plural and any(s.start == referent.span.start and s.part is referent.span.part for s in reading.sentences)


def members_of(phrase: str, head: str, *, counting: bool) -> str | None:
    """The lemma of those of whom a phrase tells a number or a group, None where it tells of nothing such."""
    if not counting and head not in words_that("collective"):
        return None
    match = PARTITIVE.search(phrase)
    if match is None:
        return None
    plural = next((one for one, forms in PLURALS.items() if match[2] in forms), None)
    return plural or (match[2] if match[2] in {"people", "police"} else match[2].removesuffix("s"))


def own_words(referent: Referent, document: Document, reading: Reading) -> str:
    """The words of a phrase up to a clause that hangs on its noun ("its diplomats | expelled from ... by ...")."""
    text = document.words_at(referent.span)
    at = text.lower().find(referent.head.lower()[:4]) if referent.head else -1
    cuts = [
        e.predicate.span.start - referent.span.start for e in reading.events if referent.span.covers(e.predicate.span)
    ]
    return text[: min((c for c in cuts if c > at >= 0), default=len(text))]


def before_head(filler: Filler) -> frozenset[str]:
    """The stems that stand before the noun of a phrase: its adjectives and compounds."""
    tokens = words(filler.referent.name)
    at = next((n for n, w in enumerate(tokens) if stem(w)[:4] == stem(filler.head)[:4]), 0)
    return filler.stems & by_country((stem(w) for w in tokens[:at]), filler.referent.name)


def by_country(stems: Iterable[str], phrase: str) -> frozenset[str]:
    """Stems of a phrase with each word for a country or its people as the country ("U.S.", "American").

    A capital stays the place that it is: offices in Paris are French, French offices need not be in Paris.
    """
    known = {stem(fold(w)): land for w in phrase.split() if (land := nation(w.strip(",.;:()"))) is not None}
    known |= {stem(fold(w)): land for s in stems for w in (s, s.capitalize()) if (land := nation(w))}
    return frozenset(known.get(s, s) for s in stems) | frozenset(countries_in(phrase, OF_THE_NATION))


def name_of(referent: Referent) -> tuple[str, ...]:
    """The tokens of a proper name, without titles; none for a common noun phrase ("the union", "Inspectors")."""
    given = referent.name.replace("’s", "").replace("'s", "").split()
    kept = [t for t in given if t.lower() not in LINKS]
    if len(kept) == 2 and kept[0] in words_that("classifier") and " of " in referent.name and kept[1][:1].isupper():
        return key_of(kept[1], Kind.PERSON)
    if not kept or not all(t[:1].isupper() for t in kept):
        return ()
    plural = referent.kind in {Kind.PEOPLE, Kind.THING} and kept[-1].lower() != referent.head.lower()
    if len(kept) == 1 and plural:
        return ()
    return key_of(referent.name, Kind.PERSON)
