"""Which equal runs overlap, against looking at all of them two by two."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group.equal_runs import EqualRuns
from rashomon.group.overlaps import CROWD, overlapping

RUNS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 60), st.integers(0, 60), st.integers(3, 12)), max_size=40)


def runs_of(rows):
    columns = zip(*rows, strict=True) if rows else [()] * 4
    return EqualRuns(*(np.array(column, dtype=np.int64) for column in columns))


def overlap(one, other, side):
    first, second = sorted((one, other), key=lambda run: run[side])
    return one[0] == other[0] and second[side] < first[side] + first[3]


def plainly(rows, crowd):
    """Overlaps of all two of calm pairs, and the crowded ones."""
    crowded = set()
    for side in (1, 2):
        for number, run in enumerate(rows):
            behind = [other for other in rows[:number] + rows[number + 1 :] if other[0] == run[0]]
            begun = [other for other in behind if run[side] < other[side] < run[side] + run[3]]
            if len(begun) >= crowd:
                crowded.add(run[0])
    places = [(a, b) for a, b in combinations(range(len(rows)), 2) if rows[a][0] not in crowded]
    return Counter(
        frozenset(two) for side in (1, 2) for two in places if overlap(rows[two[0]], rows[two[1]], side)
    ), crowded


def distinct(rows):
    """No two runs of a pair that begin at one place: there it is not said which is within which."""
    met, kept = set(), []
    for pair, left, right, words in rows:
        if not {(pair, "left", left), (pair, "right", right)} & met:
            met |= {(pair, "left", left), (pair, "right", right)}
            kept.append((pair, left, right, words))
    return kept


@pytest.mark.parametrize("crowd", [2, 4, 24])
@settings(deadline=None)
@given(rows=RUNS.map(distinct))
def test_each_two_that_overlap_are_told_once_for_each_side(crowd, rows):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.group.overlaps.CROWD", crowd)
        found = overlapping(runs_of(rows))
    wanted, crowded = plainly(rows, crowd)
    assert set(found.crowded.tolist()) == crowded
    assert found.crowded.tolist() == sorted(crowded)
    told = Counter(frozenset(two) for two in zip(found.one.tolist(), found.other.tolist(), strict=True))
    assert told == wanted


def test_runs_that_begin_at_one_place_overlap():
    found = overlapping(runs_of([(0, 5, 0, 4), (0, 5, 40, 3), (1, 5, 80, 3)]))
    assert [set(two) for two in zip(found.one.tolist(), found.other.tolist(), strict=True)] == [{0, 1}]


def test_no_runs_overlap_nowhere():
    found = overlapping(runs_of([]))
    assert [len(column) for column in found] == [0, 0, 0]


def test_a_refrain_takes_no_room_for_who_overlaps_whom():
    """Of two lists in which one line comes again and again each line is equal to each."""
    refrain = [(0, 4 * i, 4 * j, 40) for i in range(30) for j in range(30)]
    calm = [(1, 0, 0, 5), (1, 3, 20, 5)]
    found = overlapping(runs_of(refrain + calm))
    assert found.crowded.tolist() == [0]
    assert [set(two) for two in zip(found.one.tolist(), found.other.tolist(), strict=True)] == [{900, 901}]
    assert CROWD < 30


@pytest.mark.parametrize("swapped", [False, True])
def test_a_pair_is_crowded_from_so_many_on_and_on_whichever_side(swapped):
    def crowd_of(number, words=90):
        rows = [(2, 0, 0, words), *((2, 100 * (n + 1), n + 1, 3) for n in range(number))]
        found = overlapping(runs_of([(p, j, i, size) if swapped else (p, i, j, size) for p, i, j, size in rows]))
        assert len(found.one) == len(found.other)
        return found.crowded.tolist()

    assert crowd_of(CROWD - 1) == []
    assert crowd_of(CROWD) == [2]
    assert crowd_of(CROWD, words=CROWD) == [], "the last of them begins behind its end"
    assert crowd_of(CROWD, words=CROWD + 1) == [2]
