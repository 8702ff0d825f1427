"""Core facts -> the JSON shapes of the published contract; pure functions, one a kind of line.

Spans become `start` and `end`, with `"in": "headline"` where they count in a headline that the text does not
hold. Times are ISO 8601 with offset, an unknown value is null. `account_rows` has the account's own shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from rashomon.core import (
    Copy,
    Document,
    Event,
    Figure,
    Mention,
    Moment,
    Notice,
    Part,
    Problem,
    Quotation,
    Reading,
    Referent,
    Span,
    Story,
)
from rashomon.core.places import stands_for

if TYPE_CHECKING:
    from rashomon.group import Change, Decision, Signal

Row: TypeAlias = dict[str, Any]
"""A JSON object; `Any` because JSON is the one place where a fact has no class any more."""


def place(span: Span) -> Row:
    """A span as `start` and `end`; `in` only where it counts in the headline field."""
    row: Row = {"start": span.start, "end": span.end}
    if span.part is Part.HEADLINE:
        row["in"] = Part.HEADLINE.value
    return row


def time(moment: datetime | None) -> str | None:
    """ISO 8601 with offset, or None."""
    return None if moment is None else moment.isoformat()


def document_row(document: Document) -> Row:
    """A document as `rashomon clean` gives it."""
    return {
        "id": document.id,
        "address": document.address,
        "outlet": document.outlet,
        "headline": document.headline,
        "headline_span": None if document.headline_span is None else place(document.headline_span),
        "bylines": list(document.bylines),
        "published_at": time(document.published_at),
        "language": document.language,
        "text": document.text,
        "passages": [place(p.span) | {"role": p.role.value} for p in document.passages],
        "set_aside": [place(s.span) | {"reason": s.reason} for s in document.set_aside],
        "credits": list(document.credits),
        "picture_credits": list(document.picture_credits),
        "problems": [problem_row(p) for p in document.problems],
        "notices": [notice_row(n) for n in document.notices],
    }


def notice_row(notice: Notice) -> Row:
    """A notice of a document about itself; places are null where it does not tell what was wrong or is right."""
    return {
        **place(notice.span),
        "kind": notice.kind.value,
        "date": notice.date,
        "wrong": None if notice.wrong is None else place(notice.wrong),
        "right": None if notice.right is None else place(notice.right),
    }


def problem_row(problem: Problem) -> Row:
    """A problem; the places are null where it has none."""
    where: Row = {"start": None, "end": None} if problem.span is None else place(problem.span)
    return {
        "stage": problem.stage,
        "code": problem.code,
        "message": problem.message,
        "document": problem.document,
        **where,
        "address": problem.address,
        "fatal": problem.fatal,
    }


def reading_row(reading: Reading) -> Row:
    """A reading as `rashomon read` gives it; `id` is its document's."""
    return {
        "id": reading.document,
        "quotations": [_quotation(q) for q in reading.quotations],
        "events": [_event(e) for e in reading.events],
        "mentions": [_mention(m) for m in reading.mentions],
        "figures": [figure_row(f) for f in reading.figures],
        "times": [_moment(t) for t in reading.times],
        "sentences": [place(s) for s in reading.sentences],
        "problems": [problem_row(p) for p in reading.problems],
        "models": list(reading.models),
        "degraded": reading.degraded,
    }


def _referent(referent: Referent | None) -> Row | None:
    if referent is None:
        return None
    return {"name": referent.name, **place(referent.span), "kind": referent.kind.value}


def _quotation(quotation: Quotation) -> Row:
    cue = None if quotation.cue is None else place(quotation.cue) | {"lemma": quotation.cue_lemma}
    return {
        "id": quotation.id,
        **place(quotation.span),
        "form": quotation.form.value,
        "cue": cue,
        "speaker": _referent(quotation.speaker),
        "continues": quotation.continues,
    }


