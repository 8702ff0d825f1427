"""The stories that a telling may belong to, weighed against one another."""

from __future__ import annotations

from typing import NamedTuple

from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.tellings import Key, Telling, Tellings
from rashomon.group.languages.ties import Ties
from rashomon.group.languages.weighing import Likeness, liken, mean, score


class Weighed(NamedTuple):
    """A telling against a story of other languages."""

    score: float
    first: Key
    likeness: Likeness
    days: float | None


def rivals(telling: Telling, tellings: Tellings, ties: Ties, settings: LanguageSettings) -> list[Weighed]:
    """The stories that have the nearest tellings and none in this one's language, the likeliest first."""
    found: dict[Key, Weighed | None] = {}
    for near in tellings.nearest(telling):
        first = ties.first(near.key)
        if first not in found:
            found[first] = _against(telling, ties.members(first), tellings, settings)
            if len(found) == settings.candidate_stories:
                break
    weighed = [each for each in found.values() if each is not None]
    return sorted(weighed, key=lambda each: (-each.score, each.first))


def _against(telling: Telling, keys: tuple[Key, ...], tellings: Tellings, settings: LanguageSettings) -> Weighed | None:
    """A telling against all the tellings of a story.

    None where the story is told in the telling's own language already: what one language keeps apart stays apart.
    """
    if any(key.stream == telling.key.stream for key in keys):
        return None
    others = [other for key in keys if (other := tellings[key]) is not None]
    days = min((gap for other in others if (gap := telling.days_from(other)) is not None), default=None)
    if days is not None and days > settings.reach_days:
        return None
    pairs = [liken(own, member, settings) for own in telling.members for other in others for member in other.members]
    likeness = mean(pairs, settings)
    return likeness and Weighed(score(likeness, days, settings), keys[0], likeness, days)
