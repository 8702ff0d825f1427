"""One document as copying sees it: its words in a row, which of them are quoted, and how much each tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from rashomon.core import Document, Part, Role, Span
from rashomon.core.marks import quoted
from rashomon.group.background import Background
from rashomon.group.fingerprints import Words, fingerprints
from rashomon.group.passages import Anchors, anchors
from rashomon.group.settings import CopySettings
from rashomon.group.words import Line, Word, lines, stem


class Side(NamedTuple):
    """The prose words of one document, in order."""

    document: Document
    words: tuple[Word, ...]
    line_of: tuple[int, ...]
    parts: tuple[Part, ...]
    """The part of each line."""
    numbers: tuple[int, ...]
    anchors: Anchors
    quotation: tuple[bool, ...]
    surprise: tuple[float, ...]
    counts: Counter[str]
    """How often each form stands in the document."""

    def span(self, start: int, end: int) -> Span:
        """The place of the words `start..end`, which lie in one line."""
        return Span(self.words[start].start, self.words[end - 1].end, self.parts[self.line_of[start]])

    def chars(self, indices: Iterable[int]) -> int:
        """The length of these words together."""
        return sum(self.words[i].end - self.words[i].start for i in indices)


def prints(document: Document, vocabulary: Words, settings: CopySettings) -> dict[int, float]:
    """The fingerprints of a document's prose; all that is kept of one that shares nothing."""
    forms = [word.form for line in lines(document) for word in line.words]
    return fingerprints(vocabulary.hashes(forms), vocabulary.weights(forms), settings)


def side(document: Document, vocabulary: Words, background: Background, settings: CopySettings) -> Side:
    """A document made ready for comparing."""
    found = lines(document)
    words = tuple(word for line in found for word in line.words)
    numbers = tuple(vocabulary.hashes([word.form for word in words]).tolist())
    return Side(
        document,
        words,
        tuple(number for number, line in enumerate(found) for _ in line.words),
        tuple(line.part for line in found),
        numbers,
        anchors(numbers, settings),
        tuple(_quotation(document, found, settings)),
        tuple(_surprise(word, background, settings) for word in words),
        Counter(word.form for word in words),
    )


def _surprise(word: Word, background: Background, settings: CopySettings) -> float:
    rarity = background.rarity(stem(word.form))
    return rarity * settings.name_discount if word.capital or word.form[0].isdigit() else rarity


def _quotation(document: Document, found: tuple[Line, ...], settings: CopySettings) -> list[bool]:
    """Which words stand in quotations: between marks, in block quotations, in the paragraph after "she wrote:"."""
    passages = document.prose()
    answer: list[bool] = []
    introduced = False
    for passage, line in zip(passages, found, strict=True):
        text = document.part(line.part)
        if line.role is Role.BLOCK_QUOTE or (introduced and line.role is Role.PARAGRAPH):
            answer.extend(True for _ in line.words)
        else:
            inside = quoted(text, passage.span.start, passage.span.end)
            marked = [False] * len(line.words)
            for stretch in inside:
                within = [i for i, word in enumerate(line.words) if stretch.start <= word.start < stretch.end]
                if len(within) >= settings.least_quotation_words:
                    for i in within:
                        marked[i] = True
            answer.extend(marked)
        introduced = (
            line.role is Role.PARAGRAPH
            and text[passage.span.start : passage.span.end].rstrip().endswith(":")
            and len(line.words) <= settings.colon_line_words
        )
    return answer
