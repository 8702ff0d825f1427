"""Keys by which an archive is opened where it is served; of each a digest, never the key itself."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TOLD = ("id", "name", "digest", "scopes", "made_at", "made_by")
LATER = ("until", "ended_at", "ended_by", "used_at")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "access_keys",
        sa.Column("number", KEY, autoincrement=True, nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in TOLD),
        *(sa.Column(name, TEXT, nullable=True) for name in LATER),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
