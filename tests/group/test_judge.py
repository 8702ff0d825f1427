"""Which stories are in question for a document, and which of them is the likeliest."""

import pytest
from tests.group.bags import Bags

from rashomon.core import Copy, CopyKind, Direction
from rashomon.group import StorySettings


def copy(origin, copied, kind=CopyKind.EDITED):
    return Copy(
        origin=origin,
        copy=copied,
        shared_chars=400,
        share_of_copy=0.6,
        share_without_quotations=0.6,
        kind=kind,
        direction=Direction.EARLIER,
        passages=(),
        reason="invented",
    )


def names(lives):
    return [live.id for live in lives]


@pytest.mark.parametrize(("origin", "copied"), [("theirs", "ours"), ("ours", "theirs")])
def test_a_story_that_holds_a_documents_copy_is_in_question_though_it_shares_no_heavy_word(origin, copied):
    bags = Bags(copies=[copy(origin, copied)])
    bags.story("barge", bags.report("barge pier", key="theirs"))
    bags.story("kite", bags.report("kite", key="other"))
    ours = bags.report("kite festival", key="ours")
    assert names(bags.judge.candidates(ours)) == ["kite", "barge"]
    best = bags.judge.weighed(ours)
    assert {each.live.id: each.copied for each in best} == {"kite": 0.0, "barge": 0.6}


def test_a_shared_quotation_puts_no_story_in_question():
    bags = Bags(copies=[copy("theirs", "ours", CopyKind.SHARED_QUOTATION)])
    bags.story("barge", bags.report("barge pier", key="theirs"))
    assert names(bags.judge.candidates(bags.report("kite", key="ours"))) == []


def test_a_story_found_by_its_words_and_its_copies_is_in_question_once():
    bags = Bags(copies=[copy("theirs", "ours")])
    bags.story("barge", bags.report("barge pier", key="theirs"))
    assert names(bags.judge.candidates(bags.report("barge", key="ours"))) == ["barge"]


def test_a_story_that_was_silent_for_longer_than_the_window_takes_nothing_more():
    bags = Bags(StorySettings(window_days=30.0))
    bags.story("barge", bags.report("barge pier", day=100.0))
    assert names(bags.judge.candidates(bags.report("barge pier", day=130.0))) == ["barge"]
    assert names(bags.judge.candidates(bags.report("barge pier", day=131.0))) == []
    assert names(bags.judge.candidates(bags.report("barge pier", day=70.0))) == ["barge"]
    assert names(bags.judge.candidates(bags.report("barge pier", day=69.0))) == [], "nor what is older by as much"
    assert names(bags.judge.candidates(bags.report("barge pier"))) == ["barge"], "an undated report may be of any age"


def test_a_copy_does_not_wake_a_story_that_was_silent_for_longer():
    bags = Bags(StorySettings(window_days=30.0), copies=[copy("theirs", "ours"), copy("theirs", "late")])
    bags.story("barge", bags.report("barge pier", key="theirs", day=100.0))
    assert names(bags.judge.candidates(bags.report("kite", key="ours", day=130.0))) == ["barge"]
    assert names(bags.judge.candidates(bags.report("kite", key="late", day=131.0))) == []


def test_no_more_stories_are_in_question_than_the_settings_say():
    bags = Bags(StorySettings(candidate_stories=2))
    for name in ("one", "two", "three"):
        bags.story(name, bags.report("barge pier"))
    assert names(bags.judge.candidates(bags.report("barge pier"))) == ["one", "two"]


def test_a_story_whose_core_is_nearer_loses_to_one_whose_members_are():
    """By its core the torn story is nearer, but each of its members has one of the words only."""
    bags = Bags()
    bags.story("torn", *(bags.report(word) for word in ("barge", "pier", "quay", "rope")))
    whole = "barge pier quay rope kite tug"
    bags.story("whole", bags.report(whole), bags.report(whole))
    ours = bags.report("barge pier quay rope")
    by_core = [bags.judge.against(ours, live, members=False).words for live in bags.state.live.values()]
    assert by_core[0] > by_core[1]
    assert names(each.live for each in bags.judge.weighed(ours)) == ["whole", "torn"]


def test_no_more_stories_are_compared_by_their_members_than_the_settings_say():
    bags = Bags(StorySettings(compared_stories=2))
    for name, words in (("one", "barge"), ("two", "barge pier"), ("three", "barge pier rope")):
        bags.story(name, bags.report(words))
    assert names(each.live for each in bags.judge.weighed(bags.report("barge pier rope"))) == ["three", "two"]
