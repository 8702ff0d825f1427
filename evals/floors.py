"""Floors: the least that a figure may be on the data it was measured on."""

from __future__ import annotations

import math

DECIMALS = 1000

Floors = dict[str, dict[str, object]]


def told(figure: float) -> float:
    """A figure as it is told and pinned: cut, not rounded, to three decimals."""
    return math.floor(figure * DECIMALS + 1e-6) / DECIMALS


def compare(figure: float, digest: str, floor: dict[str, object] | None, *, pin: bool) -> tuple[str, bool]:
    """What to say of a figure beside its floor, and whether it fails."""
    if floor is None:
        return "no floor yet: pin it", not pin
    if floor["data"] != digest:
        return "the labelled data have changed: pin anew", not pin
    least = float(str(floor["floor"]))
    return f"floor {least:.3f}" + ("  BELOW" if figure < least else ""), figure < least


def raised(figure: float, digest: str, floor: dict[str, object] | None) -> dict[str, object]:
    """The floor for a figure: never lower than it was on the same data."""
    if floor is not None and floor["data"] == digest:
        figure = max(figure, float(str(floor["floor"])))
    return {"floor": figure, "data": digest}
