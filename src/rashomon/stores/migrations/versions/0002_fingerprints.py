"""The order in which documents were taken in, their fingerprints, and streams kept row by row."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; what the archive holds comes over."""
    _taken()
    _fingerprints()
    _streams()


def _taken() -> None:
    """Documents of before stand in the order of the times at which they were seen: no other was kept."""
    op.create_table(
        "taken",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("seen_at", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("document"),
    )
    op.execute(
        "INSERT INTO taken (document, seen_at) SELECT document, max(seen_at) FROM documents "
        "GROUP BY document ORDER BY min(seen_at), min(number), document"
    )


def _fingerprints() -> None:
    op.create_table(
        "fingerprinted",
        sa.Column("number", KEY, autoincrement=False, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["taken.number"]),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("hash", "number"),
        sqlite_with_rowid=False,
    )


def _streams() -> None:
    """A piece of a stream's state of before is a row under its place."""
    op.rename_table("streams", "streams_before")
    op.create_table(
        "streams",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", "key"),
    )
    place = "printf('%08d', position)" if op.get_bind().dialect.name == "sqlite" else "lpad(position::text, 8, '0')"
    op.execute(f"INSERT INTO streams (name, key, body) SELECT name, {place}, body FROM streams_before")  # noqa: S608
    op.drop_table("streams_before")
