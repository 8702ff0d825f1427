"""Outside world -> Page: files, folders, JSON lines; one Problem for each input that gives none."""

from rashomon.ingest.again import again
from rashomon.ingest.pages import pages

__all__ = ["again", "pages"]
