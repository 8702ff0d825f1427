"""Transcripts of broadcasts and interviews: paragraphs that begin with the name of whoever speaks.

A turn is its speaker's own words, and what it reports of others is reported speech in turn: a presenter's turns tell
what others said, so clauses are looked for in them as in any paragraph.
"""

from __future__ import annotations

from collections import Counter

from rashomon.core import Form, Quotation, Span
from rashomon.core.places import country_word
from rashomon.read.names import Names
from rashomon.read.parse import Parsed
from rashomon.read.quotations_made import quotation
from rashomon.read.quotations_speaker import LABEL
from rashomon.read.quotations_stretches import Block

FEWEST_TURNS = 3
"""A transcript has at least so many paragraphs that begin with a label."""


def turns(parsed: Parsed, blocks: list[Block], names: Names) -> dict[int, Quotation]:
    """The turns of a transcript, by passage: `KERR: We will go now to Lys.`, where labels come back or name somebody.

    A label that comes once and names nobody is a place (`LYS: Two men were held`) or a heading.
    """
    labelled = {b.number: m for b in blocks if not b.headline and (m := LABEL.match(b.text)) is not None}
    if len(labelled) < FEWEST_TURNS:
        return {}
    often = Counter(m["name"] for m in labelled.values())
    found: dict[int, Quotation] = {}
    for number, match in labelled.items():
        label, block = match["name"], blocks[number]
        known = names.person_called(label.split()[-1]) is not None
        if country_word(label) is not None or not (known or often[label] > 1):
            continue
        part = block.passage.span.part
        words = Span(block.offset + match.end() - 1, block.passage.span.end, part)
        speaker = names.called(Span(block.offset, block.offset + match.end("name"), part), label)
        found[number] = quotation(parsed, words, Form.BLOCK, speaker=speaker)
    return found
