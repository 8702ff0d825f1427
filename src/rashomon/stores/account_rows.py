"""An account <-> its rows: claims, reports, utterances, quotations and figures apart, so that they can be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from rashomon.core import Claim, Document, FigureLine, Party, Standing, StoryAccount, Utterance, Wording
from rashomon.stores.encoding import column, decoded, encoded, handle, head, maybe, packed, text_of, unpacked
from rashomon.stores.facts import FoundClaim, FoundFigure, FoundQuotation, KeptAccount, Outline
from rashomon.stores.indexing import claim_place, figure_place, name_of, parties_named, quotation_place
from rashomon.stores.rows import Row, iso, stamp

Rows = list[dict[str, Any]]
Key = Callable[[int], int]
"""From the key that is wanted to one that is free."""


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
    claims, reports = _claim_rows(account, documents, parties_named(account.parties), key)
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
            "actor": maybe(name_of(parties, claim.actor)),
            "target": maybe(name_of(parties, claim.target)),
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


def _quotation_row(  # noqa: PLR0913, PLR0917  # what the wordings of an account share
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A party as far as an outline needs it; the bytes of the rest are skipped."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rest:
    title: str
    parties: tuple[_Named, ...] = ()
    digest: tuple[_Told, ...] = ()


def outline_of(account: Row, standings: Iterable[Row]) -> Outline:
    """The outline of an account, from its row and, for each standing, the number and most origins of its claims."""
    rest = unpacked(account["body"], _Rest)
    counted = {row["standing"]: row for row in standings}
    return Outline(
        story=text_of(account["story"]),
        title=rest.title,
        revision=account["revision"],
        origins=max((row["origins"] for row in counted.values()), default=0),
        parties={party.id: party.name for party in rest.parties},
        standings={s: counted[s.value]["number"] if s.value in counted else 0 for s in Standing},
        digest=tuple(dict.fromkeys(claim for sentence in rest.digest for claim in sentence.claims)),
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
