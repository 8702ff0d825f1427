"""Nobody against so many, and no such thing against one that was found: one claim where the rest is the same."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.core import Standing

POST, MAIL = "The Harbour Post", "Norholm Mail"


def told(ledger_of, first, second):
    """The ledger of two reports of one sentence each."""
    return ledger_of(
        parse_newsroom(
            f"== {POST}, 2031-05-02 10:00 +00:00 ==\nNews of the day\n\n{first}\n\n"
            f"== {MAIL}, 2031-05-03 10:00 +00:00 ==\nThe latest\n\n{second}\n"
        )
    )


@pytest.mark.parametrize(
    ("first", "words", "second"),
    [
        (
            "Seven people were hurt in the landslide at the Orm quarry on Friday, a nurse said.",
            "were hurt",
            "No one was hurt in the landslide at the Orm quarry, the owner said.",
        ),
        (
            "Twelve people were arrested at the harvest march in Lund.",
            "were arrested",
            "Nobody was arrested at the harvest march in Lund, the police said.",
        ),
        (
            "Three passengers were injured in the tram crash at Merle bridge, a doctor said.",
            "were injured",
            "No passengers were injured in the tram crash at Merle bridge, the operator said.",
        ),
        (
            "Divers found a leak in the wall of the Orm dam on Friday.",
            "found",
            "There was no leak in the wall of the Orm dam, the operator said.",
        ),
        (
            "A leak was found in the hull of the ferry Astral on Friday, a diver said.",
            "was found",
            "There is no leak in the hull of the ferry Astral, its owner said.",
        ),
        (
            "Inspectors discovered a leak in the gas main under the Lund museum.",
            "discovered",
            "There was no leak in the gas main under the Lund museum, the curator said.",
        ),
    ],
)
def test_what_one_tells_and_another_says_was_nobody_or_nothing_is_denied(ledger_of, first, words, second):
    claim = told(ledger_of, first, second).claim(POST, words)
    assert claim.standing is Standing.DENIED
    assert len(claim.reports) == 2


@pytest.mark.parametrize(
    ("first", "words", "second"),
    [
        (
            "Seven people were hurt in the landslide at the Orm quarry on Friday, a nurse said.",
            "were hurt",
            "No one else was hurt in the landslide at the Orm quarry, the owner said.",
        ),
        (
            "Seven people were hurt in the landslide at the Orm quarry on Friday, a nurse said.",
            "were hurt",
            "No children were hurt in the landslide at the Orm quarry, the owner said.",
        ),
        (
            "Seven people were hurt in the fire at a school in Merle, a nurse said.",
            "were hurt",
            "No one was hurt in the fire at the mill in Lund, the owner said.",
        ),
        (
            "Divers found a leak in the wall of the Orm dam on Friday.",
            "found",
            "There was no leak in the gas pipe at Lund, the operator said.",
        ),
        (
            "Divers found a bell in the wall of the Orm dam on Friday.",
            "found",
            "There was no leak in the wall of the Orm dam, the operator said.",
        ),
        (
            "Divers searched for a leak in the wall of the Orm dam on Friday.",
            "searched",
            "There was no leak in the wall of the Orm dam, the operator said.",
        ),
    ],
)
def test_what_is_told_of_others_or_elsewhere_is_not(ledger_of, first, words, second):
    assert told(ledger_of, first, second).claim(POST, words).standing is Standing.SINGLE
