"""The sentences of quotations, each by itself, and what two of them have in common word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.align.wordings import runs_within
from rashomon.core import Document, Form, Quotation, Span
from rashomon.core.predicates import class_of_stem
from rashomon.core.words import key_stems, words

END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9@#])")
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Sgt|No|vs|Jr|Sr|Prof|Rev)|\b[A-Z])\.$")
MARKS = "\"“”‘’'«»„ \t\n\r\xa0,;"

MANY_WORDS = 10
MANY_STEMS = 5
"""So many words in a row, with so many stems that tell something, two speakers do not say alike of one event by
chance; "it was so bad that I do not know what to say" has few."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of one quotation.

    `left_open` where somebody is told to speak of whom it is not known who they are. `whole` are the words of the
    whole quotation, where they are quoted and many enough to tell by themselves whose they are.
    """

    document: str
    quotation: Quotation
    span: Span
    text: str
    stems: tuple[str, ...]
    speaker: str | None
    order: int
    left_open: bool = False
    whole: str = ""


def sentence_parts(document: Document, quotation: Quotation) -> list[Span]:
    """The sentences inside a quotation, without marks and blanks at their ends."""
    text = document.part(quotation.span.part)
    words_said = quotation.span.of(text)
    cuts, at = [], 0
    for m in END.finditer(words_said):
        if not ABBREVIATED.search(words_said[: m.start()].rstrip("”’\"')]")):
            cuts.append((at, m.start()))
            at = m.end()
    cuts.append((at, len(words_said)))
    base = quotation.span.start
    spans = [Span(base + a, base + b, quotation.span.part).trimmed(text, MARKS) for a, b in cuts]
    return [s for s in spans if len(s)]


def meaning(said: str) -> tuple[str, ...]:
    """The stems of what was said, verbs of one class and negations as one.

    Translations of one sentence differ in "shut" and "closed", in "cannot" and "will not".
    """
    classes = class_of_stem()
    stems = ("not" if s == "cannot" or s.endswith("n't") else s for s in key_stems(said))
    return tuple(classes.get(s, s) for s in stems)


def parts_of(
    documents: Sequence[Document],
    quotations: Mapping[str, Sequence[Quotation]],
    speakers: Mapping[str, str | None],
) -> list[Part]:
    """Every sentence said, in order of document and place; `speakers` maps quotation ids to party ids."""
    parts: list[Part] = []
    for document in documents:
        for quotation in quotations.get(document.id, ()):
            speaker = speakers.get(quotation.id)
            whole = document.words_at(quotation.span)
            telling = quotation.form is not Form.INDIRECT and _many(words(whole))
            for span in sentence_parts(document, quotation):
                said = document.words_at(span)
                parts.append(
                    Part(
                        document=document.id,
                        quotation=quotation,
                        span=span,
                        text=said,
                        stems=meaning(said),
                        speaker=speaker,
                        order=len(parts),
                        left_open=speaker is None and quotation.cue is not None,
                        whole=whole if telling else "",
                    )
                )
    return parts


def _many(said: Sequence[str]) -> bool:
    return len(said) >= MANY_WORDS and len(set(key_stems(" ".join(said)))) >= MANY_STEMS


def same_over_many(left: Part, right: Part) -> bool:
    """Whether two sentences are quoted in the same words, many in a row, be it with what is quoted around them."""
    if left.document == right.document or not left.whole or not right.whole:
        return False
    ours, theirs = words(left.whole), words(right.whole)
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    shared = ours[run.a : run.a + run.size]
    return _many(shared) and all(runs_within(*sorted((words(p.text), shared), key=len)) for p in (left, right))


def contained(short: Part, long: Part) -> bool:
    """Whether the words of one stand in a row in the other."""
    return runs_within(words(short.text), words(long.text))


def overlapping(left: Part, right: Part) -> bool:
    """Whether two parts have words of one document in common: a quotation inside what is reported around it."""
    return left.document == right.document and left.span.touches(right.span)


def spliced(left: Part, right: Part, whole: Part) -> bool:
    """Whether a third part joins what two sentences of another report say: each has its own words there."""
    ours, theirs = set(left.stems) & set(whole.stems), set(right.stems) & set(whole.stems)
    if whole.document == left.document or not ours or not theirs:
        return False
    return 2 * len(ours & theirs) <= min(len(ours), len(theirs))


def in_part(fragment: Part, whole: Part) -> bool:
    """Whether a part is a piece of another: its place is inside the other's, or its words are."""
    return holds(whole, fragment) or contained(fragment, whole)


CLOSING_MARKS = 2
"""A point and a mark at the end of a fragment that stand behind what is reported around it."""


def holds(outer: Part, inner: Part) -> bool:
    """Whether one part stands inside another, longer one of its document."""
    longer = outer.document == inner.document and len(outer.span) > len(inner.span)
    return longer and outer.span.shared_chars(inner.span) >= len(inner.span) - CLOSING_MARKS
