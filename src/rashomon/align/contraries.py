"""What a telling says by which it cannot be another's happening: marks, and the marks that they exclude.

Four things are told so. Which of its kind something is ("the northern crossing", not the southern one); who did it and
who got it ("Orsk sold the mill to the bank", not the bank to Orsk); what a measure is ("cut to 3 percent", not by
3 percent); and whose deed is refused ("refused to sell", not "turned down an offer to sell").
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.align.measures_told import came_to
from rashomon.align.opposed import against, poles_of
from rashomon.align.parties import Parties
from rashomon.align.roles import Part
from rashomon.align.whereabouts import REACH, TOWN, WAYS
from rashomon.core import Document, Event, Figure, Kind, Reading, Referent, Status
from rashomon.core.predicates import is_converse

Mark = tuple[Hashable, ...]


class Marks(NamedTuple):
    """What a telling says of which it is, and what no telling of the same says."""

    told: frozenset[Mark]
    excluded: frozenset[Mark]


NONE = Marks(frozenset(), frozenset())


def apart(left: Marks, right: Marks) -> bool:
    """Whether one telling says what the other excludes; excluding is mutual."""
    return not left.told.isdisjoint(right.excluded)


def together(some: Sequence[Marks]) -> Marks:
    """What several tellings of one thing in one report say of which it is; nothing where they are of two.

    "Crossing shut" in a headline is the northern one of which the report tells that it was shut.
    """
    if any(apart(left, right) for left, right in combinations(some, 2)):
        return NONE
    return Marks(frozenset().union(*(m.told for m in some)), frozenset().union(*(m.excluded for m in some)))


def marks_of(
    event: Event, actor: Part | None, target: Part | None, parties: Parties, document: Document, reading: Reading
) -> Marks:
    """The marks of a telling.

    Args:
        event: what it tells.
        actor: who did it, as compared.
        target: to whom or what.
        parties: whom the names of the story stand for.
        document: the report.
        reading: all that was read in it.
    """
    converse = is_converse(event.predicate.lemma)
    phrases = (event.target, event.actor) if converse else (event.actor, event.target)
    found = [*_of_its_kind("actor", phrases[0], actor), *_of_its_kind("target", phrases[1], target)]
    found += _of_places(event)
    found += _exchanged(event, actor, target, receivers(event, document, reading, parties))
    found += _held(came_to(event, reading, document))
    found += _willing_or_signing(event, reading)
    found += _refusing_or_turning_down(event, reading)
    if not found:
        return NONE
    return Marks(frozenset(told for told, _ in found), frozenset(other for _, other in found))


OF_A_NAME = re.compile(rf"\b(?:{TOWN}|{REACH}) of [A-Z]")
"""A place that its name tells from others: "the northern town of Orm" is also "the coastal town of Orm"."""


def _of_its_kind(role: str, referent: Referent | None, part: Part | None) -> Iterator[tuple[Mark, Mark]]:
    """Which of its kind a phrase means; somebody or something with a name is told from others by that name alone."""
    if referent is None or part is None or OF_A_NAME.search(referent.name):
        return
    if part.party is not None and part.kind is Kind.PERSON:
        return
    named = part.party is not None
    phrase = " ".join(w for w in referent.name.split() if w[:1].isupper()) if named else without_names(referent.name)
    for pole in poles_of(phrase):
        yield from (((role, *pole), (role, *other)) for other in against(pole))


NAME_OF_SEVERAL = re.compile(r"\b[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)+")


def without_names(phrase: str) -> str:
    """A phrase without the names of several words that stand in it: "oil for South Vellan ships" is no southern oil."""
    return NAME_OF_SEVERAL.sub(" ", phrase)


TIMES = frozenset(
    "time day week month year decade century hour minute second quarter half season night weekend".split()
)


def _of_places(event: Event) -> Iterator[tuple[Mark, Mark]]:
    """Which of its kind is meant by the places and things that stand beside the roles."""
    for how, referent in event.others:
        if referent.head in TIMES or OF_A_NAME.search(referent.name) or not referent.head:
            continue
        role = WAYS.get(how, how), referent.head
        for pole in poles_of(without_names(referent.name)):
            yield from (((role, *pole), (role, *other)) for other in against(pole))


RECIPROCAL = frozenset(
    "meet marry divorce wed face fight battle play match hug kiss embrace greet encounter oppose border differ "
    "separate part compete draw clash debate merge exchange swap trade resemble overlap".split()
)
"""Verbs that say the same with their parties exchanged."""

BEFORE_A_PARTY = re.compile(r"\b(to|from|against|at) (?:(?:the|a|an|its|his|her|their|[A-Z][\w-]+) ){0,3}$")
"""What stands before one of two parties of a deed that is not the same the other way round."""

BEFORE_CHARS = 60


def receivers(event: Event, document: Document, reading: Reading, parties: Parties) -> Iterator[tuple[str, str]]:
    """Who else with a name has a part in a deed, each with the word before it: "sold it to Mayor Ada Brenn"."""
    verb, text = event.predicate.span, document.part(event.span.part)
    for mention in reading.mentions:
        if not event.span.covers(mention.span) or mention.span.start < verb.end:
            continue
        before = BEFORE_A_PARTY.search(text[max(verb.end, mention.span.start - BEFORE_CHARS) : mention.span.start])
        party = parties.proper(mention.name) if before else None
        if before is not None and party is not None:
            yield before[1], party


def _exchanged(
    event: Event, actor: Part | None, target: Part | None, others: Iterable[tuple[str, str]]
) -> Iterator[tuple[Mark, Mark]]:
    """Who did it and to whom it was done, against the same two the other way round."""
    if actor is None or event.predicate.lemma.lower() in RECIPROCAL:
        return
    doer = actor.party or actor.head
    done_to = [("target", target.party or target.head)] if target is not None else []
    for how, other in (*done_to, *(() if is_converse(event.predicate.lemma) else others)):
        if doer and other and other != doer:
            yield (how, doer, other), (how, other, doer)


WILLING = frozenset({"agree", "consent", "accept", "assent"})
SIGNING = frozenset({"sign", "ink"})


def _willing_or_signing(event: Event, reading: Reading) -> Iterator[tuple[Mark, Mark]]:
    """Who agrees to do something, against who signs where nothing is told that is signed.

    "Signed with one hand" tells of no willingness to meet anybody; "signed the pact" may tell of one who agreed to it.
    """
    lemma = event.predicate.lemma.lower()
    thing = event.target if event.target is not None and event.target.kind is Kind.THING else None
    if lemma in SIGNING and (thing is None or any(r.span == thing.span for how, r in event.others if how == "with")):
        yield (("agree", "signs"), ("agree", "is willing"))
    elif lemma in WILLING and _has_content(event, reading):
        yield (("agree", "is willing"), ("agree", "signs"))


def _has_content(event: Event, reading: Reading) -> bool:
    """Whether what somebody agrees or refuses to do is told behind the verb: "refused to sell the mill"."""
    return any(
        e.sentence == event.sentence
        and e.predicate.span.start > event.predicate.span.end
        and e.why[-1:]
        and e.why[-1].startswith(event.predicate.lemma.lower())
        for e in reading.events
    )


TURNED_DOWN = re.compile(r"\w \+ (\w+): (?:refused|possible)$")
"""The reader's step for what is ordered, offered or bid for where that is turned down or overruled."""
REFUSING = frozenset({"refuse", "decline"})
TURNING_DOWN = REFUSING | {"reject", "turn down", "dismiss", "throw out", "veto", "rebuff", "spurn", "quash"}
PUT_FORWARD = frozenset({"offer", "bid", "attempt", "order", "command", "instruction", "directive", "decree", "ruling"})


