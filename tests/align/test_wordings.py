"""How two wordings of one utterance differ."""

import pytest

from rashomon.align.wordings import difference, opposed

FULL = "We will close the northern lock on Friday and send the 40 pilots of Norholm home"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (FULL, "none"),
        ("We will close northern lock on Friday, and send 40 pilots of Norholm home.", "none"),
        ("So, we will close the northern lock on Friday and send the 40 pilots of Norholm home.", "none"),
        ("We will close the northern lock on Friday", "shortened"),
        ("We shall shut the northern lock on Friday and send the 40 pilots of Norholm home", "retranslated"),
        ("We will not close the northern lock on Friday and send the 40 pilots of Norholm home", "altered"),
        ("We will close the northern lock on Friday and send the 60 pilots of Norholm home", "altered"),
        ("We will close the northern lock on Friday and send the forty pilots of Norholm home", "none"),
        ("We will close the northern lock on Friday and send the 40 pilots of Torsund home", "altered"),
        ("We might close the northern lock on Friday and send the 40 pilots of Norholm home", "altered"),
        ("We should close the northern lock on Friday and send the 40 pilots of Norholm home", "altered"),
        ("We will close the northern lock on Monday and send the 40 pilots of Norholm home", "altered"),
    ],
)
def test_what_stands_in_the_place_of_the_same_words_tells_the_kind(said, kind):
    assert difference(said, FULL, sentence=True) == kind


@pytest.mark.parametrize(
    ("said", "full", "kind"),
    [
        ("A single pilot will come back before June.", "Not a single pilot will come back before June.", "altered"),
        ("We will close the lock.", "We will close the lock if the union agrees.", "altered"),
        ("The lock is safe.", "I have never said that the lock is safe.", "altered"),
        ("It is just for fun.", "There is no point, obviously, it is just for fun.", "shortened"),
        ("The child was not under attack.", "So no, the child was not under attack.", "none"),
        ("We will close the lock.", "We will close the lock because the union agrees.", "shortened"),
    ],
)
def test_a_cut_that_turns_the_sense_is_altered(said, full, kind):
    assert difference(said, full, sentence=True) == kind


def test_a_fragment_may_leave_the_negation_to_the_reporter():
    assert difference("a single pilot", "Not a single pilot will come back.", sentence=False) == "shortened"


def test_names_spelt_in_two_ways_and_two_names_of_one_country_are_one():
    assert difference("The boat of Sergej left Norway", "The boat of Sergei left Norway", sentence=True) != "altered"
    assert difference("We spoke to Norway twice", "We spoke to Norwegians twice", sentence=True) != "altered"


def test_a_shorter_translation_is_not_altered_by_what_it_leaves_out():
    full = "Although we have the right to answer, we will not resort to this and will plan our steps by 2032"
    assert difference("We have the right to answer", full, sentence=True) in {"shortened", "retranslated"}


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("the tram drivers had called off their strike in Merle", "the tram drivers would strike in Merle on Monday"),
        ("the board will open the northern lock in May", "the board will close the northern lock in May"),
        ("the board would drain the lock", "the board would not drain the lock"),
        ("the choir has cancelled its tour of Lund", "the choir will tour Lund in June"),
        ("the ferry raised its fares by a tenth", "the ferry lowered its fares by a tenth"),
    ],
)
def test_reporters_words_for_opposite_things_are_opposed(said, other):
    assert opposed(said, other)
    assert opposed(other, said)


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("the tram drivers had called off their strike in Merle", "the tram drivers had cancelled their strike"),
        ("the tram drivers had called off their strike", "the tram drivers would not strike"),
        ("the board will open the northern lock and close the southern", "the board closes one lock and opens one"),
        ("the board would not drain the lock", "the board did not want to drain the lock"),
        ("the ferry raised its fares by a tenth", "the ferry had raised fares by ten per cent"),
    ],
)
def test_reporters_words_for_one_thing_are_not(said, other):
    assert not opposed(said, other)
