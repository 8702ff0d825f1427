"""Run by Alembic: takes the steps in the transaction that is open."""

from alembic import context

from rashomon.stores.sql.migrate import VERSIONS

context.configure(connection=context.config.attributes["connection"], version_table=VERSIONS, transactional_ddl=True)
context.run_migrations()
