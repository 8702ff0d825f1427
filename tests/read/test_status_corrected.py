"""What a sentence takes back, corrects or calls wrong: each turn beside its neighbour without it."""

from __future__ import annotations

import pytest

NOT_ONE = [
    ("Not one lorry has left the depot.", "left", "denied"),
    ('"Not one guard has left the camp," Mayor Ida Moe said.', "left", "denied"),
    ("Mayor Ida Moe said not one guard had left the camp.", "left", "denied"),
    ("Not one of the guards has left the camp.", "left", "denied"),
    ("One guard has left the camp.", "left", "done"),
    ("Not a few guards left the camp.", "left", "done"),
    ("Not one but two guards left the camp.", "left", "done"),
]
ELSEWHERE = [
    ("The mill was bought not by Ida Moe but by Karl Venn.", "bought", "done"),
    ("The mill was not leased to Kesh but to Orsk.", "leased", "done"),
    ("The mill was not leased to Kesh.", "leased", "denied"),
    ("Soldiers did not fire at the crowd but at the gate.", "fire", "done"),
]
UNSETTLED = [
    ("The board has not yet decided to shut the mill.", "shut", "possible"),
    ("The board decided not to shut the mill.", "shut", "refused"),
    ("The board failed to agree on shutting the mill.", "shutting", "possible"),
    ("The board agreed on shutting the mill.", "shutting", "planned"),
    ("The board is not yet ready to sign the treaty.", "sign", "possible"),
    ("The envoy denied that she had refused to meet the rebels.", "meet", "possible"),
    ("The envoy refused to meet the rebels.", "meet", "refused"),
]
TAKEN_BACK = [
    ("The board reversed its decision to shut the mill.", "shut", "refused"),
    ("The decision to shut the mill was overturned by a court.", "shut", "refused"),
    ("The board did not reverse its decision to shut the mill.", "shut", "done"),
    ("The board may reverse its decision to shut the mill.", "shut", "possible"),
    ("The board abandoned its plan to shut the mill.", "shut", "refused"),
    ("The purchase of the ferry fell through.", "purchase", "denied"),
    ("The purchase of the ferry went ahead.", "purchase", "done"),
    ("The purchase of the ferry was halted by a judge.", "purchase", "possible"),
    ("The bombing of the port was halted by a truce.", "bombing", "done"),
    ("The board rejected calls not to shut the mill.", "shut", "possible"),
    ("The board rejected calls to shut the mill.", "shut", "proposed"),
]
NOT_SO = [
    ("It is untrue that the pier collapsed, the harbourmaster said.", "collapsed", "denied"),
    ("It is untrue that the ferry sank, the harbourmaster said.", "sank", "denied"),
    ("It is clear that the pier collapsed, the harbourmaster said.", "collapsed", "done"),
    ("The council said it had not ordered the demolition of the pier.", "ordered the demolition", "denied"),
    ("The council said it had ordered the demolition of the pier.", "ordered the demolition", "done"),
    ("It was impossible for Ida Moe to have poisoned the well.", "poisoned", "denied"),
    ("It is possible for Ida Moe to leave the town.", "leave", "possible"),
    ("Police ruled out that Ida Moe poisoned the well.", "poisoned", "denied"),
    ("Police cannot rule out that Ida Moe poisoned the well.", "poisoned", "possible"),
    ("The union ruled out selling the archive.", "selling", "refused"),
    ("Ida Moe cannot have poisoned the well, Karl Venn said.", "poisoned", "denied"),
    ("Ida Moe cannot leave the town.", "leave", "refused"),
]
WRONG = [
    ("Ida Moe was wrongly accused of poisoning the well.", "poisoning", "denied"),
    ("Ida Moe was accused of poisoning the well.", "poisoning", "alleged"),
    ("Ida Moe was falsely said to have poisoned the well.", "poisoned", "denied"),
    ("The Gazette wrongly reported that Ida Moe had poisoned the well.", "poisoned", "denied"),
    ("The Gazette wrongly reported that Ida Moe had not poisoned the well.", "poisoned", "done"),
    ("A fake video shows Ida Moe poisoning the well.", "poisoning", "denied"),
    ("A video shows Ida Moe poisoning the well.", "poisoning", "done"),
    ("Clerk Bo Hale withdrew his statement that Ida Moe poisoned the well.", "poisoned", "alleged"),
    ("Clerk Bo Hale repeated his statement that Ida Moe poisoned the well.", "poisoned", "done"),
]
WHEN = [
    ("Ida Moe was about to sign the deed when she was arrested.", "arrested", "done"),
    ("The ferry will sail when it is repaired.", "repaired", "possible"),
    ("The mayor said the bridge would reopen when it was repaired.", "repaired", "possible"),
    ("Hardly had the train left when it crashed.", "left", "done"),
    ("The train had hardly left when it crashed.", "left", "done"),
    ("The train had hardly left the depot.", "left", "denied"),
]
RATHER = [
    ("Karl Venn said he would rather quit than bomb the dam.", "bomb", "refused"),
    ('Karl Venn said: "Cross the river and we will bomb the dam."', "bomb", "threatened"),
]
ALL = [*NOT_ONE, *ELSEWHERE, *UNSETTLED, *TAKEN_BACK, *NOT_SO, *WRONG, *WHEN, *RATHER]


