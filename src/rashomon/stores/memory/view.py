"""A view of a state in memory; every question is answered by looking at everything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from rashomon.core import Change, Decision, Document, Ending, Placement, Standing
from rashomon.stores import query as stores_query
from rashomon.stores.encoding import handle, refusal
from rashomon.stores.errors import ArchiveClosed
from rashomon.stores.facts import (
    AccessKey,
    Counts,
    Derived,
    Forgetting,
    Found,
    FoundClaim,
    FoundDocument,
    FoundFigure,
    FoundQuotation,
    KeptAccount,
    KeptCopy,
    KeptReading,
    KeptStory,
    Outline,
    Seen,
    Version,
)
from rashomon.stores.memory import accounts
from rashomon.stores.memory.stale import stale
from rashomon.stores.memory.state import State
from rashomon.stores.query import Query, holds, key_range, looks_through

FactT = TypeVar("FactT")


class MemoryView:
    """What a state holds."""

    def __init__(self, state: State) -> None:
        self._looked_at: State | None = state

    def leave(self) -> None:
        """The block is over."""
        self._looked_at = None

    @property
    def _state(self) -> State:
        if self._looked_at is None:
            raise ArchiveClosed("this view is closed: use it inside its `with` block, and open another one after")
        return self._looked_at

    def original(self, original: str) -> bytes | None:
        """See `View`."""
        return self._state.originals.get(original)

    def document(self, document: str) -> Document | None:
        """See `View`."""
        version = self._state.newest(document)
        return None if version is None else version.document

    def documents_of(self, documents: Collection[str]) -> Mapping[str, Document]:
        """See `View`."""
        return _each(documents, self.document)

    def documents_beginning(self, begin: str, *, limit: int = 2) -> tuple[str, ...]:
        """See `View`."""
        return tuple(sorted((name for name in self._state.named if name.startswith(begin)), key=handle)[:limit])

    def version(self, version: str) -> Version | None:
        """See `View`."""
        return self._state.versions.get(version)

    def version_of(self, document: str) -> str | None:
        """See `View`."""
        version = self._state.newest(document)
        return None if version is None else version.id

    def versions(self, line: str) -> tuple[Version, ...]:
        """See `View`."""
        return tuple(self._state.versions[name] for name in self._state.lines.get(line, ()))

    def lines_by(self, outlet: str) -> tuple[str, ...]:
        """See `View`."""
        every = self._state.versions.values()
        return tuple(sorted({version.line for version in every if version.document.outlet == outlet}))

    def reading(self, version: str) -> KeptReading | None:
        """See `View`."""
        return self._state.readings.get(version)

    def copies(self, document: str) -> tuple[KeptCopy, ...]:
        """See `View`."""
        own = [kept for pair, kept in self._state.copies.items() if document in pair]
        return tuple(sorted(own, key=lambda kept: (handle(kept.copy.origin), handle(kept.copy.copy))))

    def story(self, story: str) -> KeptStory | None:
        """See `View`."""
        return self._state.stories.get(story)

    def story_of(self, document: str) -> KeptStory | None:
        """See `View`."""
        story = self._state.story_of.get(document)
        return None if story is None else self._state.stories[story]

    def stories(self, *, after: str = "", limit: int = 100) -> tuple[KeptStory, ...]:
        """See `View`."""
        behind = sorted((name for name in self._state.stories if handle(name) > handle(after)), key=handle)
        return tuple(self._state.stories[name] for name in behind[:limit])

    def placement(self, document: str) -> Placement | None:
        """See `View`."""
        return self._state.placements.get(document)

    def changes(self, story: str) -> tuple[Change, ...]:
        """See `View`."""
        return tuple(change for change in self._state.changes.values() if story in (change.story, change.other))

    def account(self, story: str) -> KeptAccount | None:
        """See `View`."""
        return self._state.accounts.get(story)

    def outline(self, story: str) -> Outline | None:
        """See `View`."""
        kept = self._state.accounts.get(story)
        if kept is None:
            return None
        own = kept.account
        return Outline(
            story=story,
            title=own.title,
            revision=kept.revision,
            origins=max((claim.origins for claim in own.claims), default=0),
            parties={party.id: party.name for party in own.parties},
            standings={standing: sum(claim.standing is standing for claim in own.claims) for standing in Standing},
            digest=tuple(dict.fromkeys(claim for sentence in own.digest for claim in sentence.claims)),
        )

    def outlines_of(self, stories: Collection[str]) -> Mapping[str, Outline]:
        """See `View`."""
        return _each(stories, self.outline)

    def claims_of(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, tuple[FoundClaim, ...]]:
        """See `View`."""

        def of(story: str) -> tuple[FoundClaim, ...] | None:
            kept = self._state.accounts.get(story)
            every = () if kept is None else accounts.claims(kept.account)
            return tuple(found for found in every if found.claim.id in wanted[story]) or None

        return _each(wanted, of)

    def decisions(self, document: str | None = None) -> tuple[Decision, ...]:
        """See `View`."""
        every = self._state.decisions.values()
        return tuple(decision for decision in every if document is None or document in decision.concerned())

    def endings(self) -> Mapping[str, Ending]:
        """See `View`."""
        return dict(self._state.endings)

    def keys(self) -> tuple[AccessKey, ...]:
        """See `View`."""
        return tuple(self._state.keys_kept.values())

    def key(self, key: str) -> AccessKey | None:
        """See `View`."""
        return self._state.keys_kept.get(key)

    def seen(self, entry: str) -> Seen | None:
        """See `View`."""
        return self._state.log.get(entry)

    def log(self, *, after: int = 0, limit: int = 1000) -> tuple[tuple[int, Seen], ...]:
        """See `View`."""
        return tuple(enumerate(self._state.log.values(), 1))[after : after + limit]

    def forgettings(self) -> tuple[Forgetting, ...]:
        """See `View`."""
        return tuple(self._state.forgettings.values())

    def is_forgotten(self, *, line: str, document: str) -> bool:
        """See `View`."""
        return refusal("line", line) in self._state.refused or refusal("document", document) in self._state.refused

    def stream(self, name: str) -> Iterator[tuple[str, bytes]]:
        """See `View`."""
        keys = sorted((key for own, key in self._state.streams if own == name), key=handle)
        for key in keys:
            yield key, self._state.streams[name, key]

    def stream_row(self, name: str, key: str) -> bytes | None:
        """See `View`."""
        return self._state.streams.get((name, key))

    def fingerprints(self, document: str) -> tuple[int, ...]:
        """See `View`."""
        return self._state.fingerprints.get(document, ())

    def holders(self, hashes: Sequence[int], *, most: int) -> Iterator[tuple[int, str]]:
        """See `View`."""
        state = self._state
        held: dict[int, list[str]] = {value: [] for value in hashes}
        for document in state.taken:
            for value in held.keys() & set(state.fingerprints.get(document, ())):
                held[value].append(document)
        for value, documents in held.items():
            yield from ((value, document) for document in documents[:most])

    def fingerprint_sums(self) -> tuple[int, int]:
        """See `View`."""
        own = sum(map(len, self._state.fingerprints.values()))
        return own, own

    def newest_of(self, documents: Collection[str]) -> Mapping[str, Version]:
        """See `View`."""
        return _each(documents, self._state.newest)

    def readings_of(self, versions: Collection[str]) -> Mapping[str, KeptReading]:
        """See `View`."""
        return _each(versions, self.reading)

    def copies_of(self, documents: Collection[str]) -> Mapping[str, tuple[KeptCopy, ...]]:
        """See `View`."""
        found = {document: self.copies(document) for document in documents}
        return {document: own for document, own in found.items() if own}

    def copies_among(self, documents: Collection[str]) -> tuple[KeptCopy, ...]:
        """See `View`."""
        own = [kept for pair, kept in self._state.copies.items() if set(pair) <= set(documents)]
        return tuple(sorted(own, key=lambda kept: (handle(kept.copy.origin), handle(kept.copy.copy))))

    def placements_of(self, documents: Collection[str]) -> Mapping[str, Placement]:
        """See `View`."""
        return _each(documents, self.placement)

    def stories_of(self, documents: Collection[str]) -> Mapping[str, KeptStory]:
        """See `View`."""
        return _each(documents, self.story_of)

    def decisions_about(self, documents: Collection[str]) -> tuple[Decision, ...]:
        """See `View`."""
        asked = set(documents)
        return tuple(one for one in self._state.decisions.values() if asked & set(one.concerned()))

    def last_seen(self) -> datetime | None:
        """See `View`."""
        last = next(reversed(self._state.log.values()), None)
        return None if last is None else last.at

    def stale(self, derived: Derived, made_by: str, *, limit: int | None = 1000) -> tuple[str, ...]:
        """See `View`."""
        return tuple(sorted(stale(self._state, derived, made_by), key=handle)[:limit])

    def claims(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundClaim]:
        """See `View`."""
        return self._found(query, limit, before)

    def quotations(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundQuotation]:
        """See `View`."""
        return self._found(query, limit, before)

    def figures(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundFigure]:
        """See `View`."""
        return self._found(query, limit, before)

    def documents(self, query: Query, *, limit: int = 50, before: int | None = None) -> Found[FoundDocument]:
        """See `View`."""
        return self._found(query, limit, before)

    def counts(self) -> Counts:
        """See `View`."""
        state = self._state
        return Counts(
            originals=len(state.originals),
            documents=len(state.documents),
            versions=len(state.versions),
            readings=len(state.readings),
            copies=len(state.copies),
            stories=len(state.stories),
            accounts=len(state.accounts),
            claims=len(state.claims),
            quotations=len(state.quotations),
            figures=len(state.figures),
            decisions=len(state.decisions),
            seen=len(state.log),
            forgotten=len(state.forgettings),
            fingerprinted=len(state.fingerprints),
        )

    def _found(self, query: Query, limit: int, before: int | None) -> Found[Any]:
        low, high = key_range(query, before)
        held = self._state.held(query.sought)
        keys = sorted((key for key in held if low <= key < high), reverse=True)
        end = None
        if looks_through(query) and len(keys) > stores_query.LOOKED_THROUGH:
            end = keys[stores_query.LOOKED_THROUGH]
            keys = keys[: stores_query.LOOKED_THROUGH + 1]
        found = [key for key in keys if all(holds(clause, held[key].words) for clause in query.clauses)]
        shown = found[:limit]
        more = shown[-1] if len(found) > limit and shown else end
        return Found(results=tuple(held[key].fact for key in shown), before=more)


def _each(names: Collection[str], fact: Callable[[str], FactT | None]) -> dict[str, FactT]:
    """The facts of these names, where there are any."""
    return {name: found for name in names if (found := fact(name)) is not None}
