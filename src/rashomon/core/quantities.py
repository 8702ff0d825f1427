"""Whether two figures can both be right."""

from __future__ import annotations

from rashomon.core.reading import Figure

VAGUE_LEAST = 20.0
"""The least value that a vague figure can stand beside where the reading did not tell its size."""

ABOUT = 0.1
"""How far, as a share of it, the true value may lie from a figure told with "about"."""

SCALES = {"share": ("percent", 100.0)}
"""Units told as another one with a factor: a quarter and 25 percent are the same."""

ROUNDED = 0.01
"""How far, as a share of it, a value may lie from itself when it was told as a fraction."""


STUFF = frozenset({"kilogram", "gram", "ton", "tonne", "pound", "ounce", "litre", "gallon", "barrel", "bushel"})
"""Units of what is weighed or filled; a length or a sum of money may be of anything."""


def compatible(left: Figure, right: Figure) -> bool:
    """Whether two figures can both be right.

    Figures in different units measure different things and do not conflict; a share is compared as percent.
    """
    if "equal" in (left.bound, right.bound):
        return True
    if _unit(left) != _unit(right):
        return True
    low = [_least(f) for f in (left, right)]
    high = [_most(f) for f in (left, right)]
    return max(low) <= min(high)


def _unit(figure: Figure) -> str | None:
    return SCALES[figure.unit][0] if figure.unit in SCALES else figure.unit


def _factor(figure: Figure, slack: float) -> float:
    """By what the value is multiplied: the scale of its unit, and for a fraction the slack of its rounding."""
    return SCALES[figure.unit][1] * (1 + slack) if figure.unit in SCALES else 1.0


def _least(figure: Figure) -> float:
    if figure.value is None:
        return (figure.low if figure.low is not None else VAGUE_LEAST) if figure.bound == "vague" else 0.0
    value = figure.value * _factor(figure, -ROUNDED)
    if figure.bound == "about":
        return value - ABOUT * abs(value)
    return min(0.0, value) if figure.bound == "at most" else value


def _most(figure: Figure) -> float:
    if figure.value is None and figure.high is not None:
        return figure.high
    if figure.value is None or figure.bound == "at least":
        return float("inf")
    if figure.bound == "about":
        value = figure.value * _factor(figure, ROUNDED)
        return value + ABOUT * abs(value)
    return (figure.high if figure.high is not None else figure.value) * _factor(figure, ROUNDED)
