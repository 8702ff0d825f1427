"""What a clause only supposes: which of some kind is meant, or on what something hangs; nobody tells it."""

from __future__ import annotations

import pytest

WHOEVER_IT_IS = [
    ("The president said she would sack any minister who lied.", "lied"),
    ("The president would sack any minister who had lied to the house.", "lied"),
    ("The mayor will fine every firm that dumped waste in the river.", "dumped"),
    ("The mayor will fine anyone who dumps waste in the river.", "dumps"),
    ("Anyone who looted the depot must surrender, the general said.", "looted"),
    ("Whoever leaked the tape will be prosecuted, the minister said.", "leaked"),
    ("Those who loot the depot will be punished, the general said.", "loot"),
    ("The mayor said no officer who fired on the crowd would be promoted.", "fired"),
    ("No minister who lied has been sacked.", "lied"),
    ("Police are looking for anyone who saw the blast.", "saw"),
    ("The council said it would expel members who voted against the budget.", "voted"),
    ("The president vowed to sack all ministers who lied.", "lied"),
    ("The mayor said any ship carrying arms would be seized.", "carrying"),
    ("The mayor said ships carrying arms would be seized.", "carrying"),
    ("Teachers who strike will be fined, the ministry said.", "strike"),
    ("The guild announced a plan to expel brewers who watered their beer.", "watered"),
    ("The union would sue any firm that admitted that it cheated its staff.", "cheated"),
]

SOMEBODY_IN_PARTICULAR = [
    ("The minister who lied to the house resigned.", "lied"),
    ("The president said she would sack the minister who lied to the house.", "lied"),
    ("The president sacked a minister who lied to the house.", "lied"),
    ("The council expelled members who voted against the budget.", "voted"),
    ("Police arrested everyone who looted the depot.", "looted"),
    ("All who looted the depot were arrested.", "looted"),
    ("The general said those who looted the depot had fled.", "looted"),
    ("The prince will pardon rebels who looted the depot on Monday.", "looted"),
    ("The mayor will fine the three firms that dumped waste in the river.", "dumped"),
    ("The mayor will fine every firm, which angered the guild.", "angered"),
    ("Those who looted the depot will be punished, the general said.", "looted"),
    ("The paper is cheaper than any other that she read.", "read"),
    ("Parents whose children drowned will sue the port.", "drowned"),
    ("The king will meet all the miners who survived.", "survived"),
    ("A monk said that satellites saw barges carrying oil.", "carrying"),
    ("The board is suspected of breaking rules drafted in 2009.", "drafted"),
    ("The envoy has no news of ships registered in Bree.", "registered"),
    ("The fleet would break rules drafted to stop the war.", "drafted"),
    ("The president will sack Orla Fenn, who lied to the house.", "lied"),
]


@pytest.mark.parametrize(("text", "words"), WHOEVER_IT_IS)
def test_what_tells_only_which_of_a_kind_are_meant_has_not_been_told_to_happen(status_of, text, words):
    assert status_of(text, words) == "possible"


@pytest.mark.parametrize(("text", "words"), SOMEBODY_IN_PARTICULAR)
def test_what_is_told_of_somebody_in_particular_did_happen(status_of, text, words):
    assert status_of(text, words) == "done"


CONDITIONS = [
    ("The bank will raise rates should inflation pass 6 percent, governor Lea Morn said.", "pass"),
    ("The ferries will stay in port should a storm hit the coast, the line said.", "hit"),
    ("Provided the bank lends it money, the firm will hire 50 people.", "lends"),
    ("The clinic keeps beds in case the dam breaks.", "breaks"),
    ("In case the dam breaks, residents will be moved.", "breaks"),
    ("The firm would pay a fine if it was found that it dumped paint.", "dumped"),
    ("If police discover that the guard slept, he will be dismissed.", "slept"),
    ("If the army shelled the village and burned the church, it must answer for it.", "burned"),
    ("If the clerk lied to the court, he should go, the judge said.", "lied"),
]

ANNOUNCED = [
    ("The bank will raise rates should inflation pass 6 percent, governor Lea Morn said.", "raise"),
    ("The ferries will stay in port should a storm hit the coast, the line said.", "stay"),
    ("Provided the bank lends it money, the firm will hire 50 people.", "hire"),
    ("The mill will close otherwise.", "close"),
]


@pytest.mark.parametrize(("text", "words"), CONDITIONS + ANNOUNCED)
def test_a_condition_and_what_hangs_on_it_are_open(status_of, text, words):
    assert status_of(text, words) == "possible"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("If the clerk knew that the dam leaked, he must pay.", "leaked", "done"),
        ("Police discovered that the guard slept.", "slept", "done"),
        ("The clinic said that should it burn, it would be rebuilt elsewhere.", "rebuilt", "possible"),
        ("The guild said the council should close the mill, the mayor said.", "close", "proposed"),
        ("The firm will not sell the mill otherwise.", "sell", "possible"),
        ("The firm will not sell the mill.", "sell", "refused"),
        ("The dam broke in any case.", "broke", "done"),
    ],
)
def test_what_looks_like_a_condition(status_of, text, words, status):
    assert status_of(text, words) == status


@pytest.mark.parametrize(
    ("text", "words", "supposed"),
    [
        ("The president said she would sack any minister who lied.", "lied", True),
        ("If the clerk lied to the court, he should go.", "lied", True),
        ("The ferries will stay in port should a storm hit the coast, the line said.", "hit", True),
        ("Unless the mill pays, the guild will sue.", "pays", True),
        ("The firm will hire 50 people provided that the bank lends it money.", "lends", True),
        ("Had the union agreed, the mill would have closed.", "agreed", True),
        ("The governor asked whether the clerk had lied.", "lied", False),
        ("The clerk may have lied to the court.", "lied", False),
        ("The mill will close if the guild sues.", "close", False),
    ],
)
def test_the_steps_say_that_nobody_tells_it(event_of, text, words, supposed):
    assert ("supposed" in event_of(text, words).why) is supposed
