"""How a report introduces those who speak in it: by an office, by a body's name, or by what stands for one."""

from __future__ import annotations

import re
from typing import NamedTuple

from rashomon.account.offices import Office, office_in
from rashomon.core import Document, Kind, Referent
from rashomon.core.alignment import Telling
from rashomon.core.body_names import FIRMS, ORGANS, body_name
from rashomon.core.places import country_word

BEHIND = re.compile(r"^\s?, (?!who\b|which\b|whose\b|that\b)(?P<office>[^.;:“”\"]{3,90})")
"""What a report says of a speaker right behind the name."""

BEFORE = re.compile(r"(?:^|[,.;:“”\"] )(?P<office>(?:[\w’'-]+ ){1,6})(?:Mr|Mrs|Ms|Dr)?\.? ?$")
"""What it says right before it."""

HEADING = re.compile(r"^\s?, who (?:heads|leads|chairs|directs|speaks for) (?P<body>[^,.;:“”\"]{3,60})")
"""Whom a speaker leads, told by a clause."""

MOST_CHARS = 100
"""So far from a name its office may stand."""

PAPERS = frozenset("announcement document email letter message notice post release report statement tweet".split())
"""In what somebody speaks; by itself it is nobody."""

OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your"})

POINTING = frozenset({"it", "they", "its", "their", "he", "she", "who", "which", "that"})


WRONGS = frozenset(
    """
    abuse blackmail bribe cheat conceal deceive defraud embezzle extort falsify forge harass infringe intimidate
    lie mislead plagiarise plagiarize rob sabotage smear spy steal swindle violate
    """.split()
)
"""What nobody tells of himself: who is said to have done it is accused."""


IT_SAID = re.compile(r",[”\"]? it (?:(?:has|had|also) )?(?:said|says|announced|added|confirmed|wrote|told)\b")
"""A body that speaks of what it did itself, behind what it did."""

IN_A_CLAUSE = re.compile(
    r"[,;:]|\b(?:who|which|whose|that|because|after|before|when|while|if|as|since|although|though|and|but)\b",
    re.IGNORECASE,
)
"""What stands before an actor, or between it and its deed, where these are not those of the main clause."""


class Voice(NamedTuple):
    """Somebody who speaks at a place of a report."""

    document: str
    referent: Referent
    party: str | None
    actor: str | None
    """Who acts in what is told, where that is no person."""
    doing: str | None = None
    """The same whatever it was taken for: a firm may be read as a person."""
    roles: frozenset[str] = frozenset()
    """The heads of what else stands in what is told: "the railway" there is none that acts."""
    accuses: bool = False
    """Whether what is told is a wrong: "the company" there is not the one that has done it."""


def voice_of(telling: Telling, voice: Referent) -> Voice:
    """Who speaks in a telling, with who acts in it and what else stands there."""
    event = telling.event
    roles = [r for r in (event.target, *(r for _, r in event.others)) if r is not None and r.span != voice.span]
    actor = event.actor
    name = actor.name if actor is not None else None
    return Voice(
        document=telling.document,
        referent=voice,
        party=telling.voice,
        actor=name if actor is not None and actor.kind is not Kind.PERSON else None,
        doing=name,
        roles=frozenset(r.head for r in roles),
        accuses=event.predicate.lemma.split()[0] in WRONGS,
    )


def says_itself(document: Document, telling: Telling) -> bool:
    """Whether "it" that says what is told is the one who acts alone in the main clause, accused of nothing."""
    event, actor = telling.event, telling.event.actor
    if actor is None or "say: voice" not in event.why or event.predicate.lemma.split()[0] in WRONGS:
        return False
    if not (event.sentence.covers(actor.span) and event.sentence.covers(event.predicate.span)):
        return False
    start, said = event.sentence.start, document.words_at(event.sentence)
    before, behind = said[: actor.span.start - start], said[actor.span.end - start :]
    between = said[actor.span.end - start : max(0, event.predicate.span.start - start)]
    alone = " and " not in document.words_at(actor.span) and not (
        IN_A_CLAUSE.search(before) or IN_A_CLAUSE.search(between)
    )
    return alone and IT_SAID.search(behind) is not None


def office_of(document: Document, referent: Referent) -> Office | None:
    """The office that a report tells of a speaker, in the phrase, right behind it or right before it."""
    span = referent.span
    text = document.part(span.part)
    words = text[span.start : span.end]
    for part in reversed(words.split(", ")):
        found = office_in(part)
        if found is not None:
            return _of_a_body(found)
    if referent.head in ORGANS | FIRMS:
        return None
    heading = HEADING.match(text[span.end : span.end + MOST_CHARS])
    if heading is not None:
        return _of_a_body(Office("head", heading["body"]))
    behind = BEHIND.match(text[span.end : span.end + MOST_CHARS])
    before = BEFORE.search(text[max(0, span.start - MOST_CHARS) : span.start])
    for match in filter(None, (behind, before)):
        found = office_in(match["office"])
        if found is not None:
            return _of_a_body(found)
    return None


def _of_a_body(office: Office) -> Office | None:
    """An office, unless it is a country's: a state is no body with a spokesman of its own."""
    return None if office.body and country_word(office.body) is not None else office


def body_phrase(document: Document, referent: Referent, *, person: bool) -> str | None:
    """What a body is called that speaks by itself; None for a person.

    Args:
        document: where it stands.
        referent: who speaks.
        person: whether its party is taken for a person's; "its operator Skarvik" is none for all that.
    """
    said = called_in(document, referent)
    named = body_name(said)
    if named is None or country_word(said) is not None or named.head in PAPERS:
        return None
    if named.bare and said.split()[0].lower() in OWNERS:
        return None  # "her ministry" is that of somebody, and not the one of which the report tells
    if not person and (named.head in ORGANS | FIRMS or referent.head in ORGANS | FIRMS or referent.kind is Kind.BODY):
        return said
    words = document.words_at(referent.span).lower().split()
    apposed = " " not in said and not FIRMS.isdisjoint((referent.head, *words[-2:-1]))
    return said if apposed else None


def called_in(document: Document, referent: Referent) -> str:
    """The words for a body: its name behind a pronoun or short form, else the phrase in full."""
    phrase = document.words_at(referent.span)
    told, full = body_name(phrase), body_name(referent.name)
    if full is None or told is None:
        return phrase if full is None else referent.name
    if referent.head in POINTING or told.bare or told.head in PAPERS or phrase.endswith(referent.name):
        return referent.name
    return phrase


def is_name(phrase: str) -> bool:
    """Whether a phrase has a name in it, and not only a large letter at its beginning."""
    words = phrase.split()
    return any(w[:1].isupper() for w in (words[1:] or words))


def acts(document: Document, referent: Referent) -> bool:
    """Whether a name is its bearer's own and not only told before a noun: "Kessel" in "the Kessel cable car" is."""
    phrase = document.words_at(referent.span)
    return phrase.endswith(referent.name) or (" " in referent.name and not is_name(phrase))


def a_firm(phrase: str) -> bool:
    """Whether a phrase is no more than a noun for a firm: "the company"."""
    named = body_name(phrase)
    return named is not None and named.bare and named.head in FIRMS
