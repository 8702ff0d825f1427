"""Tellings of one claim brought together across documents, whatever status each gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.align.frames import Frame, Part
from rashomon.align.likeness import akin
from rashomon.core import Figure, content_id
from rashomon.core.alignment import Proposition
from rashomon.core.nouns import like_nouns
from rashomon.core.quantities import compatible

LEAST = 1.0
"""Least agreement of two tellings of one claim: the predicate alone (0) is never enough, one role that certainly
agrees is, and so are two that probably do."""

MOST_OF_ONE_ACTION = 300
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


def compare(left: Part | None, right: Part | None) -> Agreement:
    """How far two fillers of one role agree, from -0.5 to about 1.3; an empty role says nothing.

    Two named parties of different countries or of one kind, counted things of different kinds or numbers, and
    an open against a counted thing ("anyone", "35 diplomats") are in conflict.
    """
    if left is None or right is None:
        return Agreement(0.0)
    if left.party is not None and left.party == right.party and left.quantity == right.quantity:
        return Agreement(1.0)
    if left.countries and right.countries and not left.countries & right.countries:
        return Agreement(0.0, "side")
    if left.quantity is not None and right.quantity is not None and _of_different_names(left, right):
        return Agreement(0.0, "side")
    if "counted" in (left.reach, right.reach) and {left.reach, right.reach} & {"open", "bare"}:
        return Agreement(0.0, "reach")
    same_side = bool(left.countries & right.countries)
    if left.party is not None and right.party is not None:
        if same_side:
            return Agreement(0.7)
        if left.stems & right.stems:
            return Agreement(0.5)
        return Agreement(-0.3, "party" if left.kind is right.kind else None)
    like = bool(left.head and right.head) and (like_nouns(left.head, right.head) or left.head in right.stems)
    figures = _figures(left, right, like=like)
    if figures.conflict:
        return figures
    shared = len(left.stems & right.stems)
    score = 0.6 * like + 0.3 * same_side + figures.score + min(0.4, 0.2 * max(0, shared - (left.head == right.head)))
    if "open" in (left.reach, right.reach):
        score = max(score, 0.4)
    return Agreement(score or -0.5)


def _of_different_names(left: Part, right: Part) -> bool:
    """Whether two phrases both carry names or proper adjectives, none in common ("28 Norvians", "28 Aldans")."""
    if not left.proper or not right.proper or left.countries & right.countries:
        return False
    return not any(a == b or akin(a, b) for a in left.proper for b in right.proper)


def _figures(left: Part, right: Part, *, like: bool) -> Agreement:
    """What the counts of two things say.

    Figures that can both be right bind. Different ones of like things may be one count in dispute (14 hurt, 17
    hurt), but not where one phrase has a name that the other has not: ten Chileans may be among twelve people.
    """
    if left.figure is None or right.figure is None:
        return Agreement(0.0)
    if left.counts & right.counts:
        return Agreement(0.6)
    if _of_no_size(left.figure) != _of_no_size(right.figure):
        return Agreement(0.0, "figure")  # "multiple" may be any number: no reason to take it for ten
    if compatible(left.figure, right.figure):
        return Agreement(0.3) if like else Agreement(0.0)
    low, high = sorted((left.quantity or 0.0, right.quantity or 0.0))
    near = low >= 0.5 * high and bool(left.proper) == bool(right.proper)
    return Agreement(-0.1) if like and near else Agreement(0.0, "figure")


def _of_no_size(figure: Figure) -> bool:
    return figure.bound == "vague" and figure.high is None


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
