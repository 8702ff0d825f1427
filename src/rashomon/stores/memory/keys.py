"""Keys in a state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from rashomon.stores import checked
from rashomon.stores.encoding import nameable
from rashomon.stores.facts import AccessKey
from rashomon.stores.memory.state import State


def keep(state: State, key: AccessKey) -> None:
    """Keep a key, unless it stands there."""
    if checked.key(key, state.keys_kept.get(nameable(key.id))):
        state.keys_kept[key.id] = key


def end(state: State, key: str, by: str, at: datetime) -> None:
    """End a key, unless it was ended."""
    known = state.keys_kept.get(key)
    checked.key_ending(key, by, at, known)
    if known is not None and known.ended_at is None:
        state.keys_kept[key] = replace(known, ended_at=at, ended_by=by)


def note(state: State, uses: Mapping[str, datetime]) -> None:
    """Note when keys were used last."""
    for key, at in uses.items():
        checked.aware(at, "the time at which a key was used")
        known = state.keys_kept.get(key)
        if known is not None and (known.used_at is None or known.used_at < at):
            state.keys_kept[key] = replace(known, used_at=at)
