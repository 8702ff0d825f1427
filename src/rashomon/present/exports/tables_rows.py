"""Accounts -> the rows of the tables for researchers, a story at a time; a row is its cells by column."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.core import (
    Account,
    Claim,
    Document,
    FigureLine,
    Form,
    Problem,
    Report,
    Span,
    StoryAccount,
    Utterance,
    Wording,
)
from rashomon.present.exports.contract import Row, number
from rashomon.present.exports.excerpts import excerpt, words_at
from rashomon.present.exports.indirect import Places
from rashomon.present.exports.roles import Roles
from rashomon.present.exports.telling import Source
from rashomon.present.questions.sentences import sentence_of
from rashomon.present.report.statuses import statuses, told_by

Told = tuple[str, Row]
"""The name of a table, and a row of it."""
BETWEEN = "; "
"""Between several values in one cell."""


def rows(source: Source, *, with_texts: bool = False) -> Iterator[Told]:
    """Every row of every table, story by story; problems that are of no story last.

    Args:
        source: what to write.
        with_texts: whether documents have their texts, and words are whole.
    """
    problems = 0
    for account in source.stories():
        for story in account.stories:
            yield from _story(account, story, whole=with_texts)
            for problem in story.problems:
                yield "problems", _problem(problem, problems, story.id)
                problems += 1
    for problems, problem in enumerate(source.problems(), problems):  # noqa: B020  # it counts on
        yield "problems", _problem(problem, problems, None)


def _story(account: Account, story: StoryAccount, *, whole: bool) -> Iterator[Told]:
    known = {document.id: document for document in account.documents}
    names, roles = {party.id: party.name for party in story.parties}, Roles(story)
    times = sorted(d.published_at for d in account.documents if d.published_at is not None)
    yield (
        "stories",
        {
            "story": story.id,
            "title": story.title,
            "documents": len(story.documents),
            "claims": len(story.claims),
            "origins": len(story.origins),
            "first_published_at": times[0] if times else None,
            "last_published_at": times[-1] if times else None,
        },
    )
    yield from (("documents", _document(document, story, whole=whole)) for document in account.documents)
    for claim in story.claims:
        yield "claims", _claim(claim, story, roles)
        for at, report in enumerate(claim.reports):
            words = _words(known, report.document, report.span, whole=whole)
            yield "reports", _report(report, at, (story.id, claim.id), names, words)
    places = Places(story)
    for utterance in story.utterances:
        yield from _utterance(utterance, story, names, known, places, whole=whole)
    for at, line in enumerate(story.figures):
        yield from _figure(line, at, story)
    yield from _origins(story)
    yield from _decided(story)


def _document(document: Document, story: StoryAccount, *, whole: bool) -> Row:
    return {
        "document": document.id,
        "story": story.id,
        "outlet": document.outlet,
        "headline": document.headline,
        "published_at": document.published_at,
        "address": document.address,
        "language": document.language,
        "bylines": BETWEEN.join(document.bylines),
        "credits": BETWEEN.join(document.credits),
        "text_chars": len(document.text),
        "notices": BETWEEN.join(dict.fromkeys(notice.kind.value for notice in document.notices)),
        "text": document.text if whole else None,
    }


def _claim(claim: Claim, story: StoryAccount, roles: Roles) -> Row:
    root = claim.root
    return {
        "story": story.id,
        "claim": claim.id,
        "text": excerpt(claim.text),
        "actor": roles.name(claim.actor),
        "action": claim.action,
        "target": roles.name(claim.target),
        "code": claim.code,
        "standing": claim.standing.value,
        "statuses": BETWEEN.join(statuses(claim)),
        "told": told_by(claim),
        "differs": BETWEEN.join(claim.differs),
        "documents": len({report.document for report in claim.reports}),
        "outlets": claim.outlets,
        "origins": claim.origins,
        "root_party": None if root is None else roles.name(root.party),
        "root_document": None if root is None else root.document,
    }


def _report(report: Report, at: int, of: tuple[str, str], names: dict[str, str], words: str | None) -> Row:
    story, claim = of
    return {
        "story": story,
        "claim": claim,
        "number": at,
        **_place(report.document, report.span),
        "words": words,
        "status": report.status.value,
        "voice": names.get(report.voice or ""),
        "origin": report.origin,
        "why": BETWEEN.join(report.why),
        "revised": BETWEEN.join(report.revised),
    }


def _utterance(
    utterance: Utterance,
    story: StoryAccount,
    names: dict[str, str],
    known: dict[str, Document],
    places: Places,
    *,
    whole: bool,
) -> Iterator[Told]:
    yield (
        "utterances",
        {
            "story": story.id,
            "utterance": utterance.id,
            "speaker": names.get(utterance.speaker or ""),
            "text": excerpt(utterance.text, whole=whole),
            "forms": BETWEEN.join(dict.fromkeys(wording.form.value for wording in utterance.quotations)),
            "statuses": BETWEEN.join(places.of(utterance)),
            "differences": utterance.differences,
            "wordings": len({wording.number for wording in utterance.quotations}),
            "documents": len({wording.document for wording in utterance.quotations}),
        },
    )
    for at, wording in enumerate(utterance.quotations):
        yield (
            "quotations",
            {
                "story": story.id,
                "utterance": utterance.id,
                "number": at,
                **_place(wording.document, wording.span),
                "whole_start": wording.whole.start,
                "whole_end": wording.whole.end,
                "form": wording.form.value,
                "wording": wording.number,
                "words": _words(known, wording.document, wording.span, whole=whole),
                "sentence": _sentence(known, wording, whole=whole),
                "statuses": BETWEEN.join(places.statuses(wording)),
            },
        )


def _sentence(known: dict[str, Document], wording: Wording, *, whole: bool) -> str | None:
    if wording.form is not Form.INDIRECT or wording.document not in known:
        return None
    return excerpt(sentence_of(known[wording.document], wording.whole), whole=whole)


def _figure(line: FigureLine, at: int, story: StoryAccount) -> Iterator[Told]:
    yield (
        "figures",
        {
            "story": story.id,
            "figure": at,
            "counts": line.counts,
            "claim": line.claim,
            "standing": line.standing.value,
            "relation": line.relation,
        },
    )
    for value_number, value in enumerate(line.values):
        for place_number, place in enumerate(value.reports):
            yield (
                "figure_values",
                {
                    "story": story.id,
                    "figure": at,
                    "value_number": value_number,
                    "number": place_number,
                    "value": value.figure.value,
                    "low": value.figure.low,
                    "high": value.figure.high,
                    "bound": value.figure.bound,
                    "unit": value.figure.unit,
                    "sum_of": BETWEEN.join(str(number(part)) for part in value.sum_of or ()),
                    **_place(place.document, place.span),
                },
            )


def _origins(story: StoryAccount) -> Iterator[Told]:
    for origin in story.origins:
        for document in origin.documents:
            yield "origins", {"story": story.id, "origin": origin.id, "document": document, "reason": origin.reason}
    for copy in story.copies:
        yield (
            "copies",
            {
                "story": story.id,
                "origin_document": copy.origin,
                "copy_document": copy.copy,
                "kind": copy.kind.value,
                "direction": copy.direction.value,
                "shared_chars": copy.shared_chars,
                "share_of_copy": round(copy.share_of_copy, 4),
                "share_without_quotations": round(copy.share_without_quotations, 4),
                "passages": len(copy.passages),
                "reason": copy.reason,
            },
        )


def _decided(story: StoryAccount) -> Iterator[Told]:
    for decision in story.decisions:
        yield (
            "decisions",
            {
                "story": story.id,
                "decision": decision.id,
                "kind": decision.kind,
                "by": decision.by,
                "at": decision.at,
                "reason": decision.reason,
                "effect": decision.effect,
            },
        )
    for note in story.notes:
        row: Row = {"story": story.id, "decision": note.id, "kind": "note", "by": note.by, "at": note.at}
        yield "decisions", row | {"reason": note.text, "effect": None}


def _problem(problem: Problem, at: int, story: str | None) -> Row:
    return {
        "number": at,
        "story": story,
        "stage": problem.stage,
        "code": problem.code,
        "message": problem.message,
        "document": problem.document,
        "part": None if problem.span is None else problem.span.part.value,
        "start": None if problem.span is None else problem.span.start,
        "end": None if problem.span is None else problem.span.end,
        "address": problem.address,
        "fatal": problem.fatal,
    }


def _place(document: str, span: Span) -> Row:
    return {"document": document, "part": span.part.value, "start": span.start, "end": span.end}


def _words(known: dict[str, Document], document: str, span: Span, *, whole: bool) -> str | None:
    return words_at(known[document], span, whole=whole) if document in known else None
