"""What speaks for and against a document's belonging to a story, and how much."""

import pytest
from tests.group.bags import Bags

from rashomon.group import StorySettings
from rashomon.group.weighing import nearness

PLAIN = StorySettings()


def test_equal_figures_count_little_where_the_words_are_unlike():
    bags = Bags(StorySettings(figures_full_at=0.8))
    story = bags.story("barge", bags.report("barge", "Norholm", "240"))
    half = bags.weighed(bags.report("barge kite pension samples", "Norholm", "240"), story)
    whole = bags.weighed(bags.report("barge", "Norholm", "240"), story)
    assert half.words == pytest.approx(1 / 2)
    assert half.figures == pytest.approx(0.5 / 0.8)
    assert whole.figures == pytest.approx(1.0), "beyond, they count in full and no more"


def test_equal_figures_count_nothing_where_no_word_is_shared():
    bags = Bags()
    story = bags.story("barge", bags.report("barge", "Norholm", "240"))
    assert bags.weighed(bags.report("kite", "Norholm", "240"), story).figures == 0.0


def test_copied_prose_speaks_for_a_story_by_its_share():
    bags = Bags()
    story = bags.story("barge", bags.report("barge pier", "Norholm"))
    report = bags.report("pier kite", "Ostrand")
    none, half, whole = (bags.weighed(report, story, copied=share).score for share in (0.0, 0.5, 1.0))
    assert half - none == pytest.approx(PLAIN.copies_weight / 2)
    assert whole - none == pytest.approx(PLAIN.copies_weight)


def test_the_words_speak_for_the_names_where_a_report_or_a_story_has_none():
    bags = Bags()
    named = bags.story("named", bags.report("barge pier", "Norholm"))
    nameless = bags.story("nameless", bags.report("barge pier"))
    for report, story in ((bags.report("barge kite"), named), (bags.report("barge kite", "Norholm"), nameless)):
        weighed = bags.weighed(report, story)
        assert weighed.words == pytest.approx(1 / 2)
        assert weighed.names == weighed.words
    other = bags.weighed(bags.report("barge kite", "Ostrand"), named)
    assert other.names == 0.0, "other names are no lack of names"


def test_near_in_time_speaks_for_a_story_and_each_doubling_against_it():
    assert nearness(0.0, PLAIN, own_day=False) == nearness(PLAIN.near_days, PLAIN, own_day=True) == PLAIN.near_bonus
    once, twice = (nearness(PLAIN.near_days * times, PLAIN, own_day=False) for times in (2, 4))
    assert once - twice == pytest.approx(PLAIN.far_penalty)
    once, twice = (nearness(PLAIN.near_days * times, PLAIN, own_day=True) for times in (2, 4))
    assert once - twice == pytest.approx(PLAIN.own_day_penalty)


@pytest.mark.parametrize(("own_day", "most"), [(False, PLAIN.far_most), (True, PLAIN.own_day_most)])
def test_no_silence_however_long_takes_more_than_the_most(own_day, most):
    long, longer = (nearness(days, PLAIN, own_day=own_day) for days in (40_000.0, 80_000.0))
    assert long == longer
    assert long == pytest.approx(PLAIN.near_bonus - most)
