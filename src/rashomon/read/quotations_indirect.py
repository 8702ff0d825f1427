"""Speech in the reporter's own syntax: of the words that reporting words govern, those that are somebody's.

Speech comes before thoughts, the longer before the shorter; nothing is told twice unless speech holds speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Form, Kind, Quotation, Span
from rashomon.read.clauses import TENSED
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.quotations_bounds import EDGES
from rashomon.read.quotations_frames import Piece, pieces
from rashomon.read.quotations_made import quotation
from rashomon.read.quotations_own import is_own_text
from rashomon.read.quotations_rubrics import behind_rubric
from rashomon.read.quotations_speaker import speaker_at, teller_of
from rashomon.read.quotations_stretches import Block
from rashomon.read.syntax import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

WORD = re.compile(r"\w+")
HINGES = frozenset({"that", "is", "was", "are", "were", "of", "as"})
"""Words that only join a reporting clause to marks: `All she would say was “no comment”`."""
PLACE = re.compile(r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,2}(?: ?\([^)]{2,30}\)|, [A-Z][\w .’'-]{2,30})?:\s+")


def indirect(parsed: Parsed, blocks: list[Block], names: Names, settled: list[Span]) -> list[Quotation]:
    """The indirect quotations of a document: none that stands between marks or in a sentence that is `settled`."""
    found: list[Quotation] = []
    taken = {sentence.number for span in settled for sentence in parsed.touched(span)}
    for block in blocks:
        for sentence in block.sentences:
            if sentence.number in taken:
                continue
            found.extend(_linked(list(_of_sentence(parsed, block, sentence, names))))
    return found


def _of_sentence(parsed: Parsed, block: Block, sentence: Sentence, names: Names) -> Iterator[Quotation]:
    taken: list[Span] = []
    for cue, (start, end), subject in sorted(pieces(block.outside(sentence)), key=_rank):
        span = _trimmed(sentence, _behind_place(block, sentence, start), end)
        span = span and _with_mark(block, span)
        if span is None or any(span.touches(s) and not (s.covers(span) and _is_said(cue)) for s in taken):
            continue
        if _is_marked(block, span, cue) or _is_retold(block, span, cue, sentence):
            continue
        taken.append(span)
        teller = teller_of(cue, subject or _beside(cue, sentence, names))
        if teller is not None and teller.i < _behind_place(block, sentence, 0) and block.headline:
            teller = None  # "Breaking: ..." says what kind of piece follows
        own = any(is_own_text(t) for t in cue.lefts)  # "Correction: An earlier version of this report said that"
        speaker = None if own else speaker_at(teller, sentence, names)
        said = (sentence.place(cue), cue.lemma_.lower())
        yield quotation(parsed, span, Form.INDIRECT, cue=said, speaker=speaker)


def _with_mark(block: Block, span: Span) -> Span:
    """The place of content with the mark that closes it, where the opening one stands within: `the plan "absurd"`."""
    cut = any(s.closed and s.span.end == span.end and span.start < s.span.start for s in block.touching(span))
    return Span(span.start, span.end + 1, span.part) if cut else span


def _linked(found: list[Quotation]) -> list[Quotation]:
    """The quotations of one sentence, where a reporting clause breaks one in two the second linked to the first."""
    first = {q.cue: q for q in found if q.cue is not None and q.span.end <= q.cue.start}
    return [replace(q, continues=first[q.cue].id) if q.cue in first and q.cue.end <= q.span.start else q for q in found]


def _behind_place(block: Block, sentence: Sentence, start: int) -> int:
    """Where content begins that the parser began with the place of writing: `LYS: The road is closed, police said`."""
    if sentence != block.sentences[0]:
        return start
    if block.headline and (rubric := behind_rubric(block.text)):
        behind = (t.i for t in sentence.doc if sentence.place(t).start - block.offset >= rubric)
        return max(start, next(behind, start))
    if start == 0 and (place := PLACE.match(sentence.doc.text)) is not None:
        return next((t.i for t in sentence.doc if t.idx >= place.end()), start)
    return start


def _is_marked(block: Block, span: Span, cue: Token) -> bool:
    """Whether marks hold the words, all but a few, or those at their head, with `and` behind: `"No," and left`."""
    inside = [s for s in block.touching(span) if s.speech]
    if sum(span.shared_chars(s.span) for s in inside) >= 0.8 * len(span):
        return True
    for stretch in (s for s in inside if s.cue == cue):
        before = block.text[span.start - block.offset : max(span.start, stretch.span.start) - block.offset]
        behind = block.text[stretch.span.end - block.offset + 1 : span.end - block.offset]
        if {w.lower() for w in WORD.findall(f"{before} {behind}")} <= HINGES or (
            len(before) <= 1 and behind.lstrip(", ").startswith("and ")
        ):
            return True
    return False


def _is_retold(block: Block, span: Span, cue: Token, sentence: Sentence) -> bool:
    """Whether the content is only marked words with their own reporting clause: `"No," Kerr said, according to notes`.

    They are Kerr's words, told once; what stands behind them in a clause of its own is the other's telling.
    """
    for stretch in block.touching(span):
        opens = stretch.span.start - span.start <= 1
        if not (opens and stretch.speech and stretch.cue is not None and stretch.cue_sentence == sentence):
            continue
        own = stretch.cue
        if own == cue or sentence.place(own).start < stretch.span.end or not span.covers(sentence.place(own)):
            continue
        behind = [t for t in cue.doc if own.i < t.i and span.covers(sentence.place(t))]
        return not any(t.tag_ in TENSED for t in behind)
    return False


def _beside(cue: Token, sentence: Sentence, names: Names) -> Token | None:
    """The subject that the parser missed: that of the verb around a participle, or the name before the verb.

    `Kerr said in a statement posted and mailed to the paper that ...`; `In Lys, Norland, Anna Kerr of the port said`.
    """
    if not cue.tag_.startswith("V") or cue.dep_ == "advcl" or any(c.dep_ == "auxpass" for c in cue.children):
        return None
    if cue.tag_ == "VBN" or cue.dep_ == "conj":
        above = next((a for a in cue.ancestors if cues().verb(a) is not None and a.dep_ not in {"acl", "conj"}), None)
        return subject_of(above) if above is not None else None
    if cue.dep_ != "ROOT" or cue.tag_ not in {"VBD", "VBZ"}:
        return None
    for token in reversed(cue.doc[: cue.i]):
        if token.pos_ in {"VERB", "AUX"}:
            return None
        pointer = names.pointer(token, sentence)
        if pointer is not None and pointer.form == "name" and pointer.party.kind is Kind.PERSON:
            head = cue.doc[pointer.start : pointer.end].root
            return head if head.dep_ in {"conj", "appos", "npadvmod", "dep"} else None
    return None


def _rank(piece: Piece) -> tuple[bool, int]:
    """Speech and findings before thoughts and plans, the longer first: what is told holds what it tells of."""
    cue, (start, end), _ = piece
    found = cues().verb(cue)
    if found is None:
        later = cue.pos_ == "NOUN" and cue.doc[start].lower_ != "that" and cue.i < start
    else:
        later = not (found.takes("q") or "finding" in found.classes)
    return later, start - end


def _is_said(cue: Token) -> bool:
    """Whether a reporting word tells of speech in a clause, so that it counts inside other speech too."""
    found = cues().verb(cue)
    return found is not None and found.takes("q") and found.takes("c")


def _trimmed(sentence: Sentence, start: int, end: int) -> Span | None:
    """The place of tokens `[start, end)` without commas and points at the ends."""
    doc = sentence.doc
    while start < end and (doc[start].text in EDGES or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in EDGES or doc[end - 1].is_space):
        end -= 1
    return sentence.place(doc[start:end]) if end > start else None