def _event(event: Event) -> Row:
    predicate = event.predicate
    return {
        "id": event.id,
        **place(event.span),
        "sentence": place(event.sentence),
        "predicate": place(predicate.span) | {"lemma": predicate.lemma, "form": predicate.form},
        "actor": _referent(event.actor),
        "target": _referent(event.target),
        "others": [{"role": role, "referent": _referent(referent)} for role, referent in event.others],
        "code": event.code,
        "status": event.status.value,
        "why": list(event.why),
        "voice": _referent(event.voice),
        "quotation": event.quotation,
        "figures": [place(span) for span in event.figures],
        "time": place(event.time) if event.time is not None else None,
        "place": _referent(event.place),
    }


def _mention(mention: Mention) -> Row:
    return {
        "name": mention.name,
        **place(mention.span),
        "kind": mention.kind.value,
        "form": mention.form,
        "country": country_row(mention.name),
    }


def country_row(name: str) -> Row | None:
    """The country that a name stands for and as what; None for all others."""
    word = stands_for(name)
    return {"name": word.country, "as": word.sense} if word is not None else None


def figure_row(figure: Figure) -> Row:
    """A figure; `value` is null for a vague one, which lies from `low` to `high`; `high` also ends a range."""
    return {
        **place(figure.span),
        "value": number(figure.value),
        "high": number(figure.high),
        "low": number(figure.low),
        "bound": figure.bound,
        "unit": figure.unit,
        "counts": figure.counts,
        "counts_place": None if figure.counts_span is None else place(figure.counts_span),
        "head": figure.head,
    }


def number(value: float | None) -> float | int | None:
    """A whole number without its `.0`, so that 35 people are 35 in JSON too."""
    return int(value) if value is not None and value == int(value) else value


def _moment(moment: Moment) -> Row:
    return {**place(moment.span), "value": moment.value, "precision": moment.precision}


def copy_row(copy: Copy) -> Row:
    """A pair of documents that share passages, as `rashomon copies` gives it."""
    return {
        "origin": copy.origin,
        "copy": copy.copy,
        "shared_chars": copy.shared_chars,
        "share_of_copy": round(copy.share_of_copy, 4),
        "share_without_quotations": round(copy.share_without_quotations, 4),
        "kind": copy.kind.value,
        "direction": copy.direction.value,
        "passages": [{"origin": place(p.origin), "copy": place(p.copy)} for p in copy.passages],
        "reason": copy.reason or None,
    }


def group_rows(documents: Iterable[Document], told: Mapping[str, str], stories: Iterable[Story]) -> Iterator[Row]:
    """One line a document in the order given.

    `story` is the story that it was told to be in when it came; `settled` where it is after all have come, which
    differs where stories parted or joined; `storyline` is the longer story of that.
    """
    of_document = {document: story for story in stories for document in story.documents}
    for document in documents:
        now = of_document[document.id]
        yield {"id": document.id, "story": told[document.id], "settled": now.id, "storyline": now.storyline}


def why_row(decision: Decision, changes: Iterable[Change]) -> Row:
    """Why a document was put where it was, and the changes that later documents made about it."""
    return {
        "text": _why(decision),
        "opened": decision.opened,
        "nearest": decision.nearest,
        "score": _rounded(decision.score),
        "needed": _rounded(decision.needed),
        "signals": _signal_rows(decision.signals),
        "runner_up": decision.runner_up,
        "runner_up_score": _rounded(decision.runner_up_score),
        "later": [
            {
                "kind": change.kind,
                "story": change.story,
                "other": change.other,
                "at": None if change.at is None else datetime.fromtimestamp(change.at, UTC).isoformat(),
                "signals": _signal_rows(change.signals),
            }
            for change in changes
        ],
    }


def _why(decision: Decision) -> str:
    if decision.score is None:
        return "opened a story: nothing that came before is at all like it"
    verb = "opened a story, being too unlike" if decision.opened else "joined"
    signs = ", ".join(f"{signal.name} {signal.adds:+.1f}" for signal in decision.signals)
    told = f"{verb} {decision.nearest}: log-odds {decision.score:+.1f}, of which {signs}"
    if decision.runner_up is None or decision.runner_up_score is None:
        return told
    return f"{told}; the runner-up {decision.runner_up} has {decision.runner_up_score:+.1f}"


def _signal_rows(signals: Iterable[Signal]) -> list[Row]:
    return [{"name": each.name, "value": _rounded(each.value), "adds": _rounded(each.adds)} for each in signals]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
