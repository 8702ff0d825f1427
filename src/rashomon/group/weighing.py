"""How likely it is that a document belongs to a story, and what speaks for and against it."""

from __future__ import annotations

import math
from typing import NamedTuple

from rashomon.group.likeness import Likeness
from rashomon.group.live import Live, Member
from rashomon.group.settings import StorySettings
from rashomon.group.state import Signal


class Weighed(NamedTuple):
    """A document against a story: the log-odds that it belongs there, and the measures that they are made of."""

    score: float
    live: Live
    words: float
    names: float
    figures: float
    alike: float
    """What words, names, figures and dates add together."""
    usual: float | None
    lone: bool
    copied: float
    days: float | None
    own_day: bool


def weigh(
    member: Member, live: Live, settings: StorySettings, *, core: Likeness, members: Likeness | None, copied: float
) -> Weighed:
    """Weigh a document against a story, by how alike it is to its core and, where that is known, to its members."""
    s = settings
    words, names, figures = core
    if members is not None:
        words = (words + members[0]) / 2
        names = (names + members[1]) / 2
    if not len(member.profile.names.terms) or not live.sums.sizes[1]:
        names = words  # nothing to compare: the words speak for the names
    figures = figures * min(1.0, words / s.figures_full_at) * trust(member, s)
    alike = (
        s.words_weight * math.log(words + s.likeness_floor)
        + s.names_weight * math.log(names + s.likeness_floor)
        + s.figures_weight * figures
    )
    score = s.bias + alike + s.copies_weight * copied
    usual = live.usual(s.usual_likeness, s.usual_members) if live.joined else None
    if usual is not None:
        score += s.fit_weight * (s.usual_likeness - usual)
    lone = len(live.documents) == 1
    if lone:
        score += s.lone_bonus
    days = live.days_from(member.at)
    if days is not None:
        score += nearness(days, s, own_day=member.own_day)
    return Weighed(score, live, words, names, figures, alike, usual, lone, copied, days, member.own_day)


def trust(member: Member, settings: StorySettings) -> float:
    """How far the figures of a document are believed: one figure alone is shared or unlike by chance."""
    size = len(member.profile.figures.terms)
    return size / (size + settings.figures_doubt) if size else 0.0


def most(own: Live, other: Live, settings: StorySettings, *, likeness: Likeness) -> float:
    """A bound above the mean score of a story's members against another story's core.

    Likeness to a core is linear in the member and its logarithm concave, so that the mean over members is at most
    what the members' sum gives: `likeness`, over all members.
    """
    s, size = settings, len(own.documents)
    words, names, figures = (min(1.0, each / size) if size else 0.0 for each in likeness)
    if not other.sums.sizes[1]:
        names = words
    alike = (
        s.words_weight * math.log(words + s.likeness_floor)
        + s.names_weight * math.log(names + s.likeness_floor)
        + s.figures_weight * figures
    )
    usual = other.usual(s.usual_likeness, s.usual_members) if other.joined else s.usual_likeness
    lone = s.lone_bonus if len(other.documents) == 1 else 0.0
    return s.bias + alike + s.fit_weight * (s.usual_likeness - usual) + lone + s.near_bonus


def nearness(days: float, settings: StorySettings, *, own_day: bool) -> float:
    """The log-odds for the days between; `own_day` says that the document's opening tells of a day of its own."""
    s = settings
    if days <= s.near_days:
        return s.near_bonus
    slope = s.own_day_penalty if own_day else s.far_penalty
    most = s.own_day_most if own_day else s.far_most
    return s.near_bonus - min(most, slope * math.log2(days / s.near_days))


def signals(weighed: Weighed, settings: StorySettings) -> tuple[Signal, ...]:
    """What a score is made of, by name."""
    s = settings
    told = [
        Signal(name="before any sign", value=1.0, adds=s.bias),
        Signal(name="words", value=weighed.words, adds=s.words_weight * math.log(weighed.words + s.likeness_floor)),
        Signal(name="names", value=weighed.names, adds=s.names_weight * math.log(weighed.names + s.likeness_floor)),
        Signal(name="figures and dates", value=weighed.figures, adds=s.figures_weight * weighed.figures),
    ]
    if weighed.usual is not None:
        adds = s.fit_weight * (s.usual_likeness - weighed.usual)
        told.append(Signal(name="likeness among members", value=math.exp(weighed.usual), adds=adds))
    if weighed.lone:
        told.append(Signal(name="one report so far", value=1.0, adds=s.lone_bonus))
    if weighed.copied:
        told.append(Signal(name="copied prose", value=weighed.copied, adds=s.copies_weight * weighed.copied))
    if weighed.days is not None:
        name = "days between, on a day of its own" if weighed.own_day else "days between"
        told.append(Signal(name=name, value=weighed.days, adds=nearness(weighed.days, s, own_day=weighed.own_day)))
    return tuple(told)
