"""Reported speech: what was said, with its cue and its speaker.

Marks come first (who opens and closes them is string work), then paragraphs that carry speech without marks, then
clauses and phrases that a reporting word governs. A speaker that the text leaves open stays open.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.core import Form, Kind, Quotation, Span, content_id
from rashomon.read.names import Names
from rashomon.read.parse import Parsed
from rashomon.read.quotations_blocks import blocks_without_marks
from rashomon.read.quotations_carried import carry
from rashomon.read.quotations_indirect import indirect
from rashomon.read.quotations_marked import attribute
from rashomon.read.quotations_nested import nested
from rashomon.read.quotations_stretches import Block, Stretch, form_of, looks_like_a_title

WORD = re.compile(r"[\w’]+")


def find_quotations(parsed: Parsed, names: Names) -> tuple[Quotation, ...]:
    """All quotations of a document, in text order."""
    blocks = [Block(parsed, n, [s for s in parsed.sentences if s.block == n]) for n in range(len(parsed.blocks))]
    for block in blocks:
        for stretch in block.stretches:
            attribute(block, stretch, names)
            stretch.form = form_of(block, stretch)
    carry(blocks, names)
    made: dict[int, Quotation] = {}
    for block in blocks:
        for stretch in (*block.stretches, *nested(block, names)):
            if _is_speech(stretch):
                made[id(stretch)] = _made(parsed, stretch, made)
    found = [*made.values(), *blocks_without_marks(parsed, blocks, names)]
    found.extend(indirect(parsed, blocks, names, found))
    return tuple(sorted(_echoed(parsed, found), key=lambda q: (q.span, q.form)))


def _echoed(parsed: Parsed, found: list[Quotation]) -> list[Quotation]:
    """A headline lays to a country or body what its report lays to one person: the report is the more exact."""

    def words(quotation: Quotation) -> str:
        return " ".join(["", *WORD.findall(parsed.document.words_at(quotation.span).lower()), ""])

    told = [
        (words(q), q.speaker)
        for q in found
        if q.form in {Form.DIRECT, Form.MIXED, Form.BLOCK} and q.speaker is not None and q.speaker.kind is Kind.PERSON
    ]
    echoes = {}
    for quotation in found:
        speakers = {s.name: s for w, s in told if words(quotation) in w} if quotation.form is Form.HEADLINE else {}
        if len(speakers) == 1 and len(words(quotation).split()) >= 3:
            echoes[quotation.span] = next(iter(speakers.values()))
    return [
        replace(q, speaker=next((s for span, s in echoes.items() if q.span.covers(span)), q.speaker)) for q in found
    ]


def _is_speech(stretch: Stretch) -> bool:
    """Speech has a reporting word or a speaker; a sentence of some length between marks is speech even so."""
    if stretch.speech:
        if stretch.length_words <= 6 and looks_like_a_title(stretch.words) and stretch.form is Form.MIXED:
            return stretch.length_words < 2
        return True
    return stretch.form is Form.DIRECT and stretch.length_words >= 6 and not looks_like_a_title(stretch.words)


def _made(parsed: Parsed, stretch: Stretch, made: dict[int, Quotation]) -> Quotation:
    document = parsed.document
    span = stretch.span.trimmed(document.part(stretch.span.part))
    cue = (
        stretch.cue_sentence.place(stretch.cue)
        if stretch.cue is not None and stretch.cue_sentence is not None
        else None
    )
    before = made.get(id(stretch.continues)) if stretch.continues is not None else None
    return Quotation(
        id=content_id(document.id, "quotation", span.part, span.start, span.end, stretch.form),
        span=Span(span.start, span.end, span.part),
        form=stretch.form,
        cue=cue,
        cue_lemma=stretch.cue.lemma_.lower() if stretch.cue is not None else None,
        speaker=stretch.speaker,
        continues=before.id if before is not None else None,
    )
