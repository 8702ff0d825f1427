"""Document -> Reading: passages, mentions, quotations with speakers, events with status, figures, times."""

from rashomon.read.reader import Reader

__all__ = ["Reader"]
