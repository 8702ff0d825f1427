"""Keys to an archive that is served: how one is made, and whose it is.

A key is `rashomon_`, an id that is no secret, and 256 random bits. The beginning is there for programs that look for
secrets that were left lying about; the id is how a key is found, shown, logged and ended. The archive keeps the SHA-256
of the whole. That is enough: slow hashes (scrypt, Argon2) are for passwords, which can be guessed; nobody guesses 256
random bits, and each request would pay for the slowness.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from secrets import token_hex, token_urlsafe

from rashomon.stores import Store
from rashomon.stores.base_keys import KeyView
from rashomon.stores.facts import AccessKey

PREFIX = "rashomon"
ID_BYTES, SECRET_BYTES = 5, 32
_KEY = re.compile(rf"{PREFIX}_([0-9a-f]{{{2 * ID_BYTES}}})_[A-Za-z0-9_-]{{43}}")
_OF_NONE = sha256(b"").hexdigest()


class Scope(StrEnum):
    """What a key allows; each for itself, none has another within it."""

    READ = "read"
    ADD = "add"
    DECIDE = "decide"
    ADMIN = "admin"


WORDS = {
    Scope.READ: "ask and read",
    Scope.ADD: "add reports",
    Scope.DECIDE: "write down decisions and end them",
    Scope.ADMIN: "make keys and end them",
}
"""What each allows, for people."""


def new_key(
    name: str, scopes: Collection[Scope], *, by: str, at: datetime, until: datetime | None = None
) -> tuple[str, AccessKey]:
    """A key that nobody has yet, and what an archive keeps of it.

    Args:
        name: whose it is; who decides with it, decides by this name.
        scopes: what it opens.
        by: who makes it.
        at: when.
        until: when it ends by itself; None, never.
    """
    own = token_hex(ID_BYTES)
    key = f"{PREFIX}_{own}_{token_urlsafe(SECRET_BYTES)}"
    told = tuple(scope.value for scope in Scope if scope in scopes)
    kept = AccessKey(id=own, name=name.strip(), digest=digest(key), scopes=told, made_at=at, made_by=by, until=until)
    return key, kept


def digest(key: str) -> str:
    """What is kept of a key."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def id_of(key: str) -> str | None:
    """The part of a key by which it is found; None where this is no key."""
    found = _KEY.fullmatch(key)
    return None if found is None else found[1]


def holder(view: KeyView, key: str, at: datetime) -> AccessKey | None:
    """Whose key this is; None where it is nobody's, or has ended.

    The digests are compared in a time that tells nothing of where they differ, also where there is no such key.
    """
    own = id_of(key)
    kept = None if own is None else view.key(own)
    fits = compare_digest(digest(key), _OF_NONE if kept is None else kept.digest)
    return kept if kept is not None and fits and kept.holds_at(at) else None


def scopes_of(kept: AccessKey) -> frozenset[Scope]:
    """What a key opens; a word that only a later version knows opens nothing here."""
    return frozenset(scope for scope in Scope if scope.value in kept.scopes)


def first_key(store: Store, *, by: str, at: datetime) -> str | None:
    """A key that opens everything, for an archive that has none and never had; None where it has.

    Raises:
        ArchiveError: it cannot be written.
    """
    with store.view() as view:
        if view.keys():
            return None
    key, kept = new_key("first key", frozenset(Scope), by=by, at=at)
    with store.writer() as writer:
        if writer.view.keys():  # somebody else was faster
            return None
        writer.keep_key(kept)
    return key
