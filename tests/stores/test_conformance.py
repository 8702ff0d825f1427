"""Every store holds to what all stores promise."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from benchmarks.postgres import archive

from rashomon.checks.expecting import Maker
from rashomon.checks.store import CHECKS
from rashomon.stores import open_store
from rashomon.stores.base import Store
from rashomon.stores.memory import MemoryStore

Check = Callable[[Maker], None]
each = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)


def placed(place: Callable[[], str]) -> Maker:
    """Stores at places that can be told again."""
    where: dict[int, str] = {}

    def make() -> Store:
        address = place()
        store = open_store(address)
        where[id(store)] = address
        return store

    return Maker(make=make, address=lambda store: where[id(store)])


@each
def test_memory_conforms(check: Check) -> None:
    check(Maker(make=MemoryStore))


@each
def test_sqlite_conforms(check: Check, tmp_path: Path) -> None:
    number = count()
    check(placed(lambda: str(tmp_path / f"{next(number)}.db")))


@each
def test_postgres_conforms(check: Check, postgres: str) -> None:
    check(placed(lambda: archive(postgres)))
