"""An archive on a PostgreSQL server (15 or newer), for several machines; needs the extra `postgres`."""

from rashomon.stores.postgres.server import open_postgres

__all__ = ["open_postgres"]
