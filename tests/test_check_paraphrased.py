"""A sentence held against reports that tell it in other words: what is carried, and what must not be."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom
from tests.test_check import Checker, OnceMade, carriers

ROOM = parse_newsroom(
    """
    == The Lamp, 2034-06-06 09:00 +02:00; id: lamp ==
    Harbour bridge at Selm to be rebuilt

    Rescuers evacuated the town hall of Selm on Tuesday after a gas leak. Police ordered some 400 people in the streets
    around it to leave their homes.

    The council rejected a petition against the new bridge. Some of the shopkeepers threatened to sue the council.

    Mayor Iva Rudd called for an inquiry into the upkeep of the gas pipes. She has offered residents a refund.

    Selm sent 30 firefighters to the border with Tarn and closed the ring road to lorries.

    The gas firm Calder bought two buses. Its lawyers rejected the allegations.
    """
)


@pytest.fixture(scope="module")
def check(reader):
    checker = Checker(OnceMade(reader))
    return lambda claim: checker(claim, ROOM)


@pytest.mark.parametrize(
    "claim",
    [
        "The council turned down a petition against the new bridge.",
        "Police told about 400 inhabitants of the streets to leave.",
        "Iva Rudd demanded an investigation into the maintenance of the gas pipes.",
        "Selm dispatched 30 firefighters to the frontier with Tarn.",
        "Selm shut the ring road to vehicles.",
        "Calder purchased two vehicles.",
        "Calder dismissed the accusations.",
    ],
)
def test_a_sentence_in_other_words_is_carried(check, claim):
    assert carriers(check(claim)) == {"lamp"}


@pytest.mark.parametrize(
    "claim",
    [
        "The council accepted a petition against the new bridge.",
        "The shopkeepers threatened to sue the council.",
        "All of the shopkeepers threatened to sue the council.",
        "The shopkeepers sued the council.",
        "Police told about 30 inhabitants of the streets to leave.",
        "Police arrested about 400 inhabitants of the streets.",
        "Iva Rudd opened an investigation into the maintenance of the gas pipes.",
        "Tarn dispatched 30 firefighters to the frontier with Selm.",
        "Selm dispatched 400 firefighters to the frontier with Tarn.",
        "Selm reopened the ring road to vehicles.",
        "Selm shut all roads to vehicles.",
        "Calder purchased 30 vehicles.",
        "Calder admitted the accusations.",
        "The mayor paid residents a refund.",
    ],
)
def test_a_distortion_in_other_words_is_not_carried(check, claim):
    assert not carriers(check(claim))


SIDES = parse_newsroom(
    """
    == The Lamp, 2034-06-06 09:00 +02:00; id: lamp ==
    Norway expels diplomats

    Norway expelled 35 Chilean diplomats on Friday.

    == The Post, 2034-06-06 12:00 +02:00; id: post ==
    President acts

    In addition to expelling the 35 intelligence operatives, the president of Chile announced sanctions against
    Norway's navy. Norway is shutting down two French offices in Lyon and Nice.
    """
)


def test_a_participle_has_the_subject_of_its_sentence_and_not_one_that_only_owns_something(reader):
    """Both tell of 35 people expelled, each by another state."""
    found = Checker(OnceMade(reader))("Norway expelled 35 Chilean diplomats.", SIDES)
    assert carriers(found) == {"lamp"}


def test_a_capital_is_a_place_and_not_its_country(reader):
    """French offices need not be in Paris."""
    checker = Checker(OnceMade(reader))
    assert carriers(checker("Norway is shutting down two offices in Paris.", SIDES)) == set()
    assert carriers(checker("Norway is shutting down two offices in Lyon.", SIDES)) == {"post"}
