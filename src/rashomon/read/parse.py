"""One parse of each sentence, shared by everything that reads.

The parser is the ceiling of the whole pipeline, so a sentence is parsed once, and the quotations, names and
events all look at the same tokens. Offsets lead back to the document through `Sentence.place`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rashomon.core import Document, Part, Passage, Span
from rashomon.core.marks import PAIRS, quoted
from rashomon.read.cues import cues
from rashomon.read.nouns import nouns
from rashomon.read.parse_kept import Kept
from rashomon.read.parse_mends import mend
from rashomon.read.parse_mends_closing import mend_closing
from rashomon.read.parse_mends_joining import mend_joining

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

    from rashomon.read.times_clock import Found

HYPHENS = frozenset({"-", "‐", "‑"})

SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
"""A verb of one syllable whose last consonant is doubled before an ending ("hop", "stag")."""

ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Rev|Fr|Hon|"
    r"Supt|Det|Insp|Pres|St|Mt|vs|No)\.\s*$"
)
"""A piece that ends so goes on: a title or short form before a name or number."""
HOUR = re.compile(r"\b[ap]\.m\.\s*$")
HOUR_GOES_ON = re.compile(r"\(?(?:UTC|[A-Z]{1,4}T|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
"""After "9:30 p.m." a zone or a day of the week belongs to the same sentence."""

SPEAKER_CLAUSE = re.compile(
    r"(?:He|She|They|It|We|I|(?:The|A|An|One|Mr|Mrs|Ms|Dr|[A-Z])[\w.’'-]*(?:,? [\w.’'-]+){0,7}?),? "
    r"(?:then |later |also |once |has |had |have ){0,2}"
    r"(?:said|says|say|asked|asks|wrote|writes|added|adds|tweeted|told|exclaimed|shouted|wondered|continued|replied|"
    r"demanded|insisted|argued|warned|declared|joked|responded|explained|recalled|noted|cried|yelled)\b"
)
"""`Mr Arn asked`, `The mayor of Lys later wrote`: how a clause begins that names who spoke the words before it."""

DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, (?:[A-Z][\w.’'-]+ ?){1,3})?(?: ?\([A-Z][\w /.]{1,20}\))?"
    r"|\([A-Z]{2,8}\)) ?(?:—|–|--|-) ?(?=[“\"A-Z])"
)
"""`LYS, Norland (NNA) — ` at the head of a paragraph: where a report was written, and no part of its first sentence."""


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
    times: dict[int, list[Found]] = field(default_factory=dict, compare=False)
    """The times of each passage that was asked for, by its number: figures and times both need them."""

    _places: dict[Part, tuple[list[int], list[int], list[Sentence]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """The starts and ends of the sentences of each part, which do not overlap, and the sentences; made when needed."""

    def at(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins."""
        starts, ends, sentences = self._sorted(span.part)
        number = bisect_right(starts, span.start) - 1
        return sentences[number] if number >= 0 and span.start < ends[number] else None

    def touched(self, span: Span) -> list[Sentence]:
        """The sentences that share a character with a span."""
        starts, ends, sentences = self._sorted(span.part)
        return sentences[bisect_right(ends, span.start) : bisect_left(starts, span.end)]

    def _sorted(self, part: Part) -> tuple[list[int], list[int], list[Sentence]]:
        if part not in self._places:
            held = sorted((s for s in self.sentences if s.span.part == part), key=lambda s: s.span)
            self._places[part] = [s.span.start for s in held], [s.span.end for s in held], held
        return self._places[part]

    def by_block(self) -> list[list[Sentence]]:
        """The sentences of each passage."""
        held: list[list[Sentence]] = [[] for _ in self.blocks]
        for sentence in self.sentences:
            held[sentence.block].append(sentence)
        return held

    def block_text(self, block: int) -> str:
        """The words of one passage."""
        return self.document.words_at(self.blocks[block].span)


def sentences_of(document: Document) -> Iterator[tuple[int, Passage, Span]]:
    """The sentences of a document's prose: block number, passage, place (without blanks at the ends)."""
    for number, passage in enumerate(document.prose()):
        words = document.words_at(passage.span)
        for start, end in sentence_places(words):
            yield number, passage, Span(passage.span.start + start, passage.span.start + end, passage.span.part)


def sentence_places(words: str) -> list[tuple[int, int]]:
    """Where the sentences of one passage begin and end, blanks at their ends left out.

    A segmenter keeps what stands between quotation marks in one piece, so it is given the words with blanks for
    the marks; afterwards a closing mark goes to the sentence it closes, and a clause that names the speaker
    (`"Why?" she asked.`) to the sentence it reports.
    """
    from sentencex import segment

    stretches = quoted(words)
    masked = list(words)
    for stretch in stretches:
        masked[stretch.start - 1] = " "
        if stretch.closed:
            masked[stretch.end] = " "
    closing = {stretch.end for stretch in stretches if stretch.closed}
    blank = "".join(masked)
    starts: list[int] = []
    at = 0
    for piece in segment("en", blank):
        at = blank.index(piece, at)
        if piece.strip():
            starts.append(at + len(piece) - len(piece.lstrip()))
        at += len(piece)
    merged = [starts[0]] if starts else []
    for begin in starts[1:]:
        start = begin
        while start > merged[-1] and start - 1 not in closing and _is_mark(words, start - 1):
            start -= 1  # an opening mark just before belongs to what it opens
        hour = HOUR.search(words, merged[-1], start) and HOUR_GOES_ON.match(words, start)
        if not (hour or _names_the_speaker(words, start, closing) or ABBREVIATED.search(words, merged[-1], start)):
            merged.append(start)
    merged[:1] = [0]
    dateline = DATELINE.match(words)
    if dateline is not None and dateline.end() not in merged and dateline.end() < min([*merged[1:], len(words)]):
        merged.insert(1, dateline.end())
    return [
        (span.start, span.end)
        for start, end in zip(merged, [*merged[1:], len(words)], strict=True)
        if len(span := Span(start, end).trimmed(words))
    ]


