"""What an editor should know of reports that their outlets corrected, withdrew, updated or silently changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from rashomon.account.titles import short
from rashomon.core import (
    Alteration,
    AlterationKind,
    Claim,
    Document,
    Earlier,
    Notice,
    NoticeKind,
    Problem,
    Report,
    Span,
)

CODES = {
    NoticeKind.CORRECTION: "report-corrected",
    NoticeKind.CLARIFICATION: "report-corrected",
    NoticeKind.RETRACTION: "report-retracted",
    NoticeKind.UPDATE: "report-updated",
}
SAID_BEFORE = "said-before"
RESTING = "rests-on-retracted"
NONE_RESTING: Mapping[str, frozenset[tuple[str, Span]]] = MappingProxyType({})


def marked(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    earlier: Mapping[str, Sequence[Earlier]],
    resting: Mapping[str, frozenset[tuple[str, Span]]] = NONE_RESTING,
) -> tuple[Claim, ...]:
    """The claims, each report marked with what became of its document or of its sentence since.

    Args:
        claims: the story's.
        documents: the story's, by id.
        earlier: what their earlier versions told otherwise, by id of the document.
        resting: by claim, the places by document that do not count, since a withdrawn report stands behind them.
    """
    of_document = {i: tuple(dict.fromkeys(n.kind.value for n in d.notices)) for i, d in documents.items() if d.notices}
    changed = {i: _changed_places(told) for i, told in earlier.items() if i in documents}
    if not of_document and not changed and not resting:
        return tuple(claims)

    def mark(report: Report, claim: str) -> Report:
        marks = of_document.get(report.document, ())
        if any(place.touches(report.span) for place in changed.get(report.document, ())):
            marks = (*marks, SAID_BEFORE)
        if (report.document, report.span) in resting.get(claim, ()) and NoticeKind.RETRACTION.value not in marks:
            marks = (*marks, RESTING)
        return replace(report, revised=marks) if marks else report

    return tuple(replace(c, reports=tuple(mark(r, c.id) for r in c.reports)) for c in claims)


def before_withdrawal(documents: Sequence[Document], earlier: Mapping[str, Sequence[Earlier]]) -> list[Document]:
    """Withdrawn documents under the headlines that they had before, where an archive knows them.

    A headline that the withdrawal put in its place ("Story withdrawn") says of what the story is no more.
    """
    found = []
    for document in documents:
        versions = sorted(earlier.get(document.id, ()), key=lambda e: (e.seen_at, e.version))
        before = [a.words_before for e in versions for a in e.alterations if a.kind is AlterationKind.HEADLINE]
        found.append(replace(document, headline=before[-1]) if before else document)
    return found


def _changed_places(told: Sequence[Earlier]) -> tuple[Span, ...]:
    """The places of sentences of a current version that told otherwise before; a headline is not what tells a claim."""
    every = (a for e in told for a in e.alterations if a.kind is not AlterationKind.HEADLINE)
    return tuple(dict.fromkeys(a.now for a in every if a.now is not None))


def revisions(
    documents: Mapping[str, Document],
    earlier: Mapping[str, Sequence[Earlier]],
    claims: Sequence[Claim],
    resting: frozenset[str],
) -> tuple[Problem, ...]:
    """What an editor should know of reports that were changed.

    Args:
        documents: the story's, by id.
        earlier: what their earlier versions told otherwise, by id of the document.
        claims: the story's.
        resting: the ids of claims that rest on withdrawn reports alone.
    """
    found = [_noticed(d, n) for d in documents.values() for n in d.notices]
    for document, told in earlier.items():
        if document in documents:
            found += _said_before(documents[document], told)
    for claim in claims:
        if claim.id in resting:
            first = claim.reports[0]
            found.append(
                Problem(
                    stage="account",
                    code=RESTING,
                    message=f"“{short(claim.text)}” rests on a report that its outlet retracted",
                    document=first.document,
                    span=first.span,
                )
            )
    return tuple(found)


def _noticed(document: Document, notice: Notice) -> Problem:
    did = {
        NoticeKind.CORRECTION: "corrected",
        NoticeKind.CLARIFICATION: "clarified",
        NoticeKind.RETRACTION: "retracted",
        NoticeKind.UPDATE: "updated",
    }[notice.kind]
    message = f"the outlet {did} this report{f' on {notice.date}' if notice.date else ''}"
    parts = [
        f"{word}: “{short(document.words_at(span))}”"
        for word, span in (("wrong", notice.wrong), ("right", notice.right))
        if span is not None
    ]
    return Problem(
        stage="account",
        code=CODES[notice.kind],
        message="; ".join((message, *parts)),
        document=document.id,
        span=notice.span,
    )


def _said_before(document: Document, told: Sequence[Earlier]) -> Iterator[Problem]:
    """Each thing told otherwise before, once, with the last version that told it so."""
    last: dict[tuple[AlterationKind, Span | None, str], tuple[Earlier, Alteration]] = {}
    for version in sorted(told, key=lambda e: (e.seen_at, e.version)):
        for alteration in version.alterations:
            last[alteration.kind, alteration.now, alteration.words_before] = (version, alteration)
    noticed = any(n.kind is not NoticeKind.UPDATE for n in document.notices)
    for version, alteration in last.values():
        yield Problem(
            stage="account",
            code=SAID_BEFORE,
            message=_message(version, alteration, noticed=noticed),
            document=document.id,
            span=alteration.now,
        )


def _message(version: Earlier, alteration: Alteration, *, noticed: bool) -> str:
    seen = version.seen_at.isoformat(timespec="minutes")
    before = f"the version seen {seen} said “{short(alteration.words_before, 160)}”"
    if alteration.kind is AlterationKind.SPEAKER:
        before = f"the version seen {seen} laid these words to {alteration.words_before}"
    now = "; it is told no more" if alteration.words_now is None else f", now “{short(alteration.words_now, 160)}”"
    if alteration.kind is AlterationKind.SPEAKER and alteration.words_now is not None:
        now = f", now to {alteration.words_now}"
    return f"{alteration.kind.value}: {before}{now}{'' if noticed else ', without a notice'}"
