"""A figure of a condition is in conflict with nothing; two figures told outright may be."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.core import Standing, Story

TWO = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Words on the lock

    {post}

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    More words on the lock

    {mail}
    """


@pytest.fixture(scope="module")
def account(ledger_of, reader):
    """The account of two reports."""

    def made(post, mail):
        room = parse_newsroom(TWO.format(post=post, mail=mail))
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form="composed", read=reader.read)
        return account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)

    return made


@pytest.mark.parametrize(
    ("post", "mail"),
    [
        (
            "Belmar threatened on Monday to close the lock if Orlin did not pay its debt of 40 million crowns.",
            "Orlin paid 10 million crowns on Tuesday.",
        ),
        (
            "The yard will sue Belmar if Belmar does not return 300 boats.",
            "Belmar returned 20 boats on Tuesday.",
        ),
        (
            "Miners will strike unless the owner hires 60 guards.",
            "The owner hired 15 guards on Tuesday.",
        ),
    ],
)
def test_what_hangs_on_a_condition_is_no_other_value(account, post, mail):
    assert not [line for line in account(post, mail).figures if line.standing is Standing.DISPUTED]


@pytest.mark.parametrize(
    ("post", "mail"),
    [
        ("Orlin paid Belmar 40 million crowns on Tuesday.", "Orlin paid Belmar 10 million crowns on Tuesday."),
        ("Bo Tarn was jailed for three years on Friday.", "Bo Tarn was jailed for eight years on Friday."),
        ("The owner of the mine hired 60 guards on Tuesday.", "The owner of the mine hired 45 guards on Tuesday."),
    ],
)
def test_what_both_tell_outright_is_a_conflict(account, post, mail):
    assert [line for line in account(post, mail).figures if line.standing is Standing.DISPUTED]


def test_what_is_left_out_is_told_in_an_editors_words(account):
    found = account(
        "Belmar threatened on Monday to close the lock if Orlin did not pay its debt of 40 million crowns.",
        "Orlin paid 10 million crowns on Tuesday.",
    )
    assert not [p.message for p in found.problems if "cited" in p.message or "verified" in p.message]
