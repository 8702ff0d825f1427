"""Tellings of one claim brought together across documents, whatever status each gives it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from rashomon.align.agreements import (
    ACTOR,
    CONTEXT,
    COPIED,
    ECHO,
    FEWEST_IN_CLAUSE,
    FEWEST_IN_CONTEXT,
    IN_CONFLICT,
    LEAD,
    LEAST,
    SAME_WORDS,
    SENTENCE_CHARS,
    TARGET,
    Pairs,
    agreements,
)
from rashomon.align.comparing import Agreement, compare
from rashomon.align.contraries import apart as contrary
from rashomon.align.doers import compare_doers
from rashomon.align.frames import Frame
from rashomon.align.joining import grouped
from rashomon.align.pairs_joined import Judge
from rashomon.align.whereabouts import set_apart
from rashomon.core import content_id
from rashomon.core.alignment import Proposition

BARE_VERBS = frozenset(
    {"be", "have", "do", "make", "get", "take", "go", "come", "give", "say", "become", "want", "know"}
)

FEW = 24
"""So many tellings of one action are compared two by two; columns cost more to lay out than they save."""


def agreement(left: Frame, right: Frame) -> Agreement:
    """Compare two tellings of one action by actor, target, figures, time and context; never by status."""
    if left.wording == right.wording and len(left.wording[0]) >= SENTENCE_CHARS:
        return Agreement(COPIED)
    if left.year != right.year:
        return Agreement(0.0, "time")
    if of_other_things(left, right):
        return Agreement(0.0, "content")
    if set_apart(left.where, right.where):
        return Agreement(0.0, "place")
    if contrary(left.marks, right.marks):
        return Agreement(0.0, "contrary")
    actor, target = compare_doers(left.actor, right.actor), compare(left.target, right.target)
    for part in (actor, target):
        if part.conflict:
            return part
    shared = len(left.context & right.context)
    smaller = min(len(left.context), len(right.context))
    context = shared / max(FEWEST_IN_CONTEXT, smaller) if shared else 0.0
    apart = left.telling.document != right.telling.document
    lead = LEAD if left.prominent and right.prominent and apart and actor.score >= 0 and target.score >= 0 else 0.0
    echo = ECHO if apart and len(left.clause) >= FEWEST_IN_CLAUSE and _same_words(left, right) else 0.0
    return Agreement(ACTOR * actor.score + TARGET * target.score + CONTEXT * context + lead + echo)


def of_other_things(left: Frame, right: Frame) -> bool:
    """Whether two denials, refusals or the like are about two things: nothing of what both say of theirs is shared."""
    pairs = (left.held, right.held), (left.about, right.about)
    return any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in pairs)


def _same_words(left: Frame, right: Frame) -> bool:
    """Whether two clauses are made of the same words but for one in five, as in copies with small edits."""
    return len(left.clause & right.clause) >= SAME_WORDS * len(left.clause | right.clause)


def least_of(action: str) -> float:
    """Least agreement of two tellings of an action; the barest verbs need more."""
    return LEAST + 0.4 * (action in BARE_VERBS)


def judged(left: Frame, right: Frame, judge: Judge) -> Agreement:
    """The agreement of two tellings of one action, just enough where the learned decision has them as one."""
    found = agreement(left, right)
    if found.conflict is not None or found.score >= LEAST or left.action in BARE_VERBS:
        return found
    return Agreement(LEAST) if judge.joins(left, right) else found


def two_by_two(frames: Sequence[Frame], judge: Judge) -> Pairs:
    """All pairs of a few tellings of one action: what `agreements` finds of many in columns."""
    import numpy as np

    places = list(combinations(range(len(frames)), 2))
    found = [judged(frames[left], frames[right], judge) for left, right in places]
    scores = np.array([IN_CONFLICT if f.conflict is not None else f.score for f in found], dtype=np.float64)
    left, right = np.array(places, dtype=np.int64).reshape(-1, 2).T
    return Pairs(left, right, scores)


def align_propositions(frames: Sequence[Frame]) -> tuple[Proposition, ...]:
    """Bring tellings together, best pairs first.

    A telling joins a group when nothing sets it apart from any member and it agrees on average with the
    members it can be compared with; no single link joins two groups.
    """
    by_action: dict[str, list[int]] = {}
    for i, frame in enumerate(frames):
        by_action.setdefault(frame.action, []).append(i)
    judge = Judge(frames)
    found: list[list[int]] = []
    for action, places in sorted(by_action.items()):
        told = [frames[i] for i in places]
        if len(told) > FEW:
            pairs = agreements(told, judge if action not in BARE_VERBS else None)
        else:
            pairs = iter((two_by_two(told, judge),))
        found += [[places[n] for n in group] for group in grouped(len(told), pairs, least_of(action))]
    found.sort(key=min)
    return tuple(_proposition([frames[i] for i in sorted(group)]) for group in found)


def _proposition(frames: Sequence[Frame]) -> Proposition:
    tellings = tuple(f.telling for f in frames)
    return Proposition(
        id=content_id("claim", frames[0].action, *(f"{t.document}:{t.event.id}" for t in tellings)),
        action=frames[0].action,
        tellings=tellings,
    )
