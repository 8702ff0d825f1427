"""A sum is drawn as its parts where they can be seen, and not at all where they cannot."""

from itertools import pairwise

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.report.pictures.parts import GAP, WIDTH, parts_bar


@given(st.lists(st.floats(0.1, 1e6), min_size=2, max_size=9))
def test_parts_fill_the_bar_side_by_side(parts):
    bars = lxml.html.fragment_fromstring(str(parts_bar(parts))).xpath(".//rect")
    assert len(bars) == len(parts)
    wide = [float(bar.get("width")) for bar in bars]
    assert sum(wide) + GAP * (len(parts) - 1) == pytest.approx(WIDTH, abs=1)
    ordered = [width for _, width in sorted(zip(parts, wide, strict=True))]
    assert all(right > left - 0.2 for left, right in pairwise(ordered))


def test_it_says_its_parts_in_words():
    assert lxml.html.fragment_fromstring(str(parts_bar((31.0, 4.0)))).get("aria-label") == "a bar of 31 and 4"


@pytest.mark.parametrize("parts", [None, (), (3.0, -1.0), (0.0, 2.0), (1.0,) * 60])
def test_what_cannot_be_drawn_is_not(parts):
    assert parts_bar(parts) == ""
