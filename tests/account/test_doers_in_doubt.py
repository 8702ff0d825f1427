"""A deed that two reports give to people of two kinds is not agreed, and the account says so."""

from __future__ import annotations

import pytest

import rashomon


def account_of(*texts):
    """The one story that these reports tell, each of its own outlet."""
    rows = [
        {
            "id": f"r{n}",
            "outlet": f"Outlet {n}",
            "published_at": f"2034-05-05T1{n}:00:00+00:00",
            "headline": "",
            "text": text,
        }
        for n, text in enumerate(texts)
    ]
    return rashomon.account(rows).stories


def agreed(*texts):
    """The claims that are told as agreed."""
    return [c.text for s in account_of(*texts) for c in s.claims if c.standing.value == "agreed"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Soldiers killed 12 villagers in Marn on Friday.", "Rebels killed 12 villagers in Marn on Friday."),
        ("Police arrested 12 protesters in Marn on Friday.", "The army arrested 12 protesters in Marn on Friday."),
        ("Rebel soldiers kidnapped 30 farmers in Oss.", "Government soldiers kidnapped 30 farmers in Oss."),
        ("The bridge at Marn was blown up by militants.", "The bridge at Marn was blown up by the army."),
        (
            "Volunteers rescued 40 passengers from the ferry on Friday.",
            "Firefighters rescued 40 passengers from the ferry on Friday.",
        ),
        ("A man stabbed three passengers on a tram in Oss.", "A woman stabbed three passengers on a tram in Oss."),
    ],
)
def test_people_of_two_kinds_do_not_agree(left, right):
    assert agreed(left, right) == []
    assert "doer-in-doubt" in {p.code for s in account_of(left, right) for p in s.problems}


def test_a_body_whose_name_says_its_kind_is_in_doubt_too():
    left, right = "Police arrested 12 protesters in Marn.", "The Northern Army arrested 12 protesters in Marn."
    assert agreed(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Troops killed 12 villagers in Marn on Friday.", "Soldiers killed 12 villagers in Marn on Friday."),
        ("The army killed 12 villagers in Marn on Friday.", "Soldiers killed 12 villagers in Marn on Friday."),
        ("12 villagers were killed in Marn on Friday.", "Soldiers killed 12 villagers in Marn on Friday."),
        ("The Northern Army killed 12 villagers in Marn.", "Soldiers killed 12 villagers in Marn."),
        ("Gunmen kidnapped 30 farmers in Oss.", "Rebels kidnapped 30 farmers in Oss."),
        ("Police arrested 12 protesters in Marn on Friday.", "Officers arrested 12 protesters in Marn on Friday."),
        ("Firefighters rescued 40 people from the Linde ferry.", "Rescuers saved 40 people from the Linde ferry."),
    ],
)
def test_two_words_for_the_same_people_agree(left, right):
    assert len(agreed(left, right)) == 1
    assert "doer-in-doubt" not in {p.code for s in account_of(left, right) for p in s.problems}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("12 soldiers fired on the crowd in Marn on Friday.", "12 soldiers removed in trucks from Marn on Friday."),
        ("12 soldiers fired shots in Marn on Friday.", "12 soldiers were removed in trucks from Marn on Friday."),
        ("Twenty miners left the pit in Marn.", "Twenty miners quit their jobs in Marn."),
    ],
)
def test_one_number_of_the_same_people_is_no_agreement_on_what_they_did(left, right):
    assert agreed(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Twelve workers were sacked in Marn on Friday.", "The company fired twelve workers in Marn on Friday."),
        ("Twenty miners drowned in Marn on Friday.", "Twenty miners were killed in Marn on Friday."),
        ("Ninety residents were evacuated from Marn.", "Ninety people were rescued from Marn."),
    ],
)
def test_one_number_and_one_deed_in_other_words_agree(left, right):
    assert len(agreed(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mayor's wife, Ada Thom, was attacked in Oss on Monday.", "The mayor was attacked in Oss on Monday."),
        ("The judge's son was arrested in Oss on Monday.", "The judge was arrested in Oss on Monday."),
        ("Adam Thom's brother was arrested in Oss on Monday.", "Adam Thom was arrested in Oss on Monday."),
        ("The wife of the bishop left the town on Monday.", "The bishop left the town on Monday."),
        ("A son of Adam Thom robbed a bank in Oss on Monday.", "Adam Thom robbed a bank in Oss on Monday."),
        ("The miners' leader was beaten in Oss on Monday.", "The miners were beaten in Oss on Monday."),
        ("The minister's spokeswoman resigned on Monday.", "The minister resigned on Monday."),
    ],
)
def test_somebody_of_a_person_is_another(left, right):
    assert agreed(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ministry's inspectors closed the mill on Monday.", "The ministry closed the mill on Monday."),
        ("The president's office closed the border on Monday.", "The president closed the border on Monday."),
        ("Norland's president signed the treaty on Monday.", "Norland signed the treaty on Monday."),
        ("The mayor's deputy, Ida Holm, sold the hall on Monday.", "Ida Holm sold the hall on Monday."),
        ("The firm's owner, Otto Gram, was fined on Monday.", "Otto Gram was fined on Monday."),
        ("The bishop of Oss left the town on Monday.", "The bishop left the town on Monday."),
    ],
)
def test_who_acts_for_a_body_and_whose_name_is_told_are_not(left, right):
    assert len(agreed(left, right)) == 1


@pytest.mark.parametrize(
    ("ruling_out", "telling"),
    [
        ("It was not Kesh that broke the truce on Monday.", "Kesh broke the truce on Monday."),
        ("It was not Kesh but Velm that broke the truce on Monday.", "Kesh broke the truce on Monday."),
        ("It wasn't Lena Orr who shot the mayor of Oss.", "Lena Orr shot the mayor of Oss."),
        ("It was not the mayor who was shot in Oss on Monday.", "The mayor was shot in Oss on Monday."),
    ],
)
def test_who_is_ruled_out_is_not_agreed_to_have_done_it(ruling_out, telling):
    (story,) = account_of(ruling_out, telling)
    (claim,) = [c for c in story.claims if len(c.reports) > 1]
    assert (claim.standing.value, claim.origins) == ("disputed", 1)
    assert any(ruling_out.rstrip(".") in sentence.text for sentence in story.digest)


@pytest.mark.parametrize(
    ("unseen", "telling"),
    [
        ("The club will never see the sale of striker Omar Sell.", "Striker Omar Sell was sold on Monday."),
        ("The council may see the sale of the hall on Monday.", "The hall was sold on Monday."),
        ("Miners hope to see the release of Orr on Monday.", "Orr was released on Monday."),
    ],
)
def test_what_nobody_has_seen_yet_agrees_with_nothing(unseen, telling):
    assert agreed(unseen, telling) == []
