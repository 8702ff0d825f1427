"""The JSON of an account read back is the account, as far as the JSON tells it: written again it is the same."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.account.ledger import Desk
from tests.present.exports.accounts import ACCOUNTS
from tests.properties.press import examples, reviews, told

from rashomon.core import Account, Document, Problem, Provenance, Span, StoryAccount
from rashomon.core.span import Part
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.encoding import indented
from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.reading_back import ReadingBackError, account_from_bytes, account_from_row

NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=16)


def written(account):
    return indented(account_row(account))


@pytest.fixture(scope="module")
def desk(reader):
    return Desk(reader=reader)


@pytest.mark.parametrize("name", ACCOUNTS)
def test_an_account_written_read_back_and_written_is_the_same(name):
    octets = written(ACCOUNTS[name]())
    assert written(account_from_bytes(octets)) == octets


@pytest.mark.parametrize("name", ACCOUNTS)
def test_the_export_is_what_the_account_command_writes(name):
    account = ACCOUNTS[name]()
    assert KINDS["json"].make(account) == written(account)


@pytest.mark.parametrize("name", ["ferry", "decided", "many"])
def test_all_but_the_places_of_figures_comes_back(name):
    account = ACCOUNTS[name]()
    again = account_from_bytes(written(account))

    def without_figures(of):
        return replace(of, stories=tuple(replace(story, figures=()) for story in of.stories))

    assert without_figures(again) == without_figures(account)


SPANS = st.builds(lambda at, size, part: Span(at, at + size, part), st.integers(0, 99), st.integers(0, 99),
                  st.sampled_from(Part))  # fmt: skip
PLAIN = {
    str: st.text(max_size=5),
    int: st.integers(0, 10**9),
    float: NUMBERS,
    bool: st.booleans(),
    type(None): st.none(),
    Span: SPANS,
    datetime: st.datetimes(timezones=st.just(UTC)),
}


@cache
def any_of(kind):
    """Any value of a type of the core."""
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) is tuple:
        *first, last = get_args(kind)
        if last is ...:
            return st.lists(any_of(first[0]), max_size=2).map(tuple)
        return st.tuples(*map(any_of, (*first, last)))
    if get_args(kind):
        return st.one_of(*map(any_of, get_args(kind)))
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return st.builds(kind, **{name: any_of(own) for name, own in get_type_hints(kind).items()})


PARTS = {f.name: get_type_hints(StoryAccount)[f.name] for f in fields(StoryAccount)}


@pytest.mark.parametrize("part", PARTS)
def test_any_part_of_a_story_at_all_comes_back(part):
    @settings(max_examples=25, deadline=None, derandomize=True)
    @given(any_of(PARTS[part]))
    def check(value):
        story = StoryAccount(**{"id": "s", "title": "t", "documents": (), part: value})
        octets = written(replace(ACCOUNTS["empty"](), stories=(story,)))
        assert written(account_from_bytes(octets)) == octets

    check()


@settings(max_examples=40, deadline=None, derandomize=True)
@given(any_of(tuple[Document, ...]), any_of(tuple[Problem, ...]), any_of(Provenance))
def test_any_documents_at_all_come_back(documents, problems, provenance):
    octets = written(Account(documents=documents, stories=(), problems=problems, provenance=provenance))
    assert written(account_from_bytes(octets)) == octets


def test_accounts_of_press_reviews_come_back(desk):
    @examples(0.3)
    @given(reviews())
    def check(documents):
        made = told(desk, documents)
        account = Account(
            documents=made.documents,
            stories=(made.story,),
            problems=made.story.problems,
            provenance=ACCOUNTS["decided"]().provenance,
        )
        octets = written(account)
        assert written(account_from_bytes(octets)) == octets

    check()


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"{", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "no account"),
        (b'{"format": "other/1"}', "no account"),
        (b'{"format": "rashomon-account/1"}', "lacks 'documents'"),
    ],
)
def test_what_is_no_account_is_refused_in_words(octets, words):
    with pytest.raises(ReadingBackError, match=words):
        account_from_bytes(octets)


@pytest.mark.parametrize("instead", [None, 3, "x", [None], [{}], {"a": 1}])
@pytest.mark.parametrize("part", ["documents", "stories", "problems", "provenance"])
def test_an_account_with_a_part_of_another_shape_is_refused(part, instead):
    row = json.loads(written(ACCOUNTS["ferry"]()))
    row[part] = instead
    try:
        account_from_row(row)
    except ReadingBackError:
        return
    assert instead == {"a": 1} or not instead  # nothing in it to be wrong


def test_a_span_that_ends_before_it_begins_is_refused():
    row = json.loads(written(ACCOUNTS["ferry"]()))
    row["stories"][0]["claims"][0]["reports"][0]["end"] = -1
    with pytest.raises(ReadingBackError, match="shape of an account"):
        account_from_row(row)
