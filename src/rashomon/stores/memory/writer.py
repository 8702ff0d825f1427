"""A writer over a state in memory that nobody looks at yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rashomon.core import (
    Change,
    Copy,
    Decision,
    Document,
    Ending,
    Given,
    Placement,
    Reading,
    Story,
    StoryAccount,
)
from rashomon.stores import checked
from rashomon.stores.encoding import line_of, nameable, octets_id, refusal, version_id
from rashomon.stores.errors import ArchiveClosed
from rashomon.stores.facts import (
    Added,
    Forgetting,
    FoundClaim,
    FoundDocument,
    FoundFigure,
    FoundQuotation,
    KeptAccount,
    KeptCopy,
    KeptReading,
    KeptStory,
    Seen,
    Taken,
    Version,
)
from rashomon.stores.indexing import Place, claim_place, document_place, figure_place, quotation_place
from rashomon.stores.memory.state import Held, State
from rashomon.stores.memory.view import MemoryView
from rashomon.stores.query import Sought
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

    def add(
        self,
        document: Document,
        *,
        seen_at: datetime,
        made_by: str,
        line: str | None = None,
        original: str | None = None,
    ) -> Added:
        """See `Writer`."""
        state = self._state
        checked.aware(seen_at, "the time at which a document was seen")
        line = nameable(line or line_of(document))
        nameable(document.id)
        if self._view.is_forgotten(line=line, document=document.id):
            return Added(taken=Taken.FORGOTTEN, version=None)
        name = version_id(line, document)
        known = [state.versions[own] for own in state.lines.get(line, ())]
        if (same := state.versions.get(name)) is not None:
            return self._again(same, document, made_by)
        if any(state.versions[own].line != line for own in state.named.get(document.id, ())):
            return Added(taken=Taken.ID_TAKEN, version=None)
        before = next((version for version in known if version.current), None)
        version = Version(
            id=name,
            line=line,
            number=1 + len(known),
            document=document,
            seen_at=seen_at,
            made_by=made_by,
            original=original,
            current=before is None or seen_at >= before.seen_at,
        )
        if before is not None and version.current:
            state.versions[before.id] = replace(before, current=False)
            del state.documents[state.keys[before.id]]
            self._touch({before.document.id, document.id})
        state.versions[name] = version
        state.lines[line] = (*state.lines.get(line, ()), name)
        state.taken[document.id] = seen_at
        state.named[document.id] = (*state.named.get(document.id, ()), name)
        place = document_place(document)
        state.keys[name] = _free(place.wanted, state.keys.values())
        self._find_document(version, place)
        return Added(taken=Taken.VERSION if known else Taken.NEW, version=name)

    def _again(self, kept: Version, document: Document, made_by: str) -> Added:
        state = self._state
        if kept.made_by == made_by:
            return Added(taken=Taken.AGAIN, version=kept.id)
        new = state.versions[kept.id] = replace(kept, document=document, made_by=made_by)
        if kept.document == document:
            return Added(taken=Taken.AGAIN, version=kept.id)
        self._find_document(new, document_place(document))
        state.readings.pop(kept.id, None)
        self._touch({document.id})
        return Added(taken=Taken.RECLEANED, version=kept.id)

    def _find_document(self, version: Version, place: Place) -> None:
        if version.current:
            fact = FoundDocument(document=version.document, version=version.id)
            self._state.documents[self._state.keys[version.id]] = Held(words=place.words, fact=fact)

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
            self._settle(story, made_by)

    def _settle(self, story: Story, made_by: str) -> None:
        state = self._state
        documents = tuple(dict.fromkeys(story.documents))
        known = state.stories.get(nameable(story.id))
        own = known.story.documents if known else ()
        made = Story(id=story.id, documents=documents, storyline=story.storyline)
        if known is not None and own == documents:
            state.stories[story.id] = replace(known, story=made, made_by=made_by)
            return
        checked.story_documents(story.id, set(documents) - state.named.keys())
        left = {state.story_of[d] for d in documents if state.story_of.get(d, story.id) != story.id}
        for document in own:
            del state.story_of[document]
        for name in left:
            of = state.stories[name]
            rest = tuple(d for d in of.story.documents if d not in documents)
            state.stories[name] = replace(of, story=replace(of.story, documents=rest), revision=of.revision + 1)
        state.story_of.update(dict.fromkeys(documents, story.id))
        state.stories[story.id] = KeptStory(story=made, revision=1 + (known.revision if known else 0), made_by=made_by)
        self._end_empty({story.id, *left})

    def keep_account(self, account: StoryAccount, *, revision: int, made_by: str, made_at: datetime) -> None:
        """See `Writer`."""
        state = self._state
        checked.aware(made_at, "the time at which an account was made")
        found = {document: self._view.document(document) for document in account.documents}
        documents = {name: document for name, document in found.items() if document is not None}
        checked.account(account, revision, state.stories.get(account.id), documents)
        self._drop_account(account.id)
        state.accounts[account.id] = KeptAccount(account=account, revision=revision, made_by=made_by, made_at=made_at)
        parties = {party.id: party for party in account.parties}
        names = {party.id: party.name for party in account.parties}
        for claim in account.claims:
            fact = FoundClaim(
                story=account.id, claim=claim, actor=names.get(claim.actor or ""), target=names.get(claim.target or "")
            )
            self._find(Sought.CLAIMS, claim_place(claim, account, documents), fact, account.id)
        for utterance in account.utterances:
            speaker = parties.get(utterance.speaker or "")
            for number, wording in enumerate(utterance.quotations):
                document = documents[wording.document]
                quoted = FoundQuotation(
                    story=account.id,
                    utterance=utterance.id,
                    wording=wording,
                    words=document.words_at(wording.span),
                    speaker=speaker.name if speaker else None,
                    outlet=document.outlet,
                )
                place = quotation_place(wording, number, speaker, account.id, utterance.id, document)
                self._find(Sought.QUOTATIONS, place, quoted, account.id)
        for number, figure in enumerate(account.figures):
            place = figure_place(figure, number, account, documents)
            self._find(Sought.FIGURES, place, FoundFigure(story=account.id, figure=figure), account.id)

    def _find(self, sought: Sought, place: Place, fact: object, story: str) -> None:
        held = self._state.held(sought)
        held[_free(place.wanted, held)] = Held(words=place.words, fact=fact, story=story)

    def _drop_account(self, story: str) -> None:
        state = self._state
        state.accounts.pop(story, None)
        for held in (state.claims, state.quotations, state.figures):
            for key in [key for key, value in held.items() if value.story == story]:
                del held[key]

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
            self._touch(decision.concerned())

    def end(self, ending: Ending) -> None:
        """See `Writer`."""
        state = self._state
        decision = state.decisions.get(ending.decision)
        checked.ending(ending, decision)
        if decision is not None and ending.decision not in state.endings:
            state.endings[ending.decision] = ending
            self._touch(decision.concerned())

    def forget(
        self, *, by: str, at: datetime, reason: str, document: str | None = None, outlet: str | None = None
    ) -> Forgetting:
        """See `Writer`."""
        checked.forgetting(at, by, reason, document, outlet)
        state = self._state
        told = (lambda d: d.id == document) if document is not None else (lambda d: d.outlet == outlet)
        gone = _gone(state, told)
        lines = {version.line for version in gone}
        documents = {version.document.id for version in gone}
        stories = {state.story_of[d] for d in documents if d in state.story_of}
        for story in stories:
            self._drop_account(story)
            kept = state.stories[story]
            rest = tuple(d for d in kept.story.documents if d not in documents)
            new = replace(kept, story=replace(kept.story, documents=rest), revision=kept.revision + 1)
            state.stories[story] = new
        for name in documents:
            state.story_of.pop(name, None)
            state.placements.pop(name, None)
            state.named.pop(name, None)
            state.taken.pop(name, None)
            state.fingerprints.pop(name, None)
        state.copies = {pair: kept for pair, kept in state.copies.items() if not documents & set(pair)}
        self._unlog(gone, lines)
        self._end_empty(stories)
        for line in lines:
            state.lines.pop(line, None)
        state.refused |= {refusal("line", line): True for line in lines}
        state.refused |= {refusal("document", name): True for name in documents}
        made = Forgetting(
            at=at,
            by=by,
            reason=reason,
            documents=tuple(sorted(documents)),
            outlet=outlet,
            stories=tuple(sorted(stories)),
        )
        state.forgettings[len(state.forgettings) + 1] = made
        return made

    def _unlog(self, gone: Collection[Version], lines: Collection[str]) -> None:
        """Remove the versions themselves, what the log tells of them, and originals that nothing else rests on."""
        state = self._state
        names = {version.id for version in gone}
        originals = {version.original for version in gone}
        for version in gone:
            del state.versions[version.id]
            state.readings.pop(version.id, None)
            state.documents.pop(state.keys.pop(version.id), None)
        for entry, seen in state.log.items():
            if seen.version in names or seen.address in lines:
                originals.add(seen.original)
                state.log[entry] = replace(
                    seen, address="", via=None, given=Given(), original=None, version=None, problem=None
                )
        used = {version.original for version in state.versions.values()}
        used |= {seen.original for seen in state.log.values()}
        for original in originals - used:
            state.originals.pop(original or "", None)

    def _touch(self, documents: Collection[str]) -> None:
        state = self._state
        for story in {state.story_of[d] for d in documents if d in state.story_of}:
            kept = state.stories[story]
            state.stories[story] = replace(kept, revision=kept.revision + 1)

    def _end_empty(self, stories: Collection[str]) -> None:
        for story in stories:
            if not self._state.stories[story].story.documents:
                del self._state.stories[story]
                self._drop_account(story)


def _gone(state: State, told: Callable[[Document], bool]) -> list[Version]:
    """Every version of the lines in which a document is named."""
    lines = {version.line for version in state.versions.values() if told(version.document)}
    return [version for version in state.versions.values() if version.line in lines]


def _free(wanted: int, taken: Collection[int]) -> int:
    while wanted in taken:
        wanted += 1
    return wanted
