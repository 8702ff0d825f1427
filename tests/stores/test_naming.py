"""Stories and documents are named by the beginnings of their ids, alike in every store."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rashomon.core import Document, Story
from rashomon.stores import open_store
from rashomon.stores.naming import NotNamedError, document_named, story_named, story_or_document_named

AT = datetime(2031, 5, 2, tzinfo=UTC)
NAMES = ("abcd", "abcd-1", "abcd-2", "abce-1", "wx_y%-1", "ünter-1")


@pytest.fixture(params=["memory", "file"])
def view(request, tmp_path):
    store = open_store(":memory:" if request.param == "memory" else tmp_path / "a.db")
    with store.writer() as writer:
        for name in NAMES:
            writer.add(Document(id=name, text=f"Of {name}.", outlet="Quay Mail"), seen_at=AT, made_by="test.v1")
        writer.settle([Story(id="story-1", documents=("abcd", "abcd-1"))], made_by="test.v1")
    with store.view() as view:
        yield view
    store.close()


@pytest.mark.parametrize(
    ("name", "found"),
    [("abcd", "abcd"), ("abcd-2", "abcd-2"), ("abce", "abce-1"), ("wx_y%", "wx_y%-1"), ("ünte", "ünter-1")],
)
def test_the_whole_id_comes_first_else_the_one_that_begins_so(view, name, found):
    assert document_named(view, name) == found


@pytest.mark.parametrize("name", ["", "abc", "zzzz", "wx%%", "abcd-3", "____"])
def test_what_is_too_short_or_begins_no_id_names_nothing(view, name):
    with pytest.raises(NotNamedError, match="there is no document"):
        document_named(view, name)


def test_several_that_begin_so_are_named(view):
    with pytest.raises(NotNamedError, match="several documents begin with abcd-, such as abcd-1 and abcd-2"):
        document_named(view, "abcd-")


def test_a_story_or_a_document(view):
    assert story_named(view, "stor") == "story-1"
    assert story_or_document_named(view, "story") == "story-1"
    assert story_or_document_named(view, "abce") == "abce-1"
    with pytest.raises(NotNamedError, match="no story and no document nowhere"):
        story_or_document_named(view, "nowhere")
