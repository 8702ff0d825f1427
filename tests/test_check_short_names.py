"""A business by its short name, and an order that is no proposal, in sentences held against invented reports."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.pipeline import Pipeline


def checked(claim, told):
    """What one report that tells this says of a sentence."""
    room = parse_newsroom(f"== The Harbour Post, 2031-05-02 14:10 +02:00 ==\nNews of the day\n\n{told}\n")
    return Pipeline().check_of(claim, room.documents)


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ("Astral Airways cut 400 jobs on Friday.", "Astral cut 400 jobs."),
        ("Sandvik Power drained the upper lake on Friday.", "Sandvik drained the upper lake."),
        ("The mill will close in May, Brask Foods said.", "Brask said the mill would close in May."),
        ("Governor Ina Sand ordered the closure of 30 wells on Friday.", "Ina Sand ordered the closure of 30 wells."),
        ("Harbour master Lea Dorn proposed the removal of two cranes.", "Lea Dorn proposed the removal of two cranes."),
        (
            "Judge Ina Sand told the drivers to hand in their keys.",
            "Ina Sand ordered the drivers to hand in their keys.",
        ),
    ],
)
def test_a_short_name_and_the_same_way_of_asking_are_carried(told, claim):
    assert checked(claim, told).carried


@pytest.mark.parametrize(
    ("told", "claim", "on"),
    [
        ("Tarn Steel cut 400 jobs on Friday. Tarn Shipping hired 20 people.", "Tarn cut 400 jobs.", "actor"),
        ("Merle Bank cut 400 jobs in Merle on Friday.", "Merle cut 400 jobs.", "actor"),
        ("Merle Council cut 400 jobs on Friday.", "Merle cut 400 jobs.", "actor"),
        ("Governor Ina Sand ordered the closure of 30 wells.", "Ina Sand proposed the closure of 30 wells.", "status"),
        ("Harbour master Lea Dorn ordered pilots to leave the lock.", "Lea Dorn proposed that pilots leave.", "status"),
        ("Lea Dorn proposed the removal of two cranes.", "Lea Dorn ordered the removal of two cranes.", "status"),
    ],
)
def test_another_of_the_name_and_another_way_of_asking_are_told_otherwise(told, claim, on):
    made = checked(claim, told)
    assert not made.carried
    assert on in {d.on for r in made.otherwise for d in r.differs}
