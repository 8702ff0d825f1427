"""How a claim stands over all its reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.account.standing import CLASHING, GROUP, standing_of
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
        ([("a", "planned"), ("b", "done")], "agreed", ()),
        ([("a", "proposed"), ("b", "done")], "disputed", ("status",)),
        ([("a", "alleged"), ("b", "done")], "disputed", ("status",)),
        ([("a", "refused"), ("b", "done")], "disputed", ("status",)),
        ([("a", "refused"), ("b", "refused")], "agreed", ()),
        ([("a", "alleged", "port"), ("b", "denied", "union")], "denied", ("status",)),
        ([("a", "alleged", "port"), ("a", "denied", "union")], "denied", ("status",)),
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


def test_a_party_does_not_deny_itself():
    told = [telling("a", "alleged", "port"), telling("b", "denied", "port")]
    assert standing_of(told, figures_differ=False)[0] is not Standing.DENIED


def test_every_status_has_a_group_and_clashes_are_between_groups():
    assert set(GROUP) == set(Status)
    assert {g for pair in CLASHING for g in pair} <= set(GROUP.values())
    assert all(len(pair) == 2 for pair in CLASHING)


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

    The northern quay was closed by Edda Orsk. Seventeen dockers were injured in the collision.

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
