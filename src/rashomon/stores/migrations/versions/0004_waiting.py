"""What waits to be concluded is found in indexes alone, without a look at the facts beside it."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INDEXES = (
    ("documents_as_current", "documents", ["current", "version", "document"]),
    ("readings_as_made", "readings", ["version", "made_by"]),
    ("stories_as_made", "stories", ["id", "made_by", "revision"]),
    ("accounts_as_made", "accounts", ["story", "made_by", "revision"]),
)


def upgrade() -> None:
    """Make the indexes."""
    for name, table, columns in INDEXES:
        op.create_index(name, table, columns)
