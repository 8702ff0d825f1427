"""A killed intake loses nothing that it acknowledged; `python -m benchmarks.kills 200` does it at full length."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kills import Tally, killed
from benchmarks.postgres import archive


def check(tally: Tally, kills: int, documents: int) -> None:
    assert (tally.lost, tally.twice, tally.broken) == ([], [], [])
    assert (tally.kept, tally.unlike) == (documents, 0)
    assert len(tally.acknowledged) >= documents - kills  # killed after it was kept, before it could say so
    assert tally.kills >= kills // 2  # a run that comes to its end meanwhile is not killed


def test_sqlite_loses_nothing(tmp_path: Path) -> None:
    check(killed(str(tmp_path / "a.db"), 20, 120), 20, 120)


def test_postgres_loses_nothing(postgres: str) -> None:
    check(killed(archive(postgres), 5, 40), 5, 40)
