"""One document as copying sees it: its words in a row, which of them are quoted, and how much each tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from rashomon.core import Document, Part, Span
from rashomon.group.lexicon import Lexicon
from rashomon.group.passages import Anchors, anchors
from rashomon.group.said import said
from rashomon.group.settings import CopySettings
from rashomon.group.words import cut


class Side:
    """The prose words of one document, in order."""

    def __init__(self, document: Document, lexicon: Lexicon, settings: CopySettings) -> None:
        found = cut(document)
        rows = [lexicon[word] for word in found.words]
        forms, surprise = lexicon.forms, lexicon.surprise
        self.document = document
        self.starts = found.starts
        self.lengths = [len(word) for word in found.words]
        self.chars = sum(self.lengths)
        self.parts: list[Part] = [line.part for line in found.lines]
        self.line_of: list[int] = []
        for number, line in enumerate(found.lines):
            self.line_of += [number] * (line.end - line.first)
        self.numbers: list[int] = [forms[row] for row in rows]
        self.surprise: list[float] = [surprise[row] for row in rows]
        self.anchors: Anchors = anchors(self.numbers, settings)
        self.quotation = said(found, settings)
        self.said_chars = sum(n for n, quoted in zip(self.lengths, self.quotation, strict=True) if quoted)

    @cached_property
    def counts(self) -> Counter[int]:
        """How often each form stands in the document."""
        return Counter(self.numbers)

    def span(self, start: int, end: int) -> Span:
        """The place of the words `start..end`, which lie in one line."""
        return Span(self.starts[start], self.starts[end - 1] + self.lengths[end - 1], self.parts[self.line_of[start]])

    def chars_of(self, indices: Iterable[int]) -> int:
        """The length of these words together."""
        lengths = self.lengths
        return sum([lengths[i] for i in indices])
