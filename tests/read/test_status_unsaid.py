"""What somebody is told not to have said is told by nobody there: neither by that one nor by whoever says so."""

from __future__ import annotations

import pytest

UNSAID = [
    ("The harbour master did not say that the lock would close.", "close"),
    ("Judge Orla Finch never said the jury had lied.", "lied"),
    ("Linden has not claimed that the bank sold its shares.", "sold"),
    ("Nobody at the school said that the roof fell.", "fell"),
    ("The coach denied saying that the keeper took the money.", "took"),
    ("The abbot refuses to say that the monks sold the bell.", "sold"),
    ('"I did not say that the farmers burned the barn," Odell said.', "burned"),
    ("Mayor Ines Holt did not say that the tram should stop, her aide said.", "stop"),
]

SAID = [
    ("The harbour master said that the lock would close.", "close", "planned"),
    ("Judge Orla Finch said the jury had lied.", "lied", "done"),
    ("The harbour master did not only say that the lock leaked.", "leaked", "done"),
    ("The coach did not mention that the keeper took the money.", "took", "possible"),
    ("The firm has not said whether it will sell the mill.", "sell", "possible"),
    ("The firm did not say when it sold the mill.", "sold", "done"),
    ("The coach denied that the keeper took the money.", "took", "denied"),
    ("The coach did not deny that the keeper took the money.", "took", "possible"),
    ("Odell, who did not say where he lives, burned the barn.", "burned", "done"),
]


@pytest.mark.parametrize(("text", "words"), UNSAID)
def test_what_nobody_said_is_told_by_nobody(event_of, text, words):
    event = event_of(text, words)
    assert event.status == "possible"
    assert "supposed" in event.why
    assert "unsaid + clause: possible" in event.why


@pytest.mark.parametrize(("text", "words", "status"), SAID)
def test_what_is_said_asked_or_passed_over_in_silence_stays(event_of, text, words, status):
    event = event_of(text, words)
    assert event.status == status
    assert "supposed" not in event.why


def test_what_is_said_instead_is_said(event_of):
    text = "The harbour master did not say that the lock leaked but that the gate jammed."
    assert "supposed" in event_of(text, "leaked").why
    assert event_of(text, "jammed").status == "done"
