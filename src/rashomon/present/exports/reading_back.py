"""The published JSON of an account, read back into an account.

What the JSON says comes back, and written again it is the same to the byte. What it does not say is not there: where in
the text the first of a figure's places has its number, and the date in a notice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rashomon.core import (
    Account,
    Answer,
    AppliedDecision,
    Claim,
    Coverage,
    DigestSentence,
    Form,
    Kind,
    Note,
    Origin,
    Party,
    Provenance,
    RashomonError,
    Report,
    Root,
    Standing,
    Status,
    StoryAccount,
    Utterance,
    Wording,
)
from rashomon.present.exports.account_rows import FORMAT
from rashomon.present.exports.contract import Row
from rashomon.present.exports.reading_back_parts import (
    citations,
    copy_of,
    document_of,
    figure_line_of,
    framing_of,
    moment,
    problem_of,
    span_of,
    timeline_entry_of,
)


class ReadingBackError(RashomonError):
    """JSON that is no account of the published shape; the message says why."""


def account_from_bytes(octets: bytes) -> Account:
    """The account that a JSON text tells.

    Raises:
        ReadingBackError: it is no JSON, or not of the published shape.
    """
    try:
        row = json.loads(octets)
    except ValueError as error:
        raise ReadingBackError(f"that is no JSON: {error}") from error
    return account_from_row(row)


def account_from_row(row: Any) -> Account:  # noqa: ANN401  # whatever the JSON is
    """The account that a JSON object tells.

    Raises:
        ReadingBackError: it is not of the published shape.
    """
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        raise ReadingBackError(f"that is no account: its `format` has to be {FORMAT!r}")
    try:
        return Account(
            documents=_each(document_of, row["documents"]),
            stories=_each(story_from_row, row["stories"]),
            problems=_each(problem_of, row["problems"]),
            provenance=_provenance(row["provenance"]),
        )
    except KeyError as error:
        raise ReadingBackError(f"that is not the whole of an account: it lacks {error}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ReadingBackError(f"that is not of the shape of an account: {error}") from error


def story_from_row(row: Row) -> StoryAccount:
    """One story of an account."""
    return StoryAccount(
        id=row["id"],
        title=row["title"],
        documents=tuple(row["documents"]),
        copies=_each(copy_of, row["copies"]),
        origins=tuple(Origin(id=o["id"], documents=tuple(o["documents"]), reason=o["reason"]) for o in row["origins"]),
        parties=_each(_party, row["parties"]),
        utterances=_each(_utterance, row["utterances"]),
        claims=_each(_claim, row["claims"]),
        figures=_each(figure_line_of, row["figures"]),
        timeline=_each(timeline_entry_of, row["timeline"]),
        answers=tuple(
            Answer(claim=a["claim"], to=a["to"], kind=a["kind"], citations=citations(a["citations"]))
            for a in row["answers"]
        ),
        framing=_each(framing_of, row["framing"]),
        coverage=tuple(
            Coverage(document=c["document"], only_here=tuple(c["only_here"]), left_out=tuple(c["left_out"]))
            for c in row["coverage"]
        ),
        digest=tuple(
            DigestSentence(text=d["text"], citations=citations(d["citations"]), claims=tuple(d["claims"]))
            for d in row["digest"]
        ),
        problems=_each(problem_of, row["problems"]),
        decisions=_each(_applied, row["decisions"]),
        notes=_each(_note, row["notes"]),
    )


def _each(made: Any, rows: Iterable[Row]) -> tuple[Any, ...]:  # noqa: ANN401  # the type is that of what is made
    return tuple(made(row) for row in rows)


def _party(row: Row) -> Party:
    return Party(
        id=row["id"],
        name=row["name"],
        kind=Kind(row["kind"]),
        aliases=tuple(row["aliases"]),
        mentions=citations(row["mentions"]),
    )


def _utterance(row: Row) -> Utterance:
    wordings = tuple(
        Wording(
            document=q["document"],
            span=span_of(q),
            whole=span_of(q["whole"]),
            form=Form(q["form"]),
            number=q["wording"],
        )
        for q in row["quotations"]
    )
    return Utterance(
        id=row["id"], speaker=row["speaker"], text=row["text"], differences=row["differences"], quotations=wordings
    )


def _claim(row: Row) -> Claim:
    root = row["root"]
    return Claim(
        id=row["id"],
        text=row["text"],
        actor=row["actor"],
        action=row["action"],
        target=row["target"],
        code=row["code"],
        standing=Standing(row["standing"]),
        standing_reason=row["standing_reason"] or "",
        differs=tuple(row["differs"]),
        reports=_each(_report, row["reports"]),
        outlets=row["outlets"],
        origins=row["origins"],
        root=None
        if root is None
        else Root(party=root.get("party"), document=root.get("document"), reason=root["reason"]),
    )


def _report(row: Row) -> Report:
    return Report(
        document=row["document"],
        span=span_of(row),
        status=Status(row["status"]),
        why=tuple(row["why"]),
        voice=row["voice"],
        origin=row["origin"],
        revised=tuple(row["revised"]),
    )


def _applied(row: Row) -> AppliedDecision:
    return AppliedDecision(
        id=row["id"], kind=row["kind"], by=row["by"], at=moment(row["at"]), reason=row["reason"], effect=row["effect"]
    )


def _note(row: Row) -> Note:
    return Note(
        id=row["id"],
        by=row["by"],
        at=moment(row["at"]),
        text=row["text"],
        documents=tuple(row["documents"]),
        places=citations(row["places"]),
    )


def _provenance(row: Row) -> Provenance:
    return Provenance(
        version=row["version"],
        stages=tuple(row["stages"]),
        decided=tuple(row["decided"].items()),
        models=tuple(row["models"]),
        degraded=row["degraded"],
    )
