"""Documents removed from a state with all that rests on them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from rashomon.core import Given
from rashomon.stores.encoding import refusal
from rashomon.stores.facts import Version
from rashomon.stores.memory.settling import drop_account, end_empty, without
from rashomon.stores.memory.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What was removed: ids of documents, and of the stories that lost some."""

    documents: frozenset[str]
    stories: frozenset[str]


def removed(state: State, lines: Collection[str]) -> Gone:
    """Remove every version of some lines, and all that rests on these."""
    gone = [version for version in state.versions.values() if version.line in lines]
    documents = {version.document.id for version in gone}
    stories = {state.story_of[d] for d in documents if d in state.story_of}
    for story in stories:
        drop_account(state, story)
        without(state, story, documents)
    for name in documents:
        for kept in (state.story_of, state.placements, state.named, state.taken, state.fingerprints):
            kept.pop(name, None)
    state.copies = {pair: kept for pair, kept in state.copies.items() if not documents & set(pair)}
    for decision in [each for each in state.decisions.values() if documents.intersection(each.concerned())]:
        state.decisions[decision.id] = decision.without_words_of(documents)
    _unlog(state, gone, lines)
    end_empty(state, stories)
    for line in lines:
        state.lines.pop(line, None)
    state.refused |= {refusal("line", line): True for line in lines}
    state.refused |= {refusal("document", name): True for name in documents}
    return Gone(documents=frozenset(documents), stories=frozenset(stories))


def _unlog(state: State, gone: Collection[Version], lines: Collection[str]) -> None:
    """Remove the versions themselves, what the log tells of them, and originals that nothing else rests on."""
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
