"""Brings the tables of an archive up to this version; the steps stand in `stores/migrations`, in the package."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from rashomon.stores.errors import ArchiveNewer
from rashomon.stores.sql.tables import HEAD

VERSIONS = "archive_version"
"""The table that tells at which step an archive is."""
STEPS = Path(__file__).parent.parent / "migrations"


def revision(connection: sa.Connection) -> str | None:
    """The step an archive is at; None where there are no tables of ours."""
    if not sa.inspect(connection).has_table(VERSIONS):
        return None
    found = connection.execute(sa.text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608  # our own name
    return None if found is None else str(found)


def bring_up(connection: sa.Connection, place: str) -> None:
    """Take the steps that an archive lacks, in the transaction of the connection: all of them or none.

    Raises:
        ArchiveNewer: it is at a step that this version does not know.
    """
    if (at := revision(connection)) == HEAD:
        return
    # only where there is something to do: it takes a tenth of a second to load
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if at is not None and at not in known:
        raise ArchiveNewer(
            f"{place} is an archive of a later version of Rashomon (step {at}; this one knows steps up to {HEAD}): "
            "install that version, or open another archive"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
