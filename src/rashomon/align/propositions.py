"""Tellings of one claim brought together across documents, whatever status each gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.align.frames import Frame, Role
from rashomon.core import content_id
from rashomon.core.alignment import Proposition

LEAST = 1.0
"""Least agreement of two tellings of one claim: the predicate alone (0) is never enough, one role that certainly
agrees is, and so are two that probably do."""

MOST_OF_ONE_ACTION = 600
"""Tellings of one action beyond this number are compared within their own documents' neighbours only: the bound
on pairs in a very large story."""

BARE_VERBS = frozenset(
    {"be", "have", "do", "make", "get", "take", "go", "come", "give", "say", "become", "want", "know"}
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two tellings agree; `conflict` names what certainly tells them apart."""

    score: float
    conflict: str | None = None


def agreement(left: Frame, right: Frame) -> Agreement:
    """Compare two tellings of one action by actor, target, figures, time and context; never by status."""
    if left.year != right.year:
        return Agreement(0.0, "time")
    actor = _actors(left.actor, right.actor)
    target = _targets(left.target, right.target)
    for part in (actor, target):
        if part.conflict:
            return part
    union = left.context | right.context
    context = len(left.context & right.context) / max(3, min(len(left.context), len(right.context))) if union else 0.0
    return Agreement(actor.score + target.score + 0.8 * context)


def _actors(left: Role | None, right: Role | None) -> Agreement:
    if left is None or right is None:
        return Agreement(0.0)
    if left.party is not None and left.party == right.party:
        return Agreement(0.7)
    if left.countries and right.countries:
        return Agreement(0.5) if left.countries & right.countries else Agreement(0.0, "actor")
    if left.party is not None and right.party is not None:
        return Agreement(0.0, "actor")
    shared = left.stems & right.stems
    return Agreement(0.4 if shared else -0.2)


def _targets(left: Role | None, right: Role | None) -> Agreement:
    """Targets agree by party, by head word, by country and by figure.

    Targets of two countries are two claims, and so are an open and a counted one ("anyone", "35 diplomats").
    """
    if left is None or right is None:
        return Agreement(0.0)
    if left.party is not None and left.party == right.party and left.quantity == right.quantity:
        return Agreement(1.0)
    if left.countries and right.countries and not left.countries & right.countries:
        return Agreement(0.0, "target")
    if "counted" in (left.reach, right.reach) and {left.reach, right.reach} & {"open", "bare"}:
        return Agreement(0.0, "target")
    same_head = bool(left.head) and (left.head == right.head or left.head in right.stems or right.head in left.stems)
    score = 0.6 if same_head else 0.0
    if left.countries & right.countries:
        score += 0.3
    if left.quantity is not None and right.quantity is not None:
        if left.quantity == right.quantity:
            score += 0.6
        elif not same_head:
            return Agreement(0.0, "figure")
        else:
            score -= 0.3
    shared = (left.stems & right.stems) - {left.head, right.head}
    score += min(0.4, 0.2 * len(shared))
    if not same_head and not shared and left.quantity is None and "open" not in (left.reach, right.reach):
        return Agreement(-0.4)
    if "open" in (left.reach, right.reach):
        score = max(score, 0.4)
    return Agreement(score)


def align_propositions(frames: Sequence[Frame]) -> tuple[Proposition, ...]:
    """Bring tellings together, best pairs first.

    A telling joins a group when nothing sets it apart from any member and it agrees on average with the
    members it can be compared with; no single link joins two groups.
    """
    by_action: dict[str, list[int]] = {}
    for i, frame in enumerate(frames):
        by_action.setdefault(frame.action, []).append(i)
    found: list[list[int]] = []
    for action, places in sorted(by_action.items()):
        found += _grouped(places, lambda a, b: agreement(frames[a], frames[b]), LEAST + 0.4 * (action in BARE_VERBS))
    found.sort(key=min)
    return tuple(_proposition([frames[i] for i in sorted(group)]) for group in found)


def _grouped(places: Sequence[int], compare: Callable[[int, int], Agreement], least: float) -> list[list[int]]:
    compared: dict[tuple[int, int], Agreement] = {}
    for n, a in enumerate(places):
        for b in places[n + 1 : n + MOST_OF_ONE_ACTION]:
            compared[a, b] = compare(a, b)
    home = {i: i for i in places}
    members = {i: [i] for i in places}
    for (a, b), _ in sorted(compared.items(), key=lambda p: (-p[1].score, p[0])):
        if compared[a, b].score < least:
            break
        left, right = sorted((home[a], home[b]))
        if left == right:
            continue
        between = [compared.get((min(x, y), max(x, y))) for x in members[left] for y in members[right]]
        known = [p for p in between if p is not None]
        if any(p.conflict for p in known) or sum(p.score for p in known) < 0.7 * least * len(known):
            continue
        for i in members[right]:
            home[i] = left
        members[left] += members.pop(right)
    return list(members.values())


def _proposition(frames: Sequence[Frame]) -> Proposition:
    tellings = tuple(f.telling for f in frames)
    return Proposition(
        id=content_id("claim", frames[0].action, *(f"{t.document}:{t.event.id}" for t in tellings)),
        action=frames[0].action,
        tellings=tellings,
    )
