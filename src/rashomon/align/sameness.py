"""Whether a sentence's phrase and a report's stand for the same party or thing; stricter than aligning.

Aligning may bring together what is told differently, for the ledger then shows the difference. A sentence is carried
only by reports that name the same parties, so that here a description stands for a name only where the document
itself uses it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.align.fillers import Filler, before_head, by_country, members_of, name_of
from rashomon.align.frames import lead_of
from rashomon.align.parties import key_of, spelt_alike
from rashomon.core import Document, Kind, Reading, Referent, Span
from rashomon.core.places import countries_in, country_word
from rashomon.core.sameness import acts_for, same_noun, words_that
from rashomon.core.words import key_stems, stem

PEOPLE_AT_LARGE = frozenset({"people", "person", "citizen", "national", "anyone", "anybody", "nobody", "one"})
POINTING = re.compile(r"(?:the|this|that|these|those|both)\b", re.IGNORECASE)
OWNED = re.compile(r"\b(?:its|his|her|their)\b", re.IGNORECASE)
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


def same_party(left: Filler, right: Filler, described: Described) -> bool:
    """Whether the sentence's filler (left) and a report's (right) are the same, their numbers aside."""
    if right.pronoun or left.pronoun:
        return False
    if left.name and right.name:
        return same_name(left.name, right.name) or _one_country(left, right)
    if beside := described.beside.get(right.referent.span):
        known = described.of_name(beside)
        return same_name(left.name, beside) if left.name else stem(left.head) in known and left.stems <= known
    if described.business and _only_a_business(right):
        known = described.of_name(described.business) | {stem(t) for t in described.business}
        if same_name(left.name, described.business) if left.name else stem(left.head) in known and left.stems <= known:
            return True
    if left.name:
        known = described.of_name(left.name)
        return _heads(left, right) if len(left.name) == 1 and not known else stem(right.head) in known
    if right.name:
        known = described.of_name(right.name) | {stem(right.head)} | set(right.stems)
        if _is_a_business(left, right):
            return True
        return bool(left.head) and stem(left.head) in known and left.stems <= known
    if right.open and right.head in PEOPLE_AT_LARGE and (left.open or left.head in PEOPLE_AT_LARGE):
        return True  # nobody at all: no diplomats either
    if left.open != right.open and not right.open:
        return False
    if (
        left.proper | right.proper
        and left.figure is right.figure is None
        and right.stems | {stem(right.head)} == left.stems
    ):
        return True  # a name without the noun that says what it is: "Elmcote primary" is Elmcote primary school
    return _heads(left, right) and _told(left, right, described)


def same_voice(left: Referent, right: Referent, described: Described) -> bool:
    """Whether the sentence's speaker (left) and a report's (right) are one: by name, or as the document describes."""
    ours, theirs = name_of(left), described.name_at(right)
    if ours and theirs:
        return same_name(ours, theirs) or _speaks_for(ours, described.of_name(theirs))
    wanted = {stem(left.head.lower()), *(stem(m) for m in left.modifiers)}
    if theirs and not ours:
        return bool(left.head) and wanted <= described.of_name(theirs) | {stem(right.head.lower())}
    if ours:
        return bool(right.head) and stem(right.head.lower()) in described.of_name(ours)
    theirs_of = members_of(right.name, right.head.lower(), counting=False) or right.head.lower()
    return theirs_of == left.head.lower() and set(left.modifiers) <= {*right.modifiers, right.head.lower()}


SPEAKING_FOR = frozenset({stem("spokesman"), stem("spokeswoman"), stem("spokesperson")})


def _speaks_for(body: tuple[str, ...], known: set[str]) -> bool:
    """Whether the words that describe a person say that he or she is the body's spokesman."""
    return bool(SPEAKING_FOR & known) and stem(body[0]) in known


def _one_country(left: Filler, right: Filler) -> bool:
    """Whether two names stand for one state acting: "Moscow expelled" is told of "Russia expelled"."""
    ours, theirs = country_word(left.referent.name), country_word(right.referent.name)
    return ours is not None and theirs is not None and ours.country == theirs.country and "people" not in (
        ours.sense,
        theirs.sense,
    )  # fmt: skip


def _heads(left: Filler, right: Filler) -> bool:
    if same_noun(left.head, right.head) or _working_at(left, right) or _working_at(right, left):
        return True
    if left.figure is None and right.figure is None and not right.stems and acts_for(left.head, right.head):
        return True
    return left.head in PEOPLE_AT_LARGE and right.referent.kind in {Kind.PEOPLE, Kind.PERSON}


def _working_at(doer: Filler, worker: Filler) -> bool:
    """Whether "dockers" are "dock workers": who does something, and "worker" with what they do it at."""
    if worker.head not in WORKER or not doer.head.endswith("er"):
        return False
    said = worker.referent.name.lower()
    return any(
        doer.head.startswith(m) and f"{m} {worker.head}" in said for m in worker.referent.modifiers if len(m) > 2
    )


WORKER = frozenset({"worker", "man", "hand", "employee"})


def _is_a_business(left: Filler, right: Filler) -> bool:
    """Whether "the company" may stand for a name: a body's, of which no word says that it is something else."""
    if left.stems or left.head not in words_that("business") or right.referent.kind is not Kind.BODY:
        return False
    return not {right.head, *right.name} & words_that("body")


def _placed(filler: Filler, missing: set[str]) -> bool:
    """Whether all that is missing is where they are: "voters in Saltmarsh"."""
    match = PLACED_IN.search(filler.referent.name)
    return match is not None and missing <= set(key_stems(match[1]))


PLACED_IN = re.compile(r"\s(?:in|at)\s+(?:the\s+)?([A-Z].*)$")


def _only_a_business(filler: Filler) -> bool:
    """Whether a phrase says no more than "the company"."""
    bare = not filler.name and not filler.stems and filler.figure is None
    return bare and filler.head in words_that("business") and bool(POINTING.match(filler.referent.name))


def _told(left: Filler, right: Filler, described: Described) -> bool:
    """Whether everything that the sentence says of a thing is told of the report's thing, here or before it."""
    missing = {s for s in left.stems if s not in right.stems}
    if left.head in WORKER and right.head not in WORKER:
        missing = {s for s in missing if not right.head.startswith(s)}
    if not missing:
        return True
    if missing & left.proper and right.proper - left.proper:
        return False
    if OWNED.search(right.referent.name) and missing <= described.just_before(right.referent.span):
        return True  # "two of its spans", after the bridge was named
    fuller = described.before(right) if POINTING.match(right.referent.name) else None
    if fuller is not None and not right.stems - fuller:
        return missing <= fuller
    if _placed(left, missing) and not right.stems and missing <= described.lead:
        return True  # "voters", in a report from the place of which the sentence says they are
    if missing & left.proper:
        return False  # whose they are is told by a name only
    if left.figure is not None and right.figure is not None and left.quantity == right.quantity:
        # their number tells which they are, unless another word before the noun tells them apart
        return not before_head(right) - left.stems and missing <= described.stems
    return not right.stems and missing <= described.stems
