"""Words from outside cannot steer a terminal or a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.report.characters import on_one_line, paired, shortened, shown


def test_an_escape_sequence_is_shown_and_not_obeyed():
    assert shown("\x1b[31mred\x07") == "␛[31mred␇"


def test_a_mark_that_forces_a_direction_is_shown():
    assert shown("abc\u202edef\u2066") == "abc[U+202E]def[U+2066]"


def test_marks_that_right_to_left_languages_need_stay():
    assert shown("שלום\u200f, עולם") == "שלום\u200f, עולם"


@given(st.text())
def test_no_control_character_is_left(words):
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in on_one_line(words))


@given(st.text(), st.integers(2, 40))
def test_shortened_words_fit(words, most):
    assert len(shortened(words, to_chars=most)) <= most


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("“the bridge stays shut", "the bridge stays shut"),
        ("“Shut” is the bridge", "“Shut” is the bridge"),
        ("‘the mayor’s bridge", "the mayor’s bridge"),
        ('"shut', "shut"),
        ("the bridge", "the bridge"),
        ("", ""),
    ],
)
def test_a_mark_at_the_head_stays_only_where_another_closes_it(words, said):
    assert paired(words) == said
