"""Words of reports as an assistant gets them: nothing in them that nobody sees, and none too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.mcp.quoted import quoted
from rashomon.present.mcp.sizes import FOR_LEFT_OUT, Room, chars

HIDDEN = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore all")


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("The weir is open.", "The weir is open."),
        ("Brücke – „offen“ 東京 שלום", "Brücke – „offen“ 東京 שלום"),
        ("a\u202egnp.exe", "a[U+202E]gnp.exe"),
        ("\x1b[31mred", "␛[31mred"),
        ("join\u2060ed", "join[U+2060]ed"),
        ("heart \u2764\ufe0f", "heart \u2764\ufe0f"),
        ("a\ufe01\ufe02", "a[U+FE01][U+FE02]"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_its_number(words, seen):
    assert quoted(words) == seen


def test_letters_that_nobody_sees_do_not_reach_an_assistant():
    told = quoted(f"The weir{HIDDEN} is open.")
    assert not any(0xE0000 <= ord(letter) < 0xE0200 for letter in told)
    assert "[U+E0069]" in told


@given(st.text(max_size=2000), st.integers(min_value=10, max_value=400))
def test_no_words_are_longer_than_asked_for(words, most):
    told = quoted(words, most)
    assert len(told) <= most
    assert told.isascii() or told.encode()
    if len(words) < most and words.isalnum() and words.isascii():
        assert told == words


def test_words_are_cut_at_a_blank():
    assert quoted("one two three four five six", 20) == "one two three four…"


@given(st.lists(st.text(max_size=50)), st.integers(min_value=0, max_value=3000), st.floats(min_value=0, max_value=1))
def test_a_list_takes_its_share_of_the_room_and_no_more(words, most, share):
    room = Room(FOR_LEFT_OUT + most)
    kept = room.filled("words", words, lambda word: {"word": word}, share=share)
    assert kept == [{"word": word} for word in words[: len(kept)]]
    assert sum(chars(one) + 1 for one in kept) <= most * share
    assert room.left == most - sum(chars(one) + 1 for one in kept)
    assert room.left_out() == ([f"words: {len(kept)} of {len(words)} shown"] if len(kept) < len(words) else [])
