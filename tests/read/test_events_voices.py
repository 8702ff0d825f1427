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
