"""An order that is ignored is not carried out, and what a bid or offer would bring is refused with it."""

from __future__ import annotations

import pytest

TURNED_DOWN = [
    ("The guards opened the gate after the crowd ignored orders to leave.", "leave", "refused"),
    ("The sergeant refused an order to burn the village.", "burn", "refused"),
    ("Orders to surrender were ignored by the garrison.", "surrender", "refused"),
    ("The village defied a decree to hand over its grain.", "hand over", "refused"),
    ("The guild turned down an offer to buy its hall.", "buy", "refused"),
    ("The bench threw out a bid to stop the sale of the lake.", "stop", "refused"),
    ("The abbot dismissed an attempt to sell the bell.", "sell", "refused"),
    ("The crew vowed to ignore orders to leave.", "leave", "refused"),
]

OTHERWISE = [
    ("The crowd obeyed orders to leave.", "leave", "done"),
    ("The sergeant gave an order to burn the village.", "burn", "done"),
    ("The guild made an offer to buy the hall.", "buy", "planned"),
    ("The guild accepted an offer to buy its hall.", "buy", "planned"),
    ("The bench backed a bid to stop the sale of the lake.", "stop", "possible"),
    ("The board rejected pleas to shut the kiln.", "shut", "proposed"),
    ("The crowd did not ignore orders to leave.", "leave", "done"),
    ("The mayor ignored the guests and left early.", "left", "done"),
    ("The abbot rejected the decision to sell the bell.", "sell", "possible"),
]


DENIED = [
    ("The brewery denies it had ignored an order to drain the vat.", "drain", "possible"),
    ("Captain Ines Holt denied defying an order to return.", "return", "possible"),
    ("The abbey denied that it had turned down an offer to mend its roof.", "mend", "possible"),
    ("The guard denied an attempt to flee.", "flee", "denied"),
    ("The brewery denies it had received an order to drain the vat.", "drain", "possible"),
    ("The brewery admitted it had ignored an order to drain the vat.", "drain", "refused"),
]


@pytest.mark.parametrize(("text", "words", "status"), [*TURNED_DOWN, *OTHERWISE, *DENIED])
def test_what_is_ordered_bid_or_offered_and_turned_down(status_of, text, words, status):
    assert status_of(text, words) == status


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The guild turned down an offer to buy its hall.", "buy", None),
        ("The guild turned down Norlo's offer to buy its hall.", "buy", "Norlo"),
        ("The abbot dismissed an attempt to sell the bell.", "sell", None),
        ("The crowd ignored orders to leave.", "leave", "The crowd"),
        ("The guild made an offer to buy the hall.", "buy", "The guild"),
        ("Norlo dropped a bid to buy the hall.", "buy", "Norlo"),
        ("The governor vetoed an order to drain the lake.", "drain", None),
        ("The appeals court threw out an order to fell the oaks.", "fell", None),
        ("The high court quashed a decree to burn the hides.", "burn", None),
        ("The tribunal overturned the decision to expel the nuns.", "expel", None),
        ("The council overturned its decision to expel the nuns.", "expel", "The council"),
        ("The miners flouted an order to end the sit-in.", "end", "The miners"),
        ("The garrison disobeyed an order to surrender.", "surrender", "The garrison"),
        ("The governor issued an order to drain the lake.", "drain", "The governor"),
        ("Warden Asa Brill denied any intention to resign.", "resign", "Warden Asa Brill"),
    ],
)
def test_who_turns_a_bid_down_does_not_make_it(event_of, text, words, actor):
    event = event_of(text, words)
    assert (event.actor.name if event.actor is not None else None) == actor
