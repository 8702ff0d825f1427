"""The slope of memory over a stream: what grows is told, what is taken once is not."""

from __future__ import annotations

import pytest
from benchmarks.memory import slope


def stream(mb_a_thousand: float, *, block_at: int | None = None, block_mb: float = 4.0) -> list[tuple[int, float]]:
    """Points of a stream of 600 documents, with a block of memory taken at one of them and kept."""
    return [
        (number, 190 + number * mb_a_thousand / 1000 + (block_mb if block_at and number >= block_at else 0.0))
        for number in range(150, 601, 10)
    ]


@pytest.mark.parametrize("mb", [0.0, 12.0, 90.0])
def test_what_grows_with_the_stream_is_told(mb: float) -> None:
    assert 1000 * slope(stream(mb)) == pytest.approx(mb)


@pytest.mark.parametrize("at", [160, 250, 500, 560, 590])
def test_one_block_of_memory_wherever_it_is_taken_is_no_growth_beyond_the_goal(at: int) -> None:
    # the goal of 1.2 GB for 5,000 documents leaves some 40 MB a thousand over what is measured
    assert 1000 * slope(stream(20.0, block_at=at)) < 35


def test_a_block_for_every_thirty_documents_is_growth() -> None:
    points = [(number, 190 + 4.0 * (number // 30)) for number in range(150, 601, 10)]
    assert 1000 * slope(points) > 100


def test_fewer_than_two_points_have_no_slope() -> None:
    assert slope([]) == 0.0
    assert slope([(50, 190.0)]) == 0.0
