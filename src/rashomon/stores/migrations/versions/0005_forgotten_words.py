"""A decision about a document that is not kept may lose the words that stood there, and changes in nothing else."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = ("number", "id", "kind", "by", "at", "reason")
"""What stays as it is; the body may become shorter."""
REFUSAL = "what was decided is never changed"


def upgrade() -> None:
    """Put other guards in the place of those over the decisions."""
    same = " AND ".join(f'new."{name}" = old."{name}"' for name in COLUMNS)
    about_nothing_kept = (
        "EXISTS (SELECT 1 FROM decided WHERE decided.decision = old.id "
        "AND NOT EXISTS (SELECT 1 FROM documents WHERE documents.document = decided.document))"
    )
    shorter = f"{same} AND length(new.body) < length(old.body) AND {about_nothing_kept}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER decisions_keeps_update")
        op.execute(
            f"CREATE TRIGGER decisions_keeps_update BEFORE UPDATE ON decisions WHEN NOT ({shorter}) "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
        return
    op.execute("DROP TRIGGER decisions_keeps ON decisions")
    op.execute(
        "CREATE FUNCTION only_words_erased() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {shorter} THEN RETURN new; END IF; RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decisions_keeps_update BEFORE UPDATE ON decisions "
        "FOR EACH ROW EXECUTE FUNCTION only_words_erased()"
    )
    op.execute(
        "CREATE TRIGGER decisions_keeps_delete BEFORE DELETE ON decisions "
        "FOR EACH STATEMENT EXECUTE FUNCTION never_changed()"
    )
