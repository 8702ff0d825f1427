"""How a claim stands over all its reports."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.standing import GROUP, Setting, standing_of
from rashomon.core import Event, Predicate, Referent, Span, Standing, Status
from rashomon.core.alignment import Telling

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


def telling(document, status, voice=None):
    """A telling of one claim."""
    place = Span(0, 4)
    event = Event(
        id=f"{document} {status} {voice}",
        span=place,
        sentence=place,
        predicate=Predicate(span=place, lemma="close"),
        status=Status(status),
        voice=Referent(span=place, name=voice) if voice else None,
    )
    return Telling(document=document, event=event, voice=voice)


@pytest.mark.parametrize(
    ("told", "standing", "differs"),
    [
        ([("a", "done")], "single", ()),
        ([("a", "done"), ("a", "done")], "single", ()),
        ([("a", "done"), ("b", "done")], "agreed", ()),
        ([("a", "done"), ("b", "underway")], "agreed", ()),
        ([("a", "planned"), ("b", "proposed")], "agreed", ()),
        ([("a", "planned"), ("b", "done")], "agreed", ()),
        ([("a", "planned"), ("b", "refused")], "disputed", ("status",)),
        ([("a", "proposed"), ("b", "done")], "disputed", ("status",)),
        ([("a", "alleged"), ("b", "done")], "disputed", ("status",)),
        ([("a", "refused"), ("b", "done")], "disputed", ("status",)),
        ([("a", "refused"), ("b", "refused")], "agreed", ()),
        ([("a", "proposed", "port"), ("b", "proposed", "port")], "agreed", ()),
    ],
)
def test_standing(told, standing, differs):
    found = standing_of([telling(*t) for t in told], figures_differ=False)
    assert found[:2] == (Standing(standing), differs)
    assert found[2]


def test_figures_alone_make_a_dispute():
    told = [telling("a", "done"), telling("b", "done")]
    assert standing_of(told, figures_differ=True)[:2] == (Standing.DISPUTED, ("figure",))


@pytest.mark.parametrize("denier", ["a", "b"])
@pytest.mark.parametrize("asserted", ["done", "underway", "alleged", "planned", "threatened"])
def test_what_one_party_asserts_and_another_denies_is_denied(asserted, denier):
    told = [telling("a", asserted, "port"), telling(denier, "denied", "union")]
    standing, _, reason = standing_of(told, figures_differ=True)
    assert standing is Standing.DENIED
    assert "union" in reason


def test_a_party_does_not_deny_itself():
    told = [telling("a", "alleged", "port"), telling("b", "denied", "port")]
    assert standing_of(told, figures_differ=False)[0] is not Standing.DENIED


def test_every_status_answers_whether_it_happened():
    assert set(GROUP) == set(Status)
    assert GROUP[Status.DONE] not in {GROUP[Status.PROPOSED], GROUP[Status.REFUSED]}
    assert GROUP[Status.REFUSED] != GROUP[Status.PROPOSED]


TOLD = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(list(Status)), st.sampled_from([None, "p", "q"])))


@given(TOLD.filter(bool), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_tellings_does_not_change_the_standing(told, figures, chance):
    tellings = [telling(*t) for t in told]
    first = standing_of(tellings, figures_differ=figures)
    chance.shuffle(tellings)
    assert standing_of(tellings, figures_differ=figures)[:2] == first[:2]


@given(TOLD.filter(bool), st.booleans())
def test_one_document_alone_is_never_agreed_nor_disputed(told, figures):
    alone = [telling("a", *t[1:]) for t in told]
    assert standing_of(alone, figures_differ=figures)[0] in {Standing.SINGLE, Standing.DENIED}


@newsroom
def test_standings_of_a_story(room, ledger_of):
    """Agreed, disputed on status, disputed on figure, single, in one review.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk closes quay

    Edda Orsk closed the northern quay on Friday. The collision injured 14 dockers.

    Pablo Rengo asked the president to dismiss 20 Norwegian pilots.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Northern quay closed

    The northern quay was closed by Edda Orsk. The collision injured seventeen dockers.

    Pablo Rengo has dismissed 20 Norwegian pilots. A seagull attacked a judge.
    """
    ledger = ledger_of(room)
    assert ledger.claim(POST, "closed the northern quay").standing is Standing.AGREED
    injured = ledger.claim(POST, "injured 14")
    assert (injured.standing, injured.differs) == (Standing.DISPUTED, ("figure",))
    dismissed = ledger.claim(MAIL, "has dismissed 20")
    assert (dismissed.standing, dismissed.differs) == (Standing.DISPUTED, ("status",))
    assert ledger.claim(MAIL, "attacked a judge").standing is Standing.SINGLE


@newsroom
def test_two_counts_of_the_injured_are_one_claim_in_dispute(room, ledger_of):
    """The passive that names no actor, in two leads.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Ferry strikes pier in Norholm

    Fourteen people were injured on Friday when a ferry struck a pier in Norholm.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Norholm ferry accident

    Seventeen people were injured when a ferry struck a pier in Norholm on Friday.
    """
    claim = ledger_of(room).claim(POST, "were injured")
    assert (claim.standing, claim.differs) == (Standing.DISPUTED, ("figure",))


@newsroom
def test_what_another_party_denies_is_denied(room, ledger_of):
    """One accuses, the other denies.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Port accuses union

    Edda Orsk said that the union had poisoned the harbour's water tank.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Union denies

    Pablo Rengo denied that the union had poisoned the water tank of the harbour.
    """
    ledger = ledger_of(room)
    claim = ledger.claim(POST, "had poisoned the harbour's")
    assert claim.standing is Standing.DENIED
    assert {ledger.outlet(r.document) for r in claim.reports} == {POST, MAIL}
    assert "Pablo Rengo" in claim.standing_reason


@newsroom
def test_what_did_not_come_about_denies_no_noun(room, ledger_of):
    """One could not land, another mentions an arrival.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Wind

    The pilot said that the ferry was unable to arrive in Norholm on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Wind delays ferry

    TV Norholm reported that wind had delayed the ferry's arrival in Norholm.
    """
    assert Standing.DENIED not in {c.standing for c in ledger_of(room).story.claims}


@newsroom
def test_a_plan_and_its_deed_are_agreed(room, ledger_of):
    """One has it as decided, one as done.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Norway to act

    Norway decided to expel 35 Chilean diplomats.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Norway acts

    Norway expelled 35 Chilean diplomats.
    """
    assert ledger_of(room).claim(MAIL, "expelled 35").standing is Standing.AGREED


def at(day, hour=12):
    """A time of publishing."""
    return datetime(2031, 5, day, hour, 30 if hour else 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("planned_at", "done_at", "due", "expected"),
    [
        (at(2), at(3), None, "agreed"),
        (at(3), at(2), None, "disputed"),
        (at(2, 18), at(2, 9), None, "disputed"),
        (at(2, 0), at(2, 0), None, "agreed"),
        (None, at(2), None, "agreed"),
        (at(9), at(8), date(2031, 5, 4), "agreed"),
        (at(9), at(8), date(2031, 5, 20), "disputed"),
    ],
)
def test_a_plan_told_after_its_deed_is_a_dispute(planned_at, done_at, due, expected):
    told = [telling("a", "planned"), telling("b", "done")]
    setting = Setting(published={"a": planned_at, "b": done_at}, due={told[0].event.id: due} if due else {})
    standing, differs, reason = standing_of(told, setting=setting)
    assert standing is Standing(expected)
    assert differs == (("status",) if expected == "disputed" else ())
    assert "planned" in reason


def test_only_a_party_denies():
    told = [telling("a", "done"), telling("b", "denied")]
    assert standing_of(told)[:2] == (Standing.DISPUTED, ("status",))
    assert standing_of([told[0], telling("b", "denied", "port")])[0] is Standing.DENIED


def test_what_was_asked_for_and_refused_is_no_dispute_and_no_agreement():
    asked, refused = telling("a", "proposed"), telling("b", "refused")
    standing, differs, reason = standing_of([asked, refused])
    assert (standing, differs) == (Standing.SINGLE, ())
    assert reason == "1 tells that it is asked for, 1 that it is not done"
    assert standing_of([asked, refused, telling("c", "proposed")])[0] is Standing.AGREED
    assert standing_of([asked, telling("b", "proposed"), refused])[0] is Standing.AGREED
    assert standing_of([telling("a", "threatened"), telling("b", "refused")])[0] is Standing.DISPUTED


def test_who_denies_a_deed_denies_no_plan():
    plan, deed = telling("a", "planned"), telling("b", "denied", "port")
    deed = replace(deed, event=replace(deed.event, why=("say: voice", "not: denied")))
    assert standing_of([plan, deed])[0] is Standing.SINGLE
    assert standing_of([telling("a", "threatened"), deed])[0] is Standing.SINGLE
    assert standing_of([plan, telling("c", "done"), deed])[0] is Standing.DENIED
    assert standing_of([telling("a", "alleged"), deed])[0] is Standing.DENIED
    to_come = replace(deed, event=replace(deed.event, why=("deny (deny): denied", "would: planned")))
    assert standing_of([plan, to_come])[0] is Standing.DENIED
    assert standing_of([plan, telling("b", "refused", "port")])[0] is Standing.DISPUTED


@newsroom
def test_what_is_denied_is_the_deed_and_not_the_plan(room, ledger_of):
    """One outlet has the plan, another the deed; the mayor's office denies the deed.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Baths

    Mayor Ada Brandt plans to close the baths of Norholm.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Baths

    Mayor Ada Brandt closed the baths of Norholm on Thursday.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Baths

    The office of mayor Ada Brandt said that she has not closed the baths of Norholm.
    """
    claim = ledger_of(room).claim("Norholm Mail", "closed the baths")
    assert (claim.standing, claim.text) == (
        Standing.DENIED,
        "Mayor Ada Brandt closed the baths of Norholm on Thursday",
    )
    assert len(claim.reports) == 3


@pytest.mark.parametrize(
    ("step", "status", "expected"),
    [
        ("according to reports: alleged", "alleged", "agreed"),
        ("reportedly: alleged", "alleged", "agreed"),
        ("suspected: alleged", "alleged", "disputed"),
        ("if: possible", "possible", "single"),
        ("could: possible", "possible", "disputed"),
    ],
)
def test_hearsay_and_conditions_are_no_other_answer(step, status, expected):
    other = telling("b", status)
    other = replace(other, event=replace(other.event, why=(step,)))
    named = telling("a", "done")
    named = replace(named, event=replace(named.event, actor=Referent(span=Span(0, 4), name="Edda Orsk")))
    assert standing_of([named, other])[0] is Standing(expected)


def test_what_is_taken_back_is_disputed():
    told = [telling("a", "done"), telling("b", "done")]
    setting = Setting(withdrawn=frozenset({("b", told[1].event.id)}))
    standing, differs, reason = standing_of(told, setting=setting)
    assert (standing, differs) == (Standing.DISPUTED, ("status",))
    assert "taken back" in reason


@newsroom
def test_who_did_it_is_alleged_and_not_that_it_happened(room, ledger_of):
    """One has the deed, one the suspect.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Judge killed

    A judge was killed in Norholm on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Charge

    Pablo Rengo is accused of killing a judge in Norholm.
    """
    assert Standing.DISPUTED not in {c.standing for c in ledger_of(room).story.claims}


@newsroom
def test_a_retracted_report_is_not_agreed(room, ledger_of):
    """Told, and taken back.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Wolf

    A wolf escaped from the Norholm zoo.

    == Norholm Mail, 2031-05-03 15:00 +02:00 ==
    No wolf

    The Harbour Post withdrew its report that a wolf had escaped from the Norholm zoo.
    """
    claim = ledger_of(room).claim(POST, "wolf escaped")
    assert (claim.standing, claim.differs) == (Standing.DISPUTED, ("status",))


def test_a_copy_does_not_deny_what_its_original_alleges():
    told = [telling("a", "alleged"), telling("a", "denied"), telling("copy", "alleged"), telling("copy", "denied")]
    assert standing_of(told, figures_differ=False, root=lambda _: "a")[0] is not Standing.DENIED
    denied = [telling("a", "alleged"), telling("copy", "denied", "port")]
    assert standing_of(denied, figures_differ=False)[0] is Standing.DENIED


def test_figures_of_one_root_are_in_no_dispute_with_each_other():
    told = [telling("a", "done"), telling("copy", "done")]
    assert standing_of(told, figures_differ=True)[0] is Standing.DISPUTED
    assert standing_of(told, figures_differ=True, root=lambda _: "a")[0] is Standing.AGREED
