"""A happening that no report states, told by documents of one origin, keeps its tellings."""

from types import SimpleNamespace

from tests.newsrooms import newsroom

from rashomon.account.claims import told_by_one
from rashomon.account.standing import Setting
from rashomon.core import Document, Event, Predicate, Span, Status
from rashomon.core.alignment import Proposition, Telling

TEXT = "If the gates close, the dockers will strike."


def telling(document, status, why):
    place = Span(0, len(TEXT))
    predicate = Predicate(span=Span(13, 18), lemma="close", form="verb")
    event = Event(id=f"e-{document}", span=place, sentence=place, predicate=predicate, status=status, why=(why,))
    return Telling(document=document, event=event)


def told(*tellings):
    documents = {t.document: Document(id=t.document, text=TEXT) for t in tellings}
    grounds = SimpleNamespace(root=lambda _: "one outlet")
    return told_by_one(Proposition(id="p", action="close", tellings=tellings), documents, grounds, Setting()).tellings


def test_what_only_names_it_goes_where_one_document_states_it():
    stated = telling("a", Status.DONE, "past: done")
    assert told(stated, telling("b", Status.POSSIBLE, "if: possible")) == (stated,)


def test_where_nobody_states_it_all_stay():
    both = telling("a", Status.PLANNED, "purpose: planned"), telling("b", Status.POSSIBLE, "if: possible")
    assert told(*both) == both


@newsroom
def test_a_claim_is_called_by_a_clause_that_stands_by_itself(room, ledger_of):
    """Talks that two reports only date something by, and a plan that one of them only puts as a condition.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Drivers strike

    Tram drivers walked out after talks over pay collapsed. Mayor Anna Orsk plans to hire drivers from Belmar.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Trams stand still

    Trams stood still after talks over pay collapsed. If the mayor hires a single driver, the buses will stop, the
    union said. Anna Orsk denied that she would hire drivers from Belmar.
    """
    ledger = ledger_of(room)
    assert ledger.claim("Norholm Mail", "collapsed").text == "talks over pay collapsed"
    assert ledger.claim("The Harbour Post", "plans to hire").text == "Mayor Anna Orsk plans to hire drivers from Belmar"


@newsroom
def test_what_stands_under_two_denials_is_called_by_its_sentence(room, ledger_of):
    """A denial that another party rejects: its own words alone would say the reverse of what that party tells.

    == Norholm Mail, 2031-05-02 14:10 +02:00 ==
    Quay sold

    Admiral Tessa Orlow said no bribe was paid for the old lock in Norholm.

    == The Harbour Post, 2031-05-02 16:00 +02:00 ==
    Broker speaks

    The broker Emil Marsh rejected the statement that no bribe had been paid for the old lock in Norholm.
    """
    claim = ledger_of(room).claim("The Harbour Post", "had been paid")
    assert {str(r.status) for r in claim.reports if r.document == room["The Harbour Post"].id} == {"done"}
    assert claim.text == (
        "The broker Emil Marsh rejected the statement that no bribe had been paid for the old lock in Norholm"
    )
