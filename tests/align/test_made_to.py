"""What is no telling of a deed: that nobody was made to do it, a signature without a thing, a number of others."""

import pytest
from tests.newsrooms import parse_newsroom

POST, MAIL = "The Harbour Post", "Norholm Mail"


def told(ledger_of, first, second):
    """The ledger of two reports of one sentence or a few each."""
    return ledger_of(
        parse_newsroom(
            f"== {POST}, 2031-05-02 10:00 +00:00 ==\nNews of the day\n\n{first}\n\n"
            f"== {MAIL}, 2031-05-03 10:00 +00:00 ==\nThe latest\n\n{second}\n"
        )
    )


@pytest.mark.parametrize(
    ("first", "words", "second", "others"),
    [
        (
            "Mayor Hedda Moe ordered the evacuation of 300 villagers below the quarry on Friday.",
            "ordered the evacuation",
            "Nobody was forced to leave the village below the quarry, the police said.",
            "to leave",
        ),
        (
            "The farmers of Orm sold their land to the ministry on Friday.",
            "sold their",
            "The farmers of Orm were not forced to sell their land to the ministry, its spokesman said.",
            "to sell",
        ),
        (
            "The referee Ole Brask resigned on Friday.",
            "resigned",
            "Ole Brask was not compelled to resign, the league said.",
            "to resign",
        ),
        (
            '"Karl Orlo signed with a smile," said Senator Lena Bask.',
            "signed with",
            "Senator Lena Bask agreed to visit Karl Orlo on Monday.",
            "agreed to",
        ),
        (
            "Coach Jon Lund signed on Friday.",
            "signed on",
            "Coach Jon Lund agreed to train the guards of Merle.",
            "agreed to",
        ),
        (
            "Norvia arrested four Aldan sailors on Friday.",
            "arrested four",
            "Aldany seized four Norvian sailors on Saturday. The four were detained at Merle, a clerk said.",
            "were detained",
        ),
    ],
)
def test_these_are_two_claims(ledger_of, first, words, second, others):
    assert not told(ledger_of, first, second).together((POST, words), (MAIL, others))


@pytest.mark.parametrize(
    ("first", "words", "second", "others"),
    [
        (
            "Police evacuated 300 villagers below the quarry on Friday.",
            "evacuated",
            "The police denied that they had evacuated 300 villagers below the quarry.",
            "evacuated",
        ),
        (
            "The ministry forced the farmers of Orm to sell their land, a lawyer said.",
            "forced",
            "The ministry did not force the farmers of Orm to sell their land, its spokesman said.",
            "force",
        ),
        (
            "The two unions signed the wage pact in Merle on Friday.",
            "signed",
            "The two unions agreed the wage pact in Merle on Friday.",
            "agreed",
        ),
        (
            "President Karl Orlo agreed to visit Merle in June.",
            "agreed",
            "President Karl Orlo consented to visit Merle in June.",
            "consented",
        ),
        (
            "Norvia expelled four Aldan diplomats on Friday.",
            "expelled",
            "Four Aldan diplomats left their embassy. Norvia expelled the four on Friday, a clerk said.",
            "expelled",
        ),
    ],
)
def test_these_are_one(ledger_of, first, words, second, others):
    assert told(ledger_of, first, second).together((POST, words), (MAIL, others))
