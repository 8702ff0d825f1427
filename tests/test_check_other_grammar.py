"""A sentence held against reports that tell it in another grammar: what is carried still, and what must not be."""

from __future__ import annotations

import pytest
from tests.newsrooms import parse_newsroom
from tests.test_check import Checker, OnceMade, carriers

ROOM = parse_newsroom(
    """
    == The Quay, 2033-04-05 09:00 +02:00; id: quay ==
    Vilmark sells ferry yard

    Vilmark Shipping has sold its yard at Torsund to Brandal Capital for 40 million crowns. Its director, Sunniva Aas,
    will take charge of the yard until the summer.

    The port inspectors closed the Torsund slipway on Tuesday after six welders had been taken to hospital. Some 300
    dock workers at Torsund went on strike.

    Transport minister Orla Fenn ordered an inspection of all slipways. She asked the government for 12 cranes.

    Vilmark's spokesman, Didrik Moe, said that nobody should work on the slipway.

    == Torsund News, 2033-04-05 12:00 +02:00; id: news ==
    Brandal buys yard of Torsund

    Brandal Capital has bought the Torsund yard of Vilmark Shipping. The company paid 40 million crowns.

    Inspectors shut the Torsund slipway on Tuesday. Six people were taken to hospital. The 300 dockers of Torsund
    stopped work at noon.

    Orla Fenn has requested 12 cranes from the government, and all slipways are to be inspected.

    == The Anchor, 2033-04-06 08:00 +02:00; id: anchor ==
    Fear for jobs on the slipway

    The council of Torsund voted on Wednesday to ban night work on the slipway. The motion passed by nine votes to two.

    Vilmark Shipping will lay off 70 workers. Union leader Rasmus Eik demanded that the yard be reopened.

    Fenn ruled out a sale of the harbour.
    """
)


@pytest.fixture(scope="module")
def check(reader):
    checker = Checker(OnceMade(reader))
    return lambda claim: checker(claim, ROOM)


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ("Vilmark Shipping has sold its yard to Brandal Capital.", {"quay", "news"}),
        ("Brandal Capital has bought the yard.", {"quay", "news"}),
        ("Sunniva Aas will lead the yard.", {"quay"}),
        ("Port inspectors have shut the Torsund slipway.", {"quay", "news"}),
        ("Six welders were hospitalised.", {"quay", "news"}),
        ("300 dockers went on strike.", {"quay", "news"}),
        ("Orla Fenn asked the government for 12 cranes.", {"quay", "news"}),
        ("Orla Fenn ordered that all slipways be inspected.", {"quay"}),
        ("Vilmark Shipping said that people should not work on the slipway.", {"quay"}),
        ("The council of Torsund has banned night work on the slipway.", {"anchor"}),
        ("Vilmark Shipping will cut 70 jobs.", {"anchor"}),
    ],
)
def test_the_same_deed_in_another_grammar_is_carried(check, claim, wanted):
    assert carriers(check(claim)) == wanted


@pytest.mark.parametrize(
    "claim",
    [
        "Brandal Capital has sold its yard to Vilmark Shipping.",
        "Vilmark Shipping has sold its yard to Torsund News.",
        "Vilmark Shipping has bought the yard.",
        "Sunniva Aas has taken charge of the harbour.",
        "Fire inspectors have shut the Torsund slipway.",
        "Seven welders were hospitalised.",
        "Six sailors were hospitalised.",
        "70 dockers went on strike.",
        "Orla Fenn asked the union for 12 cranes.",
        "All slipways have been inspected.",
        "Vilmark Shipping said that people should work on the slipway.",
        "The council of Torsund has banned night work on the ferries.",
        "The government of Torsund has banned night work on the slipway.",
        "The yard has been reopened.",
        "Vilmark Shipping will hire 70 workers.",
    ],
)
def test_no_grammar_makes_a_distorted_sentence_carried(check, claim):
    assert not check(claim).carried


def test_where_no_report_carries_it_in_full_none_carries_it_less_exactly(check):
    # "six people" stands for six welders only because another report says that they are welders
    assert carriers(check("Six welders were hospitalised.")) == {"quay", "news"}
    assert not check("Six riveters were hospitalised.").carried


def test_a_vote_to_do_something_is_not_yet_the_deed_without_a_motion_that_passed(reader):
    room = parse_newsroom(
        """
        == The Anchor, 2033-04-06 08:00 +02:00; id: anchor ==
        Council against night work

        The council of Torsund voted on Wednesday to ban night work on the slipway. The mayor may still object.
        """
    )
    made = Checker(OnceMade(reader))("The council of Torsund has banned night work on the slipway.", room)
    assert not made.carried
    assert {d.on for r in made.otherwise for d in r.differs} == {"status"}
