"""Who did what to whom, with status and voice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Event, Predicate, Quotation, Referent, Span, Status, content_id
from rashomon.core.reading import GRANTED
from rashomon.read.events_clauses import clause_of
from rashomon.read.events_codes import code_of
from rashomon.read.events_denials import Read, find_denials
from rashomon.read.events_denied import as_denials
from rashomon.read.events_found import Found, find_predicates
from rashomon.read.events_roles import roles_of
from rashomon.read.events_voices import person, voice_of
from rashomon.read.names import Names
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.status import REAL
from rashomon.read.status_contrasts import ruled_out_of
from rashomon.read.status_lexicon import marks
from rashomon.read.status_paths import StatusPaths
from rashomon.read.status_syntax import is_particle, is_passive
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_events(parsed: Parsed, names: Names, quotations: tuple[Quotation, ...]) -> tuple[Event, ...]:
    """All events of a document, in text order."""
    read: list[Read] = []
    events: list[Event] = []
    spoken: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        for sentence in parsed.touched(quotation.span):
            spoken[sentence.number].append(quotation)
    for sentence in parsed.sentences:
        paths = StatusPaths(sentence.doc)
        here = tuple(spoken.get(sentence.number, ()))
        own = [
            Read(one, sentence, _event(one, parsed.document.id, sentence, names, here, paths))
            for one in find_predicates(sentence.doc)
        ]
        read += (one for one in own if not _bare(one))
        for number, one in enumerate(own):
            if denied := _ruled_out(one, names, here):
                events += denied
                if one.event.actor is None or one.event.target is None:
                    own[number] = replace(one, event=replace(one.event, why=(*one.event.why, GRANTED)))
        answered = find_denials(sentence, read, names, here, paths)
        events += as_denials(own, answered)
        events += answered
    return tuple(events)


def _bare(one: Read) -> bool:
    """Whether a noun names a happening without anyone in it: "the crash", which tells nothing that can be compared.

    One that is said to happen, or to be planned, denied or the like, tells that much all the same.
    """
    event, token = one.event, one.found.token
    if event.predicate.form != "noun" or event.actor is not None or event.target is not None or event.others:
        return False
    occurs = token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_.lower() in marks()["occur"]
    return event.status is Status.DONE and not occurs and token.dep_ != "nsubj"


def _ruled_out(one: Read, names: Names, quotations: tuple[Quotation, ...]) -> list[Event]:
    """What a cleft denies of whom it rules out: "It was not Orr who shut the mill", beside that somebody shut it.

    Its predicate's place reaches from the word that denies to the verb.
    """
    told, verb = one.event, one.found.carrier or one.found.token
    role = "target" if is_passive(verb) else "actor"
    did: Referent | None = getattr(told, role)
    denied = []
    for who in ruled_out_of(verb) if told.status in REAL else ():
        party = person(who.noun, one.sentence, names, quotations)
        if party is None or (did is not None and did.name == party.name):
            continue
        first, last = one.sentence.place(who.word), told.predicate.span
        place = Span(first.start, last.end, last.part)
        it = one.sentence.place(who.noun.head.left_edge).start
        event = replace(
            told,
            id=content_id("event", told.id, party.name, place.part, place.start, place.end),
            span=Span(min(it, told.span.start), told.span.end, told.span.part),
            predicate=replace(told.predicate, span=place),
            status=Status.DENIED,
            why=(*told.why, f"it + be + {who.word.lower_} + {who.noun.lower_}: {Status.DENIED}"),
            code=code_of(one.found, Status.DENIED),
        )
        denied.append(replace(event, target=party) if role == "target" else replace(event, actor=party))
    return denied


def _event(
    found: Found,
    document: str,
    sentence: Sentence,
    names: Names,
    quotations: tuple[Quotation, ...],
    paths: StatusPaths,
) -> Event:
    def referent(token: Token | None) -> Referent | None:
        return person(token, sentence, names, quotations) if token is not None else None

    roles = roles_of(found)
    voice, quotation = voice_of(found.token, sentence, names, quotations)
    state = paths.state(found.token)
    others = ((word, referent(token)) for word, token in roles.others)
    place = _predicate_span(found, sentence)
    return Event(
        id=content_id("event", document, place.part, place.start, place.end),
        span=sentence.place(clause_of(found)),
        sentence=sentence.span,
        predicate=Predicate(span=place, lemma=found.lemma, form=found.form),
        status=state.status,
        why=state.why,
        actor=referent(roles.actor),
        target=referent(roles.target),
        others=tuple((word, party) for word, party in others if party is not None),
        voice=voice,
        code=code_of(found, state.status),
        quotation=quotation.id if quotation is not None else None,
    )


def _predicate_span(found: Found, sentence: Sentence) -> Span:
    """The word, from the light verb to its noun, or to a word that makes one verb with it and follows at once."""
    token = found.token
    if found.carrier is not None:
        first, last = sorted((found.carrier.i, token.i))
        return sentence.place(token.doc[first : last + 1])
    if found.part is not None and found.part.i == token.i + 1:
        return sentence.place(token.doc[token.i : found.part.i + 1])
    particle = next((t for t in children(token) if t.i == token.i + 1 and is_particle(t)), None)
    return sentence.place(token.doc[token.i : (particle or token).i + 1])
