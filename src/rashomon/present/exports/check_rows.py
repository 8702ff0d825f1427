"""A check -> its published JSON shape; keys may be added, none renamed."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.core import Check, CheckedReport
from rashomon.present.exports.account_rows import provenance_row
from rashomon.present.exports.contract import Row, document_row, place, problem_row


def check_row(check: Check) -> Row:
    """The whole check as one JSON object."""
    outlets = {d.id: d.outlet for d in check.documents}
    return {
        "claim": check.claim,
        "points": list(check.points),
        "carried": [_report(r, outlets) for r in check.carried],
        "otherwise": [_report(r, outlets) for r in check.otherwise],
        "absent": list(check.absent),
        "documents": [document_row(d) for d in check.documents],
        "problems": [problem_row(p) for p in check.problems],
        "provenance": provenance_row(check.provenance),
    }


def check_rows(checks: Sequence[Check]) -> Row:
    """The first check as one JSON object; `also` holds what differs of the further ones, in the order given."""
    first, *others = checks
    if not others:
        return check_row(first)
    shared = {"documents", "problems", "provenance"}
    return {**check_row(first), "also": [{k: v for k, v in check_row(o).items() if k not in shared} for o in others]}


def _report(report: CheckedReport, outlets: dict[str, str | None]) -> Row:
    return {
        "document": report.document,
        **place(report.span),
        "outlet": outlets[report.document],
        "words": report.words,
        "point": report.point,
        "status": None if report.status is None else report.status.value,
        "voice": report.voice,
        "speaker": report.speaker,
        "story": report.story,
        "claim": report.claim,
        "origin": report.origin,
        "differs": [{"on": d.on, "told": d.told} for d in report.differs],
    }
