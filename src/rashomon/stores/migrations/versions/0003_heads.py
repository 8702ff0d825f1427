"""Words of fields begin with their mark, so that no beginning of a word finds them; heads of words are indexed."""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEARCHED = ("documents", "claims", "quotations", "figures")
MARK, BREAK, HEAD, HEAD_CHARS = "·", "¶", "¦", 3
BATCH = 2000


def upgrade() -> None:
    """Write the words of every row anew, and the indexes of words from them."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in SEARCHED:
        index = f"{table}_words"
        if sqlite:
            op.execute(f"DROP TRIGGER {index}_anew")
        _write_anew(table)
        if sqlite:
            into = f"INSERT INTO {index}(rowid, words) VALUES (new.key, new.words);"  # noqa: S608  # our own names
            out = f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', old.key, old.words);"  # noqa: S608
            op.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608
            op.execute(f"CREATE TRIGGER {index}_anew AFTER UPDATE OF words ON {table} BEGIN {out} {into} END")


def _write_anew(table: str) -> None:
    change = sa.text(f"UPDATE {table} SET words = :words WHERE key = :key")  # noqa: S608  # our own names
    for some in _rows(table):
        op.get_bind().execute(change, [{"key": key, "words": _anew(words)} for key, words in some])


def _rows(table: str) -> Iterator[list[tuple[int, str]]]:
    """The rows that have words, so many at a time."""
    asked = sa.text(
        f"SELECT key, words FROM {table} WHERE key > :after AND words <> '' ORDER BY key LIMIT {BATCH}"  # noqa: S608
    )
    after = -1
    while some := [(row.key, row.words) for row in op.get_bind().execute(asked, {"after": after})]:
        yield some
        after = some[-1][0]


def _anew(words: str) -> str:
    every = words.split(" ")
    plain = [word for word in every if MARK not in word and word != BREAK]
    heads = dict.fromkeys(word[:chars] for word in plain for chars in range(1, HEAD_CHARS + 1))
    return " ".join([*(MARK + word if MARK in word else word for word in every), *(HEAD + head for head in heads)])
