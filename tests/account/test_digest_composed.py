"""Sentences composed over claims: who tells what, by how many, and who tells it otherwise."""

from __future__ import annotations

import re

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.digest_tellers import listed
from rashomon.core import Story

DISPUTE = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orlow wants bridge shut

    Tessa Orlow has asked the council to close the Lantern bridge. Orsk closed the northern quay of Norholm on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Council closes bridge

    The council has closed the Lantern bridge. The northern quay of Norholm was closed by Edda Orsk on Friday.

    == Quay Bee, 2031-05-02 16:00 +02:00 ==
    Orlow asks council

    The mayor, Tessa Orlow, asked the council to close the Lantern bridge. Edda Orsk closed the northern quay.
    """
DENIAL = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots blame Greeve

    Ansel Greeve ordered the pilots to leave Norholm, the union said. The union wants a hearing in Belmar.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Greeve denies order

    Ansel Greeve denied that he had ordered the pilots to leave Norholm. The union said Greeve ordered the pilots to
    leave Norholm.
    """
FIGURES = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Collision at quay

    The collision injured 14 dockers. Edda Orsk closed the northern quay.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Dockers hurt

    The collision injured 17 dockers. Edda Orsk closed the northern quay.
    """
STATEMENT = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orlow stays

    Tessa Orlow said the city would sell the old lock in May.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Lock for sale

    The city would sell the old lock in May, Tessa Orlow said.

    == Quay Bee, 2031-05-02 16:00 +02:00 ==
    Orlow to sell lock

    Tessa Orlow said on Friday that the city would sell the old lock in May.
    """


@pytest.fixture(scope="module")
def digest_of(ledger_of, reader):
    """The digest of a press review in one form, with what was left out."""

    def made(text, form="composed"):
        room = parse_newsroom(text)
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form=form, read=reader.read)
        account = account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)
        assert not [p for p in account.problems if p.stage == "balance"]
        return account.digest

    return made


def test_a_deed_that_others_only_propose_is_told_with_both_sides(digest_of):
    told = next(s for s in digest_of(DISPUTE) if "bridge" in s.text)
    assert re.fullmatch(
        r"Tessa Orlow asked the council to close the Lantern bridge, according to "
        r"(Quay Bee and The Harbour Post|The Harbour Post and Quay Bee); Norholm Mail alone tells it as done\.",
        told.text,
    ), told.text
    assert len({c.document for c in told.citations}) == 3


def test_what_all_carry_says_so(digest_of):
    told = next(s for s in digest_of(DISPUTE) if "quay" in s.text)
    assert told.text.startswith("Edda Orsk closed the northern quay")
    assert told.text.endswith("according to all three reports.")


def test_a_denial_has_its_denier(digest_of):
    told = [s.text for s in digest_of(DENIAL)]
    assert any(re.search(r"; Ansel Greeve denies it, according to Norholm Mail\.$", text) for text in told), told


def test_the_figure_that_cannot_stand_beside_another_is_told(digest_of):
    told = next(s.text for s in digest_of(FIGURES) if "dockers" in s.text)
    assert re.fullmatch(r"The collision injured (14|17) dockers, according to [\w ]+; [\w ]+ gives (14|17)\.", told), (
        told
    )
    assert {"14", "17"} <= set(re.findall(r"\d+", told))


def test_what_rests_on_one_statement_says_so(digest_of):
    told = next(s.text for s in digest_of(STATEMENT) if "lock" in s.text)
    assert told == (
        "Tessa Orlow said the city would sell the old lock in May, according to all three reports; all three reports "
        "rest on that one statement."
    )


@pytest.mark.parametrize("text", [DISPUTE, DENIAL, FIGURES, STATEMENT])
@pytest.mark.parametrize("form", ["composed", "extracted"])
def test_every_sentence_cites_and_ends_as_one(digest_of, text, form):
    digest = digest_of(text, form)
    assert 1 <= len(digest) <= 8
    for s in digest:
        assert s.citations
        assert s.claims
        assert s.text[0].isupper() or s.text[0] in "“0123456789"
        assert re.search(r"[.”]$", s.text)
        assert "  " not in s.text


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Quay Bee"], "Quay Bee"),
        (["The Post", "Quay Bee"], "The Post and Quay Bee"),
        (["The Post", "Quay Bee", "Mail"], "The Post and two others"),
    ],
)
def test_outlets_are_listed_as_a_sentence_does(names, told):
    assert listed(names) == told


SO_FAR = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Crew pulls out seven

    Rescuers have freed seven sailors so far. The wind fell at noon.

    == Norholm Mail, 2031-05-02 19:00 +02:00 ==
    All nine saved

    Rescuers on Friday freed all nine sailors of the Marten. The harbour was closed.
    """


def test_a_count_so_far_gives_way_to_a_later_report(digest_of):
    freed = [s.text for s in digest_of(SO_FAR) if "freed" in s.text]
    assert freed
    assert "nine" in freed[0], freed
    assert not any("so far" in text for text in freed), freed


@pytest.mark.parametrize("till", ["by noon", "by 5 p.m.", "by 11 o'clock", "by 14:30"])
def test_a_count_till_an_hour_gives_way_to_a_later_report(digest_of, till):
    freed = [s.text for s in digest_of(SO_FAR.replace("so far", till)) if "freed" in s.text]
    assert freed
    assert not any(till in text for text in freed), freed


BY_AS_MUCH = """
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Rates cut

    The bank cut interest rates by 2 points on Friday. The wind fell at noon.

    == Norholm Mail, 2031-05-02 19:00 +02:00 ==
    Help for builders

    The bank cut interest rates on Friday to help builders. The harbour was closed.
    """


@pytest.mark.parametrize("much", ["2 points", "5 percent"])
def test_how_much_is_no_hour(digest_of, much):
    texts = [s.text for s in digest_of(BY_AS_MUCH.replace("2 points", much))]
    assert any(f"by {much}" in text for text in texts), texts


def test_a_count_so_far_stays_where_no_later_report_has_one(digest_of):
    later = SO_FAR.replace("freed all nine sailors", "freed the sailors").replace("All nine saved", "Sailors saved")
    texts = [s.text for s in digest_of(later)]
    assert any("seven" in text for text in texts), texts


WEIGHED = """
    == The Harbour Post, 2031-03-04 14:10 +02:00 ==
    Amber at the bridge

    Customs officers seized 340 kilograms of amber from two trucks at the Lume bridge on 3 March 2031.

    == Norholm Mail, 2031-03-04 15:00 +02:00 ==
    Trucks stopped

    The two trucks carried 34 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said.
    """


def test_weights_that_differ_are_told_as_an_amount_with_their_unit(digest_of):
    texts = [s.text for s in digest_of(WEIGHED)]
    assert any("34 kilograms" in text and "340 kilograms" in text for text in texts), texts
    assert not any("number of amber" in text for text in texts), texts
