"""Answers between claims as chains: what was told first, and below it what responds, denies, refuses, corrects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.core import Answer, Citation, StoryAccount

DEEPEST = 6
"""A chain is followed no further than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One claim of a chain: how deep it stands, how it answers the one above it, and the places that say so."""

    claim: str
    depth: int
    kind: str | None = None
    citations: tuple[Citation, ...] = ()


def chains(story: StoryAccount) -> list[tuple[Link, ...]]:
    """The chains of a story, each from a claim that answers nothing, in the order of the claims.

    A claim that answers two others stands below both, with what answers it below the first alone; one that is its own
    answer in a round is told once.
    """
    order = {claim.id: n for n, claim in enumerate(story.claims)}
    below: dict[str, list[Answer]] = {}
    for answer in story.answers:
        below.setdefault(answer.to, []).append(answer)
    answering = {answer.claim for answer in story.answers}
    roots = [claim for claim in below if claim not in answering]
    found = [_followed(root, below, order) for root in sorted(roots, key=lambda c: order.get(c, len(order)))]
    told = {link.claim for chain in found for link in chain}
    for claim in sorted(below, key=lambda c: order.get(c, len(order))):
        if claim not in told:
            chain = _followed(claim, below, order)
            told |= {link.claim for link in chain}
            found.append(chain)
    return found


def _followed(root: str, below: dict[str, list[Answer]], order: dict[str, int]) -> tuple[Link, ...]:
    links: list[Link] = []
    followed: set[str] = set()

    def follow(claim: str, above: Sequence[str], how: Answer | None) -> None:
        links.append(
            Link(
                claim=claim,
                depth=len(above),
                kind=how.kind if how else None,
                citations=how.citations if how else (),
            )
        )
        if len(above) >= DEEPEST or claim in followed:
            return
        followed.add(claim)
        for answer in sorted(below.get(claim, ()), key=lambda a: (order.get(a.claim, len(order)), a.kind)):
            if answer.claim not in above and answer.claim != claim:
                follow(answer.claim, [*above, claim], answer)

    follow(root, [], None)
    return tuple(links)
