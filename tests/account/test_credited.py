"""To which outlet a report's own words lay what they tell."""

import pytest
from tests.newsrooms import newsroom

from rashomon.account.credited import credited_to
from rashomon.account.press import UNNAMED, Press, outlet_key
from rashomon.core import Document

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the Norholm Mail", "norholm mail"),
        ("Norholm Mail", "norholm mail"),
        ("a report in the Norholm Mail", "norholm mail"),
        ("the Mail", "norholm mail"),
        ("Tessel News Agency", "tessel news agency"),
        ("Radio Tessel", "radio tessel"),
        ("state media", UNNAMED),
        ("Aldania’s state television", UNNAMED),
        ("a regional newspaper", UNNAMED),
        ("Edda Orsk", None),
        ("Jens Star", None),
        ("Tessel Space Agency", None),
        ("the former leader", None),
        ("federal agencies", None),
        ("", None),
    ],
)
def test_which_names_are_an_outlets(name, key):
    press = Press([Document(id="m", text="word", outlet="Norholm Mail")])
    assert press.key_of(name) == key


def test_an_outlet_has_one_key_in_all_its_spellings():
    assert outlet_key("The Harbour Post") == outlet_key("harbour post")


@newsroom
def test_who_is_credited(room, ledger_of):
    """Behind, before, aside, as the one who was told; and nobody.

    == Norholm Mail, 2031-05-02 14:10 +02:00 ==
    Norholm

    Port guards seized a trawler, the Tessel Herald reported.

    According to the Tessel Herald, pilots kidnapped a judge.

    Edda Orsk closed the quay, as first reported by the Tessel Herald.

    Pablo Rengo had sold the lighthouse, two clerks told the Tessel Herald.

    Police arrested the harbour master, state media said.

    A seagull attacked the mayor, Edda Orsk said.

    The Tessel Herald dismissed its editor.
    """
    ledger = ledger_of(room)
    press = Press(room.documents)
    (document,), (reading,) = room.documents, ledger.readings
    found = {e.predicate.lemma: credited_to(e, document, press) for e in reading.events}
    wanted = {
        "seize": "tessel herald",
        "kidnap": "tessel herald",
        "close": "tessel herald",
        "sell": "tessel herald",
        "arrest": UNNAMED,
        "attack": None,
        "dismiss": None,
    }
    assert {lemma: found[lemma] for lemma in wanted} == wanted


@newsroom
def test_who_credits_is_named_in_the_reason(room, ledger_of):
    """A person can open the count.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay closed

    Edda Orsk closed the northern quay on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay

    Edda Orsk closed the northern quay on Friday, the Harbour Post reported.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(MAIL, "closed the northern quay")
    assert (claim.outlets, claim.origins) == (2, 1)
    (origin,) = {r.origin for r in claim.reports}
    reason = next(o.reason for o in ledger.story.origins if o.id == origin)
    assert f"{MAIL} credits {POST}" in reason


@newsroom
def test_a_speaker_of_its_own_makes_an_origin_beside_the_credited_one(room, ledger_of):
    """The Echo asked somebody itself.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay to be sold

    Edda Orsk will sell the northern quay, the Harbour Post has learned.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay

    Edda Orsk will sell the northern quay, the Harbour Post reported.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Quay sale confirmed

    Edda Orsk will sell the northern quay, her deputy Jens Aldo told the Evening Echo.
    """
    claim = ledger_of(room).claim(ECHO, "will sell the northern quay")
    assert (claim.outlets, claim.origins) == (3, 2)


@newsroom
def test_whoever_cites_a_speaker_rests_on_that_speaker(room, ledger_of):
    """The agency was nowhere near.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Arrest

    Police arrested Jens Aldo on Friday, the police chief said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Arrest

    Police arrested Jens Aldo on Friday, Tesselwire reported, citing the police chief.
    """
    claim = ledger_of(room).claim(MAIL, "arrested Jens Aldo")
    assert (claim.outlets, claim.origins) == (2, 1)


@newsroom
def test_an_agency_whom_a_speaker_told_it_rests_on_the_speaker(room, ledger_of):
    """It was told on the telephone.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Arrest

    Police arrested Jens Aldo on Friday, the police chief told Tesselwire.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Arrest

    Police arrested Jens Aldo on Friday, Tesselwire reported.
    """
    claim = ledger_of(room).claim(MAIL, "arrested Jens Aldo")
    assert (claim.outlets, claim.origins) == (2, 1)


@newsroom
def test_whoever_cites_somebody_else_is_an_origin_of_its_own(room, ledger_of):
    """The prosecutor is not the police chief.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Arrest

    Police arrested Jens Aldo on Friday, the police chief said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Arrest

    Police arrested Jens Aldo on Friday, Tesselwire reported, citing the chief prosecutor.
    """
    claim = ledger_of(room).claim(MAIL, "arrested Jens Aldo")
    assert (claim.outlets, claim.origins) == (2, 2)


@newsroom
def test_an_outlet_that_is_not_there_is_called_as_some_report_calls_it(room, ledger_of):
    """Its letters, too.

    == Norholm Mail, 2031-05-02 14:10 +02:00 ==
    Norholm

    TV Tessel, a broadcaster, reported that pilots had kidnapped a judge.

    == The Harbour Post, 2031-05-02 16:10 +02:00 ==
    Harbour

    Pilots had kidnapped a judge, TV Tessel reported.
    """
    ledger = ledger_of(room)
    reasons = " ".join(origin.reason for origin in ledger.story.origins)
    assert "TV Tessel" in reasons
    assert "Tv Tessel" not in reasons
