"""What speaks for and against a document's belonging to a story, and how much."""

import pytest
from tests.group.bags import Bags

from rashomon.group import StorySettings
from rashomon.group.weighing import nearness

PLAIN = StorySettings()


def test_equal_figures_count_little_where_the_words_are_unlike():
    bags = Bags(StorySettings(figures_full_at=0.8, figures_doubt=0.0))
    story = bags.story("barge", bags.report("barge", "Norholm", "240"))
    half = bags.weighed(bags.report("barge kite pension samples", "Norholm", "240"), story)
    whole = bags.weighed(bags.report("barge", "Norholm", "240"), story)
    assert half.words == pytest.approx(1 / 2)
    assert half.figures == pytest.approx(0.5 / 0.8)
    assert whole.figures == pytest.approx(1.0), "beyond, they count in full and no more"


def test_one_equal_figure_counts_less_than_several():
    bags = Bags(StorySettings(figures_doubt=1.0))
    one = bags.story("one", bags.report("barge", "Norholm", "240"))
    three = bags.story("three", bags.report("barge", "Norholm", "240 12 96"))
    assert bags.weighed(bags.report("barge", "Norholm", "240"), one).figures == pytest.approx(1 / 2)
    assert bags.weighed(bags.report("barge", "Norholm", "240 12 96"), three).figures == pytest.approx(3 / 4)


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


def test_a_story_of_one_report_asks_less_than_one_of_two():
    bags = Bags()
    lone = bags.story("lone", bags.report("barge pier", "Norholm"))
    pair = bags.story("pair", *(bags.report("barge pier", "Norholm") for _ in range(2)))
    one, two = (bags.weighed(bags.report("barge pier", "Norholm"), live).score for live in (lone, pair))
    assert one - two == pytest.approx(PLAIN.lone_bonus)


def test_a_story_told_in_one_voice_asks_more_than_one_told_in_many():
    bags = Bags()
    scores = []
    for name, alike in (("many", -8.0), ("unknown", None), ("one voice", 0.0)):
        live = bags.story(name, *(bags.report("barge pier", "Norholm") for _ in range(2)))
        if alike is not None:
            live.fit(alike)
        scores.append(bags.weighed(bags.report("barge pier", "Norholm"), live).score)
    many, unknown, one_voice = scores
    assert many > unknown > one_voice
    drawn = (PLAIN.usual_likeness * PLAIN.usual_members) / (PLAIN.usual_members + 1)
    assert unknown - one_voice == pytest.approx(PLAIN.fit_weight * (drawn - PLAIN.usual_likeness))


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
