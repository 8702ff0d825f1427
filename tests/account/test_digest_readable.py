"""What of a report can be read by itself."""

import pytest

from rashomon.account.digest_readable import balanced, freed, names_its_teller, readable, speakable


@pytest.mark.parametrize(
    ("text", "freed_text"),
    [
        ("NORHOLM — The council closed the bridge.", "The council closed the bridge."),
        ("For example, the council closed the bridge.", "The council closed the bridge."),
        ("Orlow also closed the bridge.", "Orlow closed the bridge."),
        ("Orlow said: “We also closed it.”", "Orlow said: “We also closed it.”"),
        ("The council closed the bridge.", "The council closed the bridge."),
    ],
)
def test_a_sentence_is_freed_of_what_ties_it_to_its_place(text, freed_text):
    assert freed(text) == freed_text


@pytest.mark.parametrize(
    "text",
    [
        "The council has closed the Lantern bridge",
        "Tessa Orlow said she would close the bridge",
        "The mayor said she would close the bridge",
        "“We will close it,” Tessa Orlow said",
        "U.S. officials closed the bridge",
        "The council, Tessa Orlow said, was right to close the bridge",
        "The ferry sailed to Belmar and sank there",
        "The council said there was a crack in the bridge",
    ],
)
def test_what_says_by_itself_what_it_says_is_readable(text):
    assert readable(text)


@pytest.mark.parametrize(
    "text",
    [
        "He closed the bridge on Friday",
        "In June he closed the Lantern bridge",
        "Our bridge was closed on Friday",
        "Your visit comes at a good time",
        "Anyone has crossed the bridge before",
        "Council Closes Lantern Bridge After Collision",
        "The council was 'closing the bridge",
        "The names on it had not been told",
        "According to the Post, the bridge is closed",
        "“The bridge is closed,” he said",
        "NORHOLM HARBOUR 5.50",
        "The bridge (which the council closed",
        "The bridge was closed on Friday, it said.",
        "The council, she said, was right to close the bridge",
        "Some 400 people live there",
    ],
)
def test_what_leans_on_words_around_it_is_not(text):
    assert not readable(text)


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("We will not gamble with lives", True),
        ("Because they closed the bridge", False),
        ("a bridge of sighs", False),
        ("Is the bridge safe for us?", False),
        ("See post by @orlow on the bridge", False),
    ],
)
def test_words_said_stand_alone_where_they_are_a_statement(words, stands):
    assert speakable(words) is stands


def test_a_teller_within_the_sentence_is_seen():
    assert not names_its_teller("Five people died, police said")
    assert names_its_teller("Five people died, according to the police")
    assert not names_its_teller("Police said five people died")


def test_marks_and_brackets_are_balanced():
    assert balanced("the workers’ “old” bridge (of 1911)")
    assert not balanced("the “old bridge")
