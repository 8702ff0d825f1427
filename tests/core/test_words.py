"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core.words import FUNCTION_WORDS, key_stems, stem, words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Orsk’s quay isn't safe", ["orsk", "quay", "isn't", "safe"]),
        ("the U.S. and the US", ["the", "us", "and", "the", "us"]),
        ("1,500 of 3.5 million", ["1500", "of", "3.5", "million"]),
        ("“Stop!” — he said…", ["stop", "he", "said"]),
    ],
)
def test_words(text, told):
    assert words(text) == told


@pytest.mark.parametrize("word", "not no never will would may might deny denied refuse without nobody cannot".split())
def test_what_turns_a_sentence_round_is_no_function_word(word):
    assert word not in FUNCTION_WORDS
    assert key_stems(f"the port {word} it")[-1] == stem(word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("retaliate", "retaliation"),
        ("inspected", "inspection"),
        ("closed", "closes"),
        ("departments", "department"),
        ("expelled", "expels"),
    ],
)
def test_forms_of_one_word_have_one_stem(left, right):
    assert stem(left) == stem(right)


@pytest.mark.parametrize(("left", "right"), [("port", "part"), ("expel", "export"), ("40", "400")])
def test_two_words_keep_two_stems(left, right):
    assert stem(left) != stem(right)


@given(st.text(max_size=40))
def test_words_never_fail_and_have_no_capitals(text):
    assert all(w for w in words(text))
    assert words(text.lower()) == words(text) or not text.isascii()


@given(st.text(alphabet="abcdeinorstg", max_size=14))
def test_a_stem_begins_its_word(word):
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(4, len(word))
