"""How one document speaks of its parties: the words that describe each name, and what stands for what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.align.fillers import Filler, by_country, name_of
from rashomon.align.frames import lead_of
from rashomon.align.parties import key_of, spelt_alike
from rashomon.core import Document, Kind, Reading, Referent, Span
from rashomon.core.places import countries_in
from rashomon.core.sameness import words_that
from rashomon.core.words import key_stems, stem

LONGEST_ASIDE_CHARS = 60
APART = frozenset({"of", "for"})


@dataclass(slots=True)
class Described:
    """How one document speaks of its parties.

    `words` are those that describe each name, `phrases` the phrases with each head, `beside` the names that stand in
    apposition to a description, by the description's place ("the harbour master, Edda Orsk, ..."), `stems` all stems
    and `lead` those of the lead.
    `business` is the only business that it names, for which "the company" stands.
    """

    words: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    business: tuple[str, ...] = ()
    phrases: dict[str, list[tuple[Span, frozenset[str]]]] = field(default_factory=dict)
    beside: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    document: Document | None = None
    sentences: tuple[Span, ...] = ()

    @classmethod
    def of(cls, document: Document, reading: Reading) -> Described:
        """What one document says of whom."""
        text = f"{document.headline or ''} {document.text}"
        known = frozenset(key_stems(text)) | frozenset(countries_in(text))
        lead = frozenset(key_stems(" ".join(document.words_at(span) for span in lead_of(document))))
        found = cls(stems=known, lead=lead, document=document, sentences=reading.sentences)
        for referent in _referents(reading):
            found._add(referent, document, reading)
        for mention in reading.mentions:
            name = key_of(mention.name, Kind.PERSON)
            if mention.form == "name" and (said := apposed(document.part(mention.span.part), mention.span)):
                found.words.setdefault(name, set()).update(key_stems(said))
            if mention.form == "name" and (said := described_before(document.part(mention.span.part), mention.span)):
                found.words.setdefault(name, set()).update(key_stems(said))
            if name in found.words and mention.form == "role":
                found.words[name].update(key_stems(_aside(document.part(mention.span.part), mention.span)))
        found.business = found._only_business(reading)
        return found

    def _only_business(self, reading: Reading) -> tuple[str, ...]:
        """The one name among the document's that is a business by its own words or by those that describe it."""
        names = {key_of(m.name, Kind.PERSON) for m in reading.mentions if m.form == "name"} | set(self.words)
        telling = words_that("business name")
        described = {stem(w) for w in words_that("business")}
        found: list[tuple[str, ...]] = []
        for name in sorted(names, key=lambda n: (-len(n), n)):
            if (set(name[1:]) & telling or self.of_name(name) & described) and not any(
                same_name(name, f) for f in found
            ):
                found.append(name)
        return found[0] if len(found) == 1 else ()

    def _add(self, referent: Referent, document: Document, reading: Reading) -> None:
        head = referent.head.lower()
        stems = {stem(m) for m in referent.modifiers} | ({stem(head)} if head else set())
        name = name_of(referent)
        if not name and (beside := _name_beside(referent, document, reading)):
            self.beside[referent.span] = name = beside
        if name:
            said = apposed(document.part(referent.span.part), referent.span)
            self.words.setdefault(name, set()).update(stems, key_stems(said))
        elif len(stems) > 1:
            fuller = by_country((stems | set(key_stems(referent.name))) - {stem(head)}, referent.name)
            self.phrases.setdefault(stem(head), []).append((referent.span, fuller))

    def name_at(self, referent: Referent) -> tuple[str, ...]:
        """The name of what a phrase stands for, be it beside a description."""
        return name_of(referent) or self.beside.get(referent.span, ())

    def just_before(self, span: Span) -> frozenset[str]:
        """The stems of a place's sentence before it, and of the sentence before that."""
        at = next((n for n, s in enumerate(self.sentences) if s.covers(span)), None)
        if at is None or self.document is None:
            return frozenset()
        first = self.sentences[max(0, at - 1)]
        start = first.start if first.part is span.part else self.sentences[at].start
        return frozenset(key_stems(self.document.part(span.part)[start : span.start]))

    def of_name(self, name: tuple[str, ...]) -> set[str]:
        """The words that describe the party of a name."""
        return {w for other, words in self.words.items() if same_name(name, other) for w in words}

    def before(self, filler: Filler) -> frozenset[str] | None:
        """What the nearest fuller phrase with the same head says before this one, None where there is none."""
        place = filler.referent.span
        earlier = [p for p in self.phrases.get(stem(filler.head), ()) if p[0] < place]
        return max(earlier)[1] if earlier else None


APPOSED = re.compile(r",\s+(?:a|an|the)\s+((?:[\w'’-]+\s?){1,7})(?=[,.;)])")
VERBAL = frozenset("is was were are has had have will would said says who which that".split())
PLACING = re.compile(r"\b(?:in|at|near|from|on|of|to)\s+(?:the\s+)?$", re.IGNORECASE)


def apposed(text: str, span: Span) -> str:
    """What stands in apposition after a name: "Feberin, a vaccine against fever, ..."; empty where nothing does."""
    match = APPOSED.match(text, span.end)
    if match is None or VERBAL & set(match[1].lower().split()):
        return ""
    placed = PLACING.search(text[max(0, span.start - 12) : span.start])
    return "" if placed and text[match.end() : match.end() + 1] != "," else match[1]


BEFORE = re.compile(r"((?:[a-z]+(?:-[a-z]+)?\s){1,3})$")


def described_before(text: str, span: Span) -> str:
    """The common words right before a name: "the port operator Norquay", "furniture maker Lindholt"."""
    match = BEFORE.search(text[max(0, span.start - 40) : span.start])
    if match is None:
        return ""
    last = re.split(r"\b(?:the|a|an|its|his|her|their|and|or|of|in|at|to|by|for|from|with|on|as|that)\b", match[1])[-1]
    return last.strip()


def _aside(text: str, span: Span) -> str:
    """The words between two commas around a place ("Rengo, the leader of the union, ..."), else the place alone."""
    start, end = text.rfind(",", 0, span.start), text.find(",", span.end)
    between = text[start + 1 : end] if start >= 0 and end >= 0 else ""
    return between if between and len(between) < LONGEST_ASIDE_CHARS and "." not in between else span.of(text)


def _name_beside(referent: Referent, document: Document, reading: Reading) -> tuple[str, ...]:
    """The name set off by commas right after a description."""
    text, end = document.part(referent.span.part), referent.span.end
    for mention in reading.mentions:
        span = mention.span
        if mention.form != "name" or span.part is not referent.span.part or span.start < end:
            continue
        if text[end : span.start] == ", " and text[span.end : span.end + 1] == ",":
            return key_of(mention.name, Kind.PERSON)
    return ()


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
