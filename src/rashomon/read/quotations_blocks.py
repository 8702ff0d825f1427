"""Speech that stands without marks: after a lead-in that ends in a colon, in the first person, in embedded posts.

A lead-in is a sentence that ends in a colon and holds a reporting word (`Kerr said that:`, `who wrote online:`).
Its block goes on over paragraphs that keep the first person and name no speaker of their own. Without a lead-in, or
marks left open, a plain paragraph is the writer's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Form, Kind, Quotation, Referent, Role, Span
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.quotations_made import quotation
from rashomon.read.quotations_speaker import lead_in_name, speaker_at
from rashomon.read.quotations_stretches import FIRST_PERSON, Block
from rashomon.read.syntax import owner_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

POST = re.compile(
    r"^(?P<words>.{8,}?)\s*[—–-]{1,2}\s*"
    r"(?P<name>[^—–()]{2,60}?)\s*\(@(?P<handle>\w+)\)\s*(?P<date>\S.{3,30})?$",
    re.DOTALL,
)
"""`Words of the post — Name (@handle) 3 May 2031`, as pages embed posts."""
FRAMED = re.compile(r"\b(?:he|she|they)\s+(?:said|says|added|wrote|told|continued|tweeted)\b", re.IGNORECASE)
READABLE = frozenset({Role.PARAGRAPH, Role.BLOCK_QUOTE})


@dataclass(slots=True)
class _Voice:
    """Whose words the paragraphs now are, and by what word."""

    speaker: Referent | None
    cue: Span | None
    lemma: str | None

    @property
    def name(self) -> str | None:
        """The speaker's name, None where nobody is named."""
        return self.speaker.name if self.speaker is not None else None


def blocks_without_marks(
    parsed: Parsed, blocks: list[Block], names: Names, turns: Collection[int] = ()
) -> list[Quotation]:
    """The paragraphs of a document that are somebody's words though no marks say so, but for a transcript's turns."""
    found: list[Quotation] = []
    own_voice = _writer_says_i(blocks)
    voice: _Voice | None = None
    opened: set[str | None] = set()
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        if number in turns:
            voice = None
            continue
        if block.headline or before is None:
            continue
        posted = _post(parsed, block)
        if posted is not None:
            found.append(posted)
            voice = None
            continue
        voice = _lead_in_to(block, before, names) or _goes_on(block, before, voice, opened, own_voice=own_voice)
        if voice is not None:
            opened |= {voice.name} - {None}
            found.append(_made(parsed, block.passage.span, voice))
    return found


def _lead_in_to(block: Block, before: Block, names: Names) -> _Voice | None:
    """The voice that the paragraph before announces for a paragraph that has no marks of its own."""
    return _lead_in(before, names) if _may_be_said(block) else None


def _goes_on(
    block: Block, before: Block, voice: _Voice | None, opened: set[str | None], *, own_voice: bool
) -> _Voice | None:
    """Whose words a paragraph without a lead-in goes on with, None where it is the reporter's.

    A paragraph in the first person behind somebody's marked words may as well be the writer's own (an opinion, a
    correction, an appeal by the paper), so it goes on only with marks left open, with the block before it, or with
    the speaker of one of the blocks `opened` before.
    """
    if not _may_be_said(block):
        return None
    if block.passage.role is Role.BLOCK_QUOTE and not block.stretches:
        return voice or _last_said(before) or _Voice(None, None, None)
    if own_voice or not FIRST_PERSON.search(_unmarked(block)):
        return None
    if voice is not None:
        return voice
    last = _last_said(before)
    goes_on = last is not None and (not before.stretches[-1].closed or last.name in opened)
    return last if goes_on else None


def _may_be_said(block: Block) -> bool:
    """Whether a paragraph has neither marks nor words of the reporter's own, so that all of it may be somebody's."""
    return block.passage.role in READABLE and not _is_marked(block) and not _framed(block)


def _is_marked(block: Block) -> bool:
    return any(s.speech and (s.whole or s.length_words > 3) for s in block.stretches)


