"""Tellings of one happening in one proposition, whatever their status and grammar; two happenings in two."""

from tests.newsrooms import newsroom

from rashomon.align.propositions import compare
from rashomon.align.roles import Part
from rashomon.core import Figure, Kind, Span, Status

POST, MAIL, ECHO, STAR = "The Harbour Post", "Norholm Mail", "Evening Echo", "Northern Star"


def part(
    head="diplomat", *, party=None, countries=(), quantity=None, reach="bare", kind=Kind.THING, stems=(), proper=()
):
    """A role to compare."""
    return Part(
        party=party,
        kind=kind,
        head=head,
        stems=frozenset({head, *stems}),
        countries=frozenset(countries),
        proper=frozenset(proper),
        figure=Figure(span=Span(0, 1), value=quantity) if quantity is not None else None,
        quantity=quantity,
        total=None,
        reach="counted" if quantity is not None else reach,
    )


def test_things_of_two_countries_are_in_conflict():
    left = part(countries=["Norway"], quantity=35.0)
    assert compare(left, part(countries=["Chile"], quantity=35.0)).conflict == "side"
    assert compare(left, part(countries=["Norway"], quantity=35.0)).conflict is None


def test_things_of_two_peoples_that_no_table_knows_are_in_conflict():
    left, right = part(quantity=28.0, proper=["drovinian"]), part(quantity=28.0, proper=["belmorian"])
    assert compare(left, right).conflict
    assert compare(left, left).conflict is None


def test_anyone_is_not_a_counted_thing():
    assert compare(part("anyone", reach="open"), part(quantity=35.0)).conflict == "reach"


def test_far_figures_are_in_conflict_and_near_ones_may_be_one_in_dispute():
    assert compare(part(quantity=35.0), part(quantity=3.0)).conflict == "figure"
    assert compare(part(quantity=14.0), part(quantity=17.0)).conflict is None


def test_an_empty_role_says_nothing():
    assert compare(None, part()).score == 0.0


def test_comparing_is_symmetric():
    parts = [
        part(),
        part(quantity=35.0),
        part(quantity=30.0, countries=["Chile"]),
        part("anyone", reach="open"),
        part("orsk", party="p1", kind=Kind.PERSON, reach="definite"),
        part("bolkan", party="p2", kind=Kind.PERSON, reach="definite"),
        None,
    ]
    for left in parts:
        for right in parts:
            assert compare(left, right) == compare(right, left)


