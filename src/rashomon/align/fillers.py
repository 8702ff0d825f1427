"""Whether two phrases fill a role with the same person, body or thing; stricter than aligning, which only compares.

Aligning may bring together what is told differently, for the ledger then shows the difference. A sentence is carried
only by reports that name the same parties, so that here a description stands for a name only where the document
itself uses it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rashomon.align.frames import OPEN_HEADS, proper_words, uncounted
from rashomon.align.parties import key_of, spelt_alike
from rashomon.align.quantities import MEASURING, counting_figure, value_of
from rashomon.core import Document, Event, Figure, Kind, Reading, Referent, Span
from rashomon.core.places import countries_in, country_word
from rashomon.core.sameness import same_noun, words_that
from rashomon.core.words import fold, key_stems, stem, words

LINKS = frozenset("of and for the in at de la van von der al bin".split())
ANYONE = frozenset({"nobody", "anyone", "anybody", "no one", "one", "none", "nothing", "anything"})
PEOPLE_AT_LARGE = frozenset({"people", "person", "anyone", "anybody", "nobody", "one"})
PRONOUNS = frozenset("he she it they them him her his their its we us i you who that which this those these".split())
POINTING = re.compile(r"(?:the|this|that|these|those|both)\b", re.IGNORECASE)
APART = frozenset({"of", "for"})


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


def filler_of(referent: Referent, event: Event, document: Document, reading: Reading) -> Filler:
    """The comparable form of what fills a role of an event."""
    head = referent.head.lower()
    figure = counting_figure(referent.span, head, reading.figures)
    if figure is None:  # a sum of money or a length counts itself
        figure = next((f for f in reading.figures if f.unit is not None and referent.span.covers(f.span)), None)
    if head in MEASURING and figure is not None and figure.head:
        head = figure.head.lower()
    counting = figure is not None and head in words(document.words_at(figure.span))
    if (head in ANYONE or counting) and referent.modifiers:
        head = referent.modifiers[-1]  # "none of his staff", "six of eight trapped miners"
    name = name_of(referent)
    phrase = uncounted(referent, figure) if name else own_words(referent, document, reading)
    stems = {s for s in key_stems(phrase) if not s[:1].isdigit()}
    if name:
        stems |= {stem(m) for m in referent.modifiers}
    elif figure is not None:
        stems -= set(key_stems(document.words_at(figure.span)))
    return Filler(
        referent=referent,
        head=head,
        name=name,
        stems=by_country(stems - {stem(head)}, phrase),
        proper=by_country(
            {stem(w) for w in proper_words(phrase) if not country_word(w.upper())} - {stem(head)}, phrase
        ),
        figure=figure,
        quantity=value_of(figure, event, reading) if figure is not None else None,
        open=referent.head.lower() in OPEN_HEADS | ANYONE or referent.name.lower().startswith(("any ", "no ")),
        pronoun=referent.name.lower() in PRONOUNS,
    )


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
    """Stems of a phrase with each word for a country or its people as the country ("U.S.", "American")."""
    known = {stem(fold(w)): one.country for w in phrase.split() if (one := country_word(w.strip(",.;:()"))) is not None}
    known |= {stem(fold(w)): one.country for s in stems for w in (s, s.capitalize()) if (one := country_word(w))}
    return frozenset(known.get(s, s) for s in stems) | frozenset(countries_in(phrase))


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


@dataclass(slots=True)
class Described:
    """How one document speaks of its parties: the words it uses for each name, and the phrases with each head."""

    words: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[Span, frozenset[str]]]] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, reading: Reading) -> Described:
        """What one document says of whom."""
        text = f"{document.headline or ''} {document.text}"
        found = cls(stems=frozenset(key_stems(text)) | frozenset(countries_in(text)))
        for referent in _referents(reading):
            head = referent.head.lower()
            stems = {stem(m) for m in referent.modifiers}
            name = name_of(referent)
            if name:
                found.words.setdefault(name, set()).update(stems | ({stem(head)} if head else set()))
            elif stems:
                stems = by_country(stems | set(key_stems(referent.name)) - {stem(head)}, referent.name)
                found.phrases.setdefault(stem(head), []).append((referent.span, stems))
        for mention in reading.mentions:
            name = key_of(mention.name, Kind.PERSON)
            if name in found.words and mention.form == "role":
                found.words[name].update(key_stems(document.words_at(mention.span)))
        return found

    def of_name(self, name: tuple[str, ...]) -> set[str]:
        """The words that describe the party of a name."""
        return {w for other, words in self.words.items() if same_name(name, other) for w in words}

    def before(self, filler: Filler) -> frozenset[str] | None:
        """What the nearest fuller phrase with the same head says before this one, None where there is none."""
        place = filler.referent.span
        earlier = [p for p in self.phrases.get(stem(filler.head), ()) if p[0] < place]
        return max(earlier)[1] if earlier else None


def _referents(reading: Reading) -> Iterator[Referent]:
    for event in reading.events:
        yield from (r for r in (event.actor, event.target, event.voice) if r is not None)
        yield from (r for _, r in event.others)
    yield from (q.speaker for q in reading.quotations if q.speaker is not None)


def same_name(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names are one party's: the last words agree, and the shorter's others are among the longer's."""
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    if set(short) & APART != set(long) & APART or not spelt_alike(short[-1], long[-1]):
        return False
    rest = long[:-1]
    return all(any(spelt_alike(token, t) or token == t[:1] or t == token[:1] for t in rest) for token in short[:-1])


