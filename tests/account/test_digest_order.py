"""What matters most is told first, and nothing that others contradict is told as if nobody did."""

from __future__ import annotations

import re

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.core import Story

STORM = """
    == Gullhaven News, 2033-10-30 05:00 +00:00 ==
    Storm kills three at Gullhaven

    A storm killed three people in Gullhaven on Saturday night. Waves broke the harbour wall in two places.

    == Northern Wire, 2033-10-30 09:00 +00:00 ==
    Five dead in Gullhaven storm

    A storm killed five people in Gullhaven on Saturday night. The army sent 60 soldiers to the town. “I have never
    seen such waves,” said Sunniva Berge, the mayor.

    == Fjord Post, 2033-10-30 12:00 +00:00 ==
    Army sends soldiers to Gullhaven

    The army sent 60 soldiers to Gullhaven after a storm killed five people there on Saturday night. “I have never seen
    such waves,” mayor Sunniva Berge said.
    """
PARTS = """
    == Harbour Post, 2031-05-02 14:10 +00:00 ==
    Pilots sent home

    Norholm sent home 31 pilots and four engineers on Friday.

    == Norholm Mail, 2031-05-02 15:00 +00:00 ==
    Pilots leave Norholm

    Norholm sent home 35 pilots and engineers on Friday.
    """
FIGURES = """
    == Harbour Post, 2031-05-02 14:10 +00:00 ==
    People live below dam

    About 2,300 people live below the Sarrow dam. Odile Marrant closed the Sarrow dam on Friday.

    == Norholm Mail, 2031-05-02 15:00 +00:00 ==
    Dam closed

    Some 2,500 people live below the Sarrow dam. Odile Marrant closed the Sarrow dam on Friday.
    """
SPEAKER = """
    == Harbour Post, 2031-05-02 14:10 +00:00 ==
    Calder cleared

    A court in Belmar acquitted Ines Calder of fraud on Friday. “I have waited four years for this day,” Calder said.

    == Norholm Mail, 2031-05-02 15:00 +00:00 ==
    Calder acquitted

    A court in Belmar acquitted Ines Calder of fraud on Friday. Prosecutor Emil Stross will appeal against the verdict.
    “I have waited four years for this day,” she said.
    """
DOER = """
    == Harbour Post, 2031-05-02 14:10 +00:00 ==
    Painting found

    The Veld painting was stolen from the Arden Museum in 2029. Tam Ruddock denied that he had stolen the Veld painting.

    == Norholm Mail, 2031-05-02 15:00 +00:00 ==
    Farmer held

    The Veld painting was stolen from the Arden Museum in 2029. Ruddock stole the Veld painting, Lena Morvay said.
    """


@pytest.fixture(scope="module")
def digest_of(ledger_of, reader):
    """The sentences of the composed digest of a press review."""

    def made(text):
        room = parse_newsroom(text)
        ledger = ledger_of(room)
        story = Story(id="story", documents=tuple(d.id for d in room.documents))
        digest = Digest(form="composed", read=reader.read)
        account = account_of(story, room.documents, ledger.readings, (), ledger.alignment, digest=digest)
        assert not [p for p in account.problems if p.stage == "balance"]
        return [s.text for s in account.digest]

    return made


def test_the_happening_of_the_headlines_is_told_first_with_its_latest_count(digest_of):
    assert "five people" in digest_of(STORM)[0]


def test_an_earlier_count_is_not_told_as_what_later_reports_tell(digest_of):
    assert not [t for t in digest_of(STORM) if "killed three" in t]


def test_the_words_most_quoted_have_their_speaker_and_all_who_quote_them(digest_of):
    told = next(t for t in digest_of(STORM) if "waves" in t)
    assert re.fullmatch(
        r"“I have never seen such waves,” Sunniva Berge said, according to "
        r"(Fjord Post and Northern Wire|Northern Wire and Fjord Post)\.",
        told,
    )


def test_a_part_is_not_told_as_the_whole(digest_of):
    for told in digest_of(PARTS):
        assert not ("31 pilots" in told and "four" not in told), told


def test_only_who_gives_the_same_figure_tells_the_same(digest_of):
    told = next(t for t in digest_of(FIGURES) if "people live" in t)
    assert re.search(r"2,300 .*according to Harbour Post|2,500 .*according to Norholm Mail", told)
    assert "according to Harbour Post and" not in told
    assert "according to Norholm Mail and" not in told


def test_words_that_one_report_lays_to_a_name_are_not_laid_to_whom_another_only_points_to(digest_of):
    told = [t for t in digest_of(SPEAKER) if "four years" in t]
    assert told
    assert all("Ines Calder said" in t for t in told)


def test_who_denies_having_done_it_does_not_deny_that_it_was_done(digest_of):
    for told in digest_of(DOER):
        assert not (told.startswith("The Veld painting was stolen") and "denies it" in told), told
