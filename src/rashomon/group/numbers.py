"""Strings as numbers that are the same in every run and on every machine."""

from __future__ import annotations

import hashlib


def number_of(text: str) -> int:
    """An unsigned number of 64 bits for a string (BLAKE2b)."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
