"""The order in which documents are taken."""

from datetime import UTC, datetime, timedelta, timezone

from rashomon.core import Document
from rashomon.group import Stories
from rashomon.group.order import stream_order

NOON = datetime(2031, 5, 2, 12, tzinfo=UTC)


def told(key, at=None):
    return Document(id=key, text="", published_at=at)


def test_documents_are_taken_by_time_and_the_undated_last():
    rows = [told("undated b"), told("late", NOON + timedelta(hours=1)), told("undated a"), told("early", NOON)]
    assert [row.id for row in sorted(rows, key=stream_order)] == ["early", "late", "undated a", "undated b"]


def test_an_undated_document_comes_behind_one_from_before_1970():
    rows = [told("undated"), told("old", datetime(1931, 5, 2, tzinfo=UTC))]
    assert [row.id for row in sorted(rows, key=stream_order)] == ["old", "undated"]


def test_times_of_other_places_are_the_same_moments_and_ties_go_by_id():
    north = timezone(timedelta(hours=2))
    rows = [told("b", NOON), told("c", datetime(2031, 5, 2, 13, 59, tzinfo=north)), told("a", NOON)]
    assert [row.id for row in sorted(rows, key=stream_order)] == ["c", "a", "b"]


def test_a_stream_is_fed_in_that_order():
    rows = [told("undated"), told("late", NOON + timedelta(hours=1)), told("early", NOON)]
    assert list(Stories().feed(rows)) == ["early", "late", "undated"]
