"""Sentences that cannot be checked, and those that only look like them."""

import pytest

from rashomon.clean.asked import refuse
from rashomon.core import ClaimError


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("", "empty"),
        ("...", "empty"),
        ("Did Norholm close the lock?", "question"),
        ("Norholm closed the lock. Why did it?", "question"),
        ("Der Hafenmeister schloss am Montag die alte Schleuse.", "language"),
        ("Le maire de Norholm a fermé le pont lundi dernier.", "language"),
        ("Министр закрыл мост в понедельник.", "language"),
    ],
)
def test_what_tells_nothing_is_refused_by_name(claim, reason):
    with pytest.raises(ClaimError) as found:
        refuse(claim)
    assert found.value.reason == reason


@pytest.mark.parametrize(
    "claim",
    [
        "Norholm dismissed 28 pilots.",
        "Orsk asked: “Who closed the lock?”",
        'Edda Orsk said: "Why us?" and left.',
        "Rengo resigned.",
        "Łukasz Żółć said that the lock was closed.",
    ],
)
def test_what_tells_something_is_let_through(claim):
    refuse(claim)
