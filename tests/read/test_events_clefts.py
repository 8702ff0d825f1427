"""What a cleft denies of whom it rules out, and what it takes it that somebody did all the same."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def told(reader: Any, document_of: Any) -> Any:
    """Of each event with some lemma: its status, and the name of its actor or target."""

    def read(text: str, lemma: str, role: str = "actor") -> list[tuple[str, str | None]]:
        events = [e for e in reader.read(document_of(text)).events if e.predicate.lemma == lemma]
        parties = [(str(e.status), getattr(e, role)) for e in events]
        return [(status, party.name if party else None) for status, party in parties]

    return read


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        ("It was not the chef who poisoned the soup, the coroner said.", "poison", "the chef"),
        ("It was not Ida Moe who shut the mill.", "shut", "Ida Moe"),
        ("It was not Kesh that broke the truce, the envoy said.", "break", "Kesh"),
        ("It wasn't the council that ordered the demolition of the pier.", "demolition", "the council"),
    ],
)
def test_it_is_denied_of_whom_it_rules_out_and_somebody_did_it(told: Any, text: str, lemma: str, name: str) -> None:
    assert told(text, lemma) == [("denied", name), ("done", None)]


def test_in_the_passive_it_is_whom_it_was_done_to(told: Any) -> None:
    assert told("It was not the driver who was arrested.", "arrest", "target") == [
        ("denied", "the driver"),
        ("done", None),
    ]


@pytest.mark.parametrize(
    ("text", "lemma", "found"),
    [
        ("It was not only the mayor who closed the pool.", "close", [("done", "the mayor")]),
        ("It was not the soldiers but the rebels who burned the barn.", "burn", [("done", "the rebels")]),
        ("It was the gardener who cut down the oak.", "cut down", [("done", "the gardener")]),
        ("It was not a rebel who burned the barn.", "burn", [("done", None)]),
        ("It was not clear who burned the barn.", "burn", [("done", None)]),
        ("It may not have been the smith who burned the barn.", "burn", [("done", None)]),
        ("It was not the first time that the mayor had closed the pool.", "close", [("done", "the mayor")]),
        ("It is not the miller who will close the mill.", "close", [("planned", None)]),
    ],
)
def test_what_only_looks_like_it_denies_nothing(told: Any, text: str, lemma: str, found: list[Any]) -> None:
    assert told(text, lemma) == found


def test_the_place_of_the_denial_reaches_from_the_denying_word(reader: Any, document_of: Any) -> None:
    document = document_of("It was not the chef who poisoned the soup.")
    denied, done = (e for e in reader.read(document).events if e.predicate.lemma == "poison")
    assert document.words_at(denied.predicate.span) == "not the chef who poisoned"
    assert document.words_at(done.predicate.span) == "poisoned"
    assert denied.id != done.id
