"""One document as copying sees it: its words in a row, which of them are quoted, and how much each tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from rashomon.core import Document, Part, Span
from rashomon.group.gathered import Row

SIDES_KEPT = 4096
"""Documents kept ready for comparing (some 40 KB each); copies mostly follow one another within a day."""


class Side:
    """The prose words of one document, in order."""

    def __init__(self, document: Document, words: slice, line_words: Sequence[int], row: Row) -> None:
        """Of a document: its words in the row of all words, and how many of them each of its passages has."""
        rows = row.words.rows[words]
        self.document = document
        self.numbers: list[int] = row.known.forms[rows].tolist()
        self.starts: list[int] = row.words.starts[words].tolist()
        self.times: list[int] = row.words.times[words].tolist()
        self.quotation: list[bool] = row.words.said[words].tolist()
        self.lengths: list[int] = row.known.chars[rows].tolist()
        self.surprise: list[float] = row.known.surprise[rows].tolist()
        self.chars = sum(self.lengths)
        self._begins = [0, *accumulate(line_words)]  # where each passage begins among the words

    @cached_property
    def unquoted_chars(self) -> int:
        """The length of all words that are not quoted."""
        return self.chars_of([at for at, quoted in enumerate(self.quotation) if not quoted])

    @cached_property
    def parts(self) -> list[Part]:
        """The part of each passage."""
        return [passage.span.part for passage in self.document.prose()]

    def begun(self, start: int, end: int) -> list[int]:
        """The first words of the passages that begin behind the word `start` and before `end`."""
        return self._begins[bisect_right(self._begins, start) : bisect_left(self._begins, end)]

    def span(self, start: int, end: int) -> Span:
        """The place of the words `start..end`, which lie in one passage."""
        part = self.parts[bisect_right(self._begins, start) - 1]
        return Span(self.starts[start], self.starts[end - 1] + self.lengths[end - 1], part)

    def word(self, at: int) -> str:
        """A word as it is written."""
        span = self.span(at, at + 1)
        return span.of(self.document.part(span.part))

    def chars_of(self, indices: Iterable[int]) -> int:
        """The length of these words together."""
        lengths = self.lengths
        return sum([lengths[i] for i in indices])


class Sides:
    """The documents of a run, made ready for comparing as they are asked for; the latest asked for are kept."""

    def __init__(self, documents: Sequence[Document], row: Row) -> None:
        self._documents = documents
        self._row = row
        self._lines = [0, *accumulate(row.words.lines.tolist())]
        self.of = lru_cache(maxsize=SIDES_KEPT)(self._made)

    def _made(self, index: int) -> Side:
        first, end = self._row.begins[index : index + 2].tolist()
        lines = self._row.words.line_words[self._lines[index] : self._lines[index + 1]].tolist()
        return Side(self._documents[index], slice(first, end - 1), lines, self._row)  # without the mark behind it
