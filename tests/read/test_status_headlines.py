"""A headline's "to resign" is a plan, whoever says so behind it; behind a call or in a question it is none."""

from __future__ import annotations

import pytest

PLANNED = [
    "Minister to resign over tapes",
    "Minister to resign, report says",
    "Finance minister to resign, aides say",
    "Norlo to resign, source says",
    "Firm to resign from guild, union says",
    "Union says minister to resign",
    "Minister Olga Brenn to resign after vote",
    "Brenn to resign on Monday",
    "Norlo announced she would resign.",
    "Norlo will resign.",
]

OTHERWISE = [
    ("Minister not to resign, aide says", "refused"),
    ("Calls for minister to resign", "proposed"),
    ("Minister told to resign", "proposed"),
    ("Dover urges minister to resign", "proposed"),
    ("Dover tells minister to resign", "proposed"),
    ("Minister refuses to resign", "refused"),
    ("Dover said to resign.", "proposed"),
]


@pytest.mark.parametrize(
    ("text", "status"), [*((text, "planned") for text in PLANNED), *((text, status) for text, status in OTHERWISE)]
)
def test_who_is_to_resign(status_of, text, status):
    assert status_of(text, "resign") == status
