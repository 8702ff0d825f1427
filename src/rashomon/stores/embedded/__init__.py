"""An archive in one file (SQLite): one process writes at a time, any number read meanwhile."""

from rashomon.stores.embedded.file import open_file

__all__ = ["open_file"]
