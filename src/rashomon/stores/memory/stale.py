"""What of a state is missing, of another make, or of what has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.stores.facts import Derived
from rashomon.stores.memory.state import State


def stale(state: State, derived: Derived, made_by: str) -> Iterator[str]:
    """The ids of what is to be made anew, in no order."""
    return _STALE[derived](state, made_by)


def _stale_documents(state: State, made_by: str) -> Iterator[str]:
    for version in state.versions.values():
        if version.current and version.original is not None and version.made_by != made_by:
            yield version.id


def _stale_readings(state: State, made_by: str) -> Iterator[str]:
    for version in state.versions.values():
        kept = state.readings.get(version.id)
        if version.current and (kept is None or kept.made_by != made_by):
            yield version.id


def _stale_accounts(state: State, made_by: str) -> Iterator[str]:
    for name, story in state.stories.items():
        kept = state.accounts.get(name)
        if kept is None or kept.made_by != made_by or kept.revision < story.revision:
            yield name


def _stale_stories(state: State, made_by: str) -> Iterator[str]:
    for version in state.versions.values():
        story = state.story_of.get(version.document.id)
        if version.current and (story is None or state.stories[story].made_by != made_by):
            yield version.document.id


_STALE = {
    Derived.DOCUMENTS: _stale_documents,
    Derived.READINGS: _stale_readings,
    Derived.ACCOUNTS: _stale_accounts,
    Derived.STORIES: _stale_stories,
}
