"""The forms in which news tells a happening: headlines, participles, particles, phrases, verdicts; invented words."""

from __future__ import annotations

import pytest

from rashomon.core import Status


def words(event):
    return (event.actor.head if event.actor else None, event.target.head if event.target else None)


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "target"),
    [
        ("Norland envoys expelled", "expel", None, "envoy"),
        ("Ferry disaster: captain arrested", "arrest", None, "captain"),
        ("Man charged with murder of teacher", "charge", None, "man"),
        # a sentence that a point ends is none of these, and a verb that needs no object has its own subject
        ("Norland envoys expelled the journalists.", "expel", "envoy", "journalist"),
        ("Ferry sank off Lys", "sink", "ferry", None),
        ("Two people were killed and 19 injured in Lys.", "injure", None, "19"),
        ("The ferry, which was carrying 80 people, capsized in rough seas off Lys.", "capsize", "ferry", None),
    ],
)
def test_a_headline_and_a_shared_auxiliary_may_leave_out_the_passive(events_in, text, lemma, actor, target):
    assert words(events_in(text)[lemma]) == (actor, target)


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "target"),
    [
        ("Train drivers walked out on Monday.", "walk out", "driver", None),
        ("The bishop stepped down on Monday.", "step down", "bishop", None),
        ("A coal barge ran aground near Orle.", "run aground", "barge", None),
        ("Nine miners lost their lives in the fire.", "lose life", "miner", None),
        ("The clerk was found guilty of theft.", "find guilty", None, "clerk"),
        ("A court in Lys found Otto Brandt guilty of stealing a tram.", "find guilty", "court", "brandt"),
        ("Bus drivers will go on strike on Monday.", "go on strike", "driver", None),
        ("Gunmen took four nuns hostage.", "take hostage", "gunman", "nun"),
        ("Norland cut ties with Bree.", "cut ties", "norland", "bree"),
        ("The barge crashed into a pier.", "crash", "barge", None),
    ],
)
def test_words_that_make_one_verb_are_one(events_in, text, lemma, actor, target):
    found = events_in(text)[lemma]
    assert found.actor.head.casefold() == actor if actor else found.actor is None
    assert target is None or found.target.head.casefold() == target


@pytest.mark.parametrize(
    "text", ["Norland had ordered 28 of its envoys sent home.", "Norland ordered 28 envoys sent home."]
)
def test_an_order_with_a_participle_is_two_events(events_in, text):
    found = events_in(text)
    assert found["order"].status is Status.DONE
    assert found["send home"].status is Status.DONE
    assert found["send home"].actor.head == "norland"
    assert found["send home"].target.name.startswith("28")


def test_both_events_of_an_order_have_one_voice(events_in):
    found = events_in("Norland said it had ordered the palace gates shut.")
    assert found["order"].voice.head == found["shut"].voice.head == "norland"


@pytest.mark.parametrize(
    ("text", "lemma", "actor"),
    [
        ("Two candidates accused the ruling party of rigging the vote.", "rig", "party"),
        ("Bree warned Norland against sending troops across the river.", "send troops", "norland"),
        ("Instead of going to Lys, the barge unloaded the coal.", "go", "barge"),
        ("Winds probably caused a barge to sink, killing nine people.", "kill", "barge"),
        ("Norland repealed a law of May 2011, which banned the sale of coal.", "ban", "law"),
    ],
)
def test_whose_gerund_or_relative_clause_it_is(events_in, text, lemma, actor):
    assert events_in(text)[lemma].actor.head == actor


def test_a_cause_in_doubt_leaves_no_doubt_of_what_follows(events_in):
    found = events_in("Winds probably caused a barge to sink, killing nine people.")
    assert found["cause"].status is Status.POSSIBLE
    assert found["kill"].status is Status.DONE


