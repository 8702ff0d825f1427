"""The verdict on a sentence: which reports carry it, which tell it otherwise, which documents are silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.core import Document, Span, StoryAccount
from rashomon.core.alignment import Alignment
from rashomon.core.check import Bearing, CheckedReport, Difference

Verdict = tuple[tuple[CheckedReport, ...], tuple[CheckedReport, ...]]


def checked(
    points: Sequence[str],
    bearings: Iterable[Bearing],
    account: StoryAccount,
    alignment: Alignment,
    documents: Mapping[str, Document],
) -> Verdict:
    """The reports of one story that carry a sentence, and those that tell it otherwise.

    A document carries the sentence where it bears every point of it. Where it bears some only, it tells those, and
    what it leaves out is what differs. Of what it tells otherwise, the nearest to the sentence is shown for each point.

    Args:
        points: the words of the sentence's points, in order.
        bearings: where the story's documents tell them.
        account: the story's account.
        alignment: what is the same across its documents.
        documents: all documents by id.
    """
    claims = {(t.document, t.event.id): p.id for p in alignment.propositions for t in p.tellings}
    listed = {c.id for c in account.claims}
    origins = {(r.document, r.span): r.origin for c in account.claims for r in c.reports}

    def report(bearing: Bearing) -> CheckedReport:
        document = documents[bearing.document]
        claim = claims.get((bearing.document, bearing.event or ""))
        return CheckedReport(
            document=bearing.document,
            span=bearing.span,
            words=" ".join(document.words_at(bearing.span).split()),
            point=points[bearing.point],
            status=bearing.status,
            voice=bearing.voice,
            speaker=bearing.speaker,
            story=account.id,
            claim=claim if claim in listed else None,
            origin=origins.get((bearing.document, bearing.span)),
            differs=bearing.differs,
        )

    told: dict[str, list[Bearing]] = {}
    for bearing in bearings:
        told.setdefault(bearing.document, []).append(bearing)
    carried: list[CheckedReport] = []
    otherwise: list[CheckedReport] = []
    for document in account.documents:
        bearing_it, telling_otherwise = _of_document(told.get(document, []), points)
        carried += map(report, bearing_it)
        otherwise += map(report, telling_otherwise)
    return tuple(carried), tuple(otherwise)


def _of_document(told: Sequence[Bearing], points: Sequence[str]) -> tuple[list[Bearing], list[Bearing]]:
    """What one document bears of a sentence that it carries whole, and what it tells otherwise."""
    bears = [_once(b for b in told if b.point == n and not b.differs) for n in range(len(points))]
    against = [_nearest(b for b in told if b.point == n and b.differs) for n in range(len(points))]
    if all(bears):
        # a document that carries the sentence may contradict itself: as done here, as proposed there
        return [b for some in bears for b in some], [b for some in against for b in some if _contradicts(b)]
    missing = [n for n in range(len(points)) if not bears[n] and not against[n]]
    left_out = tuple(Difference(on="words", told=f"does not tell: {points[n]}") for n in missing)
    elsewhere = tuple(
        Difference(on="words", told=f"tells otherwise: {points[n]}") for n in range(len(points)) if against[n]
    )
    rest: list[Bearing] = []
    for some, others in zip(bears, against, strict=True):
        if some:
            rest.append(replace(some[0], differs=(*left_out, *elsewhere)))
        else:
            rest += (replace(b, differs=(*b.differs, *left_out)) for b in others)
    return [], rest


CONTRADICTING = frozenset({"status", "negation", "figure", "speaker"})


def _contradicts(bearing: Bearing) -> bool:
    """Whether the one thing told otherwise is what the report says of the very same deed."""
    return len(bearing.differs) == 1 and bearing.differs[0].on in CONTRADICTING


def _once(bearings: Iterable[Bearing]) -> list[Bearing]:
    """Each place once: an event inside a quotation and the quotation around it are one place, the wider is shown."""
    kept: list[Bearing] = []
    for bearing in sorted(bearings, key=lambda b: (b.span.part, -len(b.span), b.span)):
        if not any(_same_place(bearing.span, other.span) for other in kept):
            kept.append(bearing)
    return sorted(kept, key=lambda b: b.span)


def _same_place(inner: Span, outer: Span) -> bool:
    return outer.covers(inner) or inner.covers(outer)


def _nearest(bearings: Iterable[Bearing]) -> list[Bearing]:
    """Those with the fewest differences."""
    some = list(bearings)
    fewest = min((len(b.differs) for b in some), default=0)
    return _once(b for b in some if len(b.differs) == fewest)
