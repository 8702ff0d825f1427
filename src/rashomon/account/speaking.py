"""For which body somebody speaks: a body is one origin with its spokespeople, its officers and its announcements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from rashomon.account.bodies import Bodies
from rashomon.account.introduced import (
    POINTING,
    Voice,
    a_firm,
    acts,
    body_phrase,
    called_in,
    office_of,
    says_itself,
    voice_of,
)
from rashomon.account.named import within_sentence
from rashomon.account.offices import OF_A_FIRM, SPEAKING, of_one_holder
from rashomon.account.subjects import of_any_state, subjects_of
from rashomon.core import Document, Kind, Party, Reading, Span, Status
from rashomon.core.alignment import Telling
from rashomon.core.body_names import FIRMS, ORGANS, BodyName, body_name, may_be

OWN_DEEDS = frozenset({Status.DONE, Status.UNDERWAY, Status.PLANNED})
"""What a body announces of itself; that it refuses or threatens a report tells of it."""


class Spoken(NamedTuple):
    """Whose word it is when somebody speaks: the key of the origin, how it is called, and why, "" where it is plain."""

    key: str
    name: str
    why: str
    party: str | None


class Speaking:
    """Decides for the voices of a story which of them are one body's."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        readings: Sequence[Reading],
        parties: Mapping[str, Party],
        tellings: Iterable[Telling],
        is_outlet: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._documents, self._parties = documents, parties
        tellings = [t for t in tellings if t.document in documents]
        known = self._known = {name: p.id for p in parties.values() for name in (p.name, *p.aliases)}
        people = {n for p in parties.values() if p.kind is Kind.PERSON for n in (p.name, *p.aliases)}
        voices = [voice_of(t, t.event.voice) for t in tellings if t.event.voice is not None]
        voices += [
            Voice(r.document, q.speaker, known.get(q.speaker.name), None)
            for r in readings
            for q in r.quotations
            if q.speaker is not None and r.document in documents
        ]
        self._names: dict[str, set[str]] = defaultdict(set)
        """By report the names that stand in it."""
        for r in readings:
            self._names[r.document] |= {m.name for m in r.mentions if m.form == "name"}
        self._offices = {(v.document, v.referent.span): office_of(documents[v.document], v.referent) for v in voices}
        who = [(t.document, t.event.actor) for t in tellings if t.event.actor is not None]
        who += [(v.document, v.referent) for v in voices]
        acting = {r.name for d, r in who if acts(documents[d], r)}
        self._subjects = subjects_of(tellings)
        self._bodies = Bodies(documents, readings, self._spoken(tellings, voices, acting), acting, people, is_outlet)
        self._found: dict[tuple[str, Span, str | None, frozenset[str], bool], BodyName | None] = {}
        self._of_person: dict[str, dict[str, BodyName]] = defaultdict(dict)
        """By party who holds an office: in each report, of which body."""
        holders: dict[tuple[str, BodyName], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for v in sorted(voices, key=lambda v: of_any_state(self._offices[v.document, v.referent.span])):
            office = self._offices[v.document, v.referent.span]
            if v.party is not None and office is not None and office.told:
                body = self._by_office(v)
                if body is not None:
                    self._of_person[v.party].setdefault(v.document, body)
                    if of_one_holder(office, body.head) and not office.owned:
                        holders["" if office.noun in SPEAKING else office.noun, body][v.party].add(v.document)
        self._apart = {
            (party, body)
            for (_, body), held in holders.items()
            for party, where in held.items()
            if len(held) > 1 and not all(self._bodies.in_full(d, body) for d in where)
        }
        """Who holds an office that somebody else holds in the reports too, of a body not told by its full name."""
        self._voices: dict[BodyName, set[str]] = defaultdict(set)
        """The keys of those who speak for each body."""
        self._quoted: dict[str, set[BodyName]] = defaultdict(set)
        """By report the bodies that speak in it."""
        of_key: dict[str, set[BodyName | None]] = defaultdict(set)
        for v in voices:
            body, key = self._for(v), _key(v)
            of_key[key].add(body)
            if body is not None:
                self._voices[body].add(key)
                self._quoted[v.document].add(body)
        self._alone = {key for key, bodies in of_key.items() if len(bodies) == 1}
        """The keys of those who speak for one body and never for themselves or another."""
        self._by_head: dict[str, list[Party]] = defaultdict(list)
        for party in parties.values():
            named = body_name(party.name) if party.kind is not Kind.PERSON else None
            if named is not None and not named.bare:
                self._by_head[named.head].append(party)
        self._roots = {body: self._root(body) for body in self._voices}

    def _spoken(
        self, tellings: Iterable[Telling], voices: Iterable[Voice], acting: Container[str]
    ) -> dict[str, list[tuple[int, str]]]:
        """By report the phrases for bodies that speak, act or have somebody speak for them, with their places."""
        spoken: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for t in tellings:
            actor = t.event.actor
            if actor is not None and (actor.head in ORGANS | FIRMS or self._speaks_itself(t)):
                spoken[t.document].append((actor.span.start, called_in(self._documents[t.document], actor)))
        for v in voices:
            office, phrase = self._offices[v.document, v.referent.span], self._phrase(v)
            if office is not None:
                phrase = self._acting(v) if office.owned else office.body
            elif phrase is not None and a_firm(phrase):
                phrase = v.actor if v.actor in self._names[v.document] else None
            elif phrase == v.referent.name and phrase not in acting:
                phrase = None
            if phrase:
                spoken[v.document].append((v.referent.span.start, phrase))
        return spoken

    def _acting(self, voice: Voice) -> str | None:
        """Who acts in what somebody tells, where that has a name; "lightning" at the head of a sentence has none."""
        return voice.actor if voice.actor is not None and self._has_a_name(voice.document, voice.actor) else None

    def _has_a_name(self, document: str, phrase: str) -> bool:
        return any(name in phrase for name in self._names[document])

    def of(self, telling: Telling) -> Spoken | None:
        """Whose word a telling is, where its voice is one of a body's several; None where it is only its own."""
        voice = telling.event.voice
        if voice is None or (telling.document, voice.span) not in self._offices:
            return None
        if telling.voice is not None and telling.voice in (telling.actor, telling.target) and self._a_person(telling):
            return None  # who tells of himself tells it for himself
        v = voice_of(telling, voice)
        body = self._for(v)
        if body is None or body not in self._roots:
            return None
        root = self._roots[body]
        if root.key == _key(v):
            return root
        return root._replace(why=self._why(v, root))

    def of_itself(self, telling: Telling) -> Spoken | None:
        """The body that says in the sentence's own words what it did ("X has recalled it, it said")."""
        body = self._doing(telling) if self._speaks_itself(telling) else None
        return self._roots[body] if body is not None else None

    def _speaks_itself(self, telling: Telling) -> bool:
        """Whether the one who acts in what is told has said it, though the reader lays it to nobody."""
        actor, document = telling.event.actor, self._documents.get(telling.document)
        if telling.event.voice is not None or actor is None or document is None:
            return False
        return self._has_a_name(document.id, actor.name) and says_itself(document, telling)

    def of_its_deed(self, telling: Telling) -> Spoken | None:
        """The body whose deed a report tells in its own words, where it has that body speak too."""
        if telling.event.voice is not None or telling.event.status not in OWN_DEEDS:
            return None
        body = self._doing(telling)
        if body is None or body not in self._quoted[telling.document]:
            return None
        return self._roots[body]._replace(why=f"tells what {self._called(body)} did, and has its word")

    def _doing(self, telling: Telling) -> BodyName | None:
        """The body that acts in what is told, where it speaks in some report."""
        document, actor = telling.document, telling.event.actor
        if actor is None or document not in self._documents:
            return None
        body = self._bodies.of(document, called_in(self._documents[document], actor), start=telling.event.span.start)
        return body if body in self._roots else None

    def _a_person(self, telling: Telling) -> bool:
        party = self._parties.get(telling.voice or "")
        return party is not None and party.kind is Kind.PERSON

    def _for(self, voice: Voice) -> BodyName | None:
        """The body for which somebody speaks, None for one who may hold the same office of another."""
        body = self._by_office(voice)
        return None if body is not None and (voice.party, body) in self._apart else body

    def _by_office(self, voice: Voice) -> BodyName | None:
        """The body for which somebody speaks: by the words there, else by the office told of that person elsewhere."""
        office = self._offices[voice.document, voice.referent.span]
        body = self._body(voice)
        if voice.party is None or (body is not None and (office is None or (office.told and not of_any_state(office)))):
            return body
        told = self._of_person.get(voice.party, {})
        everywhere = set(told.values())
        return told.get(voice.document) or (next(iter(everywhere)) if len(everywhere) == 1 else body)

    def _body(self, voice: Voice) -> BodyName | None:
        key = (voice.document, voice.referent.span, voice.actor or voice.doing, voice.roles, voice.accuses)
        if key not in self._found:
            body = self._body_of(voice)
            self._found[key] = None if voice.accuses and self._accused(voice, body) else body
        return self._found[key]

    def _accused(self, voice: Voice, body: BodyName | None) -> bool:
        """Whether a pronoun or a short form would be the one to whom a wrong is laid."""
        office, actor = self._offices[voice.document, voice.referent.span], voice.actor or voice.doing
        phrase = office.body if office is not None else self._phrase(voice)
        named = body_name(phrase) if phrase else None
        short = named is None or named.bare
        return short and bool(actor) and body == self._bodies.of(voice.document, actor or "")

    def _body_of(self, voice: Voice) -> BodyName | None:
        subject = self._subjects.get((voice.document, voice.referent.span))
        office, start = self._offices[voice.document, voice.referent.span], voice.referent.span.start
        said = self._documents[voice.document].words_at(voice.referent.span)
        told = body_name(office.body if office is not None else said)
        actor = voice.actor or voice.doing
        if told is not None and told.head in voice.roles:
            actor = None
        if office is None:
            phrase = self._phrase(voice)
            if phrase is None:
                return None
            found = (
                self._bodies.of(voice.document, p, start=start, actor=actor, subject=subject) for p in (phrase, said)
            )
            return next(filter(None, found), None)
        if office.body:
            return self._bodies.of(voice.document, office.body, start=start, actor=actor, subject=subject)
        if office.owned:
            return self._bodies.owning(voice.document, start, actor)
        return self._bodies.only(voice.document, actor) if office.noun in OF_A_FIRM | SPEAKING else None

    def _phrase(self, voice: Voice) -> str | None:
        """What a body is called that speaks by itself; None for a person."""
        party = self._parties.get(voice.party or "")
        person = party is not None and party.kind is Kind.PERSON
        return body_phrase(self._documents[voice.document], voice.referent, person=person)

    def _root(self, body: BodyName) -> Spoken:
        """What stands for a body among its voices: the party with its name, else the one voice that it has."""
        keys = sorted(self._voices[body])
        alone = [key for key in keys if key in self._alone]
        party = self._parties.get(keys[0].removeprefix("voice "))
        if len(keys) == 1 and (alone or (party is not None and party.kind is Kind.PERSON)):
            name = party.name if party is not None else keys[0].removeprefix("voice ")
            return Spoken(keys[0], _within(name), "", party.id if party is not None else None)
        found = [p for key in alone if (p := self._parties.get(key.removeprefix("voice "))) is not None]
        named = [p for p in found if p.kind is not Kind.PERSON and body_name(p.name) is not None]
        best = max(named, key=lambda p: (self._is(body, p), len(p.mentions), p.name, p.id), default=None)
        if best is not None and self._is(body, best):
            return Spoken(f"voice {best.id}", _within(best.name), "", best.id)
        own = self._parties.get(self._known.get(self._bodies.shown.get(body, ""), "")) or self._named_so(body)
        key = f"voice {own.id}" if own is not None else f"body {body.level} {body.head} {' '.join(sorted(body.beside))}"
        name = _within(own.name) if own is not None and body_name(own.name) == body else self._called(body)
        return Spoken(key, name, "", own.id if own is not None else None)

    def _named_so(self, body: BodyName) -> Party | None:
        """The party that bears a body's name with words left out."""
        fits = [p for p in self._by_head.get(body.head, ()) if self._is(body, p)]
        return fits[0] if len(fits) == 1 else None

    def _called(self, body: BodyName) -> str:
        """What a body is called within a sentence."""
        name = self._bodies.shown.get(body, body.head)
        described = not any(c.isupper() for c in name) and not name.startswith(("the ", "a "))
        return f"the {name}" if described else _within(name)

    def _is(self, body: BodyName, party: Party) -> bool:
        """Whether a party bears the name of a body, and not only a word for it."""
        own = body_name(party.name)
        return own is not None and (own == body or (not own.bare and may_be(own, body)))

    def _why(self, voice: Voice, root: Spoken) -> str:
        """Why what somebody says is a body's word."""
        party = self._parties.get(voice.party or "")
        name = party.name if party is not None else voice.referent.name
        if self._body(voice) is None or self._offices[voice.document, voice.referent.span] is not None:
            return f"lays it to {_within(name)}, who speaks for {root.name}"
        said = " ".join(self._documents[voice.document].words_at(voice.referent.span).split())
        name = name if voice.referent.head in POINTING else said
        doubt = (voice.document, body_name(said)) in self._bodies.unsure
        return f"lays it to {_within(name)}, {'which may be' if doubt else 'taken for'} {root.name}"


def _within(name: str) -> str:
    """A name within a sentence; the article of what ends in a common noun is small: "the Fenwick bakery"."""
    described = name.startswith("The ") and name.rsplit(maxsplit=1)[-1].islower()
    return f"t{name[1:]}" if described else within_sentence(name)


def _key(voice: Voice) -> str:
    return f"voice {voice.party or voice.referent.name.lower()}"