@newsroom
def test_a_proposal_and_a_deed_of_one_action_are_one_claim(room, ledger_of):
    """One outlet tells as done what the others tell as asked for.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Chile weighs answer

    Foreign minister Pablo Rengo proposed that Chile expel 35 Norwegian diplomats.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Minister wants diplomats out

    Pablo Rengo asked the president to expel 35 Norwegian diplomats.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Diplomats out

    Chile has expelled 35 Norwegian diplomats.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "expel 35"), (MAIL, "expel 35"), (ECHO, "expelled 35"))
    statuses = ledger.statuses(ledger.claim(ECHO, "expelled 35"))
    assert statuses == {POST: {Status.PROPOSED}, MAIL: {Status.PROPOSED}, ECHO: {Status.DONE}}


@newsroom
def test_thirty_five_of_one_side_and_of_the_other_stay_apart(room, ledger_of):
    """The same number, the same act, the other way round.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Tit for tat

    Norway expelled 35 Chilean diplomats on Thursday. Chile expelled 35 Norwegian diplomats on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Diplomats go

    Chile has expelled 35 Norwegian diplomats. A day earlier Norway threw out 35 Chilean diplomats.
    """
    ledger = ledger_of(room)
    assert not ledger.together((POST, "expelled 35 Chilean"), (POST, "expelled 35 Norwegian"))
    assert ledger.together((POST, "expelled 35 Chilean"), (MAIL, "threw out 35 Chilean"))
    assert ledger.together((POST, "expelled 35 Norwegian"), (MAIL, "expelled 35 Norwegian"))


@newsroom
def test_the_refusal_to_expel_anyone_is_apart_from_the_proposal(room, ledger_of):
    """The president does not do what the minister asks for.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    President refuses

    Pablo Rengo proposed to expel 35 Norwegian diplomats. The president said that Chile would not expel anyone.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    No expulsions

    Chile will not expel anyone, the president said. Pablo Rengo had proposed to expel 35 diplomats of Norway.
    """
    ledger = ledger_of(room)
    assert not ledger.together((POST, "expel 35"), (POST, "expel anyone"))
    assert ledger.together((POST, "expel anyone"), (MAIL, "expel anyone"))
    refused = ledger.claim(POST, "expel anyone")
    assert {s for found in ledger.statuses(refused).values() for s in found} == {Status.REFUSED}


@newsroom
def test_history_stays_apart_from_the_happening(room, ledger_of):
    """The same act thirty years before.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Diplomats go

    Norway expelled 35 Chilean diplomats on Thursday.

    In 2001, Norway expelled 35 Chilean diplomats over another affair.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Diplomats go home

    Norway has expelled 35 Chilean diplomats.
    """
    ledger = ledger_of(room)
    assert not ledger.together(
        (POST, "expelled 35 Chilean diplomats on Thursday"), (POST, "expelled 35 Chilean diplomats over")
    )
    assert ledger.together((POST, "expelled 35 Chilean diplomats on Thursday"), (MAIL, "expelled 35 Chilean"))


@newsroom
def test_passive_active_nominal_and_particle_forms_are_one_claim(room, ledger_of):
    """Four outlets, four grammars.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Diplomats go

    Norway expelled 35 Chilean diplomats on Thursday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Chileans leave

    On Thursday 35 Chilean diplomats were expelled by Norway.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Chileans thrown out

    Norway threw out 35 Chilean diplomats on Thursday.

    == Northern Star, 2031-05-02 16:30 +02:00 ==
    Santiago protests

    Santiago protested against the expulsion of 35 Chilean diplomats by Norway.
    """
    ledger = ledger_of(room)
    assert ledger.together((POST, "expelled 35"), (MAIL, "were expelled by"), (ECHO, "threw out 35"))
    assert ledger.together((POST, "expelled 35"), (STAR, "expulsion of 35"))


@newsroom
def test_converse_verbs_are_one_claim(room, ledger_of):
    """Some die, something kills them.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Storm kills sailors

    The storm killed 14 sailors off Norholm.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Sailors dead

    Fourteen sailors died off Norholm in the storm.
    """
    assert ledger_of(room).together((POST, "killed 14"), (MAIL, "died off"))


@newsroom
def test_two_actors_of_one_act_are_two_claims(room, ledger_of):
    """Two persons do the same.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk resigns

    Edda Orsk resigned on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Rengo resigns

    Pablo Rengo resigned on Friday.
    """
    assert not ledger_of(room).together((POST, "Orsk resigned on"), (MAIL, "Rengo resigned on"))


@newsroom
def test_every_event_is_told_once(room, ledger_of):
    """Aligning loses nothing and doubles nothing.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the quay and dismissed 12 pilots. The union said it would sue the port.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay closed

    The quay was closed by Edda Orsk. Twelve pilots were dismissed.
    """
    ledger = ledger_of(room)
    told = [(t.document, t.event.id) for p in ledger.alignment.propositions for t in p.tellings]
    assert sorted(told) == sorted((r.document, e.id) for r in ledger.readings for e in r.events)


@newsroom
def test_two_denials_of_one_person_are_two_claims(room, ledger_of):
    """The same harbour master denies one thing to one outlet and turns down another in the other.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Pilots

    Harbour master Ivar Stolt denied that any pilot in Norholm had been sacked.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Pilots

    Harbour master Ivar Stolt rejected the petition.
    """
    assert not ledger_of(room).together((POST, "denied"), (MAIL, "rejected"))


@newsroom
def test_two_refusals_of_one_person_are_two_claims_and_one_told_twice_is_one(room, ledger_of):
    """The minister refuses to do two things to one harbour; one of them in two outlets.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Harbour

    Minister Ada Brandt refused to sell the harbour.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Harbour

    Minister Ada Brandt refused to close the harbour.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Harbour

    Ada Brandt has refused to shut the harbour.
    """
    ledger = ledger_of(room)
    assert not ledger.together((POST, "refused"), (MAIL, "refused"))
    assert ledger.together((MAIL, "refused"), (ECHO, "refused"))


@newsroom
def test_who_shares_a_surname_is_not_one_with_a_first_name_that_is_a_peoples_too(room, ledger_of):
    """Two of one surname in one story, the second behind an office and with a first name that means a people.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay

    Mayor Greta Lund denied that she had sold the quay.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay

    Council leader Dane Lund denied that the quay was on fire.
    """
    assert not ledger_of(room).together((POST, "denied"), (MAIL, "denied"))
    assert {"Greta Lund", "Dane Lund"} <= {party.name for party in ledger_of(room).story.parties}
