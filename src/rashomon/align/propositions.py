"""Tellings of one claim brought together across documents, whatever status each gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.align.comparing import Agreement, compare
from rashomon.align.frames import Frame
from rashomon.align.pairs_joined import Judge
from rashomon.core import content_id
from rashomon.core.alignment import Proposition

LEAST = 1.0
"""Least agreement of two tellings of one claim: the predicate alone (0) is never enough, one role that certainly
agrees is, and so are two that probably do."""

MOST_OF_ONE_ACTION = 300
"""Tellings of one action beyond this number are compared within their own documents' neighbours only: the bound
on pairs in a very large story."""

BARE_VERBS = frozenset(
    {"be", "have", "do", "make", "get", "take", "go", "come", "give", "say", "become", "want", "know"}
)


ACTOR, TARGET, CONTEXT, LEAD, ECHO = 0.7, 1.0, 0.8, 0.5, 1.0
"""How much each kind of agreement counts. Two leads of one story that tell the same action are likely to tell the
same happening; two clauses deep in their reports are not."""


COPIED, SENTENCE_CHARS = 2.0, 20
"""The agreement of one predicate of one sentence that two documents share word for word."""


def agreement(left: Frame, right: Frame) -> Agreement:
    """Compare two tellings of one action by actor, target, figures, time and context; never by status."""
    if left.wording == right.wording and len(left.wording[0]) >= SENTENCE_CHARS:
        return Agreement(COPIED)
    if left.year != right.year:
        return Agreement(0.0, "time")
    actor, target = compare(left.actor, right.actor), compare(left.target, right.target)
    for part in (actor, target):
        if part.conflict:
            return part
    shared = len(left.context & right.context)
    context = shared / max(3, min(len(left.context), len(right.context))) if shared else 0.0
    apart = left.telling.document != right.telling.document
    lead = LEAD if left.prominent and right.prominent and apart and actor.score >= 0 and target.score >= 0 else 0.0
    echo = ECHO if apart and len(left.clause) >= 3 and _same_words(left, right) else 0.0
    return Agreement(ACTOR * actor.score + TARGET * target.score + CONTEXT * context + lead + echo)


def _same_words(left: Frame, right: Frame) -> bool:
    """Whether two clauses are made of the same words but for one in five, as in copies with small edits."""
    return len(left.clause & right.clause) >= 0.8 * len(left.clause | right.clause)


def least_of(action: str) -> float:
    """Least agreement of two tellings of an action; the barest verbs need more."""
    return LEAST + 0.4 * (action in BARE_VERBS)


def judged(left: Frame, right: Frame, judge: Judge) -> Agreement:
    """The agreement of two tellings of one action, just enough where the learned decision has them as one."""
    found = agreement(left, right)
    if found.conflict is not None or found.score >= LEAST or left.action in BARE_VERBS:
        return found
    return Agreement(LEAST) if judge.joins(left, right) else found


def align_propositions(frames: Sequence[Frame]) -> tuple[Proposition, ...]:
    """Bring tellings together, best pairs first.

    A telling joins a group when nothing sets it apart from any member and it agrees on average with the
    members it can be compared with; no single link joins two groups.
    """
    by_action: dict[str, list[int]] = {}
    for i, frame in enumerate(frames):
        by_action.setdefault(frame.action, []).append(i)
    judge = Judge(frames)

    def agree(a: int, b: int) -> Agreement:
        return judged(frames[a], frames[b], judge)

    found: list[list[int]] = []
    for action, places in sorted(by_action.items()):
        found += _grouped(places, agree, least_of(action))
    found.sort(key=min)
    return tuple(_proposition([frames[i] for i in sorted(group)]) for group in found)


Link = tuple[float, int, bool]
"""What is known between two groups: the sum of agreements, how many pairs it sums, and whether any is in conflict."""


def _grouped(places: Sequence[int], agree: Callable[[int, int], Agreement], least: float) -> list[list[int]]:
    """Groups of tellings, joined best pair first.

    What is known between two groups is kept as a sum, so that a join costs no more than the number of groups.
    """
    pairs: list[tuple[float, int, int]] = []
    links: dict[int, dict[int, Link]] = {i: {} for i in places}
    for n, a in enumerate(places):
        for b in places[n + 1 : n + MOST_OF_ONE_ACTION]:
            found = agree(a, b)
            links[a][b] = links[b][a] = (found.score, 1, found.conflict is not None)
            if found.conflict is None and found.score >= least:
                pairs.append((-found.score, a, b))
    home = {i: i for i in places}
    members = {i: [i] for i in places}
    for _, a, b in sorted(pairs):
        left, right = sorted((home[a], home[b]))
        if left == right:
            continue
        total, known, conflict = links[left][right]
        if conflict or total < 0.7 * least * known:
            continue
        for i in members[right]:
            home[i] = left
        members[left] += members.pop(right)
        _join(links, left, right)
    return list(members.values())


def _join(links: dict[int, dict[int, Link]], left: int, right: int) -> None:
    """Hand all that is known of one group over to another."""
    del links[left][right]
    for other, (total, known, conflict) in links.pop(right).items():
        if other == left:
            continue
        before = links[left].get(other, (0.0, 0, False))
        joined = (before[0] + total, before[1] + known, before[2] or conflict)
        links[left][other] = links[other][left] = joined
        del links[other][right]


def _proposition(frames: Sequence[Frame]) -> Proposition:
    tellings = tuple(f.telling for f in frames)
    return Proposition(
        id=content_id("claim", frames[0].action, *(f"{t.document}:{t.event.id}" for t in tellings)),
        action=frames[0].action,
        tellings=tellings,
    )
