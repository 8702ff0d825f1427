"""A happening that no report states, told by documents of one origin, keeps its tellings."""

from types import SimpleNamespace

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
