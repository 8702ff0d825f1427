"""How likely it is that two documents in different languages tell the same happening, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.group.languages.names import shared
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.sketch import Sketch
from rashomon.group.state import Signal


class Likeness(NamedTuple):
    """Two documents against each other, or the mean of several such."""

    cosine: float
    names: float
    """The share of the names that could be the same and are, in [0, 1]."""
    figures: float
    """Telling figures and days in common, in [0, 1]."""


def liken(left: Sketch, right: Sketch, settings: LanguageSettings) -> Likeness | None:
    """How alike two documents are; None where vectors alone, or names alone, would speak for them."""
    cosine = float(left.vector @ right.vector)
    if cosine < settings.least_cosine:
        return None
    same = shared(left.names, right.names)
    figures = len(left.figures & right.figures) + len(left.days & right.days)
    if len(same) + (figures > 0) < settings.least_names or not same:
        return None
    told = sum(min(one.weight, other.weight) for one, other in same)
    could = min(sum(name.weight for name in each.names) for each in (left, right))
    return Likeness(cosine, told / (could + settings.names_rest), min(1.0, figures / settings.figures_full_at))


def mean(found: Sequence[Likeness | None], settings: LanguageSettings) -> Likeness | None:
    """The mean over a quorum, the most alike; None where too few are alike at all."""
    number = max(1, math.ceil(len(found) * settings.quorum))
    alike = sorted((each for each in found if each is not None), key=lambda each: -score(each, None, settings))[:number]
    if len(alike) < number:
        return None
    return Likeness(*(sum(column) / number for column in zip(*alike, strict=True)))


def score(likeness: Likeness, days: float | None, settings: LanguageSettings) -> float:
    """The log-odds; `days` are those between the reports, None where unknown."""
    return settings.bias + sum(signal.adds for signal in signals(likeness, days, settings))


def signals(likeness: Likeness, days: float | None, settings: LanguageSettings) -> tuple[Signal, ...]:
    """What a score is made of besides the bias, by name."""
    s = settings
    told = [
        Signal(
            name="leads across languages",
            value=likeness.cosine,
            adds=s.cosine_weight * (likeness.cosine - s.usual_cosine),
        ),
        Signal(name="names across languages", value=likeness.names, adds=s.names_weight * likeness.names),
        Signal(name="figures and dates", value=likeness.figures, adds=s.figures_weight * likeness.figures),
    ]
    if days is None:
        return (*told, Signal(name="undated", value=1.0, adds=-s.undated_penalty))
    return (*told, Signal(name="days between", value=days, adds=nearness(days, s)))


def nearness(days: float, settings: LanguageSettings) -> float:
    """The log-odds for the days between."""
    if days <= settings.near_days:
        return settings.near_bonus
    return settings.near_bonus - settings.far_penalty * math.log2(days / settings.near_days)
