"""The order of rows, against sorting them as tuples."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.group.sorting import order_by

SMALL, LARGE = st.integers(-3, 5), st.integers(-(2**40), 2**40)


@given(st.lists(st.tuples(SMALL, LARGE | SMALL, SMALL | LARGE), max_size=40))
def test_rows_are_ordered_as_tuples_and_equal_ones_stay_as_they_stood(rows):
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    assert order_by(*columns).tolist() == sorted(range(len(rows)), key=rows.__getitem__)


@given(st.lists(st.integers(0, 2**64 - 1), max_size=40))
def test_a_column_of_whole_hashes_is_ordered(hashes):
    column = np.array(hashes, dtype=np.uint64)
    assert order_by(column).tolist() == sorted(range(len(hashes)), key=hashes.__getitem__)


@given(st.lists(st.tuples(st.booleans(), st.integers(-128, 127)), max_size=40))
def test_columns_of_few_bits_are_ordered_with_negative_numbers(rows):
    flags, numbers = (np.array([row[at] for row in rows], dtype=kind) for at, kind in ((0, np.bool_), (1, np.int8)))
    assert order_by(flags, numbers).tolist() == sorted(range(len(rows)), key=rows.__getitem__)


def test_one_negative_number_does_not_stand_last():
    assert order_by(np.array([0, 0]), np.array([1, -1])).tolist() == [1, 0]
