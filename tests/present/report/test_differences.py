"""Wordings compared word by word."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.report.differences import MOST_PAIRS, Change, differences

FULL = "We will not gamble with a single life on this crossing, whatever it may cost the treasury"
sentences = st.lists(st.sampled_from("we will not close the bridge on any day".split()), min_size=1, max_size=12)


def changes(fullest, other):
    return [(run.change.value, run.words) for run in differences(fullest, other)]


def test_a_shortened_wording_shows_where_it_was_cut():
    assert changes(FULL, "not gamble with a single life on this crossing") == [
        ("cut", "We will"),
        ("same", "not gamble with a single life on this crossing"),
        ("cut", "whatever it may cost the treasury"),
    ]


def test_a_dropped_negation_is_spelled_out():
    assert ("left-out", "not") in changes("We will not close it today", "We will close it today")


def test_a_changed_word_is_shown_on_both_sides():
    found = changes("We will close the northern bridge", "We will close the southern bridge")
    assert ("replaced", "northern") in found
    assert ("put-in", "southern") in found


def test_case_and_marks_at_the_edge_of_a_word_are_no_difference():
    assert changes("The bridge is shut,", "the bridge is shut") == [("same", "the bridge is shut")]


def test_a_wording_with_little_in_common_is_shown_whole():
    assert changes(FULL, "not to play dice with human lives on the bridge") == [
        ("reworded", "not to play dice with human lives on the bridge")
    ]


@given(sentences, sentences)
def test_the_runs_hold_all_words_of_the_other_wording(left, right):
    runs = differences(" ".join(left), " ".join(right))
    kept = [run.words for run in runs if run.change in {Change.SAME, Change.PUT_IN, Change.REWORDED}]
    assert " ".join(kept).split() == right


@given(sentences)
def test_a_wording_does_not_differ_from_itself(words):
    assert changes(" ".join(words), " ".join(words)) == [("same", " ".join(words))]


def spent(fullest, other):
    """The runs, and the processor seconds that they took."""
    began = process_time()
    found = differences(fullest, other)
    return found, process_time() - began


MANY = 20_000


@pytest.mark.parametrize(
    ("fullest", "other", "fates"),
    [
        pytest.param("aye " * MANY, "aye " * MANY, {"same"}, id="one word again and again"),
        pytest.param("aye " * MANY, "aye " * (MANY // 2) + "nay " + "aye " * (MANY // 2), {"same", "put-in"}, id="nay"),
        pytest.param(
            " ".join(f"word{number}" for number in range(MANY)),
            " ".join(f"other{number}" for number in range(MANY)),
            {"reworded"},
            id="wholly different",
        ),
        pytest.param(
            " ".join(f"word{number * 7919 % 300}" for number in range(MANY)),
            " ".join(f"word{number * 104729 % 300}" for number in range(MANY)),
            {"reworded"},
            id="the same words in another order",
        ),
    ],
)
def test_speeches_are_compared_in_bounded_time(fullest, other, fates):
    found, seconds = spent(fullest, other)
    assert {run.change.value for run in found} == fates
    assert seconds < 10  # the longest common blocks of 4,000 words take three, and of five times as many a minute


def test_a_long_wording_is_told_by_its_differences_as_a_short_one_is():
    speech = [f"word{number}" for number in range(500)]
    other = [*speech[20:100], "never", *speech[101:]]
    assert len(speech) * len(other) > MOST_PAIRS
    assert changes(" ".join(speech), " ".join(other)) == [
        ("cut", " ".join(speech[:20])),
        ("same", " ".join(speech[20:100])),
        ("replaced", "word100"),
        ("put-in", "never"),
        ("same", " ".join(speech[101:])),
    ]


def test_of_what_stands_twice_the_longest_run_is_kept():
    # the fewest edits would keep the first `We will not`
    assert changes("We will not make it hard for others, we will not expel anyone", "We will not expel anyone") == [
        ("cut", "We will not make it hard for others,"),
        ("same", "We will not expel anyone"),
    ]
