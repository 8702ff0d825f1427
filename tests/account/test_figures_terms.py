"""Prices, lengths of time, votes and the counts of two sides: in conflict, or one and the same."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account.figures import rounded
from rashomon.core import Figure, Span, Standing

FIRST, SECOND = "Ostmark Ledger", "Dunmere Echo"


def told(ledger_of, first, second, later="2031-05-02 16:00 +02:00"):
    """The ledger of two reports of a sentence each."""
    return ledger_of(
        parse_newsroom(
            f"== {FIRST}, 2031-05-02 08:00 +02:00 ==\nFirst report\n\n{first}\n\n"
            f"== {SECOND}, {later} ==\nSecond report\n\n{second}\n"
        )
    )


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            "Tollen Mills has sold the Varne yard for 3.1 million crowns.",
            "Tollen Mills has sold the Varne yard for 3.8 million crowns.",
            "has sold",
        ),
        (
            "Ruben Asker was jailed for three years on Friday.",
            "Ruben Asker was jailed for eight years on Friday.",
            "was jailed",
        ),
        (
            "The senate of Orrin approved the treaty by 70 votes to 30 on Friday.",
            "The senate of Orrin approved the treaty by 55 votes to 45 on Friday.",
            "approved",
        ),
    ],
)
def test_terms_that_differ_are_disputed(first, second, words, ledger_of):
    claim = told(ledger_of, first, second).claim(FIRST, words)
    assert (claim.standing, claim.differs) == (Standing.DISPUTED, ("figure",))


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            "Tollen Mills has sold the Varne yard for 3.1 million crowns.",
            "Tollen Mills has sold the Varne yard for 3.1 million crowns after a year of talks.",
            "has sold",
        ),
        (
            "Tollen Mills has sold the Varne yard for 3.1 million crowns.",
            "Tollen Mills has sold the Varne yard for about 3 million crowns.",
            "has sold",
        ),
        (
            "Ruben Asker was jailed for three years on Friday.",
            "Ruben Asker was jailed on Friday after a trial of eight months.",
            "was jailed",
        ),
    ],
)
def test_terms_that_go_together_are_no_dispute(first, second, words, ledger_of):
    assert told(ledger_of, first, second).claim(FIRST, words).standing is Standing.AGREED


def test_two_lengths_in_a_sentence_are_of_nobody_in_particular(ledger_of):
    ledger = told(
        ledger_of,
        "Ruben Asker was jailed for three years on Friday.",
        "Ruben Asker was jailed for eight years, cut to one for three years of help, on Friday.",
    )
    assert ledger.claim(FIRST, "was jailed").standing is Standing.AGREED


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("the government of Norway said", "the Fishermen's League said", "conflict"),
        ("the interior ministry said", "the interior ministry said", "update"),
        ("the interior ministry said", "police said", "update"),
    ],
)
def test_a_later_count_of_another_side_is_no_update(first, second, relation, ledger_of):
    ledger = told(
        ledger_of,
        f"Norway detained 40 fishermen on Friday, {first}.",
        f"Norway detained 46 fishermen on Friday, {second}.",
    )
    line = ledger.figures(FIRST, "40 fishermen")
    assert line.relation == relation
    expected = Standing.DISPUTED if relation == "conflict" else Standing.AGREED
    assert ledger.claim(FIRST, "detained 40").standing is expected


@pytest.mark.parametrize(
    ("left", "right", "same"), [(4.2e9, 4.23e9, True), (4.2e9, 4.5e9, False), (4.2e9, 4.26e9, False), (42, 42.3, False)]
)
def test_a_large_sum_in_fewer_digits_is_rounded(left, right, same):
    figures = [Figure(span=Span(0, 2), value=value, unit="crown") for value in (left, right)]
    assert rounded(*figures) is same
    assert rounded(*reversed(figures)) is same


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        (
            "The senate of Orrin approved the treaty by 30 votes to 21 on Friday.",
            "The senate of Orrin approved the treaty on Friday, 30 votes to 19.",
            True,
        ),
        (
            "The senate of Orrin approved the treaty by 30 votes to 21 on Friday.",
            "The senate of Orrin approved the treaty by 30 votes to 19 on Friday.",
            True,
        ),
        (
            "The senate of Orrin approved the treaty by 30 votes to 21 on Friday.",
            "The senate of Orrin approved the treaty by 30 votes to 21.",
            False,
        ),
        (
            "The senate of Orrin approved the treaty by 30 votes to 21 on Friday.",
            "The senate of Orrin approved the treaty by 30 votes on Friday.",
            False,
        ),
    ],
)
def test_a_score_is_compared_as_a_whole(first, second, disputed, ledger_of):
    claim = told(ledger_of, first, second).claim(FIRST, "approved")
    assert (claim.standing is Standing.DISPUTED) is disputed


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        (
            "A court in Orle fined Tollen Mills 4 million crowns over the spill.",
            "A court in Orle fined Tollen Mills 4 billion crowns over the spill.",
            True,
        ),
        (
            "A court in Orle fined Tollen Mills 4 million crowns over the spill.",
            "A court in Orle fined Tollen Mills some 4 million crowns over the spill.",
            False,
        ),
        (
            "A court in Orle fined Tollen Mills, which made 4 million crowns last year, over the spill.",
            "A court in Orle fined Tollen Mills, which made 9 million crowns last year, over the spill.",
            False,
        ),
    ],
)
def test_a_claim_with_figures_in_conflict_is_not_agreed(first, second, disputed, ledger_of):
    claim = told(ledger_of, first, second, later="2031-05-02 08:30 +02:00").claim(FIRST, "fined")
    assert (claim.standing is Standing.DISPUTED) is disputed
