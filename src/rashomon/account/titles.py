"""What a claim is called, and how one telling of it reads by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rashomon.account.standing import HAPPENED, supposed
from rashomon.core import Document, Event, Referent, Span, Status
from rashomon.core.alignment import Telling

FIRST_OR_POINTING = frozenset(
    "i we he she it they his her its their our my this that these those who which what".split()
)


FACTUAL = frozenset({"when", "while", "after", "as", "since", "because"})
"""Words that open a clause within a sentence which tells a fact."""
SUBORDINATING = FACTUAL | {"if", "before", "until", "unless", "whether"}

RELATIVE = frozenset({"who", "which", "that"})
LONGEST_ABBREVIATION = 5
"""A last word of at most this many characters keeps its point: it may be an abbreviation ("U.S.", "Inc.")."""


def representative(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> Telling:
    """The telling that says the claim best by itself: both roles named, in the body, of a readable length.

    What tells it as done comes before what only plans it, and that before what tells that it is not; a clause with its
    own subject and verb before a piece of one; and a subject that is only pointed to comes last.
    """

    def rank(t: Telling) -> tuple[bool, bool, bool, int, int, bool, int, str, Span]:
        event, document = t.event, documents[t.document]
        text = clause_text(t, document)
        named = sum(
            r is not None and document.words_at(r.span).lower().partition(" ")[0] not in FIRST_OR_POINTING
            for r in (event.actor, event.target)
        )
        readable = 25 <= len(text) <= LONGEST_TITLE
        whole = text.split()[0].lower() not in FIRST_OR_POINTING | SUBORDINATING if text else False
        headline = document.headline_span
        in_headline = headline is not None and headline.covers(event.span)
        # the text of a denied claim is what is denied, not the denial
        against = event.status in {Status.DENIED, Status.REFUSED}
        said_not = against and (bool(NOT.search(text)) or event.predicate.lemma in DENIALS)
        merit = 2 * named + readable + whole + (event.predicate.form == "verb")
        no_clause = not says_who_did(t, document)
        firm = 0 if event.status in HAPPENED else 2 if against else 1
        worst = said_not and event.status is Status.DENIED
        return (supposed(event), worst, no_clause, firm, -merit, in_headline, len(text), t.document, event.span)

    return min(tellings, key=rank)


NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|without|den(?:y|ies|ied|ying)|refus\w+|reject\w+)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
"""Words by which a clause itself says that something is not so."""
DENIALS = frozenset({"deny", "refuse", "reject", "decline", "dismiss"})
"""Verbs of a clause that tells the denial, and not what is denied."""


TYING = frozenset(
    {"where", "when", "which", "who", "whom", "whose", "if", "unless", "whether", "because", "why", "how"}
)
"""Words behind which a clause is one of a phrase or of another clause."""
AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "am"})
LONGEST_TITLE = 160


def says_who_did(telling: Telling, document: Document) -> bool:
    """Whether a clause has a verb, and before it a subject that is named there."""
    event = telling.event
    if event.predicate.form not in {"verb", "light"}:
        return False
    first = document.words_at(event.span).lower().partition(" ")[0]
    if (
        first in RELATIVE
    ):  # it is called by the phrase it says something of: "a flood killed two", of one "that killed two"
        named = _named_before(event)
        return named is not None and document.words_at(named.span).lower().partition(" ")[0] not in FIRST_OR_POINTING
    subject = next(
        (
            r.span
            for r in (event.actor, event.target)
            if r is not None and r.span.start < event.predicate.span.start and event.span.covers(r.span)
        ),
        None,
    )
    if subject is None or document.words_at(subject).lower().partition(" ")[0] in FIRST_OR_POINTING:
        return False
    text, verb = document.part(event.span.part), document.words_at(event.predicate.span).lower().partition(" ")[0]
    before = text[event.span.start : subject.start].lower().split()
    between = text[subject.end : event.predicate.span.start].lower().split()
    if between == ["to"] or (verb.endswith("ing") and not AUXILIARIES.intersection(between)):
        return False  # "for the boat to sink", "a court reviewing it"
    return not TYING.intersection(before) and len(event.span) <= LONGEST_TITLE


def on_one_line(document: Document, place: Span) -> str:
    """The words at a place, without the marks and the point at its ends."""
    words = " ".join(document.words_at(place).split()).strip(" ,;:—–-”“")
    ends = words.endswith(".") and len(words.rsplit(" ", 1)[-1]) > LONGEST_ABBREVIATION
    return words[:-1] if ends else words


def denied_twice(event: Event) -> bool:
    """Whether what is told as so stands under two denials: "dismissed the claim that no sluice had been open"."""
    return event.status is not Status.DENIED and sum(w.endswith(": denied") for w in event.why) > 1


def clause_text(telling: Telling, document: Document) -> str:
    """The words of the clause on one line, with the phrase that it says something of where that stands outside it.

    "expelled from the country" is told of the phrase right before it ("35 diplomats"), and an infinitive or a
    participle of an actor named further off. Of a denial that is denied it is the sentence: "no sluice was open" would
    say the reverse of what is told.
    """
    event = telling.event
    if denied_twice(event):
        return on_one_line(document, event.sentence)
    words = on_one_line(document, event.span)
    first, _, rest = words.partition(" ")
    if first.lower() == "to" and event.actor is not None and event.actor.span.part == event.span.part:
        pointed = document.words_at(event.actor.span).lower().partition(" ")[0] in FIRST_OR_POINTING
        if pointed and event.sentence.covers(event.actor.span) and event.actor.span.end <= event.span.start:
            return on_one_line(document, Span(event.actor.span.start, event.span.end, event.span.part))
        return " ".join(f"{document.words_at(event.actor.span)} {words}".split())
    if first.lower() in RELATIVE and rest:
        subject = _named_before(event)
        if subject is not None:
            return " ".join(f"{document.words_at(subject.span)} {rest}".split())
    for role in (event.target, event.actor):
        if role is None or role.span.part != event.span.part or event.span.touches(role.span):
            continue
        between = document.part(event.span.part)[role.span.end : event.span.start]
        if role.span.end <= event.span.start and not between.strip():
            return " ".join(f"{document.words_at(role.span)} {words}".split())
        after = document.part(event.span.part)[event.span.end : role.span.start]
        if event.span.end <= role.span.start and not after.strip() and event.span == event.predicate.span:
            return " ".join(f"{words} {document.words_at(role.span)}".split())  # "blocked exits"
    return words


def claim_title(telling: Telling, document: Document) -> str:
    """The words of a clause as a claim is called by them, on one line.

    A clause whose object is the subject of a further verb ("Brenn denies dam" in "Brenn denies dam is cracked") breaks
    off, and is called by its sentence.
    """
    event = telling.event
    behind = document.part(event.span.part)[event.span.end : event.sentence.end]
    if event.predicate.form == "verb" and event.predicate.lemma in DENIALS and FINITE.match(behind):
        return on_one_line(document, event.sentence)
    return _by_itself(clause_text(telling, document), telling, document)


FINITE = re.compile(r"^ (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)\b")
"""A finite verb that follows a clause without a mark."""


def _by_itself(text: str, telling: Telling, document: Document) -> str:
    """The words of a clause without what ties it to its sentence: "after talks collapsed" tells that they did."""
    tie, _, rest = text.partition(" ")
    subject = next((r for r in (telling.event.actor, telling.event.target) if r is not None), None)
    opens = subject is not None and rest.startswith(" ".join(document.words_at(subject.span).split()))
    return rest if opens and tie.lower() in FACTUAL | {"that"} and telling.event.predicate.form == "verb" else text


def short(text: str, most_chars: int = 90) -> str:
    """A text on one line, cut at a word to a readable length."""
    line = " ".join(text.split())
    return line if len(line) <= most_chars else line[:most_chars].rsplit(" ", 1)[0] + " …"


def _named_before(event: Event) -> Referent | None:
    """The role of an event that is named before its clause begins."""
    return next((r for r in (event.actor, event.target) if r is not None and r.span.end <= event.span.start), None)
