"""A speaker carried from one quotation to the next, within a paragraph and over paragraphs."""

from __future__ import annotations

from itertools import pairwise

from rashomon.core import Form, Kind
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.nouns import nouns
from rashomon.read.quotations_marked import lay_to
from rashomon.read.quotations_speaker import lead_in_name, speaker_at
from rashomon.read.quotations_stretches import Block, Stretch
from rashomon.read.syntax import subject_of

MOST_BETWEEN = 12
"""A reporting clause put into a sentence is no longer than so many words."""
ENDS_IN_SENTENCE = frozenset({",", "?", "!"})
"""What stands before a closing mark where the reporter's sentence goes on behind it."""


def carry(blocks: list[Block], names: Names) -> None:
    """Give a speaker to quotations that have no reporting word of their own; in place, in text order."""
    last: Stretch | None = None
    for number, block in enumerate(blocks):
        if block.headline:
            continue
        _within(block, names)
        before = blocks[number - 1] if number else None
        for stretch in block.stretches[:1]:
            if not stretch.speech and before is not None and _set_off(block, stretch):
                _from_before(stretch, before, last, names)
                _leave_open_to_another(block, stretch, names)
        _within(block, names)
        spoken = [s for s in block.stretches if s.speech]
        last = spoken[-1] if spoken else last


def _set_off(block: Block, stretch: Stretch) -> bool:
    """Whether a stretch begins its paragraph and is a clause of its own."""
    return stretch.form is Form.DIRECT and not block.text[: stretch.span.start - 1 - block.offset].strip()


def _within(block: Block, names: Names) -> None:
    """`"...," he said. "..."`, and `He was clear. "..."` after a sentence with a reporting word."""
    for before, stretch in pairwise(block.stretches):
        if stretch.speech or not before.speech or stretch.form is not Form.DIRECT:
            if stretch.speech and before.speech and stretch.cue == before.cue and stretch.cue is not None:
                stretch.continues = before
                if before.form is Form.DIRECT and _broken(block, before, stretch):
                    stretch.form = Form.DIRECT
            continue
        between = block.text[before.span.end - block.offset : stretch.span.start - block.offset]
        if between.count(". ") + between.count(".” ") <= 2 and stretch.length_words >= 2:
            stretch.speech, stretch.speaker, stretch.continues = True, before.speaker, before
            stretch.cue, stretch.cue_sentence = before.cue, before.cue_sentence
            _leave_open_to_another(block, stretch, names)
    numbers = {sentence.number: place for place, sentence in enumerate(block.sentences)}
    for stretch in block.stretches:
        if stretch.speech or stretch.form is not Form.DIRECT:
            continue
        place = numbers[stretch.first.number]
        if place > 0 and stretch.first.span.start >= stretch.span.start - 1:
            _lay_to_sentence(block, stretch, place - 1, names)
    stretches = block.stretches
    for stretch, after in pairwise(stretches):
        if (
            not stretch.speech
            and after.speech
            and stretch.form is Form.DIRECT
            and after.form is Form.DIRECT
            and stretch.length_words > 3
        ):
            between = block.text[stretch.span.end - block.offset + 1 : after.span.start - 1 - block.offset]
            if not between.strip():
                stretch.speech, stretch.speaker, stretch.cue, stretch.cue_sentence = (
                    True,
                    after.speaker,
                    after.cue,
                    after.cue_sentence,
                )


def _leave_open_to_another(block: Block, stretch: Stretch, names: Names) -> None:
    """Take back a carried speaker where the sentence goes on behind the marks with a person who may have said it.

    `"Order," the speaker, Ole Trask, with his hand up.`: no reporting word is found, yet it is not the one before.
    """
    if stretch.cue is not None and stretch.cue_sentence is stretch.last:
        return
    if not stretch.closed or stretch.words.rstrip()[-1:] not in ENDS_IN_SENTENCE:
        return
    following = block.behind(stretch)
    end = following.span.start - 1 if following is not None else block.end_of(stretch.last)
    for token in block.outside(stretch.last):
        if stretch.span.end < stretch.last.span.start + token.idx < end:
            pointer = names.pointer(token, stretch.last)
            if pointer is not None and pointer.party.kind is Kind.PERSON:
                stretch.speaker, stretch.cue, stretch.cue_sentence, stretch.continues = None, None, None, None
                return


def _broken(block: Block, before: Stretch, stretch: Stretch) -> bool:
    """Whether only the reporting clause stands between two parts of one sentence: `"We," she said, "will stay."`."""
    between = block.text[before.span.end - block.offset + 1 : stretch.span.start - 1 - block.offset].strip()
    return before.words.rstrip()[-1:] in ",—–-…" and between.endswith(",") and len(between.split()) <= MOST_BETWEEN


def _lay_to_sentence(block: Block, stretch: Stretch, place: int, names: Names) -> None:
    """The sentence before in the same paragraph reports its subject's words, or is about one person."""
    sentence = block.sentences[place]
    for token in reversed(block.outside(sentence)):
        cue = cues().verb(token)
        if cue is not None and (cue.takes("q") or cue.takes("c")) and subject_of(token) is not None:
            lay_to(stretch, token, sentence, names)
            return
    root = next((t for t in sentence.doc if t.head == t), None)
    subject = subject_of(root) if root is not None else None
    if subject is not None:
        speaker = speaker_at(subject, sentence, names)
        if speaker is not None and (speaker.kind is Kind.PERSON or subject.lemma_.lower() in nouns().documents):
            stretch.speech, stretch.speaker = True, speaker


def _from_before(stretch: Stretch, before: Block, last: Stretch | None, names: Names) -> None:
    """A paragraph that begins with marks and names nobody goes on with the paragraph before."""
    if before.text.rstrip().endswith((":", "：")) and before.sentences:
        for token in reversed(before.outside(before.sentences[-1])):
            cue = cues().verb(token)
            if cue is not None and (cue.takes("q") or cue.takes("c") or cue.takes("o")):
                lay_to(stretch, token, before.sentences[-1], names)
                return
            if token.lemma_.lower() in nouns().documents or token.lemma_.lower() in cues().nouns:
                lay_to(stretch, token, before.sentences[-1], names)
                return
        speaker = lead_in_name(before.outside(before.sentences[-1]), before.sentences[-1], names)
        if speaker is not None:
            stretch.speech, stretch.speaker = True, speaker
            return
    if last is not None and last.block == before.number and last.form is not Form.HEADLINE:
        stretch.speech, stretch.speaker = True, last.speaker
        stretch.cue, stretch.cue_sentence = None, None
        if not last.closed:
            stretch.continues = last
        return
    if before.sentences and not before.headline and not before.stretches:
        _lay_to_sentence(before, stretch, len(before.sentences) - 1, names)
