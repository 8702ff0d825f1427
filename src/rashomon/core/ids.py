"""Identifiers made from content, so that the same input has the same ids on every machine."""

from __future__ import annotations

import hashlib


def content_id(*parts: str | int | None) -> str:
    """Sixteen hexadecimal digits that depend on the parts and their order alone.

    The parts are length-prefixed before hashing (BLAKE2b, RFC 7693), so `("ab", "c")` and `("a", "bc")` differ.
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        encoded = b"\xff" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()
