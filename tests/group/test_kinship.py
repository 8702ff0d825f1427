"""To which longer story a new one belongs, decided by a quorum and only for so long."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.group.bags import Bags

from rashomon.core import Document, Passage, Role, Span
from rashomon.group import Stories, StorySettings
from rashomon.group.storylines import storyline

PLAIN = StorySettings()
NEAREST = "barge pier rope quay"


def line_for(bags, member):
    return storyline(bags.judge, bags.state, member, bags.judge.weighed(member))


def line_of(*stories):
    """A longer story of one-report stories with these words."""
    bags = Bags()
    for number, words in enumerate(stories):
        bags.story(f"story {number}", bags.report(words, words.split()[0]), line="story 0")
    return bags


def test_a_longer_story_is_taken_up_where_a_quorum_of_its_stories_is_akin():
    bags = line_of("kite beach", NEAREST, NEAREST, "pension vote")
    assert line_for(bags, bags.report(NEAREST, "barge")) == "story 0"


def test_a_longer_story_is_never_taken_up_for_its_nearest_story_alone():
    others = ("kite beach", "pension vote", "clinic fine", "cup goal", "tram wage")
    bags = line_of(*others, NEAREST)
    member = bags.report(NEAREST, "barge")
    (nearest,) = bags.judge.weighed(member)
    assert nearest.live.id == "story 5"
    assert PLAIN.bias + nearest.alike > PLAIN.kin_at
    assert line_for(bags, member) is None


def test_of_two_longer_stories_the_one_is_taken_up_whose_quorum_is_akin():
    bags = line_of("kite beach", "pension vote", "clinic fine", "cup goal", "tram wage", NEAREST)
    bags.story("another line", bags.report("barge pier rope tug", "barge"))
    assert line_for(bags, bags.report(NEAREST, "barge")) == "another line"


def test_only_the_latest_stories_of_a_longer_story_are_asked():
    long_ago = [f"kite{n} beach{n}" for n in range(20)]
    bags = line_of(*long_ago, *[NEAREST] * PLAIN.kin_compared)
    assert line_for(bags, bags.report(NEAREST, "barge")) == "story 0"


@pytest.mark.parametrize(("days", "one_line"), [(39.0, True), (41.0, False)])
def test_a_longer_story_that_was_silent_for_too_long_is_not_taken_up_again(days, one_line):
    rows = (
        "The Glen Harrow clinic in Norholm was fined 240,000 crowns for losing samples. Director Bram Steyn objected.",
        "The Glen Harrow clinic in Norholm lost a lawsuit over a broken bed. Director Bram Steyn apologised.",
    )
    stream = Stories(StorySettings(join_at=50.0, kin_days=40.0))
    for number, text in enumerate(rows):
        stream.add(
            Document(
                id=f"{number}",
                text=text,
                published_at=datetime(2031, 5, 2, tzinfo=UTC) + timedelta(days=days * number),
                passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
            )
        )
    first, second = stream.stories()
    assert first.id != second.id
    assert (second.storyline == first.storyline) is one_line


def test_an_undated_report_takes_up_a_longer_story_of_any_age():
    bags = Bags()
    bags.story("old", bags.report(NEAREST, "barge", day=0.0))
    assert line_for(bags, bags.report(NEAREST, "barge")) == "old"
    assert line_for(bags, bags.report(NEAREST, "barge", day=PLAIN.kin_days)) == "old"
    assert line_for(bags, bags.report(NEAREST, "barge", day=PLAIN.kin_days + 1.0)) is None
