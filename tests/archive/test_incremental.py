"""However an archive is fed, its accounts are those of one run over everything."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks.intake import page_of as page_of_input
from hypothesis import given
from hypothesis import strategies as st
from tests.account.ledger import Desk
from tests.properties.press import examples, reviews
from tests.properties.test_accounts import OneDesk

import rashomon.demo
from rashomon.archive import Archive, account_of_all
from rashomon.archive.placing import Placing
from rashomon.clean import document
from rashomon.core import Page
from rashomon.group import find_copies, find_stories
from rashomon.group.order import stream_order
from rashomon.ingest import pages
from rashomon.ingest.records import page_of
from rashomon.pipeline import silent
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.contract import document_row
from rashomon.stores import open_store

TWINS = Path(__file__).parents[1] / "group" / "twins.jsonl"


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


def pages_of(documents):
    """The documents as pages, in the order in which a stream takes them."""
    ordered = sorted(documents, key=stream_order)
    made = [page_of(json.loads(json.dumps(document_row(each), default=str)), place=each.id) for each in ordered]
    assert all(isinstance(page, Page) for page in made)
    return made


def row(account):
    """An account as it is shown, its lists of documents and problems in no order."""
    made = account_row(account)
    for name in ("documents", "problems"):
        made[name].sort(key=json.dumps)
    return json.dumps(made)


def fed(store, pipeline, batches, *, anew):
    """The account of an archive after these batches; with `anew` each by another process."""
    archive = Archive(store, pipeline)
    for batch in batches:
        if anew:
            archive = Archive(store, pipeline)
        archive.take_in(batch)
    with store.view() as view:
        return row(account_of_all(view, pipeline))


@given(documents=reviews(3, 6), cuts=st.lists(st.integers(0, 6), max_size=4), anew=st.booleans())
@examples(0.5)
def test_splits_in_the_order_of_publishing_change_nothing(desk, documents, cuts, anew):
    pages = pages_of(documents)
    at = sorted({0, len(pages), *(cut for cut in cuts if cut < len(pages))})
    batches = [pages[start:end] for start, end in pairwise(at)]
    pipeline = OneDesk(desk)
    whole = row(pipeline.account_of([document(page) for page in pages]))
    assert fed(open_store(":memory:"), pipeline, batches, anew=anew) == whole


def test_a_file_gives_the_same_as_memory_one_report_at_a_time(desk, tmp_path):
    files = sorted(
        str(path) for path in Path(rashomon.demo.__file__).parent.iterdir() if path.suffix in {".txt", ".html"}
    )
    taken = sorted(pages(files, keep_octets=True), key=lambda page: stream_order(document(page)))
    pipeline = OneDesk(desk)
    whole = row(pipeline.account_of([document(page) for page in taken]))
    store = open_store(tmp_path / "desk.db")
    assert fed(store, pipeline, [[page] for page in taken], anew=True) == whole
    store.close()


@pytest.mark.parametrize("size", [1, 7, 60])
def test_stories_and_copies_are_those_of_one_run(size):
    twins = [each for line in TWINS.read_text("utf-8").splitlines()[:30] for each in json.loads(line).values()]
    rows = [each | {"outlet": "Norholm Mail"} for each in twins if isinstance(each, dict)]
    rows += [each | {"outlet": "The Borrower"} for each in rows[::4]]  # who prints it again word for word
    documents = [document(page_of(each, place=str(number))) for number, each in enumerate(rows)]
    documents = sorted({each.id: each for each in documents}.values(), key=stream_order)
    copies = find_copies(documents)
    assert len(copies) > 3
    store, seen = open_store(":memory:"), datetime(2031, 5, 2, tzinfo=UTC)
    placing = Placing(store, "group.test")
    for at in range(0, len(documents), size):
        with store.writer() as writer:
            for each in documents[at : at + size]:
                writer.add(each, seen_at=seen, made_by="clean.test")
        if at % 2:
            placing = Placing(store, "group.test")
        placing.bring_up_to_date(silent)
    with store.view() as view:
        stories = {story.story.id: story.story for story in view.stories(limit=1000)}
        kept = {(c.copy.origin, c.copy.copy): c.copy for each in documents for c in view.copies(each.id)}
        told = {view.placement(each.id).story for each in documents}
    assert stories == {story.id: story for story in find_stories(documents, copies)}
    assert kept == {(copy.origin, copy.copy): copy for copy in copies}
    assert len(told) >= len(stories)


def test_stock_phrases_of_many_reports_and_paragraphs_printed_again_change_nothing():
    """What more than forty reports share, and what an outlet prints again, is seen from the whole archive."""
    documents = [document(page_of_input(number)) for number in range(360)]
    copies = find_copies(documents)
    store = open_store(":memory:")
    placing = Placing(store, "group.test")
    for at in range(0, len(documents), 45):
        with store.writer() as writer:
            for each in documents[at : at + 45]:
                writer.add(each, seen_at=each.published_at, made_by="clean.test")
        placing.bring_up_to_date(silent)
    with store.view() as view:
        kept = {(c.copy.origin, c.copy.copy): c.copy for each in documents for c in view.copies(each.id)}
    assert kept == {(copy.origin, copy.copy): copy for copy in copies}
