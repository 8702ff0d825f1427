"""Identifiers made from content."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import content_id

PARTS = st.lists(st.one_of(st.none(), st.text(max_size=4)), max_size=4)


@given(PARTS, PARTS)
def test_ids_are_equal_only_for_equal_parts(left, right):
    assert (content_id(*left) == content_id(*right)) is (left == right)


def test_an_id_is_the_same_on_every_machine():
    assert content_id("claim", "expel", "d1:e1") == content_id("claim", "expel", "d1:e1")
    assert len(content_id()) == 16
    assert content_id("ab", "c") != content_id("a", "bc")
    assert content_id(None) != content_id("")


def test_a_lone_surrogate_has_an_id():
    assert len(content_id("\ud800")) == 16
