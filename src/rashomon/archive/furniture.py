"""Which edits touch a report's own words, and which only what stands beside it: links, bylines, captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.archive.edits import Edit, EditKind
from rashomon.core import PROSE, Document, Part, Span


def aside(document: Document) -> tuple[Span, ...]:
    """What of a text is not the report's own telling, in order."""
    labels = [p.span for p in document.passages if p.role not in PROSE]
    return tuple(sorted(s for s in (*labels, *(a.span for a in document.set_aside)) if s.part is Part.TEXT))


def outside(text: str, place: Span, stretches: Sequence[Span]) -> bool:
    """Whether a place has words that lie outside all of these stretches, which come in order."""
    at = place.start
    for span in stretches:
        if span.end <= at:
            continue
        if span.start >= place.end:
            break
        if text[at : span.start].strip():
            return True
        at = max(at, span.end)
    return bool(text[at : place.end].strip()) if at < place.end else False


def parted(edit: Edit, old: str, aside_before: Sequence[Span], new: str, aside_now: Sequence[Span]) -> Iterator[Edit]:
    """An edit cut where the report's own words and what stands beside them meet; together they do the same.

    What of the one kind was replaced by the same kind stays together.
    """
    ours, theirs = _pieces(old, edit.old, aside_before), _pieces(new, edit.new, aside_now)
    if edit.elsewhere is not None or len({own for _, own in (*ours, *theirs)}) < 2:
        yield edit
        return
    at_old, at_new = edit.old.start, edit.new.start
    waiting = list(theirs)
    for span, own in ours:
        same = next((n for n, (_, other) in enumerate(waiting) if other == own), None)
        for put, _ in waiting[: same or 0]:
            yield _made(old, Span(at_old, at_old), new, put)
            at_new = put.end
        here = waiting[same][0] if same is not None else Span(at_new, at_new)
        waiting = waiting[same + 1 :] if same is not None else waiting
        yield _made(old, span, new, here)
        at_old, at_new = span.end, here.end
    for put, _ in waiting:
        yield _made(old, Span(at_old, at_old), new, put)


def _pieces(text: str, place: Span, stretches: Sequence[Span]) -> list[tuple[Span, bool]]:
    """A place cut at the ends of these stretches, with whether each piece is the report's own; blanks go along."""
    cuts = sorted({c for s in stretches for c in (s.start, s.end) if place.start < c < place.end})
    pieces: list[tuple[Span, bool]] = []
    start = place.start
    for end in (*cuts, place.end):
        piece = Span(start, end)
        start = end
        own = outside(text, piece, stretches)
        blank = not piece.of(text).strip()
        if pieces and (blank or pieces[-1][1] == own):
            pieces[-1] = (Span(pieces[-1][0].start, end), pieces[-1][1])
        elif not blank:
            first = place.start if not pieces else piece.start
            pieces.append((Span(first, end), own))
    return pieces or ([(place, False)] if len(place) else [])


def _made(old: str, before: Span, new: str, now: Span) -> Edit:
    was, are = before.of(old).strip(), now.of(new).strip()
    kind = EditKind.REPLACED if was and are else EditKind.DELETED if was else EditKind.INSERTED
    return Edit(kind=kind if was or are else EditKind.BLANKS, old=before, new=now)
