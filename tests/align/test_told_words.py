"""Words given as said, in a quotation: the same, nearly the same, or turned."""

import pytest

from rashomon.align.told_words import in_other_words, said_alike, said_in_the_same_words

SAID = "We will not close the lock before June, whatever the union says."


def test_words_in_a_row_are_the_same_words():
    assert said_in_the_same_words("We will not close the lock", SAID)
    assert not said_in_the_same_words("We will close the lock", SAID)


def test_a_figure_is_never_what_a_pronoun_stands_for():
    assert said_alike("120 pilots had been lost", "that 120 pilots had been lost")
    assert not said_alike("127 pilots had been lost", "that 120 pilots had been lost")
    assert not said_alike("Seven pilots had been lost", "they had been lost with the pilots")


def test_nobody_should_and_people_should_not_are_the_same():
    assert said_alike("people should not drink from the wells", "Nobody should drink from a well")
    assert not said_alike("people should drink from the wells", "Nobody should drink from a well")


def test_other_words_are_told_one_by_one():
    assert in_other_words("We shall close the lock", "We will close the old lock") == "“will”, not “shall”; with “old”"
    assert in_other_words("We shall never close it", "We shall close it") == "without “never”"


@pytest.mark.parametrize("cut", ["close the lock before June", "A single pilot will come back"])
def test_a_cut_that_leaves_a_negation_out_turns_the_sense(cut):
    assert not said_in_the_same_words(cut, SAID)
    assert not said_in_the_same_words(cut, "Not a single pilot will come back.")


def test_a_cut_before_a_condition_turns_the_sense():
    assert not said_in_the_same_words("We will close the lock", "We will close the lock if the union agrees.")


@pytest.mark.parametrize(
    ("given", "alike"),
    [
        ("that the company would not close the lock before June", True),
        ("that the company would close the lock before June", False),
        ("that the company did not close the lock before June", False),
        ("that the lock would not close the company before June", False),
        ("that Osterbank would not close the lock before June", False),
    ],
)
def test_reported_words_keep_order_negation_and_modal(given, alike):
    assert said_alike(given, SAID) is alike


def test_a_figure_matches_only_itself():
    assert said_alike("the port has 28 pilots left", "The port has 28 pilots left.")
    assert not said_alike("the port has 27 pilots left", "The port has 28 pilots left.")


def test_words_far_apart_say_nothing_together():
    long = "The lock was built by a guild of masons in a year of plague and famine and its pilots sing in the choir."
    assert not said_alike("the lock pilots sing", long)
