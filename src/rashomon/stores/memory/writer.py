"""A writer over a state in memory that nobody looks at yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from rashomon.core import Change, Copy, Decision, Document, Ending, Placement, Reading, Story, StoryAccount
from rashomon.stores import checked
from rashomon.stores.encoding import line_of, nameable, octets_id, version_id
from rashomon.stores.errors import ArchiveClosed
from rashomon.stores.facts import AccessKey, Added, Forgetting, KeptAccount, KeptCopy, KeptReading, Seen, Taken, Version
from rashomon.stores.memory import accounts, keys, removal, settling, taking
from rashomon.stores.memory.state import State
from rashomon.stores.memory.view import MemoryView
from rashomon.stores.rows import change_id


class MemoryWriter:
    """Changes a state."""

    def __init__(self, state: State, view: MemoryView) -> None:
        self._changed: State | None = state
        self._view = view

    def leave(self) -> None:
        """The block is over."""
        self._changed = None

    @property
    def _state(self) -> State:
        if self._changed is None:
            raise ArchiveClosed("this writer is closed: use it inside its `with` block, and open another one after")
        return self._changed

    @property
    def view(self) -> MemoryView:
        """See `Writer`."""
        return self._view

    def keep_original(self, octets: bytes) -> str:
        """See `Writer`."""
        name = octets_id(octets)
        self._state.originals.setdefault(name, octets)
        return name

    def add(  # what is known of a sighting
        self,
        document: Document,
        *,
        seen_at: datetime,
        made_by: str,
        line: str | None = None,
        original: str | None = None,
        former: bool = False,
    ) -> Added:
        """See `Writer`."""
        checked.aware(seen_at, "the time at which a document was seen")
        line = nameable(line or line_of(document))
        nameable(document.id)
        if self._view.is_forgotten(line=line, document=document.id):
            return Added(taken=Taken.FORGOTTEN, version=None)
        version = Version(
            id=version_id(line, document),
            line=line,
            number=1,
            document=document,
            seen_at=seen_at,
            made_by=made_by,
            original=original,
            current=not former,
        )
        return taking.add(self._state, version)

    def keep_seen(self, seen: Seen) -> None:
        """See `Writer`."""
        checked.aware(seen.at, "the time of a line of the log")
        self._state.log.setdefault(nameable(seen.id), seen)

    def keep_reading(self, version: str, reading: Reading, *, made_by: str) -> None:
        """See `Writer`."""
        kept = self._state.versions.get(version)
        checked.reading(kept.document if kept else None, version, reading)
        self._state.readings[version] = KeptReading(version=version, reading=reading, made_by=made_by)

    def keep_copies(self, copies: Iterable[Copy], *, made_by: str) -> None:
        """See `Writer`."""
        for copy in copies:
            self._state.copies.pop((copy.copy, copy.origin), None)
            self._state.copies[copy.origin, copy.copy] = KeptCopy(copy=copy, made_by=made_by)

    def place(self, placement: Placement, *, made_by: str) -> None:
        """See `Writer`."""
        del made_by  # asked of stores that outlive a version
        self._state.placements.setdefault(placement.document, placement)

    def keep_change(self, change: Change, *, made_by: str) -> None:
        """See `Writer`."""
        del made_by  # the same
        self._state.changes.setdefault(change_id(change), change)

    def settle(self, stories: Iterable[Story], *, made_by: str) -> None:
        """See `Writer`."""
        for story in stories:
            settling.settle(self._state, story, made_by)

    def touch(self, stories: Iterable[str]) -> None:
        """See `Writer`."""
        settling.grow(self._state, stories)

    def keep_account(self, account: StoryAccount, *, revision: int, made_by: str, made_at: datetime) -> None:
        """See `Writer`."""
        checked.aware(made_at, "the time at which an account was made")
        documents = self._view.documents_of(account.documents)
        checked.account(account, revision, self._view.story(account.id), documents)
        kept = KeptAccount(account=account, revision=revision, made_by=made_by, made_at=made_at)
        accounts.keep(self._state, kept, documents)

    def keep_stream(self, name: str, rows: Mapping[str, bytes | None]) -> None:
        """See `Writer`."""
        for key, octets in rows.items():
            self._state.streams.pop((nameable(name), nameable(key)), None)
            if octets is not None:
                self._state.streams[name, key] = bytes(octets)

    def keep_fingerprints(self, document: str, hashes: Sequence[int]) -> None:
        """See `Writer`."""
        state = self._state
        checked.hashes(hashes)
        checked.fingerprinted(document, kept=document in state.taken)
        state.fingerprints.pop(document, None)
        if hashes:
            state.fingerprints[document] = tuple(sorted(set(hashes)))

    def drop_fingerprints(self, before: datetime) -> int:
        """See `Writer`."""
        checked.aware(before, "the time before which fingerprints are dropped")
        state = self._state
        old = [document for document in state.fingerprints if state.taken[document] < before]
        for document in old:
            del state.fingerprints[document]
        return len(old)

    def decide(self, decision: Decision) -> None:
        """See `Writer`."""
        state = self._state
        if checked.decision(decision, state.decisions.get(nameable(decision.id))):
            state.decisions[decision.id] = decision
            settling.touch(state, decision.concerned())

    def end(self, ending: Ending) -> None:
        """See `Writer`."""
        state = self._state
        decision = state.decisions.get(ending.decision)
        checked.ending(ending, decision)
        if decision is not None and ending.decision not in state.endings:
            state.endings[ending.decision] = ending
            settling.touch(state, decision.concerned())

    def keep_key(self, key: AccessKey) -> None:
        """See `Writer`."""
        keys.keep(self._state, key)

    def end_key(self, key: str, *, by: str, at: datetime) -> None:
        """See `Writer`."""
        keys.end(self._state, key, by, at)

    def note_uses(self, uses: Mapping[str, datetime]) -> None:
        """See `Writer`."""
        keys.note(self._state, uses)

    def forget(
        self, lines: Collection[str], *, by: str, at: datetime, reason: str, outlet: str | None = None
    ) -> Forgetting:
        """See `Writer`."""
        state = self._state
        checked.forgetting(at, by, reason, lines, state.lines.keys())
        gone = removal.removed(state, frozenset(lines))
        made = Forgetting(
            at=at,
            by=by,
            reason=reason,
            documents=tuple(sorted(gone.documents)),
            outlet=outlet,
            stories=tuple(sorted(gone.stories)),
        )
        state.forgettings[len(state.forgettings) + 1] = made
        return made
