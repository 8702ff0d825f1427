"""A deed in one report and its opposite in the other: whether an account ever tells them as one and the same."""

from __future__ import annotations

from pathlib import Path

from evals.grouping import pairs
from evals.labelled import pipeline
from evals.measures import share
from rashomon.core import Claim, Document, Part, Span
from rashomon.core.account import Standing


def told_apart(path: Path) -> dict[str, float]:
    """Shares of the pairs: both deeds are in the ledger; where they are, none is agreed or of one status.

    A deed and its opposite may be two claims, or one claim that is disputed or denied; what must never be is a claim
    that both reports are said to bear out.
    """
    both = alike = total = 0
    for left, right, deed in pairs(path):
        total += 1
        account = pipeline().account_of([left, right])
        claims = [claim for story in account.stories for claim in story.claims]
        ours = _bearing(claims, left, deed["left"])
        theirs = _bearing(claims, right, deed["right"])
        both += bool(ours and theirs)
        alike += any(
            claim.standing is Standing.AGREED or ours[name] & theirs[name]
            for name in ours.keys() & theirs.keys()
            for claim in claims
            if claim.id == name
        )
    return {"deeds read": share(both, total), "never told alike": 1.0 - share(alike, total)}


def _bearing(claims: list[Claim], document: Document, words: str) -> dict[str, set[str]]:
    """The claims that these words of a document bear, with the statuses that it gives them."""
    found: dict[str, set[str]] = {}
    place = _place(document, words)
    for claim in claims:
        for report in claim.reports:
            if report.document == document.id and report.span.shared_chars(place):
                found.setdefault(claim.id, set()).add(report.status.value)
    return found


def _place(document: Document, words: str) -> Span:
    if words in document.text:
        start = document.text.index(words)
        return Span(start, start + len(words))
    start = (document.headline or "").index(words)
    return Span(start, start + len(words), Part.HEADLINE)
