"""Whether the happenings of a sentence are those of a cited place: who, to whom, with which status, in whose voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.account.verify_attitudes import ATTITUDES, GOVERNED, SAYING
from rashomon.account.verify_phrases import APPOSED, Told, contained
from rashomon.account.verify_wording import Wording
from rashomon.account.verify_words import EMPTY, NEGATIONS, Names, Source, Token
from rashomon.core import Event, Referent, Span, Status
from rashomon.core.words import words

WEAKENING = frozenset(
    """
    if unless whether alleged allegedly reportedly apparently supposedly suspected possible possibly perhaps likely
    unlikely probably may can must should
    """.split()
)
"""Words that weaken a clause: where the report has one, the sentence may not leave it out."""
DENYING = ("no:", "not:", "never:", "none:", "nobody:")


class Match(Wording):
    """Compares one proposition with one cited sentence; `reasons` is empty where the sentence bears it."""

    def __init__(self, told: Told, source: Source, names: Names) -> None:
        super().__init__(told, source, names)
        self.pairs: dict[str, Event] = {}
        """Events of the proposition by id, with those of the source that bear them."""
        self.reasons = tuple(self._reasons())

    def _reasons(self) -> Iterator[str]:
        missing = [t.word for t in self._unlicensed()]
        if missing:
            yield f"no cited place has {', '.join(f'“{w}”' for w in dict.fromkeys(missing))}"
            return
        self.order = self._in_order()
        yield from self._changed()
        yield from self._events()
        if self.order is None and not self._explained():
            yield "its words stand in another order there"

    # --- events

    def _events(self) -> Iterator[str]:
        # a noun without roles ("the opposition") says nothing that could be compared but itself
        bare = [
            e for e in self.told.reading.events if e.predicate.form == "noun" and e.actor is None and e.target is None
        ]
        events = [e for e in self.told.reading.events if e not in bare] or bare
        if any(w.startswith(DENYING) for e in events for w in e.why) and not NEGATIONS & {
            t.word for t in self.told.tokens
        }:
            yield "a negation was read in it that it has not"  # a name like a negation ("Noone")
            return
        if not events:
            yield "nothing was read in it that could be compared"
            return
        attitudes = []
        for event in events:
            aligned = self._aligned(event)
            if not aligned and event.predicate.lemma in ATTITUDES:
                attitudes.append(event)
                continue
            reasons = []
            for other in aligned:
                reason = self._differs(event, other)
                if reason is None:
                    self.pairs[event.id] = other
                    break
                reasons.append(reason)
            else:
                yield reasons[0] if reasons else f"no cited place tells “{event.predicate.lemma}”"
        for event in attitudes:
            if not self._carried_out(event):
                yield f"no cited place lets {event.actor.name if event.actor else 'anybody'} {event.predicate.lemma} it"
        yield from self._left_unread(events)

    def _aligned(self, event: Event) -> list[Event]:
        """The cited events told by the same word; those whose order agrees first."""
        own = self._keys(self.told.tokens, event.predicate.span)
        found = []
        for other in self.source.events:
            theirs = self._keys(self.source.tokens, other.predicate.span)
            if own & theirs:
                found.append(other)
        return found

    @staticmethod
    def _keys(tokens: Sequence[Token], span: Span) -> frozenset[str]:
        return frozenset(k for t in tokens if span.start <= t.start < span.end and t.word not in EMPTY for k in t.keys)

    def _differs(self, event: Event, other: Event) -> str | None:
        """Why a cited event is not the one told; None where it is."""
        word = event.predicate.lemma
        if event.status is not other.status:
            return f"“{word}” is told as {event.status}, and stands there as {other.status}"
        if not self._same_voice(event, other):
            theirs = other.voice.name if other.voice else "the report itself"
            return f"“{word}” is laid to {event.voice.name if event.voice else 'nobody'}, and there to {theirs}"
        if other.voice is None and self._laid_to_somebody(other) and not self._said(event):
            return f"it leaves out that somebody says “{word}”"
        for role in ("actor", "target"):
            own: Referent | None = getattr(event, role)
            there: Referent | None = getattr(other, role)
            if own is None:
                continue
            if role == "target" and word in ATTITUDES and self._governs(event):
                continue
            noun = event.predicate.form in {"noun", "light"} and self.order is not None
            if there is None and not noun and not self._beside(own, other):
                return f"there nobody is known as {role} of “{word}”"
            if there is not None and not self.same(own, there):
                return f"{role} of “{word}” is {own.name}, and there {there.name}"
        return self._weaker(event, other)

    def _laid_to_somebody(self, other: Event) -> bool:
        """Whether the source lays this to somebody, though who that is was not read ("a former clerk said")."""
        return any(
            q.span.covers(other.predicate.span)
            and q.cue is not None
            and self.source.sentence.covers(q.cue)
            # an attitude tells a status, which is compared by itself; a noun ("the demand") is no word of anybody's
            and (q.cue_lemma in SAYING or (other.predicate.form == "verb" and q.cue_lemma not in ATTITUDES))
            for q in self.source.reading.quotations
        )

    def _said(self, event: Event) -> bool:
        quotations = self.told.reading.quotations
        return event.voice is not None or any(q.span.covers(event.predicate.span) for q in quotations)

    def _governs(self, event: Event) -> bool:
        return any(e is not event and event.span.covers(e.predicate.span) for e in self.told.reading.events)

    def _same_voice(self, event: Event, other: Event) -> bool:
        if other.voice is None:
            return event.voice is None or (event.status in GOVERNED and self._is_actor(event.voice, other))
        if event.voice is None:
            # "refused to go" is told of him, "he said he would not go" by him
            governed = event.status in GOVERNED and event.status is not Status.ALLEGED
            governed |= event.predicate.lemma in ATTITUDES  # who says that he asked has asked
            return governed and event.actor is not None and self.same(event.actor, other.voice)
        return self.same(event.voice, other.voice)

    def _is_actor(self, voice: Referent, other: Event) -> bool:
        return other.actor is not None and self.same(voice, other.actor)

    def _beside(self, own: Referent, other: Event) -> bool:
        """Whether a role that the source's reading leaves open stands there beside the verb as it does here."""
        if self.order is None:
            return False
        verb = [i for i, t in enumerate(self.source.tokens) if t.start == other.predicate.span.start]
        held = [i for t, i in self.order.items() if own.span.start <= t.start < own.span.end]
        if not verb or not held:
            return False
        low, high = min(*held, verb[0]), max(*held, verb[0])
        taken = set(self.order.values())
        return all(i in taken or self.source.tokens[i].word in EMPTY for i in range(low, high + 1))

    def _weaker(self, event: Event, other: Event) -> str | None:
        """Negations and weakening words of the cited clause that the sentence leaves out, or adds."""
        own = {t.word for t in self.told.tokens}
        clause = [t.word for t in self.source.tokens if other.span.start <= t.start < other.span.end]
        lost = (WEAKENING & set(clause)) - own
        if lost and event.status in {Status.DONE, Status.UNDERWAY}:
            return f"it leaves out “{min(lost)}”"
        mine = [t.word for t in self.told.tokens if event.span.start <= t.start < event.span.end]
        governed = any(w in own for w in ("refuse", "refused", "refuses", "deny", "denied", "denies", "declined"))
        if not governed and (sum(w in NEGATIONS for w in mine) - sum(w in NEGATIONS for w in clause)) % 2:
            return f"“{event.predicate.lemma}” is negated in one of the two"
        return None

    def _carried_out(self, event: Event) -> bool:
        """Whether something is told with the status that this verb gives, and laid to its subject."""
        status = ATTITUDES[event.predicate.lemma]
        for e in self.told.reading.events:
            there = self.pairs.get(e.id)
            if there is None or there.status is not status or event.actor is None:
                continue
            if (there.voice and self.same(event.actor, there.voice)) or (
                there.voice is None and there.actor and self.same(event.actor, there.actor)
            ):
                return True
        return False

    def _left_unread(self, events: Sequence[Event]) -> Iterator[str]:
        """Verbs of the source in the sentence that were not read as happenings in it."""
        if self.order is None:
            return
        for other in self.source.events:
            plain = other.status is Status.DONE and other.voice is None
            if plain or other.predicate.form != "verb" or other in self.pairs.values():
                continue
            at = [t for t, i in self.order.items() if self.source.tokens[i].start == other.predicate.span.start]
            if at and not any(e.predicate.span.start <= at[0].start < e.predicate.span.end for e in events):
                yield f"“{other.predicate.lemma}” cannot be compared"

    # --- order

    def _explained(self) -> bool:
        """Whether each word stands in a role or verb that was compared, within its phrase in the source's order."""
        spans: list[Span] = [*self._frame_spans()]
        for event in self.told.reading.events:
            other = self.pairs.get(event.id)
            if other is None:
                if event.predicate.lemma in ATTITUDES:
                    spans += [event.predicate.span, *([event.actor.span] if event.actor else [])]
                continue
            spans.append(event.predicate.span)
            spans += self._figures_of(event, other)
            for own, there in self._roles(event, other):
                if there is not None and self.in_phrase_order(own, there):
                    spans.append(self.grown(own, there))
                    apposed = APPOSED.match(self.told.document.text, own.end)
                    if apposed and contained(apposed["name"], self.source, there):
                        spans.append(Span(*apposed.span("name")))
        loose = [t for t in self.told.content if not any(s.covers(Span(t.start, t.end)) for s in spans)]
        prepositions = {p for e in self.told.reading.events if e.id in self.pairs for p, _ in e.others}
        return all(t.word in {"will", "may", "can"} | prepositions for t in loose)

    def _figures_of(self, event: Event, other: Event) -> Iterator[Span]:
        """The figures of a clause that stand in the source's clause too."""
        there = {(f.value, f.unit, f.bound) for f in self.source.figures if other.span.covers(f.span)}
        for f in self.told.reading.figures:
            if event.span.covers(f.span) and (f.value, f.unit, f.bound) in there:
                yield f.span

    def _roles(self, event: Event, other: Event) -> Iterator[tuple[Span, Span | None]]:
        for own, there in ((event.actor, other.actor), (event.target, other.target), (event.place, other.place)):
            if own is not None:
                yield own.span, there.span if there else None
        if event.time is not None:
            yield event.time, other.time or self._time_before(other) or self._time_within(other, event.time)
        theirs = dict(other.others)
        for preposition, referent in event.others:
            match = theirs.get(preposition)
            yield referent.span, match.span if match and self.same(referent, match) else None

    def _time_within(self, other: Event, time: Span) -> Span | None:
        """A time in the source's clause with the same words, where the clause was read without one."""
        text, there = self.told.document.text, self.source.document
        moments = [m.span for m in self.source.reading.times if other.span.covers(m.span)]
        return moments[0] if len(moments) == 1 and words(there.words_at(moments[0])) == words(time.of(text)) else None

    def _time_before(self, other: Event) -> Span | None:
        """The time of the clause to which this one is joined by "and", of the same actor."""
        text = self.source.document.part(other.span.part)
        for e in self.source.events:
            joined = e.span.end <= other.span.start and text[e.span.end : other.span.start].strip(" ,") == "and"
            if joined and e.time is not None and e.actor == other.actor and e.status is other.status:
                return e.time
        return None
