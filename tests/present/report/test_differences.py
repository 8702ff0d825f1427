"""Wordings compared word by word."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.report.differences import Change, differences

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
