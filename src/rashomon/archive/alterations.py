"""What changed of the sense between two versions of a report: figures, statuses, quotations, speakers, what vanished.

Each is told only where the words changed too, so that the same words read otherwise are no alteration.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from rashomon.archive.edits import Difference, Edit, EditKind, difference
from rashomon.core import (
    PROSE,
    Alteration,
    AlterationKind,
    Document,
    Event,
    Figure,
    Form,
    Part,
    Quotation,
    Reading,
    Span,
)
from rashomon.core.words import key_stems, words

PAIRED = 0.5
"""Share of the shorter sentence's words that two sentences have in common to be one sentence in two versions."""
RETOLD = 0.6
"""Share of a sentence's stems that another one has that still tells it."""
LEAST_STEMS = 4
"""A sentence of fewer words that carry meaning is not missed where it is gone."""
COMMON = 40
"""A stem of more sentences than this points at none of them."""
CHANGING = frozenset({EditKind.INSERTED, EditKind.DELETED, EditKind.REPLACED})
"""Kinds of edits that change words where they stand."""
NEGATIONS = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)


def alterations(
    old: Document, old_reading: Reading, new: Document, new_reading: Reading, *, found: Difference | None = None
) -> tuple[Alteration, ...]:
    """What two versions of a report tell otherwise, in order of place in the old one, the headline first.

    Args:
        old: the earlier version.
        old_reading: what was read in it.
        new: the later version.
        new_reading: what was read in it.
        found: the difference of their texts, where it is known already.
    """
    compared = _Compared(old, old_reading, new, new_reading, found or difference(old.text, new.text))
    made = list(compared.headline())
    if old_reading.sentences and new_reading.sentences:
        made += compared.sentences()
    return tuple(dict.fromkeys(made))


