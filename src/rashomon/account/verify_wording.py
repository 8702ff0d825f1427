"""Whether the words of a sentence stand in a cited place, in its order, and none is left out that changes the next."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.account.verify_attitudes import ATTITUDES, SAYING
from rashomon.account.verify_phrases import Phrases
from rashomon.account.verify_words import Source, Token
from rashomon.core import Span
from rashomon.core.words import words

CHANGING = frozenset(
    """
    no few half some most nearly almost neither former ex acting would-be alleged suspected attempted so-called fake
    mock part anti non only about least fewer barely
    """.split()
)
"""Words that change what the next one stands for: left out, another thing is said."""


class Wording(Phrases):
    """Compares the words of one proposition with those of one cited sentence."""

    order: dict[Token, int] | None

    def _unlicensed(self) -> Iterator[Token]:
        events = self.told.reading.events
        attitudes = {e.predicate.span.start for e in events if e.predicate.lemma in ATTITUDES}
        cues = [q.cue for q in self.told.reading.quotations if q.cue and (q.cue_lemma or "") in SAYING]
        party_words = frozenset(w for p in self.source.parties for w in self.names.words.get(p, ()))
        figures = {f.value for f in self.source.figures if f.value is not None}
        numbers = [f for f in self.told.reading.figures if f.value in figures]
        for token in self.told.content:
            place = Span(token.start, token.end)
            licensed = (
                self.candidates[token]
                or token.start in attitudes
                or any(c.covers(place) for c in cues)
                or (token.capital and token.word in party_words)
                or any(f.span.covers(place) for f in numbers)
            )
            if not licensed:
                yield token

    def _in_order(self) -> dict[Token, int] | None:
        """Where each word of the proposition stands in the source, if they stand there in the same order."""
        skipped = self._frame_spans()
        moments = [m.span for m in self.source.reading.times if self.source.holds(m.span)]
        if len(moments) == 1:  # one time may stand anywhere: it can be laid to nothing else
            skipped += [
                m.span
                for m in self.told.reading.times
                if words(m.span.of(self.told.document.text)) == words(self.source.document.words_at(moments[0]))
            ]
        found: dict[Token, int] = {}
        last = -1
        for token in self.told.content:
            if any(s.covers(Span(token.start, token.end)) for s in skipped) or not self.candidates[token]:
                continue
            following = [i for i in self.candidates[token] if i > last]
            if not following:
                return None
            found[token] = last = following[0]
        return found

    def _frame_spans(self) -> list[Span]:
        """The places of who speaks and the word that reports it: they may stand before or behind what is said."""
        found = []
        for q in self.told.reading.quotations:
            found += [q.cue] if q.cue else []
            found += [q.speaker.span] if q.speaker else []
        return found

    def _changed(self) -> Iterator[str]:
        """Words left out that change what the word after them stands for."""
        kept = {k for t in self.told.tokens for k in t.keys}
        places = self.order or {t: c[0] for t, c in self.candidates.items() if len(c) == 1}
        for token, at in places.items():
            before = self.source.tokens[at - 1].word if at else ""
            if before in CHANGING and before not in kept and not self._figured(token, at):
                yield f"it leaves out “{before}” before “{token.word}”"

    def _figured(self, token: Token, at: int) -> bool:
        return before_is_figure(self.source, at) and token.word.isdigit()


def before_is_figure(source: Source, at: int) -> bool:
    """Whether the word at a place is within a figure of the source together with the word before it."""
    if not at:
        return False
    before, here = source.tokens[at - 1], source.tokens[at]
    return any(f.span.start <= before.start and here.end <= f.span.end for f in source.figures)
