"""Work that grows with the length of a document and not with its square: counted where it can be."""

from __future__ import annotations

from collections import Counter
from hashlib import md5
from typing import Any

import pytest

from rashomon.core import Kind, marks
from rashomon.core.intervals import Intervals
from rashomon.read import names_known
from rashomon.read.names_found import Found
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party, bring_together
from rashomon.read.parse import parse

LETTERS = str.maketrans("0123456789", "ghijklmnop")


def _word(number: int, salt: str) -> str:
    """A word that shares no more with the others than chance has it."""
    return md5(f"{salt}{number}".encode()).hexdigest().translate(LETTERS)[:8].capitalize()


def _people(count: int) -> list[Found]:
    return [
        Found(sentence=n, start=0, end=2, words=(_word(n, "given"), _word(n, "surname")), kind=Kind.PERSON)
        for n in range(count)
    ]


def test_a_name_is_compared_only_with_those_that_share_something(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: Counter[str] = Counter()
    same = names_known._same_name

    def counting(words: list[str], other: list[str]) -> bool:
        compared["names"] += 1
        return same(words, other)

    monkeypatch.setattr(names_known, "_same_name", counting)
    assert len({id(p) for p in bring_together(_people(2000))}) == 2000
    assert compared["names"] < 2000


def test_open_single_marks_are_not_looked_for_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[int] = Counter()
    closes = marks._closes

    def counting(*place: Any) -> bool:
        asked["marks"] += 1
        return closes(*place)

    monkeypatch.setattr(marks, "_closes", counting)
    assert marks.quoted("'abc he saw it. " * 2000) == []
    assert asked["marks"] <= 3 * 2000


def test_marks_that_stand_between_others_are_still_found() -> None:
    text = "\u201cdef\u201d he said. He saw \u2018the \u201clast\u201d boat\u2019 leave."
    assert [text[q.start : q.end] for q in marks.quoted(text)] == ["def", "the \u201clast\u201d boat", "last"]


def test_a_place_is_between_marks_wherever_it_stands() -> None:
    text = "He saw \u201cthe \u2018last\u2019 boat\u201d and \u201cno more"
    inside = marks.between_marks(text)
    stretches = marks.quoted(text)
    assert [inside(at) for at in range(len(text))] == [
        any(s.start <= at < s.end for s in stretches) for at in range(len(text))
    ]


def test_intervals_near_a_place_hold_all_that_touch_it() -> None:
    bounds = [(0, 30), (2, 4), (5, 9), (10, 12), (40, 50)]
    for start in range(52):
        near = bounds[Intervals(bounds).near(start, start + 3)]
        assert {b for b in bounds if b[0] < start + 3 and start < b[1]} <= set(near)
    assert bounds[Intervals(bounds).near(35, 45)] == [(40, 50)]


def test_who_was_named_last_is_foremost_in_a_document_of_any_length(reader: Any) -> None:
    (token, *_) = reader.nlp("Kerr left.")
    memory = Memory()
    people = [Party(name=name, kind=Kind.PERSON) for name in ("Kerr", "Holt", "Arn")]
    for party in people:
        memory.raise_(party, token, inside=False)
        for _ in range(2000):
            memory.fade()
    assert [p.name for p in memory.ranked()] == ["Arn", "Holt", "Kerr"]
    assert memory.weight(people[2]) == 0.0
    memory.raise_(people[0], token, inside=False)
    assert next(memory.ranked()) is people[0]
    assert memory.weight(people[0]) == 210.0


def test_equals_in_mind_keep_their_order(reader: Any) -> None:
    (token, *_) = reader.nlp("Kerr left.")
    memory = Memory()
    for name in ("Kerr", "Holt"):
        memory.raise_(Party(name=name, kind=Kind.PERSON), token, inside=False)
    assert [p.name for p in memory.ranked()] == ["Kerr", "Holt"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("Anna Holt", "Annna Holt"), "Anna Holt"),
        (("Annna Holt", "Anna Holt"), "Anna Holt"),
        (("Anna Holt", "Annna Holt", "Annna Holt"), "Annna Holt"),
        (("Vesrin Holt", "Vessrin Holt"), "Vesrin Holt"),
        (("Anna Holt", "Anna Mae Holt"), "Anna Mae Holt"),
    ],
)
def test_of_two_spellings_the_better_known_names_the_party(told: tuple[str, ...], name: str) -> None:
    found = [
        Found(sentence=n, start=0, end=2, words=tuple(form.split()), kind=Kind.PERSON) for n, form in enumerate(told)
    ]
    assert {p.name for p in bring_together(found)} == {name}


def test_sentences_are_found_by_place(reader: Any, document_of: Any) -> None:
    parsed = parse(document_of("Anna Kerr left. Jonas Holt stayed.\nThe port closed."), reader.nlp)
    for sentence in parsed.sentences:
        assert parsed.at(sentence.span) is sentence
        assert parsed.touched(sentence.span) == [sentence]
    assert [[s.number for s in held] for held in parsed.by_block()] == [[0, 1], [2]]
    assert parsed.at(type(sentence.span)(15, 15)) is None


def test_a_denial_points_no_further_back_than_a_reader_would(reader: Any, document_of: Any) -> None:
    said = "The union said Anna Kerr fired the harbour master. "
    near = reader.read(document_of(said + "Kerr denied the claim."))
    far = reader.read(document_of(said + "It rained. " * 60 + "Kerr denied the claim."))
    assert [e.predicate.lemma for e in near.events if e.status == "denied"] == ["fire"]
    assert [e.predicate.lemma for e in far.events if e.status == "denied"] == []