def _is_mark(words: str, at: int) -> bool:
    return words[at] in PAIRS or words[at] in "([{"


def _names_the_speaker(words: str, start: int, closing: set[int]) -> bool:
    """Whether what begins here after a closing mark is the clause that reports it and not a sentence of its own."""
    at = start - 1
    while at >= 0 and words[at].isspace():
        at -= 1
    if at not in closing:
        return False
    if words[start].islower():
        return True
    return words[at - 1] in "?!…,—-–" and SPEAKER_CLAUSE.match(words, start) is not None


CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "xcomp"})
"""Arcs on which a bare verb may hang that was tagged as a noun."""


def _downing(word: Token) -> bool:
    """Whether a word is the verb of "will down tools", which taggers take for a preposition."""
    return word.lower_ == "down" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "tools"


def _is_verb(noun: Token) -> bool:
    """Whether a word tagged as a noun or preposition is a verb by what hangs on it: "Will the bank cut rates?".

    A modal needs a verb, and so does a subject under a verb of helping or making.
    """
    words = list(noun.children)
    subject = any(t.dep_ in {"nsubj", "nsubjpass"} and t.i < noun.i for t in words)
    if any(t.tag_ == "MD" and t.dep_ == "aux" and t.i < noun.i for t in words):
        return subject
    return noun.dep_ == "ccomp" and subject and noun.head.lemma_ in {"help", "make", "let"} and len(words) <= 3


@cache
def _compounds() -> frozenset[str]:
    """The hyphenated words that the tables of nouns and of reporting words hold: "vice-president", "e-mail"."""
    held = nouns()
    words = {*held.kinds, *held.documents, *held.titles, *cues().verbs, *cues().nouns}
    return frozenset(word for word in words if "-" in word.strip("-"))


def _joined(doc: Doc) -> Doc:
    """A sentence in which the words of a declared hyphenated compound are one token, as tokenizers part them."""
    found, at = [], 0
    while at < len(doc) - 2:
        end = at + 1
        while (
            end + 1 < len(doc) and doc[end].text in HYPHENS and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
        ):
            end += 2
        lemma = "".join("-" if t.text in HYPHENS else t.lower_ for t in doc[at : end - 1])
        lemma += doc[end - 1].lemma_.lower()
        if end - at > 2 and lemma in _compounds():
            found.append((at, end, lemma))
        at = end
    if found:
        with doc.retokenize() as retokenizer:
            for start, end, lemma in found:
                last = doc[end - 1]
                retokenizer.merge(doc[start:end], attrs={"LEMMA": lemma, "TAG": last.tag_, "POS": last.pos_})
    return doc


def _mended(doc: Doc) -> Doc:
    """A sentence with declared compounds joined, its tree put right and verbs given their silent "e" back.

    "Hoped", "hoping" and "hopes" are of "hope", as "hopped" is of "hop".
    """
    doc = _joined(doc)
    for token in doc:
        if (token.tag_ == "NN" or _downing(token)) and token.dep_ in CLAUSES and _is_verb(token):
            token.tag_, token.pos_, token.lemma_ = "VB", "VERB", token.lower_
        stem = token.lemma_
        if token.pos_ == "VERB" and token.lower_ in {f"{stem}ed", f"{stem}ing", f"{stem}es"} and SHORT.fullmatch(stem):
            token.lemma_ = f"{stem}e"
        mend(token)
    mend_joining(doc)
    mend_closing(doc)
    return doc


def parse(document: Document, nlp: Language) -> Parsed:
    """Parse a document's prose, sentence by sentence, in one batch."""
    return next(parse_all([document], nlp))


def parse_all(documents: Iterable[Document], nlp: Language, kept: Kept | None = None) -> Iterator[Parsed]:
    """Parse several documents in one batch, in their order; sentences that `kept` knows are not parsed again."""
    told = [(document, list(sentences_of(document))) for document in documents]
    texts = [document.words_at(span).replace("―", "—") for document, places in told for _, _, span in places]
    docs = iter((kept or Kept(0)).docs(texts, nlp))
    for document, places in told:
        sentences = []
        seen: set[int] = set()
        for number, (block, passage, span) in enumerate(places):
            doc = _mended(next(docs))
            if id(doc) in seen:  # told twice in one document: tokens are told apart by the parse they belong to
                doc = doc.copy()
            seen.add(id(doc))
            sentences.append(Sentence(number=number, block=block, passage=passage, span=span, doc=doc))
        yield Parsed(document=document, blocks=document.prose(), sentences=tuple(sentences))
