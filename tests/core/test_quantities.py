"""Which figures can both be right."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.core import Figure, Span
from rashomon.core.quantities import compatible


def figure(value: float | None, **more: Any) -> Figure:
    return Figure(span=Span(0, 1), value=value, **more)


DOZENS = figure(None, bound="vague", low=20, high=200)
SEVERAL = figure(None, bound="vague", low=3, high=12)
AGREE = [
    (figure(35), figure(35)),
    (figure(35), figure(30, bound="at least")),
    (figure(35), figure(36, bound="about")),
    (figure(35), figure(30, high=40, bound="range")),
    (figure(35), DOZENS),
    (figure(5), SEVERAL),
    (figure(35), figure(None, bound="equal")),
    (figure(25, unit="percent"), figure(0.25, unit="share")),
    (figure(33, unit="percent"), figure(1 / 3, unit="share")),
    (figure(-12, bound="about"), figure(-12)),
    (figure(3, unit="kilometre"), figure(2, unit="mile")),
]
CONFLICT = [
    (figure(35), figure(36)),
    (figure(35), figure(30, bound="at most")),
    (figure(3000), DOZENS),
    (figure(35), SEVERAL),
    (SEVERAL, DOZENS),
    (figure(40, unit="percent"), figure(0.25, unit="share")),
]


@pytest.mark.parametrize(("left", "right"), AGREE)
def test_figures_that_can_both_be_right(left: Figure, right: Figure) -> None:
    assert compatible(left, right)
    assert compatible(right, left)


@pytest.mark.parametrize(("left", "right"), CONFLICT)
def test_figures_that_cannot_both_be_right(left: Figure, right: Figure) -> None:
    assert not compatible(left, right)
    assert not compatible(right, left)
