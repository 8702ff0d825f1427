"""What is ended, prolonged, seen or joined is there: what is told is the ending, not whether the happening happened."""

from __future__ import annotations

import pytest


def told(events) -> dict[str, str]:
    return {lemma: event.status.value for lemma, event in events.items()}


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("The council ended the curfew in Halm on Friday.", "end", "done"),
        ("The council did not end the curfew in Halm on Friday.", "end", "denied"),
        ("The siege of Orrel was not ended by the truce.", "end", "denied"),
        ("The firm will end the boycott of Tarn in May.", "end", "planned"),
        ("The governor may end the blockade of the port.", "end", "possible"),
        ("Dockers refused to end the protest in Lund.", "end", "refused"),
        ("The clinic did not extend the trial of the drug.", "extend", "denied"),
        ("The guards did not see the explosion in the yard.", "see", "denied"),
        ("Miners did not join the march on the capital.", "join", "denied"),
    ],
)
def test_the_ending_has_the_status_that_is_told_of_it(events_in, text, lemma, status):
    assert told(events_in(text))[lemma] == status


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The council did not end the talks with Halm on Friday.", "talk"),
        ("The siege of Orrel was not ended by the truce.", "siege"),
        ("The firm will end the boycott of Tarn in May.", "boycott"),
        ("The minister may extend the ban on fishing.", "ban"),
        ("The army did not continue the bombing of Sarn.", "bombing"),
        ("The guards did not see the explosion in the yard.", "explosion"),
        ("Miners did not join the march on the capital.", "march"),
        ("Pilots refused to join the strike at the airline.", "strike"),
    ],
)
def test_the_happening_itself_is_done(events_in, text, noun):
    assert told(events_in(text))[noun] == "done"


@pytest.mark.parametrize(
    ("text", "noun", "status"),
    [
        # what begins or makes a happening still carries it
        ("The bakers never began the strike in Lund.", "strike", "denied"),
        ("Orle has not imposed a ban on salt.", "ban", "denied"),
        ("The minister will announce the ban on salt on Friday.", "ban", "planned"),
        ("The rebels did not carry out the attack on the camp.", "attack", "denied"),
        # one that somebody will join may be yet to come
        ("The bishop will join the protest on Friday.", "protest", "planned"),
        ("The clerks may lead a strike in the spring.", "strike", "possible"),
        # nor is one there that nobody has seen yet
        ("The club will never see the sale of its striker.", "sale", "refused"),
        ("The council may see the sale of the hall.", "sale", "possible"),
        ("Miners hope to see the release of Orr on Friday.", "release", "planned"),
    ],
)
def test_what_makes_a_happening_still_carries_it(events_in, text, noun, status):
    assert told(events_in(text))[noun] == status


@pytest.mark.parametrize("text", ["The mayor saw the attack on the camp.", "The town saw an attack on its port."])
def test_who_sees_a_deed_did_not_do_it(events_in, text):
    assert events_in(text)["attack"].actor is None
