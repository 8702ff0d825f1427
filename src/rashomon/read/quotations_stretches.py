"""What stands between quotation marks in one passage: stretches, their form, and the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.core import Form, Referent, Role, Span
from rashomon.core.intervals import Intervals
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
        self.headline = self.passage.role is Role.HEADLINE
        self.text = parsed.block_text(number)
        self.offset = self.passage.span.start
        self.sentences = sentences
        self._outside: dict[int, list[Token]] = {}
        self.held = held
        """The stretch that bounds what is looked at, None where it is the whole passage."""
        self._marks = quoted(self.text)
        self.holds_nested = any(q.depth == 1 for q in self._marks)
        self.stretches = self._at_depth(0 if held is None else 1)
        self._places = Intervals([(s.span.start, s.span.end) for s in self.stretches])

    def _at_depth(self, depth: int) -> list[Stretch]:
        return [
            s
            for q in self._marks
            if q.depth == depth
            and (
                self.held is None or self.held.covers(Span(q.start + self.offset, q.end + self.offset, self.held.part))
            )
            and (s := self._stretch(q.start, q.end, closed=q.closed))
        ]

    def inside(self, outer: Stretch) -> Block:
        """The same passage as seen from inside one of its stretches: the marks there, and the tokens around them."""
        return Block(self.parsed, self.number, self.sentences, held=outer.span)

    def touching(self, span: Span) -> list[Stretch]:
        """The stretches that share a character with a span."""
        return [s for s in self.stretches[self._places.near(span.start, span.end)] if span.touches(s.span)]

    def behind(self, stretch: Stretch) -> Stretch | None:
        """The stretch that begins next behind the end of one."""
        at = self._places.near(0, stretch.span.end + 1).stop
        return self.stretches[at] if at < len(self.stretches) else None

    def end_of(self, sentence: Sentence) -> int:
        """Where a sentence ends for whoever looks at what follows a mark."""
        return sentence.span.end if self.held is None else min(sentence.span.end, self.held.end)

    def _stretch(self, start: int, end: int, *, closed: bool) -> Stretch | None:
        span = Span(self.offset + start, self.offset + end, self.passage.span.part)
        inside = [s for s in self.parsed.touched(span) if s.block == self.number]
        if not inside or not any(c.isalnum() for c in self.text[start:end]):
            return None
        rest = (self.text[: start - 1] + self.text[end + 1 :]).strip(" \t\n\xa0.,”\"'’")
        return Stretch(
            span=span,
            block=self.number,
            closed=closed,
            whole=not rest,
            first=inside[0],
            last=inside[-1],
            words=self.text[start:end],
        )

    def outside(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence that stand outside all marks."""
        known = self._outside.get(sentence.number)
        if known is None:
            offset = sentence.span.start
            bounds = [
                (s.span.start - 1 - offset, s.span.end - (not s.closed) - offset)
                for s in self.stretches[self._places.near(offset - 1, sentence.span.end + 1)]
                if s.span.start - 1 < sentence.span.end and s.span.end >= offset
            ]
            known = list(sentence.doc)
            if bounds:
                known = [t for t in known if not any(start <= t.idx <= end for start, end in bounds)]
            if self.held is not None:
                inside = {t.i for t in sentence.tokens_in(self.held)}
                known = [t for t in known if t.i in inside]
            self._outside[sentence.number] = known
        return known


def form_of(block: Block, stretch: Stretch) -> Form:
    """Direct where the marks hold a clause of its own, mixed where they hold part of the reporter's sentence."""
    if block.headline:
        return Form.HEADLINE
    start = stretch.span.start - 1 - block.offset
    before = block.text[:start].rstrip()
    words = stretch.words.lstrip("…. ‘'[")
    set_off = not before or before[-1] in ',:.?!”"’—–'
    if set_off and (words[:1].isupper() or words[:1] in "@#" or words[:1].isdigit()):
        return Form.DIRECT
    return Form.DIRECT if stretch.length_words > 6 and words[:1].isupper() else Form.MIXED


def looks_like_a_title(words: str) -> bool:
    """Whether every word that matters begins with a capital: a film, a book, a song."""
    parts = [w for w in words.split() if len(w) > 3]
    return bool(parts) and all(w[0].isupper() for w in parts) and words[-1:] not in ENDS | {","}
