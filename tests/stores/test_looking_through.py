"""A question that only says what may not be there is answered piece by piece, the same on every store."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.postgres import archive

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import made_up
from rashomon.stores import Sought, open_store, parse, query

PIECE = 20
STORIES = 12


def pieces(address: str, asked: str) -> list[tuple[list[str], int | None]]:
    """What is found piece by piece, and where each time to go on from."""
    store = open_store(address)
    with store.writer() as writer:
        for number in range(STORIES):
            keep(writer, made_up(number))
    found: list[tuple[list[str], int | None]] = []
    with store.view() as view:
        before: int | None = None
        while not found or before is not None:
            some = view.claims(parse(asked, Sought.CLAIMS), limit=7, before=before)
            before = some.before
            found.append(([result.claim.id for result in some.results], before))
    store.close()
    return found


@pytest.mark.parametrize(("asked", "empty"), [("-the", True), ("-status:done", False)])
def test_pieces_are_the_same_everywhere(
    asked: str, *, empty: bool, tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [name for names, _ in pieces(":memory:", asked) for name in names]
    monkeypatch.setattr(query, "LOOKED_THROUGH", PIECE)
    wanted = pieces(":memory:", asked)
    assert [name for names, _ in wanted for name in names] == whole
    assert len(wanted) >= STORIES * 8 // PIECE
    assert (not whole) is empty
    assert pieces(str(tmp_path / "a.db"), asked) == wanted
    assert pieces(archive(postgres), asked) == wanted


def test_a_question_that_names_something_is_answered_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "LOOKED_THROUGH", PIECE)
    assert pieces(":memory:", "zzz -the") == [([], None)]