@pytest.mark.parametrize(
    ("text", "lemma", "status", "voice"),
    [
        ("Norland denied Bree's claim that its troops crossed the river.", "cross", Status.DENIED, "norland"),
        ("The firm dismissed as false a report that it sold the plant.", "sell", Status.DENIED, "firm"),
        ("There is no evidence that the mayor took bribes.", "take", Status.DENIED, None),
        ("The firm denied an allegation by a worker that it dumped waste.", "dump", Status.DENIED, "firm"),
        ("Contradicting earlier reports, the army said the fleet left the port.", "leave", Status.DONE, "army"),
        ("Contradicting earlier reports, the army said the fleet left the port.", "report", Status.DONE, None),
        ("A jury cleared the nurse of poisoning two patients.", "poison", Status.DENIED, None),
    ],
)
def test_a_denial_denies_what_it_states_and_nothing_else(events_in, text, lemma, status, voice):
    found = events_in(text)[lemma]
    assert found.status is status
    assert voice is None or found.voice.head == voice


def test_a_charge_that_is_denied_at_once_is_told_and_denied(reader, document_of):
    text = "Norland accused Bree of sinking the trawler, a charge that Bree denies."
    told = [e for e in reader.read(document_of(text)).events if e.predicate.lemma == "sink"]
    assert {(e.status, e.voice.head) for e in told} == {(Status.ALLEGED, "norland"), (Status.DENIED, "bree")}


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("Norland's premier called a snap election.", "election", Status.PLANNED),
        ("The premier called the vote a farce.", "vote", Status.DONE),
        ("Rovers beat City to win the cup.", "win", Status.DONE),
        ("Rovers bought a striker to win the cup.", "win", Status.PLANNED),
        ("Fishermen blocked the port to protest against the cuts.", "protest", Status.PLANNED),
        ("Brandt plans to appeal against the verdict.", "verdict", Status.DONE),
        ("The general denied taking banned drugs.", "ban", Status.DONE),
        ("The man set fire to a school.", "fire", Status.DONE),
        ("Ovex denied it was in talks with Tarn Steel.", "talk", Status.DENIED),
        ("Please send the form to the office.", "send", Status.PROPOSED),
        ("The price war will continue.", "war", Status.DONE),
        ("Police held a sailor under suspicion that he sold oil.", "sell", Status.ALLEGED),
    ],
)
def test_statuses_that_hang_on_the_construction(events_in, text, lemma, status):
    assert events_in(text)[lemma].status is status


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("The blast left six workers dead.", "die", Status.DONE),
        ("Ferry sinks off Lys, 12 feared dead", "die", Status.ALLEGED),
        ("Ferry sinks off Lys, 12 feared dead", "sink", Status.DONE),
        ("Eight dead as tram hits wall", "die", Status.DONE),
    ],
)
def test_the_dead_are_told_by_an_adjective(events_in, text, lemma, status):
    assert events_in(text)[lemma].status is status


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "target"),
    [
        ("Ilse Tarn was the cousin of the mayor.", "cousin", "tarn", "mayor"),
        ("One of the pilots was the cousin of the mayor.", "cousin", "one", "mayor"),
        ("The victim was Otto Brandt.", "be", "victim", "brandt"),
        ("The suspect is not a member of the choir.", "member", "suspect", "choir"),
    ],
)
def test_what_somebody_is_can_be_compared(events_in, text, lemma, actor, target):
    assert words(events_in(text)[lemma]) == (actor, target)


def test_what_points_at_nothing_is_nobodys_attribute(events_in):
    assert "farce" not in events_in("It was a farce.")


def test_to_ask_somebody_to_act_is_an_act(events_in):
    found = events_in("The judge asked the jury to leave the room.")
    assert words(found["ask"]) == ("judge", "jury")
    assert found["leave"].status is Status.PROPOSED
    assert "ask" not in events_in("The mayor asked whether the bridge had burned.")


def test_what_befalls_a_thing_named_before_the_noun_is_its_actor(events_in):
    assert events_in("The plane crash killed nine people.")["crash"].actor.name == "plane"


@pytest.mark.parametrize(
    ("text", "lemma", "code"),
    [
        ("Norland will release two fishermen.", "release", "AGREE"),
        ("Norland released two fishermen.", "release", "YIELD"),
        ("Norland is willing to help the fishermen.", "help", "AGREE"),
        ("The hospital fired nine nurses.", "fire", None),
        ("Soldiers fired at nine nurses.", "fire", "ASSAULT"),
        ("Rovers beat City 3-1.", "beat", None),
        ("Police beat two students.", "beat", "ASSAULT"),
    ],
)
def test_codes_by_status_and_sense(events_in, text, lemma, code):
    assert events_in(text)[lemma].code == code
