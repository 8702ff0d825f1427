"""Two documents across languages: neither vectors nor names alone suffice, and each sign counts its way."""

from dataclasses import replace

import numpy as np
import pytest

from rashomon.group.languages.names import Name
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.sketch import Beginning, Sketch
from rashomon.group.languages.weighing import Likeness, liken, mean, score, signals

SETTINGS = LanguageSettings()
ALIKE = Likeness(0.7, 0.6, 0.5)


def sketch(angle, names, figures=()):
    vector = np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)
    found = tuple(Name(each, each, False, 2.0) for each in names)
    return Sketch(Beginning("d", "de", None, "", ""), vector, found, frozenset(figures), frozenset())


def test_alike_leads_with_no_name_in_common_say_nothing():
    assert liken(sketch(0, ("velmora", "brandic")), sketch(0, ("castrenne", "marsac")), SETTINGS) is None


def test_the_same_names_under_unlike_leads_say_nothing():
    names = ("velmora", "brandic", "sarne")
    assert liken(sketch(0, names), sketch(1.4, names), SETTINGS) is None


def test_one_name_in_common_needs_a_figure_too():
    assert liken(sketch(0, ("velmora", "x")), sketch(0.5, ("velmora", "y")), SETTINGS) is None
    assert liken(sketch(0, ("velmora", "x"), ("400",)), sketch(0.5, ("velmora", "y"), ("400",)), SETTINGS) is not None


def test_a_report_that_shares_its_only_names_does_not_share_all():
    few = liken(sketch(0, ("velmora", "brandic")), sketch(0, ("velmora", "brandic")), SETTINGS)
    many = "velmora brandic sarne tarsk lorne".split()
    assert few.names < liken(sketch(0, many), sketch(0, many), SETTINGS).names < 1


@pytest.mark.parametrize("better", [{"cosine": 0.8}, {"names": 0.8}, {"figures": 1.0}])
def test_each_sign_speaks_for(better):
    assert score(ALIKE._replace(**better), 0.5, SETTINGS) > score(ALIKE, 0.5, SETTINGS)


def test_days_between_speak_against():
    gaps = [score(ALIKE, days, SETTINGS) for days in (0.0, 1.0, 2.0, 4.0, 30.0)]
    assert gaps[0] == gaps[1] > gaps[2] > gaps[3] > gaps[4]
    assert score(ALIKE, None, SETTINGS) == gaps[2]


def test_a_score_is_the_bias_and_its_signals():
    told = signals(ALIKE, 3.0, SETTINGS)
    assert score(ALIKE, 3.0, SETTINGS) == pytest.approx(SETTINGS.bias + sum(each.adds for each in told))
    assert {each.name for each in told} == {
        "leads across languages", "names across languages", "figures and dates", "days between",
    }  # fmt: skip


def test_of_two_members_both_must_be_alike_and_of_three_two():
    assert mean([ALIKE, None], SETTINGS) is None
    assert mean([ALIKE, None, ALIKE], SETTINGS) == pytest.approx(ALIKE)
    assert mean([ALIKE, None, None], replace(SETTINGS, quorum=0.1)) == pytest.approx(ALIKE)
