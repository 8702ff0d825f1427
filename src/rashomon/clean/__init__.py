"""Page -> Document, or the reason why not: text, headline, byline, date, credits; what is set aside, and why."""

from rashomon.clean.documents import document
from rashomon.clean.version import VERSION

__all__ = ["VERSION", "document"]
