"""Quotations inside quotations: words that a speaker lays to somebody else.

`“The minister told me ‘we will sign’,” said Kerr`: the inner words are the minister's. They are read as the outer
ones are, by a reporting word, but one that stands inside the outer marks too. Marks inside marks with no reporting
word beside them (a title, a scare quote) stay part of what the outer speaker says.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.core import Form
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.quotations_marked import attribute
from rashomon.read.quotations_stretches import Block, Stretch, form_of
from rashomon.read.syntax import SUBJECTS, subject_of

SELF = frozenset({"i"})
OPEN = frozenset({"we", "you", "he", "she", "they", "it"})
"""Pronouns that a speaker uses of others whom his words name somewhere else, or not at all."""


def nested(block: Block, names: Names) -> list[Stretch]:
    """The stretches of a block that a speaker quotes in turn, with their own cue and speaker."""
    found: list[Stretch] = []
    if not block.holds_nested:
        return found
    for outer in block.stretches:
        if not outer.speech:
            continue
        inside = block.inside(outer)
        for stretch in inside.stretches:
            attribute(inside, stretch, names)
            stretch.form = form_of(inside, stretch)
            if stretch.speech and _is_clause_said(stretch):
                _own_words(stretch, outer)
                found.append(stretch)
    return found


def _is_clause_said(stretch: Stretch) -> bool:
    """Whether a word of saying leads to a clause, not to a name or term: `they called the boats ‘miracles’`."""
    cue = cues().verb(stretch.cue) if stretch.cue is not None else None
    if cue is None or not cue.takes("q") or "naming" in cue.classes:
        return False
    if stretch.form is Form.DIRECT or stretch.words[:1].isupper():
        return True
    return any(t.dep_ in SUBJECTS for s in (stretch.first, stretch.last) for t in s.tokens_in(stretch.span))


def _own_words(stretch: Stretch, outer: Stretch) -> None:
    """Lay `I told them ‘no’` to the outer speaker, and leave open whom other pronouns stand for."""
    cue, sentence = stretch.cue, stretch.cue_sentence
    subject = subject_of(cue) if cue is not None else None
    if subject is None or sentence is None:
        return
    if subject.lower_ in SELF:
        stretch.speaker = replace(outer.speaker, span=sentence.place(subject)) if outer.speaker is not None else None
    elif subject.lower_ in OPEN or (outer.speaker is not None and stretch.speaker == outer.speaker):
        stretch.speaker = None