class _Compared:
    """Two versions with their readings, sentence by sentence."""

    def __init__(
        self, old: Document, old_reading: Reading, new: Document, new_reading: Reading, found: Difference
    ) -> None:
        self.old, self.new = old, new
        self.read_old, self.read_new = old_reading, new_reading
        self._starts = [was[0] for was, _ in found.kept]
        self._kept = found.kept
        every = (e for edit in found.edits for e in (edit, *edit.inside))
        self._edits = sorted((e for e in every if e.kind in CHANGING), key=lambda e: e.old)
        self._edit_starts = [e.old.start for e in self._edits]
        self._new_sentences = [s for s in new_reading.sentences if s.part is Part.TEXT]
        self._new_starts = [s.start for s in self._new_sentences]

    def headline(self) -> Iterator[Alteration]:
        """The headline, where its words are others."""
        before, now = self.old.headline_span, self.new.headline_span
        if before is None or now is None:
            return
        was, are = self.old.words_at(before), self.new.words_at(now)
        if words(was) != words(are):
            yield Alteration(
                kind=AlterationKind.HEADLINE, before=before, words_before=was, now=now, words_now=are, sentence_now=now
            )

    def sentences(self) -> Iterator[Alteration]:
        """The sentences of the report's own words that changed or are gone."""
        prose = [p.span for p in self.old.passages if p.role in PROSE]
        gone = []
        for sentence in self.read_old.sentences:
            if sentence.part is not Part.TEXT or self._is_headline(sentence) or not _in_one(sentence, prose):
                continue
            kept = self._kept_in(sentence)
            now = self._paired(sentence, kept)
            if now is None:
                gone.append(sentence)
            elif words(self.old.words_at(sentence)) != words(self.new.words_at(now)):
                yield from self._changed(sentence, now)
        yield from self._removed(gone)

    def _is_headline(self, sentence: Span) -> bool:
        own = self.old.headline_span
        return own is not None and own.touches(sentence)

    def _kept_in(self, place: Span) -> list[tuple[int, int]]:
        """The places in the new text of the old words of a place that still stand."""
        first, last = bisect_left(self._starts, place.start), bisect_left(self._starts, place.end)
        return [now for _, now in self._kept[first:last]]

    def _paired(self, sentence: Span, kept: Sequence[tuple[int, int]]) -> Span | None:
        """The sentence of the new text in which most of a sentence's words stand."""
        votes = Counter(n for at, _ in kept if (n := self._sentence_at(at)) is not None)
        if not votes:
            return None
        number, shared = votes.most_common(1)[0]
        now = self._new_sentences[number]
        shorter = min(len(words(self.old.words_at(sentence))), len(words(self.new.words_at(now))))
        return now if shared >= PAIRED * shorter else None

    def _sentence_at(self, place: int) -> int | None:
        number = bisect_left(self._new_starts, place + 1) - 1
        return number if number >= 0 and place < self._new_sentences[number].end else None

    def _changed(self, before: Span, now: Span) -> Iterator[Alteration]:
        """What of a sentence's sense is another in the sentence that stands in its place."""
        yield from self._figures(before, now)
        turned = [*self._statuses(before, now), *self._quotations(before, now)]
        yield from turned or self._negations(before, now)

    def _figures(self, before: Span, now: Span) -> Iterator[Alteration]:
        ours = [f for f in self.read_old.figures if before.covers(f.span)]
        theirs = [f for f in self.read_new.figures if now.covers(f.span)]
        values = Counter(map(_value, theirs))
        left: list[Figure] = []
        for figure in ours:
            if values[_value(figure)]:
                values[_value(figure)] -= 1
            else:
                left.append(figure)
        same = Counter(map(_value, ours))
        right = []
        for figure in theirs:
            if same[_value(figure)]:
                same[_value(figure)] -= 1
            else:
                right.append(figure)
        for figure in left:
            other = next((o for o in right if self._same_count(figure, o)), None)
            if other is not None:
                right.remove(other)
                yield self._made(AlterationKind.FIGURE, figure.span, other.span, now)

    def _same_count(self, figure: Figure, other: Figure) -> bool:
        """Whether two figures count the same thing: the same noun, or one stands in the other's place."""
        if figure.unit != other.unit:
            return False
        if figure.head and figure.head == other.head:
            return True
        return any(e.old.touches(figure.span) and e.new.touches(other.span) for e in self._edits_at(figure.span))

    def _statuses(self, before: Span, now: Span) -> Iterator[Alteration]:
        ours, theirs = _by_predicate(self.read_old.events, before), _by_predicate(self.read_new.events, now)
        for predicate, events in ours.items():
            others = theirs.get(predicate, [])
            if len(others) != len(events):
                continue
            for event, other in zip(events, others, strict=True):
                if event.status is not other.status and self._touched(event.span):
                    yield self._made(AlterationKind.STATUS, event.span, other.span, now)

    def _negations(self, before: Span, now: Span) -> Iterator[Alteration]:
        was, are = self.old.words_at(before), self.new.words_at(now)
        if len(NEGATIONS.findall(was)) % 2 != len(NEGATIONS.findall(are)) % 2 and self._touched(before):
            yield self._made(AlterationKind.NEGATION, before, now, now)

    def _quotations(self, before: Span, now: Span) -> Iterator[Alteration]:
        theirs = [q for q in self.read_new.quotations if now.touches(q.span)]
        for quotation in self.read_old.quotations:
            if not before.covers(quotation.span) and not (
                before.touches(quotation.span) and before.start <= quotation.span.start
            ):
                continue
            other = self._same_quotation(quotation, theirs)
            if other is None:
                continue
            was, are = self.old.words_at(quotation.span), self.new.words_at(other.span)
            if Form.INDIRECT not in {quotation.form, other.form} and words(was) != words(are):
                yield self._made(AlterationKind.QUOTATION, quotation.span, other.span, now)
            if _other_speaker(quotation, other):
                speaker, answer = quotation.speaker, other.speaker
                if speaker is not None and answer is not None:
                    yield self._made(AlterationKind.SPEAKER, quotation.span, other.span, now, speaker.name, answer.name)

    def _same_quotation(self, quotation: Quotation, others: Sequence[Quotation]) -> Quotation | None:
        kept = self._kept_in(quotation.span)
        best = max(others, key=lambda q: sum(q.span.start <= at < q.span.end for at, _ in kept), default=None)
        if best is None:
            return None
        shared = sum(best.span.start <= at < best.span.end for at, _ in kept)
        shorter = min(len(words(self.old.words_at(quotation.span))), len(words(self.new.words_at(best.span))))
        return best if shared >= max(1.0, PAIRED * shorter) else None

    def _touched(self, place: Span) -> bool:
        """Whether the words of a place changed, or words were put in beside or between them."""
        return bool(self._edits_at(place))

    def _edits_at(self, place: Span) -> Sequence[Edit]:
        """The edits that touch a place or border on it; no two overlap, so that one at most begins before it."""
        first = max(bisect_left(self._edit_starts, place.start) - 1, 0)
        last = bisect_left(self._edit_starts, place.end + 1)
        return [e for e in self._edits[first:last] if place.start <= e.old.end]

    def _removed(self, gone: Sequence[Span]) -> Iterator[Alteration]:
        """The sentences that told something, and of which no sentence of the new version still has the words."""
        if not gone:
            return
        holders: dict[str, list[int]] = {}
        stems = [set(key_stems(self.new.words_at(s))) for s in self.read_new.sentences]
        for number, own in enumerate(stems):
            for stem in own:
                holders.setdefault(stem, []).append(number)
        for sentence in gone:
            own = set(key_stems(self.old.words_at(sentence)))
            told = any(sentence.covers(e.span) and (e.actor or e.target) for e in self.read_old.events) or any(
                sentence.touches(q.span) for q in self.read_old.quotations
            )
            notice = any(n.span.touches(sentence) for n in self.old.notices)
            if len(own) < LEAST_STEMS or not told or notice:
                continue
            shared = Counter(n for stem in own for n in holders.get(stem, ()) if len(holders[stem]) <= COMMON)
            if any(number >= RETOLD * len(own) for number in shared.values()):
                continue
            yield Alteration(
                kind=AlterationKind.REMOVED, before=sentence, words_before=_line(self.old.words_at(sentence))
            )

    def _made(
        self,
        kind: AlterationKind,
        before: Span,
        now: Span,
        sentence: Span,
        was: str | None = None,
        are: str | None = None,
    ) -> Alteration:
        return Alteration(
            kind=kind,
            before=before,
            words_before=was if was is not None else _line(self.old.words_at(before)),
            now=now,
            words_now=are if are is not None else _line(self.new.words_at(now)),
            sentence_now=sentence,
        )


def _in_one(place: Span, passages: Sequence[Span]) -> bool:
    return any(p.covers(place) for p in passages)


def _line(said: str) -> str:
    return " ".join(said.split())


def _value(figure: Figure) -> tuple[float | None, float | None, float | None, str | None, str]:
    return figure.value, figure.low, figure.high, figure.unit, figure.head


def _by_predicate(events: Sequence[Event], sentence: Span) -> dict[tuple[str, str], list[Event]]:
    """The events of a sentence by what they tell, in order of place."""
    found: dict[tuple[str, str], list[Event]] = {}
    for event in sorted((e for e in events if sentence.covers(e.predicate.span)), key=lambda e: e.predicate.span):
        found.setdefault((event.predicate.lemma, event.predicate.form), []).append(event)
    return found


def _other_speaker(quotation: Quotation, other: Quotation) -> bool:
    """Whether two speakers have no word of their names in common."""
    if quotation.speaker is None or other.speaker is None:
        return False
    return set(words(quotation.speaker.name)).isdisjoint(words(other.speaker.name))
