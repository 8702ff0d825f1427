"""What can go goes, its room comes back, and no report, account or decision is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.account.ledger import Desk
from tests.archive.keeping import BRIDGE_LATER, accounts, archive_at, page

from rashomon.archive.keeping_checked import check
from rashomon.archive.keeping_prune import prune
from rashomon.pipeline import silent
from rashomon.stores.errors import Refused
from rashomon.stores.room import table_bytes, tallies


@pytest.fixture(scope="module")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


@pytest.fixture
def archive(desk, tmp_path):
    """In which one report has a former version, and nothing names some bytes."""
    made = archive_at(tmp_path / "desk.db", desk)
    made.take_in([page(BRIDGE_LATER, address="https://norholm.example/bridge")])
    with made.store.writer() as writer:
        writer.keep_original(bytes(range(256)) * 4_000)
        writer.keep_stream("stories, group.old", {"stream": bytes(range(256)) * 4_000})
    yield made
    made.store.close()


def pruned(archive, **asked):
    done = prune(archive.store, archive.pipeline.makers, now=archive.now(), **asked)
    return done, {name: number for name, (number, _) in done.dropped.items() if number}


def test_a_rehearsal_drops_nothing(archive):
    first = pruned(archive, dry_run=True, former_originals=True, fingerprint_days=0)[1]
    assert pruned(archive, dry_run=True, former_originals=True, fingerprint_days=0)[1] == first
    assert first == {"fingerprints": 4, "readings": 1, "streams": 1, "originals": 1, "former originals": 1}


def test_what_is_dropped_is_what_was_told_and_the_rest_balances(archive):
    before = accounts(archive.store)
    told = pruned(archive, dry_run=True, former_originals=True)[1]
    done, dropped = pruned(archive, former_originals=True)
    assert dropped == told
    assert done.after_bytes < done.before_bytes
    assert accounts(archive.store) == before
    with archive.store.view() as view:
        *faults, checked = check(view, archive.pipeline.makers, silent)
        assert [v.original is None for v in view.versions("https://norholm.example/bridge")] == [True, False]
    assert faults == []
    assert (checked.versions, checked.originals, checked.unnamed_originals) == (4, 3, 0)
    assert pruned(archive, former_originals=True)[1] == {}


def test_former_bytes_stay_unless_they_are_named(archive):
    assert "former originals" not in pruned(archive)[1]
    with archive.store.view() as view:
        assert all(view.original(v.original or "") for v in view.versions("https://norholm.example/bridge"))


def test_an_intake_goes_on_after_fingerprints_were_dropped(archive):
    later = archive.now() + timedelta(days=40)
    archive.now = lambda: later
    assert pruned(archive, fingerprint_days=90)[1].get("fingerprints") is None
    assert pruned(archive, fingerprint_days=30)[1]["fingerprints"] == 4
    archive.take_in([page(BRIDGE_LATER, address="https://borrower.example/b", outlet="The Borrower")])
    with archive.store.view() as view:
        *faults, checked = check(view, archive.pipeline.makers, silent)
    assert faults == []
    assert checked.without_fingerprints == 3


def test_what_other_versions_knew_stays_until_all_is_of_one(archive):
    archive.pipeline.makers = archive.pipeline.makers._replace(grouped="group.later")
    done, dropped = pruned(archive)
    assert done.held_back
    assert "streams" not in dropped


def test_an_archive_in_memory_is_refused(desk):
    archive = archive_at(":memory:", desk, pages=())
    with pytest.raises(Refused, match="in memory"):
        pruned(archive)


def test_sums_tell_what_there_is_from_when_to_when_and_by_whom(archive):
    found = tallies(archive.store)
    assert found.outlets == {"Norholm Mail": 2, "Bay Courier": 1}
    assert (found.first_at.day, found.last_at.day) == (2, 5)
    assert found.seen == {"taken": 4}
    assert found.makers["readings"] == {archive.pipeline.makers.read: 4}
    assert next(iter(table_bytes(archive.store))) in {"streams", "originals", "documents", "fingerprints"}
