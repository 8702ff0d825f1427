"""The order of rows, against sorting them as tuples."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.group.sorting import order_by

SMALL, LARGE = st.integers(0, 5), st.integers(0, 2**40)


@given(st.lists(st.tuples(SMALL, LARGE | SMALL, SMALL | LARGE), max_size=40))
def test_rows_are_ordered_as_tuples_and_equal_ones_stay_as_they_stood(rows):
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    assert order_by(*columns).tolist() == sorted(range(len(rows)), key=rows.__getitem__)


@given(st.lists(st.integers(0, 2**64 - 1), max_size=40))
def test_a_column_of_whole_hashes_is_ordered(hashes):
    column = np.array(hashes, dtype=np.uint64)
    assert order_by(column).tolist() == sorted(range(len(hashes)), key=hashes.__getitem__)