def _framed(block: Block) -> bool:
    """Whether the reporter speaks in the paragraph himself, or leads in to what comes."""
    return bool(FRAMED.search(_unmarked(block))) or block.text.rstrip().endswith(":")


def _unmarked(block: Block) -> str:
    """The words of a paragraph outside its marks."""
    words = block.text
    for stretch in reversed(block.stretches):
        words = words[: stretch.span.start - block.offset] + words[stretch.span.end - block.offset :]
    return words


def _writer_says_i(blocks: list[Block]) -> bool:
    """Whether the report is told in the first person, so that `I` tells nothing of a speaker."""
    telling = [b for n, b in enumerate(blocks) if n and not b.stretches and not b.headline]
    said = [b for b in telling if FIRST_PERSON.search(b.text)]
    if len(said) > max(3, len(telling) // 3):
        return True
    opened = (b.number for b in blocks if not b.headline and (b.stretches or b.text.rstrip().endswith(":")))
    return bool(said) and said[0].number < next(opened, len(blocks))


def _lead_in(before: Block, names: Names) -> _Voice | None:
    """The voice that a paragraph's last sentence announces with a colon."""
    if not before.text.rstrip().endswith(":") or not before.sentences:
        return None
    sentence = before.sentences[-1]
    tokens = before.outside(sentence)
    chosen = next((t for t in reversed(tokens) if _announces(t)), None)
    if chosen is None:
        speaker = lead_in_name(tokens, sentence, names) or _issuer(tokens, sentence, names)
        return _Voice(speaker, None, None) if speaker is not None else None
    subject = subject_of(chosen) if chosen.tag_.startswith("V") else chosen
    speaker = speaker_at(subject, sentence, names)
    document = subject is not None and subject.lemma_.lower() in nouns().documents
    if not document and (speaker is None or speaker.kind is Kind.THING):
        return None
    return _Voice(speaker, sentence.place(chosen), chosen.lemma_.lower())


def _issuer(tokens: list[Token], sentence: Sentence, names: Names) -> Referent | None:
    """Who brings out the document that a lead-in names: `Kerr issued a statement:`, `Here is the mayor's letter:`."""
    for token in tokens:
        if token.lemma_.lower() in nouns().documents and token.pos_ == "NOUN":
            owner = owner_of(token)
            if owner is None and token.dep_ == "dobj":
                owner = subject_of(token.head)
            if owner is not None:
                return speaker_at(owner, sentence, names)
    return None


def _announces(token: Token) -> bool:
    """Whether a word of a lead-in tells of words to come, and not of what was seen or thought: `then he saw it:`."""
    cue = cues().verb(token)
    if cue is None or cue.takes("q"):
        return cue is not None
    return cue.takes("c") and "belief" not in cue.classes and token.i >= len(token.doc) - 3


def _last_said(before: Block) -> _Voice | None:
    """The voice of the last quotation of a paragraph."""
    said = [s for s in before.stretches if s.speech]
    return _Voice(said[-1].speaker, None, None) if said else None


def _post(parsed: Parsed, block: Block) -> Quotation | None:
    match = POST.match(block.text.strip())
    if match is not None:
        shift = block.offset + len(block.text) - len(block.text.lstrip())
        name = Span(shift + match.start("name"), shift + match.end("name"), block.passage.span.part)
        known = _known(match["name"], parsed)
        voice = _Voice(Referent(span=name, name=known, kind=Kind.PERSON, head=known.split()[-1].lower()), None, None)
        return _made(parsed, Span(shift, shift + match.end("words"), block.passage.span.part), voice)
    return None


def _known(name: str, parsed: Parsed) -> str:
    """The name of a post's writer without the initials that the document does not use."""
    words = name.split()
    if len(words) > 2 and (short := f"{words[0]} {words[-1]}") in parsed.document.text:
        return short
    return name


def _made(parsed: Parsed, span: Span, voice: _Voice) -> Quotation:
    cue = (voice.cue, voice.lemma) if voice.cue is not None and voice.lemma is not None else None
    return quotation(parsed, span, Form.BLOCK, cue=cue, speaker=voice.speaker)
