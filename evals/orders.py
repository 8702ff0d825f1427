"""Other orders of undated documents: a stream takes those in the order of their ids, and ids often run by topic."""

from __future__ import annotations

import hashlib


def shuffled(key: str, order: int) -> str:
    """An id whose place among others, shuffled alike, depends on the order's number alone."""
    return f"{hashlib.blake2b(f'{order} {key}'.encode(), digest_size=6).hexdigest()} {key}"


def key_of(shuffled_id: str) -> str:
    """The id that was shuffled."""
    return shuffled_id.partition(" ")[2]
