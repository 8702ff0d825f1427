"""One parse of each sentence, shared by everything that reads.

The parser is the ceiling of the whole pipeline, so a sentence is parsed once, and the quotations, names and
events all look at the same tokens. Offsets lead back to the document through `Sentence.place`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Document, Passage, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document with its parse.

    `block` is the index, in `Document.prose()`, of the passage that holds it; `number` its place in the document.
    """

    number: int
    block: int
    passage: Passage
    span: Span
    doc: Doc

    def place(self, what: Token | Phrase) -> Span:
        """Where a token or a slice of tokens stands in the document."""
        if hasattr(what, "idx"):
            start = self.span.start + what.idx
            return Span(start, start + len(what.text), self.span.part)
        return Span(self.span.start + what.start_char, self.span.start + what.end_char, self.span.part)

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that begin inside a span of the document."""
        if span.part != self.span.part:
            return []
        offset = self.span.start
        return [t for t in self.doc if span.start <= offset + t.idx < span.end]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its sentences parsed, in reading order."""

    document: Document
    blocks: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    def at(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins."""
        for sentence in self.sentences:
            if sentence.span.part == span.part and sentence.span.start <= span.start < sentence.span.end:
                return sentence
        return None

    def block_text(self, block: int) -> str:
        """The words of one passage."""
        return self.document.words_at(self.blocks[block].span)


def sentences_of(document: Document) -> Iterator[tuple[int, Passage, Span]]:
    """The sentences of a document's prose: block number, passage, place (without blanks at the ends)."""
    from sentencex import segment

    for number, passage in enumerate(document.prose()):
        words = document.words_at(passage.span)
        at = 0
        for piece in segment("en", words):
            start = words.index(piece, at)
            at = start + len(piece)
            span = Span(passage.span.start + start, passage.span.start + at, passage.span.part)
            span = span.trimmed(document.part(span.part))
            if len(span):
                yield number, passage, span


def parse(document: Document, nlp: Language) -> Parsed:
    """Parse a document's prose, sentence by sentence, in one batch."""
    places = list(sentences_of(document))
    docs = nlp.pipe((document.words_at(span) for _, _, span in places), batch_size=64)
    sentences = tuple(
        Sentence(number=i, block=block, passage=passage, span=span, doc=doc)
        for i, ((block, passage, span), doc) in enumerate(zip(places, docs, strict=True))
    )
    return Parsed(document=document, blocks=document.prose(), sentences=sentences)
