"""What a report is about: what is counted, and how much."""

from datetime import UTC, datetime

import pytest

from rashomon.core import Document, Part, Passage, Role, Span
from rashomon.group import StorySettings
from rashomon.group.tally import count

PLAIN = StorySettings()
FIFTH = datetime(2031, 5, 5, 9, tzinfo=UTC)


def report(text, headline=None, at=FIFTH):
    return Document(
        id="report",
        text=text,
        headline=headline,
        headline_span=None if headline is None else Span(0, len(headline), Part.HEADLINE),
        published_at=at,
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def counted(text, headline=None, at=FIFTH, settings=PLAIN):
    return count(report(text, headline, at), settings)


def test_a_headline_outweighs_the_lead_and_the_lead_the_body():
    settings = StorySettings(lead_chars=20, headline_weight=5.0, lead_weight=2.0)
    words = counted("A barge struck it at dawn and the quay was shut", "Lantern", settings=settings).words
    assert (words["lantern"], words["barg"], words["quay"]) == (5.0, 2.0, 1.0)
    assert PLAIN.headline_weight > PLAIN.lead_weight > 1.0


def test_what_stands_far_down_is_not_counted():
    text = "A barge struck it. " + "Nobody slept. " * 10 + "The sluice was rusty."
    near, far = (counted(text, settings=StorySettings(lead_chars=10, body_chars=chars)) for chars in (1000, 60))
    assert "sluic" in near.words
    assert "sluic" not in far.words
    assert far.words["barg"] > 0
    assert 0 < far.words["slept"] < near.words["slept"]


def test_by_default_the_body_is_counted_for_some_thousand_signs():
    filler = "Nobody slept that night. " * 240
    assert len(filler) > PLAIN.body_chars
    assert "sluic" not in counted(filler + "The sluice was rusty.").words
    assert "sluic" in counted(filler[:4000] + "The sluice was rusty.").words


@pytest.mark.parametrize(
    ("headline", "own_day"),
    [
        ("Barge strikes pier on 5 May", True),
        ("Barge strikes pier on May 3", True),
        ("Barge strikes pier on 1 May", True),
        ("Barge strikes pier on 30 April", False),
        ("Barge strikes pier on 6 May", False),
        ("Barge strikes pier on 3 March", False),
        ("Barge strikes pier", False),
    ],
)
def test_a_date_in_the_opening_is_a_day_of_its_own_if_it_is_just_before_publishing(headline, own_day):
    assert counted("Divers went down.", headline).own_day is own_day
    assert counted(headline + ", divers said.").own_day is own_day
    assert not counted("Divers went down.", headline, at=None).own_day, "undated, any date may be long ago"


def test_a_date_far_down_is_no_day_of_the_reports_own():
    assert not counted("Divers went down. " * 30 + "A barge had struck the pier on 3 May.").own_day


def test_a_date_of_the_opening_reaches_back_over_the_turn_of_the_year():
    assert counted("Divers went down on 31 December.", at=datetime(2032, 1, 2, tzinfo=UTC)).own_day


def test_a_short_word_that_begins_a_sentence_is_no_name():
    names = counted("The quay is shut. Ada Orr said so. But no lorry came.").names
    assert "n:the" not in names
    assert "n:but" not in names
    assert "n:orr" in names, "within a sentence a capital tells"


def test_a_long_word_that_begins_a_sentence_is_a_name_unless_it_is_written_small_elsewhere():
    names = counted("Norholm is shut. Lorries must wait, and no lorries came.").names
    assert "n:norholm" in names
    assert "n:lorries" not in names


def test_in_a_headline_a_capital_alone_does_not_make_a_short_word_a_name():
    assert "n:for" not in counted("Divers went down.", "Divers For Pier").names
