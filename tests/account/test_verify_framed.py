"""What is said of who tells it otherwise is held against the ledger."""

from __future__ import annotations

import pytest
from tests.account.verifying import standing_in, verifier_of
from tests.newsrooms import parse_newsroom

ROOM = parse_newsroom("""
    == Harbour Post, 2031-05-02 08:00 +00:00 ==
    Storm kills three

    A storm killed three people in Gullhaven on Saturday. The council closed the Lantern bridge.

    == Norholm Mail, 2031-05-02 12:00 +00:00 ==
    Storm kills five

    A storm killed five people in Gullhaven on Saturday. Tessa Orlow proposed that the council close the Lantern bridge.
    The wall had cracks, an engineer said.
    """)


@pytest.fixture(scope="module")
def verifier(ledger_of, reader):
    return verifier_of(ROOM, ledger_of(ROOM), reader)


@pytest.fixture(scope="module")
def stands(verifier):
    return standing_in(ROOM, verifier)


def test_an_earlier_count_was_given_earlier(stands):
    five = "A storm killed five people in Gullhaven on Saturday, according to Norholm Mail"
    told = f"{five}; Harbour Post earlier gave three."
    assert stands(told)
    three = "A storm killed three people in Gullhaven on Saturday, according to Harbour Post"
    later = f"{three}; Norholm Mail earlier gave five."
    assert not stands(later)
    assert not stands(told.replace("earlier gave three", "earlier gave four"))
    assert not stands(told.replace("Harbour Post earlier", "Norholm Mail earlier"))


def test_a_status_laid_to_a_party_is_that_of_its_reports(stands):
    told = (
        "The council closed the Lantern bridge, according to Harbour Post; Tessa Orlow proposes it, "
        "according to Norholm Mail."
    )
    assert stands(told)
    assert not stands(told.replace("proposes it", "denies it"))
    assert not stands(told.replace("proposes it", "says it will not happen"))
    assert not stands(told.replace("Tessa Orlow", "an engineer"))
    assert not stands(told.replace("according to Norholm Mail", "according to Harbour Post"))


def test_the_sides_stand_in_the_words_of_their_reports(stands):
    told = (
        "The reports differ: Harbour Post tells it as done, in the words “The council closed the Lantern bridge”; "
        "Norholm Mail tells it as proposed, in the words “the council close the Lantern bridge”."
    )
    assert stands(told)
    assert not stands(told.replace("as proposed", "as refused"))
    assert not stands(told.replace("words “the council close", "words “the mayor close"))


def test_what_somebody_unnamed_says_is_not_the_reports_own(stands):
    assert stands("The wall had cracks, an engineer said, according to Norholm Mail.")
    assert not stands("The wall had cracks, according to Norholm Mail.")


def test_outlets_that_give_another_figure_are_not_counted(stands):
    assert not stands("A storm killed five people in Gullhaven, according to Norholm Mail and Harbour Post.")
    assert not stands("A storm killed three people in Gullhaven, according to Norholm Mail and Harbour Post.")
