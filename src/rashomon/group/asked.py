"""What a stream of stories answers: what changed since it was kept, and how it would settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.core import Story
from rashomon.group.state import Change, Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """The stories that changed since a stream was last asked how it would settle, and those that moved then."""

    stories: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How stories would stand if nothing came after.

    `moved` are those that gave or took documents: they are to be looked at again when the stream is next asked.
    """

    stories: tuple[Story, ...]
    moved: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What changed in a stream: rows by key (None where one is no more), and what was told of documents since."""

    rows: Mapping[str, bytes | None]
    touched: frozenset[str]
    decisions: tuple[Decision, ...]
    changes: tuple[Change, ...]
