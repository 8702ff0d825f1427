"""Answers -> their published JSON shapes: one object, `results` with the latest first and `before` to go on from.

Parties stand by name here, since an answer may be of many stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from rashomon.core import Standing
from rashomon.present.exports.account_rows import figure_value_row
from rashomon.present.exports.contract import Row, place, time
from rashomon.present.questions import (
    Between,
    ClaimAnswer,
    ClaimReport,
    DocumentAnswer,
    FigureAnswer,
    Hit,
    HitPage,
    OutletAnswer,
    OutletPage,
    Page,
    QuotationAnswer,
    StoryAnswer,
    Telling,
)

AnswerT = TypeVar("AnswerT")


def page_row(page: Page[AnswerT], row: Callable[[AnswerT], Row]) -> Row:
    """A page, with what only pages of its kind have."""
    made: Row = {"results": [row(answer) for answer in page.results], "before": page.before}
    if isinstance(page, OutletPage):
        made |= {"looked_at": page.looked_at, "whole": page.whole}
    if isinstance(page, HitPage):
        made |= {"among": [sought.value for sought in page.among]}
    return made


def story_answer_row(story: StoryAnswer) -> Row:
    """A story in a list of stories."""
    return {
        "id": story.id,
        "title": story.title,
        "storyline": story.storyline,
        "documents": list(story.documents),
        "outlets": list(story.outlets),
        "first": time(story.first),
        "latest": time(story.latest),
        "at": time(story.at),
        "claims": {standing.value: story.standings.get(standing, 0) for standing in Standing},
        "origins": story.origins,
        "accounted": story.accounted,
        "fresh": story.fresh,
    }


def claim_answer_row(answer: ClaimAnswer) -> Row:
    """A claim with its reports."""
    claim = answer.claim
    return {
        "story": answer.story,
        "title": answer.title,
        "id": claim.id,
        "text": claim.text,
        "actor": answer.actor,
        "action": claim.action,
        "target": answer.target,
        "code": claim.code,
        "standing": claim.standing.value,
        "standing_reason": claim.standing_reason or None,
        "differs": list(claim.differs),
        "at": time(answer.at),
        "outlets": claim.outlets,
        "origins": claim.origins,
        "counting": answer.counting,
        "reports": [_report(report) for report in answer.reports],
    }


def _report(told: ClaimReport) -> Row:
    return _telling(told.telling) | {
        "status": told.report.status.value,
        "voice": told.voice,
        "revised": list(told.report.revised),
    }


def _telling(telling: Telling) -> Row:
    return {
        "document": telling.document,
        "outlet": telling.outlet,
        "published_at": time(telling.published_at),
        **place(telling.span),
        "words": telling.words,
    }


def quotation_answer_row(answer: QuotationAnswer) -> Row:
    """Words said, with the report that quotes them."""
    return {
        "story": answer.story,
        "title": answer.title,
        "utterance": answer.utterance,
        "speaker": answer.speaker,
        "form": answer.form.value,
        "sentence": answer.sentence,
        **_telling(answer.telling),
    }


def figure_answer_row(answer: FigureAnswer) -> Row:
    """A line of figures with the places of its values."""
    line = answer.figure
    pairs = zip(line.values, answer.tellings, strict=True)
    return {
        "story": answer.story,
        "title": answer.title,
        "counts": line.counts,
        "claim": line.claim,
        "standing": line.standing.value,
        "relation": line.relation,
        "at": time(answer.at),
        "values": [figure_value_row(value) | {"reports": [_telling(one) for one in places]} for value, places in pairs],
    }


def document_answer_row(answer: DocumentAnswer) -> Row:
    """A report without its text."""
    return {
        "id": answer.id,
        "version": answer.version,
        "story": answer.story,
        "outlet": answer.outlet,
        "headline": answer.headline,
        "published_at": time(answer.published_at),
        "address": answer.address,
        "language": answer.language,
        "bylines": list(answer.bylines),
        "credits": list(answer.credits),
        "text_chars": answer.text_chars,
    }


def outlet_answer_row(answer: OutletAnswer) -> Row:
    """An outlet with whom it copies and who copies it."""
    return {
        "name": answer.name,
        "kind": None if answer.known is None else answer.known.kind,
        "family": None if answer.known is None else answer.known.family,
        "reports": answer.reports,
        "first": time(answer.first),
        "latest": time(answer.latest),
        "copies": answer.copies,
        "copies_share": round(answer.copies / answer.reports, 4) if answer.reports else None,
        "sharing": answer.sharing,
        "copied_from": _pairs(answer.copied_from),
        "copied_by": _pairs(answer.copied_by),
        "credits": _pairs(answer.credits),
        "credited_by": _pairs(answer.credited_by),
    }


def _pairs(pairs: Iterable[Between]) -> list[Row]:
    return [
        {
            "outlet": pair.outlet,
            "reports": pair.reports,
            "share_of_copy": None if pair.share is None else round(pair.share, 4),
        }
        for pair in pairs
    ]


def hit_row(hit: Hit) -> Row:
    """Something found by words, under the name of what it is; `marks` count in `words`."""
    answers: Row = {"claim": None, "quotation": None, "document": None}
    match hit.answer:
        case ClaimAnswer():
            answers["claim"] = claim_answer_row(hit.answer)
        case QuotationAnswer():
            answers["quotation"] = quotation_answer_row(hit.answer)
        case DocumentAnswer():
            answers["document"] = document_answer_row(hit.answer)
    return {
        "kind": next(kind for kind, row in answers.items() if row is not None),
        "at": time(hit.at),
        "story": hit.story,
        "words": hit.words,
        "offset": hit.offset,
        "marks": [place(mark) for mark in hit.marks],
        **answers,
    }
