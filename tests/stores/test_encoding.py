from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import Document
from rashomon.stores.encoding import (
    NAME_BYTES,
    column,
    decoded,
    encoded,
    handle,
    head,
    line_of,
    nameable,
    packed,
    text_of,
    unpacked,
    version_id,
)
from rashomon.stores.errors import Refused

texts = st.text() | st.text(st.characters(categories=("Cs", "Cc", "L")))


@given(texts)
def test_a_column_holds_any_text_and_gives_it_back(text: str) -> None:
    made = column(text)
    assert text_of(made) == text
    assert "\x00" not in made
    made.encode("utf-8")


@given(texts, texts)
def test_different_texts_have_different_columns(left: str, right: str) -> None:
    assert (column(left) == column(right)) == (left == right)


@given(texts, st.none() | texts)
def test_facts_come_back_from_bytes(text: str, headline: str | None) -> None:
    document = Document(id="d", text=text, headline=headline)
    assert decoded(encoded(document), Document) == document
    assert unpacked(packed(document), Document) == document


def test_a_field_that_came_later_stands_as_its_default() -> None:
    assert decoded(b'{"id":"d","text":"t","a_later_field":1}', Document) == Document(id="d", text="t")


def test_an_id_that_is_too_long_finds_nothing_and_is_refused() -> None:
    long = "x" * (NAME_BYTES + 1)
    assert len(handle(long).encode()) < 100
    with pytest.raises(Refused, match="too long"):
        nameable(long)
    assert nameable(long[1:]) == long[1:]


def test_a_long_address_has_a_line_all_the_same() -> None:
    document = Document(id="d", text="t", address="https://example.org/" + "y" * 3000)
    assert nameable(line_of(document)) == line_of(document)
    assert line_of(Document(id="d", text="t")) == "d"


@given(texts)
def test_the_beginning_of_a_text_can_be_indexed(text: str) -> None:
    assert len((head(text * 50) or "").encode()) <= NAME_BYTES


def test_a_version_is_known_by_its_words_and_not_by_how_they_were_sorted() -> None:
    told = Document(id="d", text="t", headline="h")
    assert version_id("l", told) == version_id("l", Document(id="d", text="t", headline="h", language="en"))
    assert version_id("l", told) != version_id("l", Document(id="d", text="u", headline="h"))
    assert version_id("l", told) != version_id("m", told)