def _refusing_or_turning_down(event: Event, reading: Reading) -> Iterator[tuple[Mark, Mark]]:
    """Who refuses to do something, against who turns down what others would do: "turned down an offer to sell".

    Of the deed and of the refusal itself; a refused deed whose doer is told is that one's own.
    """
    own, anothers = ("refuse", "own deed"), ("refuse", "another's")
    lemma, step = event.predicate.lemma.lower(), event.why[-1] if event.why else ""
    step_of = TURNED_DOWN.search(step)
    turned_down = step_of is not None and step_of[1] in PUT_FORWARD
    put_forward = event.target is not None and event.target.head.lower() in PUT_FORWARD
    done_by = event.actor is not None and event.status is Status.REFUSED and not turned_down
    if (lemma in TURNING_DOWN and put_forward) or (event.actor is None and turned_down):
        yield anothers, own
    elif done_by or (lemma in REFUSING and _has_content(event, reading)):
        yield own, anothers


OTHER_WAY = {"to": "by", "by": "to"}


def _held(measured: Sequence[tuple[Figure, str]]) -> Iterator[tuple[Mark, Mark]]:
    """A measure that something came to, against the same by which it changed."""
    ways = {(way, figure.unit, figure.value) for figure, way in measured}
    for way, unit, value in ways:
        other = OTHER_WAY.get(way)
        if other is not None and value is not None and (other, unit, value) not in ways:
            yield (way, unit, value), (other, unit, value)
