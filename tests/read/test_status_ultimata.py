"""What is set against a demand, hangs on what is left undone, or is a union's: threats beside what looks like them."""

from __future__ import annotations

import pytest

OR_WE = [
    ("“Give back the land or we burn the barns,” farmers told the count.", "burn", "threatened"),
    ("“Pay us or we walk out,” dancers told the theatre.", "walk out", "threatened"),
    ("“Send the money or my men will shoot the horses,” the bandit told the widow.", "shoot", "threatened"),
    ("“Lift the ban or our boats will blockade the port,” fishermen told ministers.", "blockade", "threatened"),
    ("“Stop the drilling or we shut the quarry,” villagers told the foreman.", "shut", "threatened"),
    ("“Rest now or you will miss the race,” the doctor told the runner.", "miss", "possible"),
    ("“Come early or we will miss the ferry,” the guide told tourists.", "miss", "possible"),
    ("“Help us or we will lose the farm,” the miller told the king.", "lose", "possible"),
    ("Lift the ban or fishermen will blockade the port, the union told ministers.", "blockade", "possible"),
]
MESSAGES = [
    ("The gang sent a message on Sunday: pay the ransom or we will kill the pilot.", "kill", "threatened"),
    ("The gang sent a message on Sunday: pay the ransom or we will kill the pilot.", "pay", "proposed"),
    ("Rebel chief Olm Kann issued an ultimatum: free the guards or his men will burn the fort.", "burn", "threatened"),
    ("The union issued an ultimatum: raise wages or drivers will strike.", "strike", "threatened"),
    ("The hackers posted a message on Tuesday: pay the ransom or we will leak the files.", "leak", "threatened"),
    ("The hackers posted a message on Tuesday: pay the ransom or we will leak the files.", "pay", "proposed"),
    ("The plan has two goals: cut waste and save jobs.", "cut", "proposed"),
]
TIMED = [
    ("The bandits gave the bank until noon to pay or they would blow up the vault.", "blow up", "threatened"),
    (
        "The hackers have given the clinic until midnight to pay or they will publish its letters.",
        "publish",
        "threatened",
    ),
    ("The council gave the drivers until Monday to return or it would sack them.", "sack", "threatened"),
    ("The rebels told the mayor to open the gate or they would burn the mill.", "burn", "threatened"),
    ("The archivists gave the city until May to answer or they would donate the maps.", "donate", "possible"),
    ("The brewer gave the pubs a week to sign or they would lose their beer.", "lose", "possible"),
    ("The bank told the firm to repay the loan or it would seize the ships.", "seize", "possible"),
]
NOT_DONE = [
    ("The trustees said they would cut the grant if the museum did not open its archive.", "cut", "threatened"),
    ("“We will sue the cooperative if the seeds are not delivered,” the growers told reporters.", "sue", "threatened"),
    ("“We will cut the water if the rent is not paid,” the landlord told tenants.", "cut", "threatened"),
    ("The zoo said it would close the aviary if the fever was not contained.", "close", "possible"),
    ("The line said it would cut the fare if the ferry was not repaired.", "cut", "possible"),
    ("The foundation said it would fund the choir if the town did not.", "fund", "possible"),
]
UNIONS = [
    ("Union leader Ida Kant said drivers would walk out unless the depot was repaired.", "walk out", "threatened"),
    ("The teachers' union said teachers would strike if the minister cut their pay.", "strike", "threatened"),
    ("The clerks said they would down tools unless the hall was heated.", "down tools", "threatened"),
    ("The dockers' union said dockers would down tools if the crane was not repaired.", "down tools", "threatened"),
    ("The pickers said they would walk out unless the overseer apologised.", "walk out", "threatened"),
    ("The institute said drivers would walk out unless the depot was repaired.", "walk out", "possible"),
    ("Analysts said pilots would strike if the airline cut pensions.", "strike", "possible"),
    ("Union leader Ida Kant said drivers would lose their homes unless the depot was repaired.", "lose", "possible"),
]
REMISS = [
    ("The captain said he would bench anyone who missed a rehearsal.", "bench", "threatened"),
    ("Publisher Otto Venn told his authors he would drop anyone who missed a deadline.", "drop", "threatened"),
    ("The abbot told the monks he would expel anyone who failed to sing.", "expel", "threatened"),
    ("The bus firm said it would help anyone who missed the last bus.", "help", "planned"),
    ("Teacher Lena Brack said she would help anyone who failed the exam.", "help", "planned"),
]
HARMED = [
    (
        "Marshal Olm Kann warned the raiders that his army would raze their camps if a villager was harmed.",
        "raze",
        "threatened",
    ),
    (
        "The general warned the elders that his men would burn the granary if one fighter was harmed.",
        "burn",
        "threatened",
    ),
    (
        "A robber told staff at a Holm bank that he would shoot the clerk if anyone rang the bell.",
        "shoot",
        "threatened",
    ),
    (
        "Captain Rolf Tesk warned the poachers that his crew would sink their boats if a ranger was harmed.",
        "sink",
        "threatened",
    ),
    ("The wardens warned visitors that they would shoot the bear if a child was harmed.", "shoot", "possible"),
    ("The ministry warned that it would ban the drug if a patient was harmed.", "ban", "possible"),
    ("Doctors warned that the bell would wake the ward if anyone rang it.", "wake", "possible"),
]
TOLD = [
    ("The skipper insists that she did not cut the cable.", "cut", "denied"),
    ("The bishop insisted that he did not sell the bell.", "sell", "denied"),
    ("The owners insist that they do not water the beer.", "water", "denied"),
    ("The bishop insisted that the bell not leave the church.", "leave", "refused"),
    ("The bishop insisted that the choir sing in Latin.", "sing", "proposed"),
    ("The bishop demanded that the bell be sold.", "sold", "proposed"),
    (
        "Aides would neither confirm nor deny the visit, but guards suspect that a thief emptied the vault.",
        "emptied",
        "alleged",
    ),
    ("The owner neither paid the crew nor fed the horses.", "fed", "denied"),
    ("The firm dismissed as “fantasy” reports that it had sold the mill.", "sold", "denied"),
    ("The firm described as nonsense claims that it had sold the mill.", "sold", "denied"),
    ("The police described as accurate reports that the mill had burned.", "burned", "alleged"),
    ("It was not until May that the firm sold the mill.", "sold", "done"),
    ("It was not until Monday that divers found the anchor.", "found", "done"),
]


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [*OR_WE, *MESSAGES, *TIMED, *NOT_DONE, *UNIONS, *REMISS, *HARMED, *TOLD],
)
def test_a_threat_and_what_looks_like_one(status_of, text, words, status):
    assert status_of(text, words) == status


def test_who_sets_a_time_is_the_voice_of_what_comes_otherwise(event_of):
    event = event_of("The bandits gave the bank until noon to pay or they would blow up the vault.", "blow up")
    assert event.voice is not None
    assert event.voice.name == "The bandits"
