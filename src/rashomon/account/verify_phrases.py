"""Whether a phrase of a sentence stands for the same as a phrase of a cited place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.account.verify_words import EMPTY, TITLES, Names, Source, Token, tokens_of
from rashomon.core import Document, Reading, Referent, Span
from rashomon.core.nouns import like_nouns
from rashomon.core.words import stem, words

APPOSED = re.compile(r", (?P<name>(?:[A-Z][\w’'-]*\s?)+),(?! and | or |[^,]{1,40},? and )")
JOINED = re.compile(r" (?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
"""A name behind a description: "the operator, Westline," and "the landlord Bastion Homes"."""


BEHIND = 6
"""How many words behind a phrase may still say something of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A proposition read by itself: its text as a document, its reading and its words."""

    document: Document
    reading: Reading
    tokens: tuple[Token, ...]

    @property
    def content(self) -> tuple[Token, ...]:
        """Its words that say something."""
        return tuple(t for t in self.tokens if t.word not in EMPTY)


def told(document: Document, reading: Reading) -> Told:
    """A proposition with its words."""
    return Told(document=document, reading=reading, tokens=tokens_of(document.text, reading.events))


class Phrases:
    """Compares the phrases of one proposition with those of one cited sentence."""

    def __init__(self, told: Told, source: Source, names: Names) -> None:
        self.told, self.source, self.names = told, source, names
        self.candidates = {t: self._candidates(t) for t in told.content}
        """Of each word that says something, where in the source it may stand."""

    def _candidates(self, token: Token) -> list[int]:
        return [i for i, t in enumerate(self.source.tokens) if t.keys & token.keys]

    def same(self, own: Referent, there: Referent) -> bool:
        """Whether a phrase of the proposition stands for what a phrase of the source does, with nothing added."""
        left = self.names.party(own.name) or self.names.party(own.span.of(self.told.document.text))
        right = self.names.party(there.name)
        if left is not None and right is not None:
            return left == right
        known = {right} if right else set()
        allowed = {*words(there.name), *(t.word for t in self._words_there(there.span))}
        allowed |= {w for p in known for w in self.names.words.get(p, ())}
        allowed |= self._apposed(there)
        allowed |= {w for p in self.source.parties if self.names.words[p] & allowed for w in self.names.words[p]}
        stems = {stem(w) for w in allowed}
        own_words = [t for t in self.words_of(own.span) if t.word not in EMPTY]
        heads = own.head == there.head or (own.head and there.head and like_nouns(own.head, there.head))
        if left is not None or right is not None or not heads:
            final = [t.word for t in own_words if t.word not in TITLES][-1:]
            if not final or stem(final[0]) not in stems:
                return False
        loose = [
            t for t in own_words if not ({t.word, stem(t.word), *t.keys} & (allowed | stems)) and t.word not in TITLES
        ]
        return all(self._near(t, there) or self._counted(t) for t in loose)

    def words_of(self, span: Span) -> list[Token]:
        """The words of a phrase of the proposition, without a time that the parse took into it."""
        times = [m.span for m in self.told.reading.times]
        inside = [t for t in self.told.tokens if span.start <= t.start < span.end]
        return [t for t in inside if not any(m.start <= t.start < m.end for m in times)]

    def _apposed(self, there: Referent) -> set[str]:
        """The words of a name that stands right behind a phrase of the source, between commas or without."""
        text = self.source.document.part(there.span.part)
        found = APPOSED.match(text, there.span.end) or JOINED.match(text, there.span.end)
        return set(words(found["name"])) if found else set()

    def _counted(self, token: Token) -> bool:
        place = Span(token.start, token.end)
        return any(f.span.covers(place) for f in self.told.reading.figures)

    def _near(self, token: Token, there: Referent) -> bool:
        """Whether a word stands right behind a phrase of the source, as "in Norholm" behind "the bridge".

        A word of what else has a role in the source's happenings does not belong to the phrase.
        """
        inside = [i for i, t in enumerate(self.source.tokens) if there.span.start <= t.start < there.span.end]
        if not inside:
            return False
        roles = [
            r.span for e in self.source.events for r in (e.actor, e.target) if r and not r.span.touches(there.span)
        ]
        held = (
            i
            for i in self.candidates.get(token, ())
            if not any(r.start <= self.source.tokens[i].start < r.end for r in roles)
        )
        return any(i == inside[0] - 1 or inside[-1] < i <= inside[-1] + BEHIND for i in held)

    def _words_there(self, span: Span) -> list[Token]:
        return [
            t for t in self.source.tokens if span.start <= t.start < span.end and span.part == self.source.sentence.part
        ]

    def grown(self, own: Span, there: Span) -> Span:
        """A phrase with the words around it that stand around the source's phrase in the same way."""
        mine, theirs = self.told.tokens, self.source.tokens
        i = next((i for i, t in enumerate(mine) if own.start <= t.start < own.end), None)
        k = max((k for k, t in enumerate(mine) if own.start <= t.start < own.end), default=None)
        near = [n for n, t in enumerate(theirs) if there.start <= t.start < there.end]
        if i is None or k is None or not near:
            return own
        j = next((n for n in near if mine[i].keys & theirs[n].keys), None)
        m = next((n for n in reversed(near) if mine[k].keys & theirs[n].keys), None)
        while j is not None and i > 0 and j > 0 and mine[i - 1].keys & theirs[j - 1].keys:
            i, j = i - 1, j - 1
        while m is not None and k + 1 < len(mine) and m + 1 < len(theirs) and mine[k + 1].keys & theirs[m + 1].keys:
            k, m = k + 1, m + 1
        return Span(min(own.start, mine[i].start), max(own.end, mine[k].end))

    def in_phrase_order(self, own: Span, there: Span) -> bool:
        """Whether a phrase has its words in the order of the phrase there, or of the name of its party."""
        theirs = [i for i, t in enumerate(self.source.tokens) if there.start <= t.start < there.end]
        last = -1
        time = any(own == m.span for m in self.told.reading.times)
        for token in self.told.content if time else self.words_of(own):
            if token.word in EMPTY or not own.start <= token.start < own.end:
                continue
            if token.capital and not self.candidates[token]:
                continue
            following = [
                i for i in self.candidates[token] if i > last and theirs and theirs[0] - 4 <= i <= theirs[-1] + 8
            ]
            if not following:
                return token.capital and any(token.word in self.names.words.get(p, ()) for p in self.source.parties)
            last = following[0]
        return True


def contained(name: str, source: Source, span: Span) -> bool:
    """Whether a name stands right behind a phrase of the source."""
    text = source.document.part(span.part)
    found = APPOSED.match(text, span.end) or JOINED.match(text, span.end)
    return found is not None and words(found["name"]) == words(name)
