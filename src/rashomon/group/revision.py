"""What later documents change: two beginnings turn out to be one story, or one story to be two.

Only stories whose members are all remembered are looked at (`members_compared`); a larger one has shown what it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.judge import Judge
from rashomon.group.live import ON_TRIAL, Live, Member
from rashomon.group.profile import Vector
from rashomon.group.settings import StorySettings
from rashomon.group.state import Signal
from rashomon.group.weighing import Weighed, signals, trust

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Likeness = NDArray[np.float64]

MOST_ROUNDS = 8
"""Rounds in which members may change sides; two or three are usual."""


class Joining(NamedTuple):
    """A story whose members belong to another on the average."""

    members: tuple[Member, ...]
    to: Live
    score: float
    """The mean log-odds that a member belongs there."""
    signals: tuple[Signal, ...]


class Parting(NamedTuple):
    """Members who are more like one another than like the rest of their story."""

    staying: tuple[Member, ...]
    leaving: tuple[Member, ...]
    signals: tuple[Signal, ...]


def joining(judge: Judge, live: Live) -> Joining | None:
    """The larger story to which all members of a small one belong, each seen anew; None where there is none."""
    s = judge.settings
    if len(live.documents) > s.late_members or len(live.times) < len(live.documents):
        return None
    members = live.members()
    others: dict[str, Live] = {}
    for member in members[: s.late_looked_up]:
        others.update((other.id, other) for other in judge.candidates(member) if _outweighs(other, live))
    named = all(len(member.profile.names.terms) for member in members)
    best: Joining | None = None
    for other, most in zip(others.values(), judge.most(live, list(others.values())), strict=True):
        if named and most < s.join_at and not any(judge.shares(member, other) for member in members):
            continue
        if _mean([judge.against(member, other, members=False) for member in members]) < s.join_at:
            continue  # a core is nearly always nearer than the quorum
        each = [judge.against(member, other) for member in members]
        mean = _mean(each)
        if mean >= s.join_at and (best is None or (mean, other.id) > (best.score, best.to.id)):
            best = Joining(tuple(members), other, mean, _meant(each, s))
    return best


def parting(judge: Judge, live: Live) -> Parting | None:
    """The part of a story that is another happening; None where the story is one.

    Members are dealt to two sides by mean likeness to the side (average linkage), beginning with the two that are
    least alike. The sides are two stories if each has a quorum of its own, is clearly more alike within than to the
    other, and the two are no more alike than twins are. The side of the first document keeps the story.
    """
    import numpy as np

    s = judge.settings
    size = len(live.documents)
    if size < 2 * s.least_part or len(live.times) < size:
        return None
    members = live.members()
    likeness = _likeness(members, s)
    dealt = _dealt(likeness)
    if dealt is None:
        return None
    other = np.array(dealt)
    if likeness[other][:, ~other].mean() > s.part_likeness:
        return None  # a document is nearly always nearer to a core than to its members
    first = dealt[0]
    sides = [[m for m, side in zip(members, dealt, strict=True) if (side == first) is stays] for stays in (True, False)]
    if min(map(len, sides)) < s.least_part:
        return None
    within = [_within(judge, side) for side in sides]
    between = [_to(judge, side, other) for side, other in zip(sides, reversed(sides), strict=True)]
    if min(own - to for own, to in zip(within, between, strict=True)) < s.part_gap:
        return None
    if sum(between) / 2 > s.part_likeness:
        return None
    told = (
        Signal(name="likeness within the part that stays", value=len(sides[0]), adds=within[0]),
        Signal(name="likeness within the part that leaves", value=len(sides[1]), adds=within[1]),
        Signal(name="likeness between the parts", value=size, adds=sum(between) / 2),
    )
    return Parting(tuple(sides[0]), tuple(sides[1]), told)


def _outweighs(other: Live, live: Live) -> bool:
    """Whether another story keeps its id when the two are one: the larger does, of two equals the one opened first."""
    return (len(other.documents), -other.number) > (len(live.documents), -live.number)


def _mean(weighed: Sequence[Weighed]) -> float:
    return sum(each.score for each in weighed) / len(weighed)


def _meant(weighed: Sequence[Weighed], settings: StorySettings) -> tuple[Signal, ...]:
    """The signals of several members as one: the mean of each, over all members."""
    values: defaultdict[str, list[float]] = defaultdict(list)
    adds: defaultdict[str, list[float]] = defaultdict(list)
    for each in weighed:
        for signal in signals(each, settings):
            values[signal.name].append(signal.value)
            adds[signal.name].append(signal.adds)
    size = len(weighed)
    return tuple(Signal(name=name, value=sum(values[name]) / size, adds=sum(adds[name]) / size) for name in values)


def _likeness(members: Sequence[Member], settings: StorySettings) -> Likeness:
    """How alike the members are, pair by pair: what words, names, figures and dates add, as `weigh` has it."""
    import numpy as np

    s = settings
    words, names, figures = (_cosines([member.profile[which] for member in members]) for which in range(3))
    named = np.array([len(member.profile.names.terms) > 0 for member in members])
    names = np.where(named[:, None] & named, names, words)
    trusted = np.array([trust(member, s) for member in members])
    alike: Likeness = (
        s.words_weight * np.log(words + s.likeness_floor)
        + s.names_weight * np.log(names + s.likeness_floor)
        + s.figures_weight * figures * np.minimum(1.0, words / s.figures_full_at) * np.add.outer(trusted, trusted) / 2
    )
    return alike


def _cosines(vectors: Sequence[Vector]) -> Likeness:
    import numpy as np

    terms = np.unique(np.concatenate([vector.terms for vector in vectors]))
    dense = np.zeros((len(vectors), len(terms)))
    for row, vector in zip(dense, vectors, strict=True):
        row[np.searchsorted(terms, vector.terms)] = vector.weights
    found: Likeness = np.minimum(1.0, dense @ dense.T)
    return found


def _dealt(likeness: Likeness) -> list[bool] | None:
    """On which of two sides each member is; None where all are on one."""
    import numpy as np

    size = len(likeness)
    apart = np.where(np.tri(size, k=-1, dtype=bool), likeness, np.inf)
    i, j = np.unravel_index(int(np.argmin(apart)), apart.shape)
    other = likeness[i] > likeness[j]
    other[i], other[j] = True, False
    for _ in range(MOST_ROUNDS):
        to = [_to_side(likeness, side) for side in (~other, other)]
        new = to[1] > to[0]
        if new.all() or not new.any():
            return None
        if (new == other).all():
            break
        other = new
    answer: list[bool] = other.tolist()
    return answer


def _to_side(likeness: Likeness, side: NDArray[np.bool_]) -> Likeness:
    """The mean likeness of every member to the others on a side; minus infinity where there is no other."""
    import numpy as np

    number = np.count_nonzero(side) - side.astype(np.int64)
    total: Likeness = likeness[:, side].sum(axis=1) - np.where(side, likeness.diagonal(), 0.0)
    means: Likeness = np.where(number > 0, total / np.maximum(number, 1), -np.inf)
    return means


def _within(judge: Judge, side: Sequence[Member]) -> float:
    """The mean likeness of each member to the story of the others."""
    return sum(_to(judge, [each], [other for other in side if other is not each]) for each in side) / len(side)


def _to(judge: Judge, members: Sequence[Member], others: Sequence[Member]) -> float:
    story = _trial(others, judge.settings)
    return sum(judge.against(member, story).alike for member in members) / len(members)


def _trial(members: Sequence[Member], settings: StorySettings) -> Live:
    live = Live("", ON_TRIAL)
    for member in members:
        live.take(member, keep=settings.members_compared, terms=settings.core_terms)
    return live
