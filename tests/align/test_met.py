"""Tellings of one happening in other words, or of another doer, and what only looks like it."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.core import Standing

FIRST, SECOND = "The Harbour Post", "Norholm Mail"


def told(ledger_of, first, second, later="2031-05-02 11:00 +02:00"):
    """The ledger of two reports of a sentence each."""
    return ledger_of(
        parse_newsroom(
            f"== {FIRST}, 2031-05-02 09:00 +02:00 ==\nFirst report\n\n{first}\n\n"
            f"== {SECOND}, {later} ==\nSecond report\n\n{second}\n"
        )
    )


@pytest.mark.parametrize(
    ("first", "one", "second", "other", "together"),
    [
        (
            "The coastguard rescued 36 anglers from an ice floe off Tarn on Friday.",
            "rescued",
            "Lifeboats brought 36 anglers ashore from an ice floe off Tarn on Friday.",
            "brought",
            False,  # lifeboats are not told to be the coastguard's
        ),
        (
            "Burglars stole 14 violins from the music school in Lasse on Friday.",
            "stole",
            "Burglars took 14 violins from the music school in Lasse, police said.",
            "took",
            True,
        ),
        (
            "The ministry will send 1,200 nurses to the flooded valley of Orrin, it said on Friday.",
            "send",
            "The ministry is to dispatch 1,200 nurses to the valley of Orrin.",
            "dispatch",
            True,
        ),
        (
            "The fire brigade evacuated 45 pupils of a school in Ossory on Friday.",
            "evacuated",
            "Firefighters evacuated 45 children from their school in Ossory.",
            "evacuated",
            True,
        ),
        (
            "The ferry Maid of Orm lost 60 cars in heavy seas on Friday.",
            "lost",
            "Sixty cars were dropped by the Maid of Orm.",
            "dropped",
            False,  # the ship stands as whom it befell in one and as who did it in the other
        ),
        (
            "Firefighters evacuated 45 pupils in Ossory on Friday.",
            "evacuated",
            "Firefighters evacuated 45 pupils in Tellin on Friday.",
            "evacuated",
            False,
        ),
        (
            "Burglars stole 14 violins from a school in Lasse on Friday.",
            "stole",
            "The orchestra took 14 violins from a school in Lasse on tour on Friday.",
            "took",
            False,
        ),
        (
            "The ministry will send 1,200 nurses to Orrin, it said on Friday.",
            "send",
            "The ministry will send 1,900 tents to Orrin, it said on Friday.",
            "send",
            False,
        ),
        (
            "Police detained 12 dockers in Orrin on Friday.",
            "detained",
            "Police released 12 dockers in Orrin on Friday.",
            "released",
            False,
        ),
        (
            "The army will send 300 soldiers to Orrin in May, it said.",
            "send",
            "The army will dispatch 300 soldiers to Orrin in August, it said.",
            "dispatch",
            False,
        ),
    ],
)
def test_the_same_number_of_the_same_things(first, one, second, other, together, ledger_of):
    ledger = told(ledger_of, first, second)
    assert ledger.together((FIRST, one), (SECOND, other)) is together


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        (
            "The Tollen Bank closed 40 branches in Orrin.",
            "closed",
            "The Tollen Bank opened 40 branches in Orrin.",
            "opened",
        ),
        ("Orrin bought 12 trams from Norrland Works.", "bought", "Orrin sold 12 trams to Norrland Works.", "sold"),
        ("The mill hired 60 weavers in Orrin.", "hired", "The mill dismissed 60 weavers in Orrin.", "dismissed"),
        ("The storm killed 14 sailors off Orrin.", "killed", "Lifeboats saved 14 sailors off Orrin.", "saved"),
        ("The storm sank 14 boats off Orrin.", "sank", "The yard built 14 boats for Orrin.", "built"),
        (
            "Orrin council approved 30 flats in Mill Lane.",
            "approved",
            "Orrin council rejected 30 flats in Mill Lane.",
            "rejected",
        ),
        ("Doctors treated 25 pupils of Orrin school.", "treated", "Orrin school expelled 25 pupils.", "expelled"),
        ("Police found 34 bicycles in Orrin.", "found", "Thieves stole 34 bicycles in Orrin.", "stole"),
        ("The judge fined 11 skippers in Orrin.", "fined", "The judge acquitted 11 skippers in Orrin.", "acquitted"),
        ("The army withdrew 500 soldiers from Orrin.", "withdrew", "The army sent 500 soldiers to Orrin.", "sent"),
        ("A fire destroyed 20 houses in Orrin.", "destroyed", "A flood wrecked 20 houses in Tellin.", "wrecked"),
    ],
)
def test_other_deeds_of_the_same_number_stay_apart(first, one, second, other, ledger_of):
    assert not told(ledger_of, first, second).together((FIRST, one), (SECOND, other))


@pytest.mark.parametrize(
    ("first", "one", "second", "other", "together"),
    [
        (
            "Mayor Ada Brenn was taken to hospital on Friday after a fall on the stairs.",
            "taken",
            "Mayor Brenn has been brought to a hospital in Orm, her office said.",
            "brought",
            True,
        ),
        (
            "Trawler owner Ruben Asker was sentenced to two years in prison on Friday.",
            "sentenced",
            "Ruben Asker was jailed on Friday over the sinking of his trawler.",
            "jailed",
            True,
        ),
        (
            "The Tollen Bank concealed its losses in the Varne yard from auditors.",
            "concealed",
            "The Tollen Bank hid the losses in the Varne yard, a memo shows.",
            "hid",
            True,
        ),
        (
            "Mayor Ada Brenn was taken to hospital on Friday after a fall.",
            "taken",
            "Mayor Ada Brenn was brought to the town hall on Friday in a new car.",
            "brought",
            False,
        ),
        (
            "Ruben Asker was sentenced to two years in prison on Friday.",
            "sentenced",
            "Olaf Asker was jailed on Friday.",
            "jailed",
            False,
        ),
        (
            "The Tollen Bank concealed its losses in the Varne yard from auditors.",
            "concealed",
            "The Marrow Bank hid the losses in the Varne yard, a memo shows.",
            "hid",
            False,
        ),
    ],
)
def test_the_same_doer_and_thing_in_other_words(first, one, second, other, together, ledger_of):
    ledger = told(ledger_of, first, second)
    assert ledger.together((FIRST, one), (SECOND, other)) is together


@pytest.mark.parametrize(
    ("first", "second", "word", "standing"),
    [
        (
            "Fishermen from Orm rammed the patrol boat first on Friday, the coastguard said.",
            "It was the coastguard who rammed the patrol boat first on Friday, a skipper said.",
            "rammed",
            Standing.DISPUTED,
        ),
        (
            "A night porter pulled the alarm at the Grand Hotel, the fire brigade said.",
            "It was a cook who pulled the alarm at the Grand Hotel, a guest said.",
            "pulled",
            Standing.DISPUTED,
        ),
        (
            "Hooligans threw the first bottle at the Sarn stadium, the club said.",
            "Stewards threw the first bottle at the Sarn stadium, supporters said.",
            "threw",
            Standing.DISPUTED,
        ),
        (
            "Rescuers opened the hatch of the wreck on Friday, the owner said.",
            "Divers opened the hatch of the wreck on Friday, the coastguard said.",
            "opened",
            None,
        ),
        (
            "A gunman threw the first grenade at the Sarn stadium, the club said.",
            "A former soldier threw the first grenade at the Sarn stadium, police said.",
            "threw",
            None,
        ),
        (
            "Police closed the bridge at Sarn. It was police who found the boat at Sarn.",
            "Engineers closed the bridge at Sarn.",
            "closed",
            None,
        ),
        (
            "Police closed the bridge at Sarn. It was police who closed the harbour at Sarn.",
            "Engineers closed the bridge at Sarn.",
            "closed the bridge",
            None,
        ),
        (
            "It was not the pilot who opened the hatch of the wreck on Friday.",
            "A diver opened the hatch of the wreck on Friday.",
            "opened",
            None,
        ),
        (
            "It was not the pilot but the mate who opened the hatch of the wreck.",
            "A diver opened the hatch of the wreck.",
            "opened",
            Standing.DISPUTED,
        ),
        (
            "Rescuers recovered the first body at Sarn.",
            "Divers recovered the first body at Sarn.",
            "recovered",
            None,
        ),
        (
            "Guards fired the first shot at the gate of the Sarn mine.",
            "Miners fired the first shot at the gate of the Sarn mine.",
            "fired",
            Standing.DISPUTED,
        ),
        (
            "It was a porter who pulled the alarm at the Grand Hotel, the brigade said.",
            "A hotel porter pulled the alarm at the Grand Hotel, a guest said.",
            "pulled",
            None,
        ),
    ],
)
def test_two_doers_of_one_deed_are_a_dispute(first, second, word, standing, ledger_of):
    claim = told(ledger_of, first, second).claim(FIRST, word)
    if standing is None:
        assert "actor" not in claim.differs
    else:
        assert (claim.standing, claim.differs) == (standing, ("actor",))


@pytest.mark.parametrize(
    ("first", "second", "later", "together"),
    [
        (
            "The Ossory marathon will be run on 4 September, the organisers said.",
            "The Ossory marathon will be run on 25 September, the mayor said.",
            "2031-05-02 11:00 +02:00",
            True,
        ),
        (
            "The general election will be held on 22 June, the palace said.",
            "The general election will be held on 3 July, the speaker said.",
            "2031-05-02 11:00 +02:00",
            True,
        ),
        (
            "The funeral of Ada Brenn will be held on 28 May, the family said.",
            "The funeral of Ada Brenn will be held on 6 June, the bishop said.",
            "2031-05-02 11:00 +02:00",
            True,
        ),
        (
            "The concert will be held on 4 May, the abbot said.",
            "The concert will be held on 20 May, the choir said.",
            "2031-05-02 11:00 +02:00",
            False,
        ),
        (
            "The parade will be held on 22 June, the mayor said.",
            "The parade will be held on 3 July, the guild said.",
            "2031-05-02 11:00 +02:00",
            False,
        ),
        (
            "The general election will be held on 4 September, the palace said.",
            "The general election will be held on 18 September, the speaker said.",
            "2031-05-02 11:00 +02:00",
            True,
        ),
        (
            "The funeral will be held on 4 May, the family said.",
            "The funeral will be held on 14 May, the bishop said.",
            "2031-05-02 11:00 +02:00",
            True,
        ),
        (
            "The general election will be held on 4 September, the palace said.",
            "The general election will be held on 18 September, the palace said.",
            "2031-05-20 11:00 +02:00",
            False,  # put off in between
        ),
        (
            "The general election will be held on 4 September, the palace said.",
            "The local election will be held on 18 September, the speaker said.",
            "2031-05-02 11:00 +02:00",
            False,
        ),
        (
            "The market will be held on 4 September, the town said.",
            "The market will be held on 18 September, the town said.",
            "2031-05-02 11:00 +02:00",
            False,
        ),
    ],
)
def test_two_days_told_for_what_is_held_once(first, second, later, together, ledger_of):
    ledger = told(ledger_of, first, second, later)
    ours, theirs = (words[: words.index(" on ")] for words in (first, second))
    assert ledger.together((FIRST, ours), (SECOND, theirs)) is together
    if together:
        claim = ledger.claim(FIRST, ours)
        assert (claim.standing, claim.differs) == (Standing.DISPUTED, ("time",))


def test_two_funerals_are_two(ledger_of):
    ledger = told(
        ledger_of,
        "The funeral of Ada Brenn will be held on 4 May, the family said.",
        "The funeral of Olaf Thom will be held on 14 May, the bishop said.",
    )
    assert all(claim.standing is Standing.SINGLE for claim in ledger.story.claims)


@pytest.mark.parametrize(
    ("first", "one", "second", "other", "together"),
    [
        (
            "The Sarn regatta has been cancelled, the harbour office said.",
            "cancelled",
            "The Sarn regatta will not take place, a sponsor said.",
            "take",
            True,
        ),
        (
            "The summer concert at the abbey was called off on Friday.",
            "called off",
            "The summer concert will not take place, the abbot said.",
            "take",
            True,
        ),
        (
            "The council has scrapped the lantern parade.",
            "scrapped",
            "The lantern parade will not take place, the mayor said.",
            "take",
            True,
        ),
        (
            "The Sarn regatta has been cancelled, the harbour office said.",
            "cancelled",
            "The Orm regatta will not take place, a sponsor said.",
            "take",
            False,
        ),
        (
            "The summer concert at the abbey was called off on Friday.",
            "called off",
            "The winter concert will not take place, the abbot said.",
            "take",
            False,
        ),
        (
            "The council has scrapped the lantern parade.",
            "scrapped",
            "The lantern parade will take place, the mayor said.",
            "take",
            False,
        ),
    ],
)
def test_what_is_called_off_does_not_take_place(first, one, second, other, together, ledger_of):
    ledger = told(ledger_of, first, second)
    assert ledger.together((FIRST, one), (SECOND, other)) is together
    if together:
        assert ledger.claim(FIRST, one).standing is Standing.AGREED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The Orm council cancelled the peace talks with Vell on Friday.",
            "The Orm council denied that secret peace talks with Vell had taken place.",
        ),
        (
            "The Sarn regatta was cancelled, the council said.",
            "The council denied that the Sarn regatta had taken place.",
        ),
        (
            "The Sarn regatta was cancelled, the council said.",
            "It is not true that the Sarn regatta took place, a skipper said.",
        ),
    ],
)
def test_who_denies_that_it_took_place_calls_nothing_off(first, second, ledger_of):
    ledger = told(ledger_of, first, second)
    assert all(claim.standing is not Standing.AGREED for claim in ledger.story.claims)


def test_what_is_called_off_has_as_many_origins_as_tellers(ledger_of):
    ledger = told(
        ledger_of,
        "The Sarn regatta was cancelled, the council said.",
        "The Sarn regatta did not take place, the abbot said.",
    )
    claim = ledger.claim(FIRST, "cancelled")
    assert (claim.standing, claim.origins) == (Standing.AGREED, 2)
    assert "cancelled" in claim.text


@pytest.mark.parametrize(
    ("first", "one", "second", "other", "together"),
    [
        (
            "14 violins were stolen from the school in Lasse.",
            "stolen",
            "Police took 14 violins from the school in Lasse as evidence.",
            "took",
            False,
        ),
        (
            "12 crates were sold at the market hall in Orrin.",
            "sold",
            "Customs seized 12 crates at the market hall in Orrin.",
            "seized",
            False,
        ),
        (
            "The army fired 12 missiles at the base in Orrin.",
            "fired",
            "The army removed 12 missiles at the base in Orrin.",
            "removed",
            False,
        ),
        (
            "Orrin Rovers lost 12 players in Orrin on Friday.",
            "lost",
            "Orrin Rovers dropped 12 players in Orrin on Friday.",
            "dropped",
            False,
        ),
        (
            "The mill sacked 60 weavers in Orrin on Friday.",
            "sacked",
            "The mill dismissed 60 weavers in Orrin, a union said.",
            "dismissed",
            True,
        ),
        (
            "14 violins were stolen from the school in Lasse on Friday.",
            "stolen",
            "14 violins were taken from the school in Lasse, a teacher said.",
            "taken",
            True,
        ),
        (
            "Burglars stole 14 violins from the school in Lasse.",
            "stole",
            "14 violins were stolen from the school in Lasse.",
            "stolen",
            True,
        ),
    ],
)
def test_a_like_deed_asks_for_its_doer_and_its_thing(first, one, second, other, together, ledger_of):
    assert told(ledger_of, first, second).together((FIRST, one), (SECOND, other)) is together


@pytest.mark.parametrize(
    ("second", "together"),
    [
        ("Tavria and Norvia signed a treaty on river tolls on Friday.", True),
        ("Tavria and Norvia plan to sign a treaty on river tolls next week.", True),
        ("Tavria and Osmark signed a treaty on river tolls on Friday.", False),
        ("Tavria and Norvia signed a treaty on air traffic on Friday.", False),
    ],
)
def test_what_two_do_together_is_told_from_either_side(second, together, ledger_of):
    ledger = told(ledger_of, "Norvia and Tavria signed a treaty on river tolls on Friday.", second)
    word = "plan to sign" if "plan" in second else "signed"
    assert ledger.together((FIRST, "signed a treaty"), (SECOND, f"{word} a treaty")) is together
