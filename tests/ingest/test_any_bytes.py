"""Whatever the bytes are, reading them raises nothing, and what comes of them can be cleaned."""

import gzip
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.cover import uncovered

from rashomon.clean import document
from rashomon.core import Document, Page, Problem
from rashomon.ingest import pages

STARTS = [
    b"",
    b"<html><body>",
    b"<!doctype html><article><p>",
    b'{"text": "',
    b"[{",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1f\x8b",
]
raw = st.one_of(st.binary(max_size=2000), st.text(max_size=600).map(lambda t: t.encode("utf-8", "surrogatepass")))
MARKUP = [
    "<p>",
    "</p>",
    "<h1>",
    "</h1>",
    "<b>",
    "<br>",
    "<ul><li>",
    "</ul>",
    "<script>",
    "</script>",
    "<!--",
    "<blockquote>",
]
words = st.one_of(
    st.sampled_from(MARKUP), st.text(max_size=40), st.just("The bridge stays closed until Friday, she said. ")
)


def read(data: bytes) -> list[Document | Problem]:
    return [document(p) if isinstance(p, Page) else p for p in pages(["-"], stdin=io.BytesIO(data))]


def check(made: Document | Problem) -> None:
    if isinstance(made, Problem):
        assert made.fatal
        assert made.code
        assert made.message
    else:
        assert uncovered(made.text, made.passages, made.set_aside) == []
        assert set(made.picture_credits) <= set(made.credits)


@settings(max_examples=120, deadline=None)
@given(start=st.sampled_from(STARTS), data=raw)
def test_any_bytes_give_documents_or_named_problems(start, data):
    for made in read(start + data):
        check(made)


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(words, max_size=30))
def test_any_markup_gives_a_document_or_a_named_problem(parts):
    for made in read(("<html><body>" + "".join(parts)).encode("utf-8", "replace")):
        check(made)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [
    "id",
    "text",
    "headline",
    "outlet",
    "bylines",
    "published_at",
    "language",
    "credits",
    "passages",
    "set_aside",
    "address",
]


@settings(max_examples=100, deadline=None)
@given(record=st.dictionaries(st.sampled_from(FIELDS), json_values, max_size=8), text=st.text(max_size=80))
def test_any_json_record_gives_a_document_or_a_named_problem(record, text):
    for made in read(json.dumps({"text": text} | record).encode()):
        if isinstance(made, Problem):
            assert made.fatal


@pytest.mark.parametrize(
    "passages",
    [
        [None],
        [{"start": 0}],
        [{"start": 0, "end": 99, "role": "paragraph"}],
        [{"start": 0, "end": 6, "role": "paragraph"}, {"start": 4, "end": 9, "role": "paragraph"}],
        [{"start": 0, "end": 6, "role": "song"}],
        [{"start": float("inf"), "end": 6, "role": "paragraph"}],
    ],
)
def test_passages_that_do_not_fit_are_named_and_the_text_is_cleaned_anew(passages):
    record = {"text": "The bridge is closed.", "passages": passages, "set_aside": []}
    (made,) = read(json.dumps(record).encode())
    assert isinstance(made, Document)
    assert [made.words_at(p.span) for p in made.passages] == ["The bridge is closed."]
    assert [p.code for p in made.problems] == ["bad-passages"]


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize(
    ("start", "unit"),
    [
        (b"", b"The mayor said on Monday that it was closed. "),
        (b'{"text": "', b"The mayor said on Monday that it was closed. "),
        (b"<html><body><article>", b"<b>x</b>"),
    ],
)
def test_what_is_far_too_long_is_refused_by_name(start, unit, zipped):
    data = start + unit * (12_000_000 // len(unit))
    (made,) = read(gzip.compress(data, 1) if zipped else data)
    assert isinstance(made, Problem)
    assert made.code in ({"too-large", "unreadable"} if zipped else {"too-large"})


def test_a_record_without_an_address_has_none_and_its_problems_say_where_it_stands(tmp_path):
    file = tmp_path / "press.jsonl"
    file.write_text(
        '{"text": "The bridge is closed."}\n{"text": 4}\n{"text": "Shut.", "address": "https://n.example/1"}\n'
    )
    first, second, third = [document(p) if isinstance(p, Page) else p for p in pages([str(file)])]
    assert isinstance(first, Document)
    assert first.address is None
    assert isinstance(second, Problem)
    assert second.address == f"{file}#line=2"
    assert isinstance(third, Document)
    assert third.address == "https://n.example/1"
