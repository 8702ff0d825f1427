"""The tables of an archive, the same on SQLite and PostgreSQL.

A body is the whole fact in bytes (`encoding.py`); beside it stand as columns what is asked and counted. `words` is what
is looked up (`words.py`); each engine keeps its own index of it, made in the migrations. Times are ISO 8601 in UTC, so
that they sort as text.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # SQLite's rowid is the integer key
Text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # ordered by code point on both
HEAD = "0006"
"""The revision of the tables that this version writes."""

metadata = sa.MetaData()


def _key() -> sa.Column[Any]:
    return sa.Column("key", Key, primary_key=True, autoincrement=False)


def _number() -> sa.Column[Any]:
    return sa.Column("number", Key, primary_key=True, autoincrement=True)


def _text(name: str, *, null: bool = False, unique: bool | None = None) -> sa.Column[Any]:
    return sa.Column(name, Text, nullable=null, unique=unique)


def _id(name: str) -> sa.Column[Any]:
    return sa.Column(name, Text, primary_key=True)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _body(name: str = "body") -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _of(name: str, parent: str) -> sa.Column[Any]:
    """A column that names a row of another table and goes with it."""
    return sa.Column(name, Text, sa.ForeignKey(parent, ondelete="CASCADE"), nullable=False)


# Observed.
originals = sa.Table("originals", metadata, _id("id"), _count("size_bytes"), _body("octets"))
documents = sa.Table(
    "documents", metadata, _key(), _text("version", unique=True), _text("document"), _text("line"), _count("number"),
    sa.Column("current", sa.Boolean, nullable=False), _text("seen_at"), _text("at", null=True),
    _text("outlet", null=True), _text("language", null=True), _text("headline", null=True),
    _text("original", null=True),
    _text("made_by"), _text("words"), _body(),
    sa.UniqueConstraint("line", "number"),
    sa.Index("documents_by_id", "document"), sa.Index("documents_by_outlet", "outlet"),
    sa.Index("documents_by_original", "original"),
    sa.Index("documents_as_current", "current", "version", "document"),
)  # fmt: skip
taken = sa.Table("taken", metadata, _number(), _text("document", unique=True), _text("seen_at"))
"""The ids of documents in the order they were first taken in, and when each was last taken."""
log = sa.Table(
    "log", metadata, _number(), _text("id", unique=True), _text("at"), _text("address"), _text("place"),
    _text("via", null=True), _text("outcome"), _text("code", null=True), _text("original", null=True),
    _text("version", null=True), _body(),
    sa.Index("log_by_version", "version"), sa.Index("log_by_place", "place"),
)  # fmt: skip
decisions = sa.Table(
    "decisions", metadata, _number(), _text("id", unique=True), _text("kind"), _text("by"), _text("at"),
    _text("reason"), _body(),
)  # fmt: skip
decided = sa.Table(
    "decided", metadata, sa.Column("decision", Text, sa.ForeignKey("decisions.id"), primary_key=True), _id("document"),
    sa.Index("decided_by_document", "document"),
)  # fmt: skip
endings = sa.Table(
    "endings", metadata, sa.Column("decision", Text, sa.ForeignKey("decisions.id"), primary_key=True), _text("by"),
    _text("at"), _text("reason"),
)  # fmt: skip
forgettings = sa.Table("forgettings", metadata, _number(), _text("at"), _text("by"), _text("reason"), _body())
refused = sa.Table("refused", metadata, _id("id"))
access_keys = sa.Table(
    "access_keys", metadata, _number(), _text("id", unique=True), _text("name"), _text("digest"), _text("scopes"),
    _text("made_at"), _text("made_by"), _text("until", null=True), _text("ended_at", null=True),
    _text("ended_by", null=True), _text("used_at", null=True),
)  # fmt: skip

# Derived.
readings = sa.Table(
    "readings", metadata,
    sa.Column("version", Text, sa.ForeignKey("documents.version", ondelete="CASCADE"), primary_key=True),
    _text("made_by"), _body(), sa.Index("readings_as_made", "version", "made_by"),
)  # fmt: skip
copies = sa.Table(
    "copies", metadata, _id("origin"), _id("copy"), _text("kind"), _text("direction"), _count("shared_chars"),
    _text("made_by"), _body(), sa.Index("copies_by_copy", "copy"),
)  # fmt: skip
stories = sa.Table(
    "stories", metadata, _id("id"), _text("storyline", null=True), _count("revision"), _text("made_by"),
    sa.Index("stories_as_made", "id", "made_by", "revision"),
)  # fmt: skip
members = sa.Table(
    "members", metadata, _id("document"), _of("story", "stories.id"), _count("position"),
    sa.Index("members_by_story", "story", "position"),
)  # fmt: skip
placements = sa.Table("placements", metadata, _id("document"), _text("story"), _text("made_by"), _body())
changes = sa.Table(
    "changes", metadata, _number(), _text("id", unique=True), _text("kind"), _text("story"), _text("other"),
    _text("made_by"), _body(), sa.Index("changes_by_story", "story"), sa.Index("changes_by_other", "other"),
)  # fmt: skip
streams = sa.Table("streams", metadata, _id("name"), _id("key"), _body())
fingerprinted = sa.Table(
    "fingerprinted", metadata, sa.Column("number", Key, sa.ForeignKey("taken.number"), primary_key=True,
    autoincrement=False), _count("size"), _body("hashes"),
)  # fmt: skip
fingerprints = sa.Table(
    "fingerprints", metadata, sa.Column("hash", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False), sqlite_with_rowid=False,
)  # fmt: skip
accounts = sa.Table(
    "accounts", metadata, sa.Column("story", Text, sa.ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    _count("revision"), _text("made_by"), _text("made_at"), _text("title"), _body(),
    sa.Index("accounts_by_make", "made_by"), sa.Index("accounts_as_made", "story", "made_by", "revision"),
)  # fmt: skip
claims = sa.Table(
    "claims", metadata, _key(), _of("story", "accounts.story"), _count("position"), _text("id"), _text("standing"),
    _text("action"), _text("code", null=True), _text("actor", null=True), _text("target", null=True), _count("outlets"),
    _count("origins"), _text("at", null=True), _text("words"), _body(), sa.Index("claims_by_story", "story"),
)  # fmt: skip
reports = sa.Table(
    "reports", metadata, _of("story", "accounts.story"), sa.Column("claim", Key, nullable=False), _count("position"),
    _text("document"), _text("outlet", null=True), _text("status"), _text("voice", null=True), _text("at", null=True),
    sa.PrimaryKeyConstraint("claim", "position"), sa.Index("reports_by_story", "story"),
)  # fmt: skip
utterances = sa.Table(
    "utterances", metadata, _of("story", "accounts.story"),
    sa.Column("position", sa.Integer, nullable=False), _text("id"), _body(),
    sa.PrimaryKeyConstraint("story", "position"),
)  # fmt: skip
quotations = sa.Table(
    "quotations", metadata, _key(), _of("story", "accounts.story"), _count("utterance"), _count("position"),
    _text("speaker", null=True), _text("document"), _text("outlet", null=True), _text("form"), _text("at", null=True),
    _text("text"), _text("words"), _body(), sa.Index("quotations_by_story", "story"),
)  # fmt: skip
figures = sa.Table(
    "figures", metadata, _key(), _of("story", "accounts.story"), _count("position"), _text("counts"), _text("standing"),
    _text("claim", null=True), _text("at", null=True), _text("words"), _body(), sa.Index("figures_by_story", "story"),
)  # fmt: skip

SEARCHED = (documents, claims, quotations, figures)
"""The tables with words, each with an index of them."""
APPEND_ONLY = (decisions, decided, endings, forgettings)
"""The tables whose rows are never changed nor erased; the database itself refuses. Of a decision about a document that
is not kept the body alone may become shorter: words of what was removed go."""
