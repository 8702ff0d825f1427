"""A report's text with marks, as the pages show it: pieces of words, each with what it is and what begins there.

Marks overlap freely; the text is cut at all their borders (`report/segments.py`), so that no element has to nest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rashomon.core import Document, Event, Form, Quotation, Reading, Role, Span, Status
from rashomon.present.questions.joined import Fate, Joined
from rashomon.present.report.segments import Block, blocks

FORMS = {
    Form.DIRECT: "in their words",
    Form.BLOCK: "in their words",
    Form.MIXED: "in part in their words",
    Form.HEADLINE: "in the headline",
    Form.INDIRECT: "as reported",
}
"""How a quotation gives what was said."""
NOT_NAMED = "speaker not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What begins at a piece.

    `kind` is `at`, `quotation`, `event`, `figure` or `shared`; `words` are what is said of it and `more` what is to be
    had by whoever asks, `status` is that of an event, `number` that of a shared passage.
    """

    kind: str
    words: str = ""
    more: str = ""
    status: Status | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words with all that they are: names of kinds, which are names of classes on the page."""

    words: str
    kinds: tuple[str, ...]
    begun: tuple[Begun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A passage (`role`), or a stretch that belongs to none, in pieces."""

    role: Role | None
    reason: str | None
    pieces: tuple[Piece, ...]

    @property
    def holds_place(self) -> bool:
        """Whether the place asked for is in it."""
        return any("at" in piece.kinds for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Paragraphs of the report, or paragraphs set aside one after the other, with the reasons why."""

    aside: bool
    reasons: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def holds_place(self) -> bool:
        """Whether the place asked for is in it."""
        return any(paragraph.holds_place for paragraph in self.paragraphs)


Kinds = Mapping[Span, tuple[str, ...]]
Begins = Mapping[Span, tuple[Begun, ...]]


def as_read(document: Document, reading: Reading | None, *, at: Span | None = None) -> list[Stretch]:
    """A report with its quotations, events and figures, and the place asked for."""
    kinds: dict[Span, list[str]] = {}
    begun: dict[Span, list[Begun]] = {}

    def mark(place: Span, kind: str, *more: str, begins: Begun) -> None:
        kinds.setdefault(place, []).extend((kind, *more))
        begun.setdefault(place, []).append(begins)

    if at is not None:
        mark(at, "at", begins=Begun(kind="at"))
    if reading is not None:
        for quotation in reading.quotations:
            speaker = quotation.speaker.name if quotation.speaker is not None else NOT_NAMED
            told = Begun(kind="quotation", words=speaker, more=told_quotation(quotation))
            mark(quotation.span, "quotation", quotation.form.value, begins=told)
        for event in reading.events:
            told = Begun(kind="event", more=told_event(event), status=event.status)
            mark(event.predicate.span, "event", f"is-{event.status.value}", begins=told)
        for figure in reading.figures:
            mark(figure.span, "figure", begins=Begun(kind="figure", words=figure.counts or figure.unit or ""))
    return _stretches(
        document, {place: tuple(own) for place, own in kinds.items()}, {place: tuple(b) for place, b in begun.items()}
    )


def as_compared(document: Document, joined: Sequence[Joined], *, left: bool) -> list[Stretch]:
    """One side of a comparison: its shared passages by number, what is copied, quoted or differs in them."""
    kinds: dict[Span, list[str]] = {}
    begun: dict[Span, tuple[Begun, ...]] = {}
    for each in joined:
        whole, parts = (each.left, each.left_parts) if left else (each.right, each.right_parts)
        kinds.setdefault(whole, []).append("shared")
        begun[whole] = (Begun(kind="shared", number=each.number, words=told_shared(each)),)
        for part in parts:
            kinds.setdefault(part.span, []).append(part.fate.value)
    return _stretches(document, {place: tuple(own) for place, own in kinds.items()}, begun)


def around(document: Document, passages: Iterable[Span], at: Span) -> list[Paragraph]:
    """Some passages of a report with a place in them marked."""
    wanted = tuple(passages)
    found = []
    for stretch in wanted:
        first, last = max(stretch.start, min(at.start, stretch.end)), min(stretch.end, max(at.end, stretch.start))
        cut = sorted({stretch.start, first, last, stretch.end})
        pieces = []
        for start, end in pairwise(cut):
            span = Span(start, end, stretch.part)
            held = at.covers(span)
            begins = (Begun(kind="at"),) if held and start == max(at.start, wanted[0].start) else ()
            pieces.append(Piece(words=document.words_at(span), kinds=("at",) if held else (), begun=begins))
        role = next((p.role for p in document.passages if p.span == stretch), None)
        found.append(Paragraph(role=role, reason=None, pieces=tuple(pieces)))
    return found


def told_quotation(quotation: Quotation) -> str:
    """Who speaks, and whether these are their words."""
    speaker = quotation.speaker.name if quotation.speaker is not None else NOT_NAMED
    return f"{speaker}, {FORMS[quotation.form]}"


def told_event(event: Event) -> str:
    """Who does what to whom, and who says so."""
    who = event.actor.name if event.actor is not None else "somebody"
    whom = f" {event.target.name}" if event.target is not None else ""
    voice = f", says {event.voice.name}" if event.voice is not None else ""
    return f"{who}: {event.predicate.lemma}{whom}{voice}"


def told_shared(joined: Joined) -> str:
    """What a shared passage is, in a word or two."""
    fates = joined.fates
    what = "quotation" if Fate.QUOTED in fates and Fate.COPIED not in fates else "copied"
    if {Fate.QUOTED, Fate.COPIED} <= fates:
        what = "copied, with a quotation"
    return f"{what}, with changes" if Fate.DIFFERS in fates else what


def _stretches(document: Document, kinds: Kinds, begun: Begins) -> list[Stretch]:
    found = [_paragraph(block, kinds, begun) for block in blocks(document, kinds)]
    made = []
    for aside, group in groupby(found, key=lambda paragraph: paragraph.reason is not None):
        own = tuple(group)
        reasons = tuple(dict.fromkeys(each.reason for each in own if each.reason is not None))
        made.append(Stretch(aside=aside, reasons=reasons, paragraphs=own))
    return made


def _paragraph(block: Block, kinds: Kinds, begun: Begins) -> Paragraph:
    return Paragraph(role=block.role, reason=block.reason, pieces=tuple(_pieces(block, kinds, begun)))


def _pieces(block: Block, kinds: Kinds, begun: Begins) -> Iterator[Piece]:
    for segment in block.segments:
        own = dict.fromkeys(kind for place in segment.within for kind in kinds[place])
        begins = tuple(each for place in segment.begins for each in begun.get(place, ()))
        yield Piece(words=segment.words, kinds=tuple(own), begun=begins)