@pytest.mark.parametrize(("text", "words", "status"), ALL)
def test_what_is_told_of_the_act(status_of, text, words, status):
    assert status_of(text, words) == status


def test_who_did_it_is_who_is_put_in_place_of_another(event_of):
    assert event_of("The mill was bought not by Ida Moe but by Karl Venn.", "bought").actor.name == "Karl Venn"
    assert event_of("The mill was bought by Karl Venn, not by Ida Moe.", "bought").actor.name == "Karl Venn"


def test_where_it_went_is_what_is_put_in_place_of_another(event_of):
    others = event_of("The mill was not leased to Kesh but to Orsk.", "leased").others
    assert [(word, party.name) for word, party in others] == [("to", "Orsk")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was not Ida Moe who shut the mill.", "shut"),
        ("It was not the council that ordered the demolition of the pier.", "ordered the demolition"),
        ("The envoy was stabbed on Friday, reportedly by her cousin.", "stabbed"),
    ],
)
def test_nobody_did_it_who_is_ruled_out_or_only_rumoured(event_of, text, words):
    event = event_of(text, words)
    assert (str(event.status), event.actor) == ("done", None)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The Gazette wrongly reported that Ida Moe had poisoned the well.", None),
        ("Karl Venn said the Gazette had wrongly reported that Ida Moe had poisoned the well.", "Karl Venn"),
        ("Karl Venn accused the Gazette of wrongly reporting that Ida Moe had poisoned the well.", "Karl Venn"),
    ],
)
def test_who_calls_a_report_wrong_denies_it_and_not_who_made_it(event_of, text, voice):
    event = event_of(text, "poisoned")
    assert (str(event.status), event.voice and event.voice.name) == ("denied", voice)


@pytest.mark.parametrize(
    ("text", "words", "status", "voice"),
    [
        ("Ida Moe, who the Gazette reported had robbed the bank, resigned on Monday.", "robbed", "done", "Gazette"),
        ("The army said that reports it bombed the dam were under investigation.", "bombed", "alleged", "The army"),
        ("The army said reports that it bombed the dam were untrue.", "bombed", "denied", "The army"),
    ],
)
def test_an_accusation_is_told_in_the_name_of_who_makes_it(event_of, text, words, status, voice):
    event = event_of(text, words)
    assert (str(event.status), event.voice and event.voice.name) == (status, voice)


def test_a_relative_clause_that_only_names_its_object_takes_nothing_from_the_main_clause(event_of):
    text = "The letter that the mayor wrote had vanished, and was later stolen by a clerk."
    assert event_of(text, "vanished").voice is None
    assert event_of(text, "stolen").voice is None


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Ida Moe never promised to reopen the mill, her spokeswoman Lena Ruck said.", "Lena Ruck"),
        ("Ida Moe promised to reopen the mill.", "Ida Moe"),
    ],
)
def test_who_is_said_not_to_have_spoken_has_no_voice(event_of, text, voice):
    event = event_of(text, "reopen")
    assert event.voice is not None
    assert event.voice.name == voice


@pytest.mark.parametrize(
    ("source", "status"), [("Quillan Press", "done"), ("the Lendry Post", "done"), ("media reports", "alleged")]
)
def test_an_agency_with_a_name_is_no_hearsay(event_of, source, status):
    assert str(event_of(f"The mill burned down, according to {source}.", "burned down").status) == status
