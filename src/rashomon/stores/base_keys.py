"""The part of `View` and `Writer` on keys: by these an archive is opened where it is served."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from rashomon.stores.facts import AccessKey


class KeyView(Protocol):
    """The keys at one moment."""

    def keys(self) -> tuple[AccessKey, ...]:
        """The keys, ended or not, in the order they were made."""

    def key(self, key: str) -> AccessKey | None:
        """One of them by its id."""


class KeyWriter(Protocol):
    """Keeps keys and ends them."""

    def keep_key(self, key: AccessKey) -> None:
        """Keep a key; one that stands there is never changed.

        Raises:
            Refused: another one has its id, it opens nothing, or it is not said whose it is and who made it.
        """

    def end_key(self, key: str, *, by: str, at: datetime) -> None:
        """End a key for good; the first ending stays.

        Raises:
            Refused: there is no such key, or it is not said who ends it.
        """

    def note_uses(self, uses: Mapping[str, datetime]) -> None:
        """Note when keys were used last, by their ids; an earlier time than the one noted changes nothing."""
