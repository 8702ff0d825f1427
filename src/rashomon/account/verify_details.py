"""The numbers, names and turns of sense of a statement, which everybody who is said to tell it must have told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.account.verify_turned import carried_by, turns_in
from rashomon.account.verify_words import CALENDAR, EMPTY, TITLES, Names, Source, Token, tokens_of
from rashomon.core import Document, Figure, Reading, Span
from rashomon.core.words import words


class Details:
    """The numbers and names of a statement that one report bears, and what in it weakens or turns the sense.

    A figure that the reading knows is compared by its value elsewhere, and so is a time; here is what it does not
    know as such ("the 70th minute", "6-3", the place in which something happened).
    """

    def __init__(self, text: str, source: Source, figures: Iterable[Figure], names: Names) -> None:
        self._names, self._source = names, source
        compared = {w for f in figures for w in words(source.document.words_at(f.span))}
        timed = (m.span for m in source.reading.times if m.value is not None and source.holds(m.span))
        compared |= {w for span in timed for w in words(source.document.words_at(span))}
        tokens = tokens_of(text)
        self.numbers = frozenset(t.word for t in tokens if any(c.isdigit() for c in t.word) and t.word not in compared)
        self.names = frozenset(self._proper(tokens)) - compared
        self._turns = turns_in(text)

    def _proper(self, tokens: Sequence[Token]) -> Iterator[str]:
        """The words of names: with a capital, and at the head of a sentence only where a party has that word."""
        known = {w for p in self._source.parties for w in self._names.words.get(p, ())}
        for token in tokens:
            opens = token.start <= 1  # behind a quotation mark too
            empty = token.word in CALENDAR or token.word in EMPTY or token.word in TITLES
            if token.capital and not empty and (token.word in known or not opens):
                yield token.word

    def stand_in(self, document: Document, reading: Reading, places: Iterable[Span]) -> bool:
        """Whether the sentences of some places of a report have every number and name, and all that turns the sense.

        A name is there too where another word of the same party stands for it.
        """
        spans = list(places)
        sentences = [s for s in reading.sentences if any(s.touches(p) for p in spans)] or spans
        if not carried_by(self._turns, [document.words_at(s) for s in sentences]):
            return False
        there = {w for s in sentences for w in words(document.words_at(s))}
        values = {f.value for f in reading.figures if any(s.covers(f.span) for s in sentences)}
        if not all(n in there or _value(n) in values - {None} for n in self.numbers):
            return False
        parties = set(self._names.mentioned(document.id, sentences))
        here = [e for e in reading.events if any(s.covers(e.predicate.span) for s in sentences)]
        for referent in (r for e in here for r in (e.actor, e.target, e.voice) if r is not None):
            there.update(words(referent.name))
            party = self._names.party(referent.name)
            parties |= {party} if party else set()
        for party in self._names.with_persons(frozenset(parties)):
            there |= self._names.words.get(party, frozenset())
        return self.names <= there


def _value(number: str) -> float | None:
    try:
        return float(number)
    except ValueError:
        return None
