"""Clauses that parsers join wrongly are read by themselves: inverted conditions, what follows a question."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "condition", "act"),
    [
        ("Were the bridge to fall, hundreds of villagers would lose their homes.", "fall", "lose"),
        ("Were the bank to fail, the mayor said, the state would close the mine.", "fail", "close"),
        ("Were the strike to go on, the army would be called in, the mayor said.", "go on", "called in"),
        ("Should the garrison fire on the barges, the firm will close the port.", "fire", "close"),
        ("Should the factory burn in the raid, the town will sell the land.", "burn", "sell"),
    ],
)
def test_an_inverted_condition_and_its_act_are_possible(status_of, text, condition, act):
    assert status_of(text, condition) == "possible"
    assert status_of(text, act) == "possible"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The guards were to open the gate, but the mayor closed the road.", "closed", "done"),
        ("Were the miners paid? The owner sold the mill.", "sold", "done"),
        ("The council said the mill should close in May.", "close", "proposed"),
        ("Clerks asked the bishop if he had lied; he closed the door.", "closed", "done"),
        ("A guard asked the miners whether they had seen the child; they shook their heads and left.", "left", "done"),
        ("The judge asked Orla Fenn if she had sold the ring; she had hidden it.", "hidden", "done"),
        ("Clerks asked if he had lied and closed the door.", "closed", "possible"),
    ],
)
def test_a_clause_beside_another_stands_for_itself(status_of, text, words, status):
    assert status_of(text, words) == status


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The premier ruled out sending soldiers to Bray, telling the radio that talks went on.", "sending", "refused"),
        ("The bishop ruled out selling the orchard, saying the monks needed it.", "selling", "refused"),
        ("The council opposed closing the school.", "closing", "refused"),
        ("The governor refused to rule out selling the docks.", "selling", "possible"),
        ("The king fell, breaking his arm.", "breaking", "done"),
        ("Continuing to explain his view, the mayor rejected the plan.", "explain", "done"),
        ("The firm dropped its plan to sell the mill after miners protested.", "protested", "done"),
        ("The monks abandoned a plan to close the chapel because pilgrims complained.", "complained", "done"),
        ("The envoys refused to leave the hall after the guards shut the gate.", "shut", "done"),
        ("The envoys refused to leave the hall until the guards opened the gate.", "opened", "possible"),
        ("The mayor wants to see the bridge rebuilt.", "rebuilt", "planned"),
        ("The union hopes to see the law changed.", "changed", "planned"),
        ("The union decided to wait and see what happened.", "happened", "done"),
        ("The mayor saw the bridge rebuilt.", "rebuilt", "done"),
        ("The mayor said he had seen the bridge rebuilt.", "rebuilt", "done"),
    ],
)
def test_what_is_ruled_out_given_up_or_yet_to_be_seen(status_of, text, words, status):
    assert status_of(text, words) == status
