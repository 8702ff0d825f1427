"""The longer story to which a happening belongs: the same people and places in the news again.

A storyline is decided when a story opens, from what came before, and never changes: the story joins the storyline of
the story that it is most akin to, if a quorum of that storyline's latest stories is akin to it too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice

from rashomon.group.judge import Judge
from rashomon.group.live import Live, Member
from rashomon.group.settings import StorySettings
from rashomon.group.state import State
from rashomon.group.weighing import Weighed


def storyline(judge: Judge, state: State, member: Member, weighed: Sequence[Weighed]) -> str | None:
    """The storyline of the story that a document opens; None where it begins one of its own."""
    s = judge.settings
    akin = [each for each in weighed if _kinship(each, s) >= s.kin_at and _in_time(each, s)]
    for nearest in sorted(akin, key=lambda each: (-_kinship(each, s), each.live.id)):
        line = state.storyline_of[nearest.live.id]
        alive = (state.live[story] for story in reversed(state.storylines[line]) if story in state.live)
        others = list(islice(alive, s.kin_compared))
        if _of_one_kin(judge, member, others):
            return line
    return None


def _of_one_kin(judge: Judge, member: Member, others: Sequence[Live]) -> bool:
    """Whether the half of these stories that is most akin is akin on the average: never the nearest alone."""
    s = judge.settings
    each = sorted((_kinship(judge.against(member, other), s) for other in others), reverse=True)
    half = each[: max(1, math.ceil(len(each) * s.quorum))]
    return sum(half) / len(half) >= s.kin_at


def _kinship(weighed: Weighed, settings: StorySettings) -> float:
    return settings.bias + weighed.alike + settings.copies_weight * weighed.copied


def _in_time(weighed: Weighed, settings: StorySettings) -> bool:
    return weighed.days is None or weighed.days <= settings.kin_days
