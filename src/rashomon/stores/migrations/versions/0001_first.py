"""The first tables: what was observed, what was derived from it, and the words by which both are found."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SEARCHED = ("documents", "claims", "quotations", "figures")
APPEND_ONLY = ("decisions", "decided", "endings", "forgettings")


def upgrade() -> None:
    """Make the tables, the indexes of words, and the guards of what is only added to."""
    _observed()
    _grouped()
    _accounted()
    if op.get_bind().dialect.name == "sqlite":
        _words_sqlite()
        _guards_sqlite()
    else:
        _words_postgres()
        _guards_postgres()


def _observed() -> None:
    """What is never derived."""
    op.create_table(
        "originals",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("octets", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "documents",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("line", TEXT, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("seen_at", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=True),
        sa.Column("outlet", TEXT, nullable=True),
        sa.Column("language", TEXT, nullable=True),
        sa.Column("headline", TEXT, nullable=True),
        sa.Column("original", TEXT, nullable=True),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("words", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("line", "number"),
        sa.UniqueConstraint("version"),
    )
    op.create_index("documents_by_id", "documents", ["document"], unique=False)
    op.create_index("documents_by_original", "documents", ["original"], unique=False)
    op.create_index("documents_by_outlet", "documents", ["outlet"], unique=False)
    op.create_table(
        "log",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("via", TEXT, nullable=True),
        sa.Column("outcome", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=True),
        sa.Column("original", TEXT, nullable=True),
        sa.Column("version", TEXT, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("log_by_place", "log", ["place"], unique=False)
    op.create_index("log_by_version", "log", ["version"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "decided",
        sa.Column("decision", TEXT, nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["decision"],
            ["decisions.id"],
        ),
        sa.PrimaryKeyConstraint("decision", "document"),
    )
    op.create_index("decided_by_document", "decided", ["document"], unique=False)
    op.create_table(
        "endings",
        sa.Column("decision", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["decision"],
            ["decisions.id"],
        ),
        sa.PrimaryKeyConstraint("decision"),
    )
    op.create_table(
        "forgettings",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table("refused", sa.Column("id", TEXT, nullable=False), sa.PrimaryKeyConstraint("id"))


def _grouped() -> None:
    """What is derived from documents."""
    op.create_table(
        "readings",
        sa.Column("version", TEXT, nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["documents.version"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("version"),
    )
    op.create_table(
        "copies",
        sa.Column("origin", TEXT, nullable=False),
        sa.Column("copy", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("direction", TEXT, nullable=False),
        sa.Column("shared_chars", sa.Integer(), nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("origin", "copy"),
    )
    op.create_index("copies_by_copy", "copies", ["copy"], unique=False)
    op.create_table(
        "stories",
        sa.Column("id", TEXT, nullable=False),
        sa.Column("storyline", TEXT, nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "members",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_index("members_by_story", "members", ["story", "position"], unique=False)
    op.create_table(
        "placements",
        sa.Column("document", TEXT, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("document"),
    )
    op.create_table(
        "changes",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("other", TEXT, nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("changes_by_other", "changes", ["other"], unique=False)
    op.create_index("changes_by_story", "changes", ["story"], unique=False)
    op.create_table(
        "streams",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", "position"),
    )


def _accounted() -> None:
    """What is derived from stories."""
    op.create_table(
        "accounts",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_by", TEXT, nullable=False),
        sa.Column("made_at", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story"),
    )
    op.create_index("accounts_by_make", "accounts", ["made_by"], unique=False)
    op.create_table(
        "claims",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("standing", TEXT, nullable=False),
        sa.Column("action", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=True),
        sa.Column("actor", TEXT, nullable=True),
        sa.Column("target", TEXT, nullable=True),
        sa.Column("outlets", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("at", TEXT, nullable=True),
        sa.Column("words", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["accounts.story"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("claims_by_story", "claims", ["story"], unique=False)
    op.create_table(
        "reports",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("claim", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=True),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("voice", TEXT, nullable=True),
        sa.Column("at", TEXT, nullable=True),
        sa.ForeignKeyConstraint(["story"], ["accounts.story"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("claim", "position"),
    )
    op.create_index("reports_by_story", "reports", ["story"], unique=False)
    op.create_table(
        "utterances",
        sa.Column("story", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["accounts.story"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "position"),
    )
    op.create_table(
        "quotations",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("utterance", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("speaker", TEXT, nullable=True),
        sa.Column("document", TEXT, nullable=False),
        sa.Column("outlet", TEXT, nullable=True),
        sa.Column("form", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=True),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("words", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["accounts.story"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("quotations_by_story", "quotations", ["story"], unique=False)
    op.create_table(
        "figures",
        sa.Column("key", KEY, autoincrement=False, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("counts", TEXT, nullable=False),
        sa.Column("standing", TEXT, nullable=False),
        sa.Column("claim", TEXT, nullable=True),
        sa.Column("at", TEXT, nullable=True),
        sa.Column("words", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["accounts.story"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("figures_by_story", "figures", ["story"], unique=False)


def _words_sqlite() -> None:
    """FTS5 over the column of words; its own tokenizer has only to divide at spaces (`ascii` keeps all else)."""
    for table in SEARCHED:
        index = f"{table}_words"
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5(words, content='{table}', content_rowid='key', tokenize='ascii')"
        )
        into = f"INSERT INTO {index}(rowid, words) VALUES (new.key, new.words);"  # noqa: S608  # our own names
        out = f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', old.key, old.words);"  # noqa: S608
        op.execute(f"CREATE TRIGGER {index}_in AFTER INSERT ON {table} BEGIN {into} END")
        op.execute(f"CREATE TRIGGER {index}_out AFTER DELETE ON {table} BEGIN {out} END")
        op.execute(f"CREATE TRIGGER {index}_anew AFTER UPDATE OF words ON {table} BEGIN {out} {into} END")


def _words_postgres() -> None:
    """A vector of the words without places; phrases are looked at again in the column itself."""
    for table in SEARCHED:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN lexemes tsvector "
            "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED"
        )
        op.execute(f"CREATE INDEX {table}_words ON {table} USING gin (lexemes)")


def _guards_sqlite() -> None:
    for table in APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_keeps_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'what was decided is never changed'); END"
            )


def _guards_postgres() -> None:
    op.execute(
        "CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'what was decided is never changed'; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
        )
