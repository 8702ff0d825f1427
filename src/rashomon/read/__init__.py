"""Document -> Reading: passages, mentions, quotations with speakers, events with status, figures, times."""

from rashomon.read.reader import Reader
from rashomon.read.version import VERSION

__all__ = ["VERSION", "Reader"]
