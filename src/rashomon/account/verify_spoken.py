"""Words that a sentence gives as somebody's: they stand so in a quotation of that speaker."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.account.verify_phrases import Told
from rashomon.account.verify_words import Names, Source, contains, tokens_of
from rashomon.core import Document, Event, Form, Quotation, Reading, Span
from rashomon.core.marks import quoted
from rashomon.core.words import words

SPOKEN = frozenset({Form.DIRECT, Form.BLOCK, Form.MIXED})
SAID = (
    re.compile(r"^(?P<who>[^“”:;]{2,80}?)(?: said| says)?: “(?P<words>[^“”]+)”$"),
    re.compile(r"^“(?P<words>[^“”]+?),?” (?P<who>[A-Z][^“”:;,]{1,80}?) (?:said|says)$"),
    re.compile(r"^“(?P<words>[^“”]+?),?” (?:said|says) (?P<who>[A-Z][^“”:;,]{1,80}?)$"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words given as somebody's, with the happenings told in that quotation."""

    words: str
    events: tuple[Event, ...]
    speaker: str | None = None


def said_so(text: str, source: Source, names: Names) -> Said | str | None:
    """Whether words that a text gives as somebody's stand so in a cited quotation of that speaker.

    The answer is a reason where they do not, and None where the text is no such sentence.
    """
    match = next(filter(None, (p.match(text) for p in SAID)), None)
    if match is None:
        return None
    who, said = match["who"], match["words"]
    party, wanted = names.party(who), words(said)
    for q in source.reading.quotations:
        if q.form not in SPOKEN or q.speaker is None or not _stand_in(wanted, q.span, source):
            continue
        theirs = names.party(q.speaker.name)
        same = party == theirs if party and theirs else words(who) == words(q.speaker.name)
        if not same and not names.surname_of(q.speaker.name, party):
            return f"“{said}” is said by {q.speaker.name} there"
        if unsure(q, source.reading):
            return f"who said “{said}” is not sure"
        named = party in source.parties or contains([t.word for t in source.tokens], words(who))
        if party and not named:
            return f"no cited place names {who}"
        if clipped(wanted, source, q.span):
            return f"“{said}” is cut where its sense may turn"
        events = tuple(e for e in source.events if q.span.covers(e.predicate.span))
        return Said(words=said, events=events, speaker=party)
    return f"no quotation with “{said}” is cited"


def laid_elsewhere(
    said: Said,
    source: Source,
    readings: Mapping[str, Reading],
    documents: Mapping[str, Document],
    names: Names,
) -> str | None:
    """Why words may not be this speaker's: he is only pointed to, and another report names somebody else for them."""
    wanted = words(said.words)
    own = [q for q in source.reading.quotations if contains(words(source.document.words_at(q.span)), wanted)]
    if any(_by_name(q, source.reading) for q in own):
        return None
    for d, reading in readings.items():
        for q in reading.quotations:
            if q.form not in SPOKEN or q.speaker is None or not _by_name(q, reading):
                continue
            theirs = names.party(q.speaker.name)
            if theirs and theirs != said.speaker and contains(words(documents[d].words_at(q.span)), wanted):
                return f"“{said.words}” is said by {q.speaker.name} in another report"
    return None


def _by_name(quotation: Quotation, reading: Reading) -> bool:
    """Whether the speaker stands at the quotation by name."""
    speaker = quotation.speaker
    return speaker is not None and any(m.span == speaker.span and m.form == "name" for m in reading.mentions)


def _stand_in(wanted: list[str], quotation: Span, source: Source) -> bool:
    """Whether words stand in what is cited of a quotation."""
    cited = (
        Span(max(p.start, quotation.start), min(p.end, quotation.end), p.part)
        for p in source.pieces
        if p.touches(quotation)
    )
    return any(contains(words(source.document.words_at(c)), wanted) for c in cited)


def misquoted(read: Told, source: Source, names: Names) -> str | None:
    """Words between quotation marks that stand in no quotation of the same speaker, and why; None where all do."""
    for mark in quoted(read.document.text):
        wanted = words(read.document.text[mark.start : mark.end])
        if wanted and (reason := _misquoted(wanted, Span(mark.start, mark.end), read, source, names)):
            return f"“{' '.join(wanted)}” {reason}"
    return None


def _misquoted(wanted: list[str], place: Span, read: Told, source: Source, names: Names) -> str | None:
    text = source.document.part(source.sentence.part)
    if not any(contains(words(source.document.words_at(p)), wanted) for p in source.pieces):
        return "does not stand so in a cited place"
    holding = [
        q
        for q in source.reading.quotations
        if q.span.touches(source.sentence) and contains(words(source.document.words_at(q.span)), wanted)
    ]
    marks = quoted(text, source.sentence.start, source.sentence.end)
    marked = any(contains(words(text[m.start : m.end]), wanted) for m in marks)
    if not marked and not any(q.form in SPOKEN for q in holding):
        return "is not quoted there"
    own = [q.speaker for q in read.reading.quotations if q.span.touches(place) and q.speaker]
    sure = [q for q in holding if q.speaker and not unsure(q, source.reading)]
    for speaker in own:
        if not any(q.speaker and _one(speaker.name, q.speaker.name, names) for q in sure):
            return f"is not said by {speaker.name} there"
    if not own and any(q.speaker and q.form in {Form.DIRECT, Form.BLOCK} for q in holding):
        return "is given without its speaker"
    return None


def _one(left: str, right: str, names: Names) -> bool:
    parties = names.party(left), names.party(right)
    return parties[0] == parties[1] if all(parties) else words(left)[-1:] == words(right)[-1:]


def unsure(quotation: Quotation, reading: Reading) -> bool:
    """Whether a speaker known by a pronoun is somebody else than the one who spoke right before."""
    speaker = quotation.speaker
    named = None if speaker is None else next((m for m in reading.mentions if m.span == speaker.span), None)
    if speaker is None or named is None or named.form != "pronoun":
        return False
    before = [
        q.speaker
        for q in reading.quotations
        if q.speaker and q.speaker.span.part == speaker.span.part and q.speaker.span.end <= quotation.span.start
    ]
    nearest = max(before, key=lambda s: s.span.start, default=None)
    return nearest is not None and nearest.name != speaker.name


def clipped(wanted: list[str], source: Source, quotation: Span) -> bool:
    """Whether quoted words leave out a negation or condition of their sentence."""
    said = [t.word for t in source.tokens if quotation.start <= t.start < quotation.end]
    left_out = {"not", "never", "no", "if", "unless"} & set(said)
    return bool(left_out - {t.word for t in tokens_of(" ".join(wanted))})


def quotations_in(text: str) -> tuple[str, ...]:
    """The words that a text gives between quotation marks."""
    return tuple(text[q.start : q.end] for q in quoted(text) if q.depth == 0)
