from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.stores.query import Clause, Phrase, Query, QueryError, Sought, holds, key_range, parse
from rashomon.stores.words import indexed

CLAIMS = Sought.CLAIMS


def one(text: str) -> Clause:
    (clause,) = parse(text, CLAIMS).clauses
    return clause


def test_words_phrases_beginnings_and_what_is_excluded() -> None:
    assert parse('harbour "Ana Norlo" har* -strike', CLAIMS).clauses == (
        Clause((Phrase(("harbour",)),)),
        Clause((Phrase(("ana", "norlo")),)),
        Clause((Phrase(("har",), prefix=True),)),
        Clause((Phrase(("strike",)),), excluded=True),
    )


def test_or_binds_closer_than_the_space() -> None:
    first, second = parse("harbour port OR quay", CLAIMS).clauses
    assert (len(first.phrases), len(second.phrases)) == (1, 2)


def test_a_word_with_marks_in_it_is_a_phrase() -> None:
    assert one("10:30") == Clause((Phrase(("10", "30")),))
    assert one("don't") == Clause((Phrase(("don", "t")),))


def test_fields_take_words_phrases_and_declared_values() -> None:
    assert one('party:"Ana Norlo"') == Clause((Phrase(("·party·ana", "·party·norlo")),))
    assert one("STATUS:Denied") == Clause((Phrase(("·status·denied",)),))


def test_a_status_beside_a_voice_is_asked_of_the_same_report() -> None:
    assert Clause((Phrase(("·denied·voice·norlo",)),)) in parse("status:denied voice:norlo", CLAIMS).clauses
    assert Clause((Phrase(("·voice·norlo",)),)) in parse("status:denied OR status:done voice:norlo", CLAIMS).clauses


def test_days_begin_and_end_in_utc_unless_a_zone_is_told() -> None:
    asked = parse("since:2031-05-01 until:2031-05-02T10:30+02:00", CLAIMS)
    assert asked.since == datetime(2031, 5, 1, tzinfo=UTC)
    assert asked.until == datetime(2031, 5, 2, 8, 31, tzinfo=UTC)


def test_what_has_no_date_is_in_no_stretch_of_time() -> None:
    undated = key_range(Query(sought=CLAIMS), None)[0]
    assert undated == 0
    assert key_range(parse("until:2031-05-01", CLAIMS), None)[0] > 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour:red", "party"),
        ("status:maybe", "denied"),
        ("since:yesterday", "2031"),
        ("-since:2031-01-01", "alone"),
        ('"harbour', "close"),
        ("OR harbour", "between"),
        ("harbour OR", "between"),
        ("harbour OR OR port", "between"),
        ("harbour OR -port", "go together"),
        ("-harbour OR port", "go together"),
        ("party:", "VALUE"),
        ('party:" "', "VALUE"),
    ],
)
def test_what_cannot_be_understood_is_told(text: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        parse(text, CLAIMS)


def test_fields_that_another_kind_has_are_told_apart() -> None:
    with pytest.raises(QueryError, match="documents cannot be asked by 'status'"):
        parse("status:denied", Sought.DOCUMENTS)


@given(st.text() | st.text(alphabet='ab "-:*OR\u3000'))
def test_any_text_is_a_question_or_a_named_fault(text: str) -> None:
    try:
        asked = parse(text, CLAIMS)
    except QueryError:
        return
    assert all(clause.phrases for clause in asked.clauses)


def test_a_phrase_does_not_run_from_one_value_into_the_next() -> None:
    words = indexed(["one two"], [("party", "Ana Norlo"), ("party", "Bo Wik")])
    assert holds(parse('"one two"', CLAIMS).clauses[0], words)
    assert not holds(parse('party:"Norlo Bo"', CLAIMS).clauses[0], words)
