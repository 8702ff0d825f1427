"""Writes down an archive of this version's step: `python tests/stores/releases/make.py`, once for each release.

What it writes is never changed afterwards: it is what people have.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, made_up
from rashomon.core import Decision, DecisionKind, Ending
from rashomon.stores import open_store
from rashomon.stores.embedded.file import APPLICATION
from rashomon.stores.facts import AccessKey, Outcome, Seen
from rashomon.stores.sql.tables import HEAD


def lines(path: Path) -> Iterator[str]:
    """The archive as SQL; the indexes of words as they are declared, to be filled from their tables."""
    import sqlite3

    raw = sqlite3.connect(path)
    made = raw.execute("SELECT name, type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    indexes = [name for name, kind, _, sql in made if kind == "table" and sql.startswith("CREATE VIRTUAL")]
    parts = {f"{index}_{part}" for index in indexes for part in ("data", "idx", "docsize", "config", "content")}
    tables = [name for name, kind, *_ in made if kind == "table" and name not in parts and name not in indexes]
    yield f"PRAGMA application_id={APPLICATION};"
    yield from (f"{sql};" for name, kind, _, sql in made if kind == "table" and name in tables)
    for table in tables:
        columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        quoted = " || ',' || ".join(f'quote("{column}")' for column in columns)
        names = ", ".join(f'"{column}"' for column in columns)
        for (values,) in raw.execute(f"SELECT {quoted} FROM {table}"):
            yield f"INSERT INTO {table} ({names}) VALUES ({values});"
    yield from (f"{sql};" for _, kind, table, sql in made if kind == "index" and table not in parts)
    yield from (f"{sql};" for name, _, _, sql in made if name in indexes)
    yield from (f"INSERT INTO {index}({index}) VALUES ('rebuild');" for index in indexes)
    yield from (f"{sql};" for _, kind, _, sql in made if kind == "trigger")
    raw.close()


def main() -> None:
    """Make an archive with one of everything, and write it down."""
    made = made_up(1)
    decision = Decision(id="d", kind=DecisionKind.NOTE, by="Ana Norlo", at=BEGAN, reason="to be read", documents=("x",))
    key = AccessKey(
        id="k", name="the desk", digest="0" * 64, scopes=("read",), made_at=BEGAN, made_by="Ana Norlo", until=BEGAN
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        store = open_store(path)
        with store.writer() as writer:
            keep(writer, made)
            writer.decide(decision)
            writer.end(Ending(decision="d", by="Bo Tormar", at=BEGAN, reason="it was read"))
            writer.keep_seen(Seen(id="s", at=BEGAN, address="https://example.org/1/0", outcome=Outcome.TAKEN))
            writer.keep_key(key)
            writer.keep_stream("stories", {"one": b"a row of it"})
            writer.keep_fingerprints(made.documents[1].id, (3, 2**64 - 1))
            writer.keep_fingerprints(made.documents[0].id, (3,))
        store.close()
        (Path(__file__).parent / f"{HEAD}.sql").write_text("\n".join(lines(path)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
