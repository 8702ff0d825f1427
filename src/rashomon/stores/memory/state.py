"""Everything that an archive in memory holds, at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from rashomon.core import Change, Decision, Ending, Placement
from rashomon.stores.facts import (
    AccessKey,
    Forgetting,
    KeptAccount,
    KeptCopy,
    KeptReading,
    KeptStory,
    Seen,
    Version,
)
from rashomon.stores.query import Sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is found under a key: its words, the fact handed out, and the story it goes with (None for a document)."""

    words: str
    fact: Any
    story: str | None = None


@dataclass(slots=True, kw_only=True)
class State:
    """Facts by their ids. A state that views look at is never changed; writers change a copy."""

    originals: dict[str, bytes] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    """The key of each version."""
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The versions of each line, in the order they were taken."""
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The versions that have one document's id."""
    log: dict[str, Seen] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    endings: dict[str, Ending] = field(default_factory=dict)
    forgettings: dict[int, Forgetting] = field(default_factory=dict)
    refused: dict[str, bool] = field(default_factory=dict)
    keys_kept: dict[str, AccessKey] = field(default_factory=dict)
    readings: dict[str, KeptReading] = field(default_factory=dict)
    copies: dict[tuple[str, str], KeptCopy] = field(default_factory=dict)
    stories: dict[str, KeptStory] = field(default_factory=dict)
    story_of: dict[str, str] = field(default_factory=dict)
    placements: dict[str, Placement] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    streams: dict[tuple[str, str], bytes] = field(default_factory=dict)
    taken: dict[str, datetime] = field(default_factory=dict)
    """When each document was last taken in, in the order in which they first were."""
    fingerprints: dict[str, tuple[int, ...]] = field(default_factory=dict)
    accounts: dict[str, KeptAccount] = field(default_factory=dict)
    claims: dict[int, Held] = field(default_factory=dict)
    quotations: dict[int, Held] = field(default_factory=dict)
    figures: dict[int, Held] = field(default_factory=dict)
    documents: dict[int, Held] = field(default_factory=dict)

    def copied(self) -> State:
        """A state that can be changed without this one changing."""
        return State(**{f.name: dict(getattr(self, f.name)) for f in fields(self)})

    def held(self, sought: Sought) -> dict[int, Held]:
        """What of one sort is found, by its keys."""
        found: dict[int, Held] = getattr(self, sought.value)
        return found

    def newest(self, document: str) -> Version | None:
        """The version that a document's id stands for."""
        some = [self.versions[name] for name in self.named.get(document, ())]
        return max(some, key=lambda version: (version.current, version.number), default=None)
