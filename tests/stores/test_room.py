"""Sums and surplus are the same on a file and on a server."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from benchmarks.postgres import archive

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.core import Problem
from rashomon.stores import Store, open_store
from rashomon.stores.facts import Outcome, Seen
from rashomon.stores.room import drop, size_bytes, surplus, table_bytes, tallies
from rashomon.stores.sql.surplus import Bounds, Surplus

FAULT = Problem(stage="clean", code="empty", message="there are no words", fatal=True)
ALL = Bounds(before=BEGAN + timedelta(days=1), grouped=MADE_BY, former=True)


def filled(address: str | Path) -> Store:
    """An archive of two stories; one document has a former version, and some rows are of another make."""
    store = open_store(address)
    with store.writer() as writer:
        for number in range(2):
            keep(writer, made_up(number))
            writer.keep_fingerprints(made_up(number).documents[0].id, (1, 2**64 - 1))
        first = made_up(0).documents[0]
        later = replace(first, text=first.text + "\n\nIt rained.")
        bytes_of_it = writer.keep_original(later.text.encode())
        writer.add(later, seen_at=BEGAN, made_by=MADE_BY, original=bytes_of_it)
        writer.keep_original(b"named by nothing")
        writer.keep_copies(made_up(1).copies, made_by="another")
        writer.keep_stream("stories, another", {"stream": b"row"})
        writer.keep_stream(f"stories, {MADE_BY}", {"stream": b"row"})
        writer.keep_stream("feeds", {"https://norholm.example/rss": b"row"})
        writer.keep_seen(Seen(id="a", at=BEGAN, address="a", outcome=Outcome.SET_ASIDE, problem=FAULT))
    return store


def test_sums_are_the_same(tmp_path: Path, postgres: str) -> None:
    file, server = filled(tmp_path / "a.db"), filled(archive(postgres))
    found = tallies(file)
    assert found == tallies(server)
    assert (found.set_aside, found.languages, found.counts.versions) == ({"empty": 1}, {"en": 6}, 7)
    for store in (file, server):
        assert size_bytes(store) > 10_000
        assert table_bytes(store)["documents"] > 1_000
        store.close()


def test_surplus_is_the_same_and_goes(tmp_path: Path, postgres: str) -> None:
    file, server = filled(tmp_path / "a.db"), filled(archive(postgres))
    found = {kind: number for kind, (number, _) in surplus(file, ALL).items()}
    assert found == {
        Surplus.FINGERPRINTS: 2, Surplus.READINGS: 1, Surplus.COPIES: 1, Surplus.STREAMS: 1, Surplus.ORIGINALS: 1,
        Surplus.FORMER_ORIGINALS: 1,
    }  # fmt: skip
    for store in (file, server):
        assert {kind: number for kind, (number, _) in drop(store, ALL).items()} == found
        assert not any(number for number, _ in surplus(store, ALL).values())
        with store.view() as view:
            assert view.counts().originals == 6
            assert view.fingerprint_sums() == (0, 0)
            assert dict(view.stream("feeds"))
        store.vacuum()
        store.close()
