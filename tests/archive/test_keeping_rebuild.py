"""An archive made anew: the same accounts by the same versions, and broken off anywhere it goes on."""

from __future__ import annotations

import pytest
from tests.account.ledger import Desk
from tests.archive.keeping import accounts, archive_at

from rashomon.archive import Archive
from rashomon.archive.keeping_checked import check
from rashomon.archive.keeping_rebuild import Stage, rebuild, under_way
from rashomon.archive.keeping_waits import waits
from rashomon.pipeline import silent
from rashomon.stores.encoding import encoded

BROKEN_OFF = ("read_documents", "account_stories", "Placing.group_anew", "note_makers")


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


def test_where_all_is_of_these_versions_nothing_is_made(desk):
    archive = archive_at(":memory:", desk)
    summary = rebuild(archive)
    assert (summary.read, summary.placed, summary.accounts) == (0, 0, 0)


@pytest.mark.parametrize("place", [":memory:", "file"])
def test_everything_made_anew_by_the_same_versions_is_the_same_byte_for_byte(desk, tmp_path, place):
    archive = archive_at(place if place == ":memory:" else tmp_path / "desk.db", desk)
    before = {name: encoded(account) for name, account in accounts(archive.store).items()}
    summary = rebuild(archive, everything=True)
    assert (summary.read, summary.placed, summary.accounts) == (3, 3, 2)
    assert {name: encoded(account) for name, account in accounts(archive.store).items()} == before
    with archive.store.view() as view:
        *faults, _ = check(view, archive.pipeline.makers, silent)
        assert under_way(view) is None
    assert faults == []
    archive.store.close()


@pytest.mark.parametrize("where", BROKEN_OFF)
def test_broken_off_it_goes_on_whoever_asks(desk, monkeypatch, where):
    archive = archive_at(":memory:", desk)
    before = accounts(archive.store)

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(f"rashomon.archive.keeping_rebuild.{where}", interrupted)
        with pytest.raises(KeyboardInterrupt):
            rebuild(archive, everything=True)
    assert accounts(archive.store) == before
    with archive.store.view() as view:
        assert under_way(view) is not None
    later = Archive(archive.store, archive.pipeline, now=archive.now)
    rebuild(later)
    with archive.store.view() as view:
        assert under_way(view) is None
        assert not waits(view, archive.pipeline.makers).any
    assert accounts(archive.store) == before


def test_what_is_done_is_not_done_again(desk, monkeypatch):
    archive = archive_at(":memory:", desk)
    monkeypatch.setattr("rashomon.archive.keeping_rebuild.TOGETHER", 1)
    made = []

    def second(*arguments, of=None, **more):
        if made:
            raise KeyboardInterrupt
        made.extend(of)
        return len(of)

    with monkeypatch.context() as patched:
        patched.setattr("rashomon.archive.keeping_rebuild.account_stories", second)
        with pytest.raises(KeyboardInterrupt):
            rebuild(archive, everything=True)
    with archive.store.view() as view:
        assert under_way(view) == (Stage.ACCOUNT, made[0])
    summary = rebuild(archive)
    assert (summary.read, summary.placed, summary.accounts) == (0, 0, 1)


def test_what_waits_is_told_by_kind(desk):
    archive = archive_at(":memory:", desk)
    makers = archive.pipeline.makers
    with archive.store.view() as view:
        assert not waits(view, makers).any
        later = waits(view, makers._replace(cleaned="c", read="r", grouped="g", accounted="a"))
    assert (later.documents, later.readings, later.stories, later.accounts, later.others) == (3, 3, 3, 2, True)
