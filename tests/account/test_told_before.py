"""What a report says that it said before it was corrected is what its outlet takes back: nobody tells it."""

from __future__ import annotations

from tests.newsrooms import newsroom

from rashomon.core import Standing


def told(story, room, outlet, words):
    """The claim that a report tells at these words."""
    place, document = room.span(outlet, words), room[outlet].id
    (claim,) = [c for c in story.claims if any(r.document == document and place.touches(r.span) for r in c.reports)]
    return claim


def problems(story, code):
    """The story's problems of one code."""
    return [p for p in story.problems if p.code == code]


def given(story, head):
    """The lines of figures with these words, as value and number of documents."""
    lines = [x for x in story.figures if head in x.counts]
    return {v.figure.value: len({c.document for c in v.reports}) for x in lines for v in x.values}


@newsroom
def test_a_withdrawn_figure_is_given_by_nobody_and_the_right_one_is(room, account_for):
    """The Mail had it wrong, as the Post still has.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Five divers held

    Guards in Norvale detained five divers on Friday, the harbour board said.

    == Ostrand Mail, 2031-05-03 07:00 Z ==
    Divers detained

    Guards in Norvale detained four divers on Friday. Correction: An earlier version of this story said that five divers
    were detained.
    """
    story = account_for(room)
    assert given(story, "divers") == {5.0: 1, 4.0: 1}
    (line,) = [x for x in story.figures if "divers" in x.counts and len(x.values) > 1]
    assert line.standing is Standing.DISPUTED
    claim = told(story, room, "Norvale Post", "detained five divers")
    assert claim.standing is Standing.DISPUTED
    assert claim.differs == ("figure",)
    assert len([r for r in claim.reports if r.document == room["Ostrand Mail"].id]) == 1
    (problem,) = problems(story, "report-corrected")
    assert "wrong: “five divers were detained”" in problem.message


@newsroom
def test_what_was_right_in_the_others_is_not_disputed_by_a_correction(room, account_for):
    """The Mail comes to what the Post said.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Divers held

    Guards in Norvale detained four divers on Friday, the harbour board said.

    == Ostrand Mail, 2031-05-03 07:00 Z ==
    Norvale after the raid

    The harbour board of Norvale met on Saturday.

    Correction: An earlier version of this article said that nine divers were detained. Four were detained.
    """
    story = account_for(room)
    assert given(story, "divers") == {4.0: 1}
    assert told(story, room, "Norvale Post", "detained four divers").standing is not Standing.DISPUTED
    assert not any("nine" in s.text or "gives nine" in s.text for s in story.digest)


@newsroom
def test_a_claim_that_another_takes_back_without_more_stays_in_dispute(room, account_for):
    """The Post tells what the Mail takes back.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Harbour master goes

    Harbour master Ines Calder resigned on Friday.

    == Ostrand Mail, 2031-05-03 07:00 Z ==
    Norvale board meets

    The harbour board of Norvale met on Saturday.

    Correction: An earlier version of this article wrongly said that harbour master Ines Calder had resigned.
    """
    story = account_for(room)
    claim = told(story, room, "Norvale Post", "resigned")
    assert claim.standing is Standing.DISPUTED
    assert not any("Ostrand Mail" in s.text and "resigned" in s.text for s in story.digest)


@newsroom
def test_the_page_of_a_retraction_names_what_is_withdrawn_and_tells_nothing(room, account_for):
    """A page that is a notice.

    == Norvale Post, 2031-05-02 10:00 Z ==
    Bridge closed

    The Lantern bridge in Norvale was closed on Friday.

    == Ostrand Mail, 2031-05-03 07:00 Z ==
    Retraction: Lantern bridge

    Ostrand Mail reported on Friday that the pilot of the barge Lise was drunk. That report was wrong and has been
    withdrawn. We apologise to the pilot, Bo Tarn.
    """
    story = account_for(room)
    (problem,) = problems(story, "report-retracted")
    assert "wrong: “the pilot of the barge Lise was drunk”" in problem.message
    assert problems(story, "rests-on-retracted") == []
    assert all(r.document != room["Ostrand Mail"].id for c in story.claims for r in c.reports)
