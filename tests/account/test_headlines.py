"""What a headline rests on: what the text below it says of the same deed."""

from __future__ import annotations

import pytest
from tests.newsrooms import newsroom, parse_newsroom


def origins(story, room, outlet, words):
    """The origins of the claim that a report tells at these words."""
    place, document = room.span(outlet, words), room[outlet].id
    (claim,) = [c for c in story.claims if any(r.document == document and place.touches(r.span) for r in c.reports)]
    return claim.origins


@newsroom
def test_headlines_over_one_agencys_news_are_one_origin(room, account_for):
    """Both texts credit one agency.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Barge fire kills four in Norvale

    A fire sank a barge in Norvale on Friday night and killed four sailors, Kestmoor Press reported.

    == Ostrand Mail, 2031-05-02 11:00 Z ==
    Fire kills four on barge

    According to Kestmoor Press, a fire sank a barge in Norvale on Friday night and killed four sailors.
    """
    story = account_for(room)
    assert origins(story, room, "Norvale Post", "kills four in Norvale") == 1
    assert {c.origins for c in story.claims if len({r.document for r in c.reports}) == 2} == {1}


@newsroom
def test_headlines_over_reports_of_their_own_are_two(room, account_for):
    """Each text tells it itself.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Barge fire kills four in Norvale

    Four sailors were killed when a fire sank a barge in Norvale on Friday night.

    == Ostrand Mail, 2031-05-02 11:00 Z ==
    Fire kills four on barge

    In Norvale a fire on a barge killed four sailors late on Friday.
    """
    assert origins(account_for(room), room, "Norvale Post", "kills four in Norvale") == 2


@newsroom
def test_an_agency_in_brackets_and_one_in_the_text_are_one_origin(room, account_for):
    """One names it behind its report, one in its sentence.

    == Norvale Post, 2031-05-02 10:00 Z; credits: Kestmoor Press ==
    Barge burns

    A fire sank a barge in Norvale on Friday night.

    == Ostrand Mail, 2031-05-02 11:00 Z ==
    Barge on fire

    In Norvale a fire sank a barge late on Friday, Kestmoor Press reported.
    """
    assert origins(account_for(room), room, "Norvale Post", "sank a barge") == 1


@newsroom
def test_who_takes_passages_rests_on_their_report_for_shorter_runs_too(room, account_for):
    """The Mail has two sentences of the Post, one of them with a word more.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Norvale: ferry and quay

    The harbour board of Norvale has not yet decided to raise the wages of the pilots on the northern ferries this
    year. The sale of the old quay fell through.

    == Ostrand Mail, 2031-05-02 12:00 Z ==
    What we know of the ferry

    The harbour board of Norvale has not yet decided to raise the wages of the pilots on the northern ferries this
    year. A gull was seen. The weather was fine over Ostrand all day, and three boats left for the islands with guests
    and came home. The sale of the old quay fell through on Sunday.
    """
    story = account_for(room)
    assert {c.origins for c in story.claims if len({r.document for r in c.reports}) == 2} == {1}


HERALD = "== Vell Herald, 2031-05-02 07:00 +02:00 ==\nDirector out\n\n{}\n\n"
DESK = "== City Desk, 2031-05-02 09:00 +02:00 ==\n{}\n\n{}\n"


@pytest.mark.parametrize("word", ["Report", "Reports", "Sources"])
def test_a_headline_of_hearsay_rests_on_what_its_text_credits(account_for, word):
    first = "Otto Gram, the director of Vell airport, was sacked on Monday, two people on the board told the Herald."
    second = "Otto Gram was sacked as head of Vell airport on Monday, the Vell Herald reported."
    story = account_for(parse_newsroom(HERALD.format(first) + DESK.format(f"{word}: Gram sacked", second)))
    assert {c.origins for c in story.claims if len({r.document for r in c.reports}) > 1} == {1}


def test_a_headline_that_names_who_said_it_rests_on_them(account_for):
    first = "Otto Gram, the director of Vell airport, was sacked on Monday, two people on the board told the Herald."
    second = "Otto Gram was sacked as head of Vell airport on Monday, its owner Vell Ports said."
    story = account_for(parse_newsroom(HERALD.format(first) + DESK.format("Vell Ports: Gram sacked", second)))
    assert {c.origins for c in story.claims if len({r.document for r in c.reports}) > 1} == {2}
