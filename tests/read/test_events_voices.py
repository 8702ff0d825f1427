"""To whom a report lays what happened, in invented sentences."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def laid(reader: Any, document_of: Any) -> Any:
    """Voice and holding quotation's speaker of the event with some lemma."""

    def find(text: str, lemma: str) -> tuple[str | None, bool]:
        reading = reader.read(document_of(text))
        event = next(e for e in reading.events if e.predicate.lemma == lemma)
        return event.voice.name if event.voice else None, event.quotation is not None

    return find


def test_a_null_voice_without_a_quotation_is_the_outlets_own(laid: Any) -> None:
    assert laid("Soldiers shot three men.", "shoot") == (None, False)


@pytest.mark.parametrize(
    "text",
    ["The court heard that soldiers shot three men.", "“Soldiers shot three men in the square on Friday.”"],
)
def test_a_null_voice_within_a_quotation_is_somebody_unnamed(laid: Any, text: str) -> None:
    assert laid(text, "shoot") == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "The committee heard allegations of torture of detainees by guards.",
        "The committee was shown allegations of torture of detainees by guards.",
    ],
)
def test_neither_who_hears_nor_who_does_what_is_alleged_is_its_voice(laid: Any, text: str) -> None:
    assert laid(text, "torture")[0] is None


@pytest.mark.parametrize("town", ["Vikstad", "Kestrelholm", "Norrvik"])
def test_a_hospital_with_the_name_of_its_town_speaks_and_not_the_town(laid: Any, town: str) -> None:
    text = f"Nine sailors died after a boiler burst at the yard on Monday, the {town} hospital said."
    assert laid(text, "die") == (f"the {town} hospital", True)


@pytest.mark.parametrize(
    ("text", "lemma", "voice"),
    [
        ("The pirates gave the bank until noon to pay or they would burn the vault, police said.", "burn", "police"),
        ("The raiders ordered the priest to leave or they would raze the chapel, villagers said.", "raze", "villagers"),
        (
            "The poachers gave the warden a day to go or they would shoot the elk, a spokesman for the Elm Trust said.",
            "shoot",
            "a spokesman for the Elm Trust",
        ),
        (
            "According to the ministry, the pirates gave the bank until noon to pay or they would burn the vault.",
            "burn",
            "the ministry",
        ),
        ("The pirates gave the bank until noon to pay or they would burn the vault.", "burn", "The pirates"),
        ("The gang sent the mayor a message: pay the ransom or we will leak the files.", "leak", "The gang"),
        ("The raiders ordered the priest to leave or they would raze the chapel.", "raze", "The raiders"),
        (
            "The pirates gave the bank until noon to pay or they would burn the vault, it was reported.",
            "burn",
            None,
        ),
    ],
)
def test_who_threatens_what_comes_otherwise_is_its_voice_where_nobody_tells_it(
    laid: Any, text: str, lemma: str, voice: str | None
) -> None:
    assert laid(text, lemma)[0] == voice
