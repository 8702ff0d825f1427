"""Figures, times and places go to the clause that tells of them."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.read import Reader


@pytest.fixture
def told(reader: Reader, document_of: Any) -> Any:
    """Figures, time and place of each event of a text, by lemma."""

    def read(text: str) -> dict[str, tuple[list[str], str | None, str | None]]:
        document = document_of(text)
        return {
            e.predicate.lemma: (
                [document.words_at(span) for span in e.figures],
                document.words_at(e.time) if e.time else None,
                e.place.name if e.place else None,
            )
            for e in reader.read(document).events
        }

    return read


def test_an_event_has_its_figure_time_and_place(told: Any) -> None:
    assert told("Police arrested 12 couriers in Lisbon on Monday.")["arrest"] == (["12"], "Monday", "Lisbon")


def test_the_time_of_telling_is_not_the_time_of_what_is_told(told: Any) -> None:
    events = told("Norway announced on Friday that it had expelled four envoys in March.")
    assert events["expel"] == (["four"], "March", None)


def test_figures_of_two_clauses_are_kept_apart(told: Any) -> None:
    events = told("The storm killed nine sailors, and the mayor closed 14 schools.")
    assert events["kill"][0] == ["nine"]
    assert events["close"][0] == ["14"]


@pytest.mark.parametrize(
    "text", ["The minister travelled to Lisbon.", "The crew fled from Lisbon.", "The crew rests in Lisbon's interest."]
)
def test_a_name_that_does_not_say_where_is_no_place(told: Any, text: str) -> None:
    assert all(place is None for _, _, place in told(text).values())


def test_an_event_without_circumstances_has_none(told: Any) -> None:
    assert told("Anna Kerr resigned.")["resign"] == ([], None, None)