def same_party(left: Filler, right: Filler, described: Described) -> bool:
    """Whether the sentence's filler (left) and a report's (right) are the same, their numbers aside."""
    if right.pronoun or left.pronoun:
        return False
    if left.name and right.name:
        return same_name(left.name, right.name) or _one_country(left, right)
    if left.name:
        known = described.of_name(left.name)
        return _heads(left, right) if len(left.name) == 1 and not known else stem(right.head) in known
    if right.name:
        known = described.of_name(right.name) | {stem(right.head)} | set(right.stems)
        if _is_a_business(left, right):
            return True
        return bool(left.head) and stem(left.head) in known and left.stems <= known
    if right.open and left.head in PEOPLE_AT_LARGE:
        return True
    if left.open != right.open and not right.open:
        return False
    return _heads(left, right) and _told(left, right, described)


def _one_country(left: Filler, right: Filler) -> bool:
    """Whether two names stand for one state acting: "Moscow expelled" is told of "Russia expelled"."""
    ours, theirs = country_word(left.referent.name), country_word(right.referent.name)
    return ours is not None and theirs is not None and ours.country == theirs.country and "people" not in (
        ours.sense,
        theirs.sense,
    )  # fmt: skip


def _heads(left: Filler, right: Filler) -> bool:
    if same_noun(left.head, right.head):
        return True
    return left.head in PEOPLE_AT_LARGE and right.referent.kind in {Kind.PEOPLE, Kind.PERSON}


def _is_a_business(left: Filler, right: Filler) -> bool:
    """Whether "the company" may stand for a name: a body's, of which no word says that it is something else."""
    if left.stems or left.head not in words_that("business") or right.referent.kind is not Kind.BODY:
        return False
    return not {right.head, *right.name} & words_that("body")


def _told(left: Filler, right: Filler, described: Described) -> bool:
    """Whether everything that the sentence says of a thing is told of the report's thing, here or before it."""
    missing = {s for s in left.stems if s not in right.stems}
    if not missing:
        return True
    if missing & left.proper and right.proper - left.proper:
        return False
    fuller = described.before(right) if POINTING.match(right.referent.name) else None
    if fuller is not None and not right.stems - fuller:
        return missing <= fuller
    if missing & left.proper:
        return False  # whose they are is told by a name only
    if left.figure is not None and right.figure is not None and left.quantity == right.quantity:
        # their number tells which they are, unless another word before the noun tells them apart
        return not before_head(right) - left.stems and missing <= described.stems
    return not right.stems and missing <= described.stems
