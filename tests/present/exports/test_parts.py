"""A part: the tables and the accounts of some stories of an archive, the same bytes each time."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest

from rashomon.checks.made_up import made_up
from rashomon.pipeline import Pipeline
from rashomon.present.exports.parts import beside, part_files
from rashomon.present.exports.reading_back import account_from_bytes
from rashomon.present.exports.tables_declared import TABLES
from rashomon.stores import open_store

SEEN = datetime(2031, 5, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def store():
    """An archive with the accounts of three made-up stories."""
    archive = open_store(":memory:")
    with archive.writer() as writer:
        for number in range(3):
            made = made_up(number)
            for document in made.documents:
                writer.add(document, seen_at=SEEN, made_by="test")
            writer.settle([made.story], made_by="test")
            writer.keep_account(made.account, revision=1, made_by="test", made_at=SEEN)
    return archive


def files(store, *numbers, forms=("parquet", "jsonl"), texts=False):
    found = {}
    names = [made_up(number).story.id for number in numbers]
    with store.view() as view:
        for name, piece in part_files(view, names, "part-00002", pipeline=Pipeline(), forms=forms, texts=texts):
            found[name] = found.get(name, b"") + piece
    return found


def test_a_part_has_each_table_and_an_account_a_line(store):
    found = files(store, 0, 2)
    assert set(found) == {f"{table.name}/part-00002.parquet" for table in TABLES} | {"accounts/part-00002.jsonl"}
    stories = pq.read_table(io.BytesIO(found["stories/part-00002.parquet"])).to_pylist()
    wanted = {made_up(number).story.id for number in (0, 2)}
    assert {row["story"] for row in stories} == wanted
    lines = [json.loads(line) for line in found["accounts/part-00002.jsonl"].splitlines()]
    assert {line["stories"][0]["id"] for line in lines} == wanted
    assert all(set(line["stories"][0]["documents"]) == {each["id"] for each in line["documents"]} for line in lines)


def test_a_line_reads_back_into_the_account(store):
    line = files(store, 1)["accounts/part-00002.jsonl"]
    (story,) = account_from_bytes(line).stories
    assert [claim.text for claim in story.claims] == [claim.text for claim in made_up(1).account.claims]


def test_the_same_stories_give_the_same_bytes(store):
    assert files(store, 0, 1) == files(store, 1, 0)


def test_texts_are_in_the_tables_where_they_are_asked_for(store):
    for texts in (False, True):
        table = files(store, 0, forms=("parquet",), texts=texts)["documents/part-00002.parquet"]
        told = pq.read_table(io.BytesIO(table)).to_pylist()
        assert {bool(row["text"]) for row in told} == {texts}


def test_the_codebook_is_beside_tables_only():
    assert (set(beside(["parquet"])), set(beside(["jsonl"]))) == ({"codebook.md"}, set())
