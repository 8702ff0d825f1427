"""Page -> Document, or the reason why not: text, headline, byline, date, credits; what is set aside, and why."""

from rashomon.clean.documents import document, documents_of
from rashomon.clean.version import VERSION

__all__ = ["VERSION", "document", "documents_of"]
