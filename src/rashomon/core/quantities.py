"""Whether two figures can both be right."""

from __future__ import annotations

from rashomon.core.reading import Figure

VAGUE_LEAST = 20.0
"""The least value that "dozens", "scores" or "hundreds" can stand beside without a conflict."""

ABOUT = 0.1
"""How far, as a share of it, the true value may lie from a figure told with "about"."""


def compatible(left: Figure, right: Figure) -> bool:
    """Whether two figures can both be right."""
    if "equal" in (left.bound, right.bound):
        return True
    low = [_least(f) for f in (left, right)]
    high = [_most(f) for f in (left, right)]
    return max(low) <= min(high)


def _least(figure: Figure) -> float:
    if figure.value is None:
        return VAGUE_LEAST if figure.bound == "vague" else 0.0
    if figure.bound == "about":
        return (1 - ABOUT) * figure.value
    return 0.0 if figure.bound == "at most" else figure.value


def _most(figure: Figure) -> float:
    if figure.value is None or figure.bound == "at least":
        return float("inf")
    if figure.bound == "about":
        return (1 + ABOUT) * figure.value
    return figure.high if figure.high is not None else figure.value
