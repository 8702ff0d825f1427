"""An archive gone through a story at a time says what its whole account says."""

import pytest
from tests.present import ferry
from tests.present.questions.kept import archive, expulsion, filled, keep_account

from rashomon.archive import account_of_all
from rashomon.core import Story
from rashomon.pipeline import Pipeline
from rashomon.present import questions
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.encoding import indented
from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.telling import OfAccount, OfArchive


@pytest.fixture
def store():
    return filled(archive(ferry.account(), expulsion()), 5)


def written(source):
    return b"".join(KINDS["json"].chunks(source))


def test_the_json_of_an_archive_is_that_of_its_whole_account(store):
    with store.view() as view:
        assert written(OfArchive(view, Pipeline())) == indented(account_row(account_of_all(view, Pipeline())))


def test_also_where_an_account_is_behind_and_one_is_missing(store):
    store = keep_account(store, expulsion())
    with store.writer() as writer:
        writer.touch(["s1"])
        documents = writer.view.story("e1").story.documents
        writer.settle([Story(id="new", documents=documents[:1])], made_by="test.v1")
    with store.view() as view:
        source = OfArchive(view, Pipeline())
        assert [problem.code for problem in source.behind].count("account-behind") >= 2
        assert written(source) == indented(account_row(account_of_all(view, Pipeline())))


def test_an_empty_archive_has_an_empty_account():
    with archive(ferry.account()).view() as view:
        nothing = OfArchive(view, Pipeline(), frozenset())
        assert nothing.names == ()
        for kind in KINDS.values():
            assert list(kind.pieces(nothing)) or kind.name in {"plover", "markdown"}


def test_chosen_stories_alone_are_told(store):
    with store.view() as view:
        source = OfArchive(view, Pipeline(), frozenset({"e1", "gone"}))
        assert source.names == ("e1",)
        assert [document.id for document in source.documents()] == ["wire", "ledger"]
        (only,) = source.stories()
        assert only.stories == expulsion().stories


@pytest.mark.parametrize("kind", [name for name in KINDS if name not in {"json", "prov", "csv", "parquet"}])
def test_an_archive_and_its_account_are_exported_alike(store, kind):
    """The others also tell which models read, or problems of documents, which the account has from the readings."""
    with store.view() as view:
        whole = account_of_all(view, Pipeline())
        assert b"".join(KINDS[kind].chunks(OfArchive(view, Pipeline()))) == b"".join(
            KINDS[kind].chunks(OfAccount(whole))
        )


def test_each_account_is_looked_up_once(store):
    class Counting:
        def __init__(self, view):
            self._view, self.asked = view, []

        def __getattr__(self, name):
            return getattr(self._view, name)

        def account(self, story):
            self.asked.append(story)
            return self._view.account(story)

    with store.view() as view:
        counting = Counting(view)
        source = OfArchive(counting, Pipeline())
        assert len(written(source)) > 0
        assert sorted(counting.asked) == sorted(source.names)
        counting.asked.clear()
        questions.story(counting, "e1")
        assert counting.asked == ["e1"]
