"""Tables that no spreadsheet runs as formulas."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.exports.tables import STEERING, safe, table


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1"])
def test_a_cell_that_would_be_a_formula_gets_an_apostrophe(words):
    assert safe(words) == f"'{words}"


def test_a_character_that_steers_is_shown():
    assert safe("\r=1") == "␍=1"


@pytest.mark.parametrize(("value", "cell"), [(None, ""), (3, "3"), (0.25, "0.25"), ("a=b", "a=b"), ("’tis", "’tis")])
def test_any_other_cell_stays_as_it_is(value, cell):
    assert safe(value) == cell


@given(st.lists(st.tuples(st.text(), st.none() | st.text())))
def test_no_cell_begins_like_a_formula_or_steers_and_each_row_has_its_columns(rows):
    made = table(({"a": a, "b": b} for a, b in rows), lambda row: row, ("a", "b")).decode()
    read = list(csv.reader(StringIO(made, newline="")))
    assert read[0] == ["a", "b"]
    assert len(read) == len(rows) + 1
    assert all(len(row) == 2 for row in read)
    assert not any(cell.startswith(STEERING) for row in read[1:] for cell in row)
    assert "\x1b" not in made


def test_without_rows_there_is_the_header():
    assert table((), dict, ("a", "b")) == b"a,b\r\n"
