"""The passages that two reports share, word by word: what is copied prose, what both quote, what differs.

Words are paired by the difference of a passage's two wordings; a pair of which either side is quoted is a shared
quotation, any other is copied prose, and what has no pair differs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.core import PROSE, Document, Form, Part, Reading, Role, Span
from rashomon.core.marks import quoted

LEAST_QUOTED_WORDS = 4
"""Fewer words between marks are a title or a word held at arm's length, and belong to the prose around them."""
LEAST_KEPT = 0.5
"""Share of the shorter paragraph's words that two versions keep for it to be one paragraph in both."""
SPEECH = frozenset({Form.DIRECT, Form.BLOCK, Form.MIXED, Form.HEADLINE})
"""Forms of quotations that give the words themselves."""


class Fate(StrEnum):
    """What a stretch of a shared passage is."""

    COPIED = "copied"
    """The reporter's own words, in both reports."""
    QUOTED = "quoted"
    """Somebody's words, which both reports quote."""
    ALIKE = "alike"
    """The same words around a shared quotation, too few to be more than chance."""
    DIFFERS = "differs"
    """Here otherwise than there, or not there at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of one side of a shared passage, with what they are."""

    span: Span
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A passage that both reports have; `number` counts them in the order of the left one, from 1."""

    number: int
    left: Span
    right: Span
    left_parts: tuple[Stretch, ...]
    right_parts: tuple[Stretch, ...]

    @property
    def fates(self) -> frozenset[Fate]:
        """What stands in it."""
        return frozenset(part.fate for part in (*self.left_parts, *self.right_parts))


def joined(
    number: int,
    place: tuple[Span, Span],
    documents: tuple[Document, Document],
    speech: tuple[Sequence[Span], Sequence[Span]],
    *,
    chance: bool,
) -> Joined:
    """A shared passage word by word.

    With `chance`, only what is quoted is shared: the same words outside of quotations are too few to be a copy.
    """
    from rashomon.archive.edits import difference

    (one, other), (left, right) = place, documents
    alike = Fate.ALIKE if chance else Fate.COPIED
    here: list[tuple[Span, Fate]] = []
    there: list[tuple[Span, Fate]] = []
    for (a, b), (c, d) in difference(_folded(left.words_at(one)), _folded(right.words_at(other))).kept:
        ours, theirs = Span(one.start + a, one.start + b, one.part), Span(other.start + c, other.start + d, other.part)
        fate = Fate.QUOTED if _within(ours, speech[0]) or _within(theirs, speech[1]) else alike
        here.append((ours, fate))
        there.append((theirs, fate))
    return Joined(
        number=number,
        left=one,
        right=other,
        left_parts=tuple(_parts(left, one, here)),
        right_parts=tuple(_parts(right, other, sorted(there))),
    )


def quotations_of(document: Document, reading: Reading | None) -> tuple[Span, ...]:
    """Where a document gives somebody's very words, in order: as it was read, or else as its marks stand."""
    found = [] if reading is None else [q.span for q in reading.quotations if q.form in SPEECH]
    for passage in document.prose():
        text, span = document.part(passage.span.part), passage.span
        if passage.role is Role.BLOCK_QUOTE:
            found.append(span)
        elif reading is None:
            found += [Span(q.start, q.end, span.part) for q in quoted(text, span.start, span.end) if q.closed]
    long_enough = (s for s in found if len(document.words_at(s).split()) >= LEAST_QUOTED_WORDS)
    return tuple(sorted(set(long_enough)))


def kept_paragraphs(left: Document, right: Document) -> Iterator[tuple[Span, Span]]:
    """The passages of two versions that are one passage in both, changed or not."""
    from rashomon.archive.edits import difference

    both = [document.headline_span for document in (left, right)]
    if all(span is not None and span.part is Part.HEADLINE for span in both):
        own, its = both
        assert own is not None  # noqa: S101  as just asked
        assert its is not None  # noqa: S101
        if own and its and left.words_at(own).strip() and right.words_at(its).strip():
            yield own, its
    passages = [p.span for p in left.passages if p.role in PROSE], [p.span for p in right.passages if p.role in PROSE]
    starts = [s.start for s in passages[0]], [s.start for s in passages[1]]
    votes: dict[tuple[int, int], int] = {}
    for was, now in difference(left.text, right.text).kept:
        at = bisect_right(starts[0], was[0]) - 1, bisect_right(starts[1], now[0]) - 1
        if min(at) >= 0 and was[0] < passages[0][at[0]].end and now[0] < passages[1][at[1]].end:
            votes[at] = votes.get(at, 0) + now[1] - now[0]
    taken: tuple[set[int], set[int]] = (set(), set())
    for (one, other), chars in sorted(votes.items(), key=lambda vote: -vote[1]):
        spans = passages[0][one], passages[1][other]
        solid = min(len("".join(d.words_at(s).split())) for d, s in zip((left, right), spans, strict=True))
        if one not in taken[0] and other not in taken[1] and chars >= LEAST_KEPT * solid:
            taken[0].add(one)
            taken[1].add(other)
            yield spans


_PLAIN = str.maketrans("‘’‛“”„‟–—", '\'\'\'""""--')


def _folded(words: str) -> str:
    """The words, as long as they were, without what makes the same word another: capitals and the shape of marks."""
    return "".join(low if len(low := each.lower()) == 1 else each for each in words.translate(_PLAIN))


def _within(word: Span, stretches: Sequence[Span]) -> bool:
    return any(stretch.covers(word) for stretch in stretches)


def _parts(document: Document, whole: Span, words: Iterable[tuple[Span, Fate]]) -> Iterator[Stretch]:
    """A side of a passage as stretches that cover it without a gap; what has no letter or digit never differs."""
    text = document.part(whole.part)
    runs: list[tuple[int, int, Fate]] = []
    at = whole.start

    def upto(end: int) -> None:
        nonlocal at
        if at < end and any(c.isalnum() for c in text[at:end]):
            trimmed = Span(at, end, whole.part).trimmed(text)
            runs.append((trimmed.start, trimmed.end, Fate.DIFFERS))
        at = max(at, end)

    for word, fate in words:
        upto(word.start)
        if runs and runs[-1][2] is fate:
            runs[-1] = (runs[-1][0], word.end, fate)
        else:
            runs.append((word.start, word.end, fate))
        at = max(at, word.end)
    upto(whole.end)
    for number, (start, end, fate) in enumerate(runs):
        # blanks and marks between two stretches go with the one before, at the ends of the passage with what is there
        first = whole.start if number == 0 else start
        last = runs[number + 1][0] if number + 1 < len(runs) else whole.end
        gap = last - len(text[end:last]) + len(text[end:last].rstrip()) if number + 1 < len(runs) else last
        yield Stretch(span=Span(first, max(end, gap), whole.part), fate=fate)
