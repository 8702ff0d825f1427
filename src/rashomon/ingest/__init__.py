"""Outside world -> Page: files, folders, JSON lines; one Problem for each input that gives none."""

from rashomon.ingest.again import again
from rashomon.ingest.pages import pages, pages_of_stream

__all__ = ["again", "pages", "pages_of_stream"]
