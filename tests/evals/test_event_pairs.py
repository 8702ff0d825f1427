"""The decision on two mentions as the ledger makes it."""

from evals.event_pairs import joins

from rashomon.align.frames import Frame
from rashomon.align.pairs_joined import Judge
from rashomon.align.roles import Part
from rashomon.core import Event, Kind, Predicate, Span, Status
from rashomon.core.alignment import Telling


def frame(document, lemma, party):
    words = f"{lemma} the {party} in norholm harbour"
    place = Span(0, len(words))
    event = Event(
        id=f"{document}-{lemma}",
        span=place,
        sentence=place,
        predicate=Predicate(span=place, lemma=lemma, form="verb"),
        status=Status.DONE,
    )
    part = Part(
        party=party,
        kind=Kind.THING,
        head=party,
        stems=frozenset({party}),
        proper=frozenset(),
        countries=frozenset(),
        figure=None,
        quantity=None,
        total=None,
        reach="bare",
    )
    return Frame(
        telling=Telling(document=document, event=event),
        action=lemma,
        actor=None,
        target=part,
        context=frozenset(),
        wording=(f"{document} {words}", 1),
    )


def test_one_action_to_one_party_is_joined_and_nothing_across_actions():
    raised, again = frame("a", "raise", "alma"), frame("b", "raise", "alma")
    sunk, other = frame("b", "sink", "alma"), frame("b", "raise", "brall")
    judge = Judge([raised, again, sunk, other])
    assert joins(raised, again, judge)
    assert not joins(raised, sunk, judge)
    assert not joins(raised, other, judge)
