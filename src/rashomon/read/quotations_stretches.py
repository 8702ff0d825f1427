"""What stands between quotation marks in one passage: stretches, their form, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.core import Form, Referent, Role, Span
from rashomon.core.marks import quoted
from rashomon.read.parse import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = re.compile(
    r"\b(?:I|we|my|our|us|me|ours|mine|myself|ourselves)\b(?!\.)"
    r"|(?:^|[.?!:…]\W+|[“‘\"'(])(?:We|My|Our|Ours|Mine)\b",
    re.MULTILINE,
)
"""A capital in the middle of a sentence (`the Our Schools alliance`) is part of a name."""
HEADINGS = frozenset({Role.HEADLINE, Role.SUBHEADING})
MOST_HEADING_WORDS = 6
LOOSE = frozenset(" \t\n\xa0.,”\"'’")
"""What may stand beside marks that fill their paragraph."""
ENDS = frozenset(".?!…")


@dataclass(slots=True)
class Stretch:
    """A stretch between marks with what is found out about it. `whole` says that it fills its paragraph."""

    span: Span
    block: int
    closed: bool
    whole: bool
    first: Sentence
    last: Sentence
    cue: Token | None = None
    cue_sentence: Sentence | None = None
    speaker: Referent | None = None
    form: Form = Form.DIRECT
    speech: bool = False
    continues: Stretch | None = None
    words: str = field(default="")

    @property
    def length_words(self) -> int:
        """How many words stand between the marks."""
        return len(self.words.split())


class Block:
    """One passage: its sentences, its outermost stretches between marks, and the tokens outside them."""

    def __init__(self, parsed: Parsed, number: int, sentences: list[Sentence], held: Span | None = None) -> None:
        self.parsed = parsed
        self.number = number
        self.passage = parsed.blocks[number]
        self.text = parsed.block_text(number)
        self.offset = self.passage.span.start
        self.sentences = sentences
        self._outside: dict[int, list[Token]] = {}
        self.held = held
        """The stretch that bounds what is looked at, None where it is the whole passage."""
        self._marks = quoted(self.text)
        self.holds_nested = any(q.depth == 1 for q in self._marks)
        self._solid = _solid_part(self.text)
        self._sentence_starts = [s.span.start for s in sentences]
        self.stretches = self._at_depth(0 if held is None else 1)
        self._starts = [s.span.start for s in self.stretches]
        self._ends = [s.span.end for s in self.stretches]
        self.headline = self.passage.role in HEADINGS or self._is_cross_heading()
        """Whether it stands over a report or a part of it, where nothing goes on from the paragraph before."""

    def _at_depth(self, depth: int) -> list[Stretch]:
        marks, held = self._marks, self.held
        if held is not None:
            first = bisect_left(marks, held.start - self.offset, key=lambda q: q.start)
            last = bisect_right(marks, held.end - self.offset, key=lambda q: q.start)
            marks = [q for q in marks[first:last] if q.end + self.offset <= held.end]
        return [
            s for q in marks if q.depth == depth and (s := self._stretch(q.start, q.end, closed=q.closed)) is not None
        ]

    def stretches_at(self, start: int, end: int) -> list[Stretch]:
        """The stretches that share a character with `[start, end)`; those of one depth stand one behind the other."""
        return self.stretches[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def next_start(self, end: int) -> int | None:
        """Where the first stretch behind a place begins."""
        at = bisect_right(self._starts, end)
        return self._starts[at] if at < len(self._starts) else None

    def opens(self, stretch: Stretch) -> bool:
        """Whether nothing but blanks stands before a stretch in its passage."""
        return self.before(stretch) == ""

    def before(self, stretch: Stretch) -> str:
        """The last character before the marks of a stretch that is no blank, nothing where there is none."""
        at = stretch.span.start - 2 - self.offset
        while at >= 0 and self.text[at].isspace():
            at -= 1
        return self.text[at] if at >= 0 else ""

    def _is_cross_heading(self) -> bool:
        """Whether a plain paragraph is a few words between marks with no point or comma at all: `‘No warning’`."""
        if self.passage.role is not Role.PARAGRAPH or len(self.stretches) != 1:
            return False
        only = self.stretches[0]
        ended = any(mark in self.text for mark in ".,?!…;:")
        return only.whole and only.closed and only.length_words <= MOST_HEADING_WORDS and not ended

    def inside(self, outer: Stretch) -> Block:
        """The same passage as seen from inside one of its stretches: the marks there, and the tokens around them."""
        return Block(self.parsed, self.number, self.sentences, held=outer.span)

    def end_of(self, sentence: Sentence) -> int:
        """Where a sentence ends for whoever looks at what follows a mark."""
        return sentence.span.end if self.held is None else min(sentence.span.end, self.held.end)

    def _stretch(self, start: int, end: int, *, closed: bool) -> Stretch | None:
        span = Span(self.offset + start, self.offset + end, self.passage.span.part)
        last = bisect_left(self._sentence_starts, span.end)
        first = max(0, bisect_right(self._sentence_starts, span.start) - 1)
        inside = [s for s in self.sentences[first:last] if s.span.touches(span)]
        if not inside or not any(c.isalnum() for c in self.text[start:end]):
            return None
        return Stretch(
            span=span,
            block=self.number,
            closed=closed,
            whole=self._solid[0] >= start - 1 and self._solid[1] <= end + 1,
            first=inside[0],
            last=inside[-1],
            words=self.text[start:end],
        )

    def outside(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence that stand outside all marks."""
        known = self._outside.get(sentence.number)
        if known is None:
            offset = sentence.span.start
            near = self.stretches_at(offset - 1, sentence.span.end + 1)
            starts = [s.span.start - 1 - offset for s in near]
            ends = [s.span.end - (not s.closed) - offset for s in near]
            known = [t for t in sentence.doc if not (at := bisect_right(starts, t.idx)) or t.idx > ends[at - 1]]
            if self.held is not None:
                inside = {t.i for t in sentence.tokens_in(self.held)}
                known = [t for t in known if t.i in inside]
            self._outside[sentence.number] = known
        return known


def _solid_part(text: str) -> tuple[int, int]:
    """Where a text begins and ends but for blanks, points and marks."""
    start, end = 0, len(text)
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    return start, end


def form_of(block: Block, stretch: Stretch) -> Form:
    """Direct where the marks hold a clause of its own, mixed where they hold part of the reporter's sentence."""
    if block.headline:
        return Form.HEADLINE
    before = block.before(stretch)
    words = stretch.words.lstrip("…. ‘'[")
    set_off = before in ',:.?!”"’—–'
    if set_off and (words[:1].isupper() or words[:1] in "@#" or words[:1].isdigit()):
        return Form.DIRECT
    return Form.DIRECT if stretch.length_words > 6 and words[:1].isupper() else Form.MIXED


def looks_like_a_title(words: str) -> bool:
    """Whether every word that matters begins with a capital: a film, a book, a song."""
    parts = [w for w in words.split() if len(w) > 3]
    return bool(parts) and all(w[0].isupper() for w in parts) and words[-1:] not in ENDS | {","}
