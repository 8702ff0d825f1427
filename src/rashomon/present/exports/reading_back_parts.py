"""Parts of the published JSON -> facts: places, documents, copies, problems, figures, times and wordings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rashomon.core import (
    Citation,
    Copy,
    CopyKind,
    Direction,
    Document,
    Figure,
    FigureLine,
    FigureValue,
    Framing,
    Notice,
    NoticeKind,
    OtherTime,
    Part,
    Passage,
    Problem,
    Role,
    SetAside,
    SharedPassage,
    Span,
    Standing,
    TimelineEntry,
    WordingInUse,
)
from rashomon.present.exports.contract import Row


def span_of(row: Row) -> Span:
    """A place."""
    return Span(row["start"], row["end"], Part(row.get("in", Part.TEXT.value)))


def maybe_span(row: Row | None) -> Span | None:
    """A place, where there is one."""
    return None if row is None else span_of(row)


def citation_of(row: Row) -> Citation:
    """A place in a document."""
    return Citation(document=row["document"], span=span_of(row))


def citations(rows: Iterable[Row]) -> tuple[Citation, ...]:
    """Places in documents."""
    return tuple(citation_of(row) for row in rows)


def moment(told: str) -> datetime:
    """A time with its offset."""
    return datetime.fromisoformat(told)


def time_of(told: str | None) -> datetime | None:
    """The same, where one is known."""
    return None if told is None else moment(told)


def document_of(row: Row) -> Document:
    """A document."""
    return Document(
        id=row["id"],
        address=row["address"],
        outlet=row["outlet"],
        headline=row["headline"],
        headline_span=maybe_span(row["headline_span"]),
        bylines=tuple(row["bylines"]),
        published_at=time_of(row["published_at"]),
        language=row["language"],
        text=row["text"],
        passages=tuple(Passage(span=span_of(p), role=Role(p["role"])) for p in row["passages"]),
        set_aside=tuple(SetAside(span=span_of(s), reason=s["reason"]) for s in row["set_aside"]),
        credits=tuple(row["credits"]),
        picture_credits=tuple(row["picture_credits"]),
        problems=tuple(problem_of(p) for p in row["problems"]),
        notices=tuple(_notice(n) for n in row["notices"]),
    )


def _notice(row: Row) -> Notice:
    return Notice(
        span=span_of(row),
        kind=NoticeKind(row["kind"]),
        date=row["date"],
        wrong=maybe_span(row["wrong"]),
        right=maybe_span(row["right"]),
    )


def problem_of(row: Row) -> Problem:
    """A problem."""
    return Problem(
        stage=row["stage"],
        code=row["code"],
        message=row["message"],
        document=row["document"],
        span=None if row["start"] is None else span_of(row),
        address=row["address"],
        fatal=row["fatal"],
    )


def copy_of(row: Row) -> Copy:
    """A pair of documents that share passages."""
    return Copy(
        origin=row["origin"],
        copy=row["copy"],
        shared_chars=row["shared_chars"],
        share_of_copy=row["share_of_copy"],
        share_without_quotations=row["share_without_quotations"],
        kind=CopyKind(row["kind"]),
        direction=Direction(row["direction"]),
        passages=tuple(SharedPassage(origin=span_of(p["origin"]), copy=span_of(p["copy"])) for p in row["passages"]),
        reason=row["reason"] or "",
    )


def figure_line_of(row: Row) -> FigureLine:
    """A line of figures."""
    return FigureLine(
        counts=row["counts"],
        claim=row["claim"],
        standing=Standing(row["standing"]),
        relation=row["relation"],
        values=tuple(_figure_value(value, row["counts"]) for value in row["values"]),
    )


def _figure_value(row: Row, counts: str) -> FigureValue:
    places = citations(row["reports"])
    figure = Figure(
        # of the number itself the JSON tells no place; the first that tells it is the nearest
        span=places[0].span if places else Span(0, 0),
        value=row["value"],
        low=row["low"],
        high=row["high"],
        bound=row["bound"],
        unit=row["unit"],
        counts=counts,
    )
    return FigureValue(figure=figure, sum_of=None if row["sum_of"] is None else tuple(row["sum_of"]), reports=places)


def timeline_entry_of(row: Row) -> TimelineEntry:
    """A claim at its own time."""
    return TimelineEntry(
        when=row["when"],
        precision=row["precision"],
        claim=row["claim"],
        text=row["text"],
        first=row["first"],
        otherwise=tuple(
            OtherTime(when=o["when"], precision=o["precision"], citations=citations(o["citations"]))
            for o in row["otherwise"]
        ),
        citations=citations(row["citations"]),
    )


def framing_of(row: Row) -> Framing:
    """The words used for one thing."""
    return Framing(
        of=row["of"],
        kind=row["kind"],
        wordings=tuple(
            WordingInUse(words=w["words"], hedged=w["hedged"], quoted=w["quoted"], citations=citations(w["citations"]))
            for w in row["wordings"]
        ),
    )
