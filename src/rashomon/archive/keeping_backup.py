"""Backups and what is made of them, held to the balance rules before they are called done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rashomon.core import Problem
from rashomon.stores import POSTGRES, open_store
from rashomon.stores.balance import imbalances
from rashomon.stores.errors import ArchiveDamaged, ArchiveLocked, NotAnArchive, Refused
from rashomon.stores.facts import Counts
from rashomon.stores.keeping import backup as copy_out
from rashomon.stores.keeping import restore as copy_in

Progress = Callable[[str, int, int], None]
MOST_NAMED = 5
"""So many faults are named in the message that refuses a backup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup, or the archive made from one: where it is, what it holds, and its size where it is a file."""

    place: str
    counts: Counts
    size_bytes: int | None
