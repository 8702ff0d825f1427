"""Facts <-> rows of the tables, without loss: a body in bytes holds the fact, columns beside it what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from rashomon.core import (
    Change,
    Claim,
    Copy,
    Decision,
    Document,
    Ending,
    FigureLine,
    Party,
    Placement,
    Reading,
    StoryAccount,
    Utterance,
    Wording,
    content_id,
)
from rashomon.stores.encoding import column, decoded, encoded, handle, head, maybe, packed, text_of, unpacked
from rashomon.stores.facts import (
    Forgetting,
    FoundClaim,
    FoundFigure,
    FoundQuotation,
    KeptAccount,
    KeptCopy,
    KeptReading,
    Seen,
    Version,
)
from rashomon.stores.indexing import claim_place, document_place, figure_place, quotation_place


class Row(Protocol):
    """A row that was read; also a mapping that a database driver made."""

    def __getitem__(self, name: str, /) -> Any:  # noqa: ANN401  # a column may hold anything
        """The value of a column."""


Rows = list[dict[str, Any]]
Key = Callable[[int], int]
"""From the key that is wanted to one that is free."""


def iso(at: datetime | None) -> str | None:
    """A time as it stands in a column."""
    return None if at is None else stamp(at)


def stamp(at: datetime) -> str:
    """The same for a time that is there."""
    return at.astimezone(UTC).isoformat()


def version_row(version: Version, key: Key) -> dict[str, Any]:
    """A row of `documents`; only a current version has words by which it is found."""
    document = version.document
    place = document_place(document)
    return {
        "key": key(place.wanted),
        "version": version.id,
        "document": handle(document.id),
        "line": handle(version.line),
        "number": version.number,
        "current": version.current,
        "seen_at": stamp(version.seen_at),
        "at": iso(place.at),
        "outlet": head(document.outlet),
        "language": maybe(document.language),
        "headline": maybe(document.headline),
        "original": version.original,
        "made_by": handle(version.made_by),
        "words": column(place.words) if version.current else "",
        "body": packed(document),
    }


def version_of(row: Row) -> Version:
    """The version of a row of `documents`."""
    return Version(
        id=row["version"],
        line=text_of(row["line"]),
        number=row["number"],
        document=document_of(row),
        seen_at=datetime.fromisoformat(row["seen_at"]),
        made_by=text_of(row["made_by"]),
        original=row["original"],
        current=bool(row["current"]),
    )


def document_of(row: Row) -> Document:
    """The document of a row of `documents`."""
    return unpacked(row["body"], Document)


def reading_row(version: str, reading: Reading, made_by: str) -> dict[str, Any]:
    """A row of `readings`."""
    return {"version": version, "made_by": handle(made_by), "body": packed(reading)}


def reading_of(row: Row) -> KeptReading:
    """The reading of such a row."""
    return KeptReading(version=row["version"], reading=unpacked(row["body"], Reading), made_by=text_of(row["made_by"]))


def copy_row(copy: Copy, made_by: str) -> dict[str, Any]:
    """A row of `copies`."""
    return {
        "origin": handle(copy.origin),
        "copy": handle(copy.copy),
        "kind": copy.kind.value,
        "direction": copy.direction.value,
        "shared_chars": copy.shared_chars,
        "made_by": handle(made_by),
        "body": encoded(copy),
    }


def copy_of(row: Row) -> KeptCopy:
    """The copy of such a row."""
    return KeptCopy(copy=decoded(row["body"], Copy), made_by=text_of(row["made_by"]))


def placement_row(placement: Placement, made_by: str) -> dict[str, Any]:
    """A row of `placements`."""
    return {
        "document": handle(placement.document),
        "story": handle(placement.story),
        "made_by": handle(made_by),
        "body": encoded(placement),
    }


def placement_of(row: Row) -> Placement:
    """The placement of such a row."""
    return decoded(row["body"], Placement)


def change_id(change: Change) -> str:
    """By what the same change is known when it is told again."""
    at = None if change.at is None else repr(change.at)
    return content_id("change", change.kind, change.story, change.other, at, *change.documents)


def change_row(change: Change, made_by: str) -> dict[str, Any]:
    """A row of `changes`."""
    return {
        "id": change_id(change),
        "kind": column(change.kind),
        "story": handle(change.story),
        "other": handle(change.other),
        "made_by": handle(made_by),
        "body": encoded(change),
    }


def change_of(row: Row) -> Change:
    """The change of such a row."""
    return decoded(row["body"], Change)


def seen_row(seen: Seen) -> dict[str, Any]:
    """A row of `log`."""
    return {
        "id": handle(seen.id),
        "at": stamp(seen.at),
        "address": column(seen.address),
        "place": content_id("line", seen.address),
        "via": maybe(seen.via),
        "outcome": seen.outcome.value,
        "code": maybe(seen.problem.code) if seen.problem else None,
        "original": seen.original,
        "version": seen.version,
        "body": encoded(seen),
    }


def seen_of(row: Row) -> Seen:
    """The line of the log of such a row."""
    return decoded(row["body"], Seen)


def decision_row(decision: Decision) -> dict[str, Any]:
    """A row of `decisions`."""
    return {
        "id": handle(decision.id),
        "kind": decision.kind.value,
        "by": column(decision.by),
        "at": stamp(decision.at),
        "reason": column(decision.reason),
        "body": encoded(decision),
    }


def decision_of(row: Row) -> Decision:
    """The decision of such a row."""
    return decoded(row["body"], Decision)


def ending_row(ending: Ending) -> dict[str, Any]:
    """A row of `endings`."""
    return {
        "decision": handle(ending.decision),
        "by": column(ending.by),
        "at": stamp(ending.at),
        "reason": column(ending.reason),
    }


def ending_of(row: Row) -> Ending:
    """The ending of such a row."""
    return Ending(
        decision=text_of(row["decision"]),
        by=text_of(row["by"]),
        at=datetime.fromisoformat(row["at"]),
        reason=text_of(row["reason"]),
    )


def forgetting_row(forgetting: Forgetting) -> dict[str, Any]:
    """A row of `forgettings`."""
    return {
        "at": stamp(forgetting.at),
        "by": column(forgetting.by),
        "reason": column(forgetting.reason),
        "body": encoded(forgetting),
    }


def forgetting_of(row: Row) -> Forgetting:
    """The forgetting of such a row."""
    return decoded(row["body"], Forgetting)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRows:
    """The rows of one account, table by table; they are written and replaced together."""

    account: dict[str, Any]
    claims: Rows
    reports: Rows
    utterances: Rows
    quotations: Rows
    figures: Rows


def account_rows(kept: KeptAccount, documents: Mapping[str, Document], key: Key) -> AccountRows:
    """An account divided: claims, utterances and figures have rows of their own, all else is one body.

    Args:
        kept: the account.
        documents: those of its story.
        key: finds a free key.
    """
    account, story = kept.account, handle(kept.account.id)
    parties = {party.id: party for party in account.parties}
    rest = replace(account, claims=(), utterances=(), figures=())
    claims, reports = _claim_rows(account, documents, parties, key)
    quotations = [
        _quotation_row(utterance, at, number, story, parties, documents, key)
        for at, utterance in enumerate(account.utterances)
        for number in range(len(utterance.quotations))
    ]
    return AccountRows(
        account={
            "story": story,
            "revision": kept.revision,
            "made_by": handle(kept.made_by),
            "made_at": stamp(kept.made_at),
            "title": column(account.title),
            "body": packed(rest),
        },
        claims=claims,
        reports=reports,
        utterances=[
            {"story": story, "position": at, "id": column(u.id), "body": encoded(replace(u, quotations=()))}
            for at, u in enumerate(account.utterances)
        ],
        quotations=quotations,
        figures=[_figure_row(figure, at, account, documents, key) for at, figure in enumerate(account.figures)],
    )


def _claim_rows(
    account: StoryAccount, documents: Mapping[str, Document], parties: Mapping[str, Party], key: Key
) -> tuple[Rows, Rows]:
    claims: Rows = []
    reports: Rows = []
    for at, claim in enumerate(account.claims):
        place = claim_place(claim, account, documents)
        row = {
            "key": key(place.wanted),
            "story": handle(account.id),
            "position": at,
            "id": column(claim.id),
            "standing": claim.standing.value,
            "action": column(claim.action),
            "code": maybe(claim.code),
            "actor": _name(parties, claim.actor),
            "target": _name(parties, claim.target),
            "outlets": claim.outlets,
            "origins": claim.origins,
            "at": iso(place.at),
            "words": column(place.words),
            "body": encoded(claim),
        }
        claims.append(row)
        reports += [
            {
                "story": row["story"],
                "claim": row["key"],
                "position": number,
                "document": handle(report.document),
                "outlet": head(documents[report.document].outlet),
                "status": report.status.value,
                "voice": _name(parties, report.voice),
                "at": iso(documents[report.document].published_at),
            }
            for number, report in enumerate(claim.reports)
        ]
    return claims, reports


def _quotation_row(
    utterance: Utterance,
    at: int,
    number: int,
    story: str,
    parties: Mapping[str, Party],
    documents: Mapping[str, Document],
    key: Key,
) -> dict[str, Any]:
    wording = utterance.quotations[number]
    document = documents[wording.document]
    speaker = parties.get(utterance.speaker or "")
    place = quotation_place(wording, number, speaker, text_of(story), utterance.id, document)
    return {
        "key": key(place.wanted),
        "story": story,
        "utterance": at,
        "position": number,
        "speaker": _name(parties, utterance.speaker),
        "document": handle(document.id),
        "outlet": head(document.outlet),
        "form": wording.form.value,
        "at": iso(place.at),
        "text": column(document.words_at(wording.span)),
        "words": column(place.words),
        "body": encoded(wording),
    }


def _figure_row(
    figure: FigureLine, at: int, account: StoryAccount, documents: Mapping[str, Document], key: Key
) -> dict[str, Any]:
    place = figure_place(figure, at, account, documents)
    return {
        "key": key(place.wanted),
        "story": handle(account.id),
        "position": at,
        "counts": column(figure.counts),
        "standing": figure.standing.value,
        "claim": maybe(figure.claim),
        "at": iso(place.at),
        "words": column(place.words),
        "body": encoded(figure),
    }


def _name(parties: Mapping[str, Party], party: str | None) -> str | None:
    known = parties.get(party or "")
    return None if known is None else column(known.name)


def account_of(
    account: Row,
    *,
    claims: Iterable[Row],
    utterances: Iterable[Row],
    quotations: Iterable[Row],
    figures: Iterable[Row],
) -> KeptAccount:
    """The account again, from its rows in the order of their positions."""
    wordings: dict[int, list[Wording]] = {}
    for row in quotations:
        wordings.setdefault(row["utterance"], []).append(decoded(row["body"], Wording))
    rest = unpacked(account["body"], StoryAccount)
    return KeptAccount(
        account=replace(
            rest,
            claims=tuple(decoded(row["body"], Claim) for row in claims),
            utterances=tuple(
                replace(decoded(row["body"], Utterance), quotations=tuple(wordings.get(row["position"], ())))
                for row in utterances
            ),
            figures=tuple(decoded(row["body"], FigureLine) for row in figures),
        ),
        revision=account["revision"],
        made_by=text_of(account["made_by"]),
        made_at=datetime.fromisoformat(account["made_at"]),
    )


def found_claim(row: Row) -> FoundClaim:
    """What a row of `claims` tells whoever looked for it."""
    actor, target = (None if row[name] is None else text_of(row[name]) for name in ("actor", "target"))
    return FoundClaim(story=text_of(row["story"]), claim=decoded(row["body"], Claim), actor=actor, target=target)


def found_quotation(row: Row) -> FoundQuotation:
    """What a row of `quotations` (with the id of its utterance as `utterance_id`) tells whoever looked for it."""
    speaker, outlet = (None if row[name] is None else text_of(row[name]) for name in ("speaker", "outlet"))
    return FoundQuotation(
        story=text_of(row["story"]),
        utterance=text_of(row["utterance_id"]),
        wording=decoded(row["body"], Wording),
        words=text_of(row["text"]),
        speaker=speaker,
        outlet=outlet,
    )


def found_figure(row: Row) -> FoundFigure:
    """What a row of `figures` tells whoever looked for it."""
    return FoundFigure(story=text_of(row["story"]), figure=decoded(row["body"], FigureLine))
