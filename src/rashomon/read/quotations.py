"""Reported speech: what was said, with its cue and its speaker.

Marks come first (who opens and closes them is string work), then paragraphs that carry speech without marks, then
clauses and phrases that a reporting word governs. A speaker that the text leaves open stays open.
"""

from __future__ import annotations

from rashomon.core import Form, Quotation
from rashomon.read.names import Names
from rashomon.read.parse import Parsed
from rashomon.read.quotations_blocks import blocks_without_marks
from rashomon.read.quotations_carried import carry
from rashomon.read.quotations_echoes import echoed
from rashomon.read.quotations_headlines import headline
from rashomon.read.quotations_indirect import indirect
from rashomon.read.quotations_made import quotation
from rashomon.read.quotations_marked import attribute
from rashomon.read.quotations_nested import nested
from rashomon.read.quotations_stretches import Block, Stretch, form_of, looks_like_a_title
from rashomon.read.quotations_turns import turns


def find_quotations(parsed: Parsed, names: Names) -> tuple[Quotation, ...]:
    """All quotations of a document, in text order."""
    blocks = [Block(parsed, number, sentences) for number, sentences in enumerate(parsed.by_block())]
    for block in blocks:
        for stretch in block.stretches:
            attribute(block, stretch, names)
            stretch.form = form_of(block, stretch)
    carry(blocks, names)
    announced = [q for block in blocks if (q := headline(parsed, block, names)) is not None]
    made: dict[int, Quotation] = {}
    for block in blocks:
        for stretch in (*block.stretches, *nested(block, names)):
            if _is_speech(stretch):
                made[id(stretch)] = _made(parsed, stretch, made)
    spoken = turns(parsed, blocks, names)
    unmarked = blocks_without_marks(parsed, blocks, names, spoken)
    settled = [q.span for q in (*announced, *unmarked)]
    told = indirect(parsed, blocks, names, settled)
    found = [*made.values(), *announced, *spoken.values(), *unmarked, *told]
    return tuple(sorted(echoed(parsed, found), key=lambda q: (q.span, q.form)))


def _is_speech(stretch: Stretch) -> bool:
    """Speech has a reporting word or a speaker; a sentence of some length between marks is speech even so."""
    if stretch.speech:
        if stretch.speaker is None and stretch.form is Form.DIRECT and _names_a_work(stretch):
            return False
        if stretch.length_words <= 6 and looks_like_a_title(stretch.words) and stretch.form is Form.MIXED:
            return stretch.length_words < 2
        return True
    return stretch.form is Form.DIRECT and stretch.length_words >= 6 and not looks_like_a_title(stretch.words)


def _names_a_work(stretch: Stretch) -> bool:
    """Whether marks hold a title of several words, before the reporting word: `Her book, “A Life in Boats”, begins`."""
    capitals = sum(w[0].isupper() for w in stretch.words.split() if len(w) > 3)
    if not looks_like_a_title(stretch.words) or capitals < 2 or stretch.cue is None or stretch.cue_sentence is None:
        return False
    return stretch.cue_sentence.place(stretch.cue).start >= stretch.span.end


def _made(parsed: Parsed, stretch: Stretch, made: dict[int, Quotation]) -> Quotation:
    cue = None
    if stretch.cue is not None and stretch.cue_sentence is not None:
        cue = (stretch.cue_sentence.place(stretch.cue), stretch.cue.lemma_.lower())
    before = made.get(id(stretch.continues)) if stretch.continues is not None else None
    return quotation(parsed, stretch.span, stretch.form, cue=cue, speaker=stretch.speaker, continues=before)
