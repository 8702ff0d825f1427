"""Two tellings of one action that say by a word, by their roles or by a measure that they are of two happenings."""

import pytest
from tests.newsrooms import parse_newsroom

POST, MAIL = "The Harbour Post", "Norholm Mail"


@pytest.fixture
def one_claim(ledger_of):
    """Whether a sentence of each of two reports is taken for one claim; `word` is in the clauses that are compared."""

    def asked(first, second, word):
        room = parse_newsroom(
            f"== {POST}, 2031-05-02 08:00 +02:00 ==\nFrom the coast\n\n{first}\n\n"
            f"== {MAIL}, 2031-05-02 11:00 +02:00 ==\nNews of the day\n\n{second}\n"
        )
        return ledger_of(room).together((POST, word), (MAIL, word))

    return asked


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (
            "The navy has shut the eastern ferry terminal at Bree.",
            "The navy shut the western ferry terminal at Bree early on Friday.",
            "shut",
        ),
        ("Engineers reopened the upper lock at Orle.", "Engineers reopened the lower lock at Orle.", "reopened"),
        (
            "Police closed the second tunnel under the Varne.",
            "Police closed the third tunnel under the Varne.",
            "closed",
        ),
        ("A storm destroyed the old pier in Sarnvik.", "A storm destroyed the new pier in Sarnvik.", "destroyed"),
        ("Rebels shelled the outer ring of Tarm.", "Rebels shelled the inner ring of Tarm.", "shelled"),
        (
            "Guards moved 40 prisoners at the northern camp in Tarm.",
            "Guards moved 40 prisoners at the southern camp in Tarm.",
            "moved",
        ),
        (
            "The female wardens at Orle walked out on Friday.",
            "The male wardens at Orle walked out on Friday.",
            "walked out",
        ),
    ],
)
def test_opposed_words_tell_two_things_apart(first, second, word, one_claim):
    assert not one_claim(first, second, word)


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (
            "The navy has shut the eastern ferry terminal at Bree.",
            "The navy shut the ferry terminal at Bree early on Friday.",
            "shut",
        ),
        (
            "The navy has shut the eastern ferry terminal at Bree.",
            "The navy shut the north-eastern ferry terminal at Bree early on Friday.",
            "shut",
        ),
        ("Police closed the second tunnel under the Varne.", "Police closed the 2nd tunnel under the Varne.", "closed"),
        ("A storm destroyed the old pier in Sarnvik.", "A storm destroyed the upper pier in Sarnvik.", "destroyed"),
    ],
)
def test_words_that_exclude_nothing_leave_one_claim(first, second, word, one_claim):
    assert one_claim(first, second, word)


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (
            "Senator Rolf Asker sold the Varne yard to Tollen Mills in April, a clerk said.",
            "Tollen Mills sold the Varne yard to Senator Rolf Asker in April.",
            "sold",
        ),
        (
            "Tollen Mills sued Senator Rolf Asker over the Varne yard on Friday.",
            "Senator Rolf Asker sued Tollen Mills over the Varne yard on Friday.",
            "sued",
        ),
    ],
)
def test_two_parties_the_other_way_round_are_another_deed(first, second, word, one_claim):
    assert not one_claim(first, second, word)


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (
            "Senator Rolf Asker sold the Varne yard to Tollen Mills in April, a clerk said.",
            "The Varne yard was sold to Tollen Mills by Senator Rolf Asker in April.",
            "sold",
        ),
        (
            "Senator Rolf Asker sold the Varne yard to Tollen Mills in April, a clerk said.",
            "Senator Rolf Asker sold the Varne yard in April.",
            "sold",
        ),
    ],
)
def test_two_parties_the_same_way_are_one_deed(first, second, word, one_claim):
    assert one_claim(first, second, word)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (
            "The bank of Orrin cut its main rate to 2 percent.",
            "The bank of Orrin cut its main rate by 2 percent.",
            False,
        ),
        (
            "The bank of Orrin cut its main rate to 2 percent.",
            "The bank of Orrin cut its main rate to 2 percent.",
            True,
        ),
        (
            "The bank of Orrin cut its main rate to 2 percent.",
            "The bank of Orrin cut its main rate by half a point to 2 percent.",
            True,
        ),
        ("The bank of Orrin cut its main rate to 2 percent.", "The bank of Orrin cut its main rate.", True),
    ],
)
def test_what_a_measure_came_to_is_not_by_how_much_it_changed(first, second, one, one_claim):
    assert one_claim(first, second, "cut") is one


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Police held a suspect, 24, in Bree on Friday.", "Police held a suspect, 31, in Bree on Friday.", False),
        ("Police held a suspect, 24, in Bree on Friday.", "Police held a suspect, 24, in Bree on Friday.", True),
        ("Police held a suspect, 24, in Bree on Friday.", "Police held a suspect in Bree on Friday.", True),
    ],
)
def test_a_suspect_of_another_age_is_another(first, second, one, one_claim):
    assert one_claim(first, second, "held") is one


@pytest.mark.parametrize(
    ("first", "second", "word", "one"),
    [
        (
            "The governor vetoed an order to drain the old lake.",
            "The governor refused to drain the old lake.",
            "drain",
            False,
        ),
        ("The guild turned down an offer to sell the hall.", "The guild refused to sell the hall.", "sell", False),
        ("The guild turned down an offer to sell the hall.", "The guild will not sell the hall.", "sell", False),
        (
            "The high court quashed a decree to burn the hides.",
            "Tanner Ole Brisk refused to burn the hides.",
            "burn",
            False,
        ),
        (
            "The guild turned down an offer to sell the hall.",
            "The guild rejected an offer to sell the hall.",
            "sell",
            True,
        ),
        ("The guild refused to sell the hall.", "The guild declined to sell the hall.", "sell", True),
        (
            "The miners ignored orders to leave the shaft.",
            "The miners refused to leave the shaft.",
            "leave",
            True,
        ),
    ],
)
def test_who_turns_down_what_others_would_do_refuses_no_deed(first, second, word, one, one_claim):
    assert one_claim(first, second, word) is one
