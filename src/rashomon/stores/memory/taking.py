"""Documents taken into a state: which version of its line a text is, and which one is current then."""

from __future__ import annotations

from dataclasses import replace

from rashomon.stores.facts import Added, FoundDocument, Taken, Version
from rashomon.stores.indexing import document_place
from rashomon.stores.memory.settling import touch
from rashomon.stores.memory.state import Held, State
from rashomon.stores.words import next_free


def add(state: State, version: Version) -> Added:
    """Take a version in.

    Args:
        state: of the writer.
        version: as it would be, the first and only one of its line; `current` where it may become the current one.
    """
    document, line = version.document, version.line
    known = [state.versions[own] for own in state.lines.get(line, ())]
    before = next((kept for kept in known if kept.current), None)
    if (same := state.versions.get(version.id)) is not None:
        return _again(state, same, version, before)
    if any(state.versions[own].line != line for own in state.named.get(document.id, ())):
        return Added(taken=Taken.ID_TAKEN, version=None)
    version = replace(version, number=1 + len(known), current=version.current or before is None)
    if before is not None and version.current:
        _pass_on(state, before, document.id)
    state.versions[version.id] = version
    state.lines[line] = (*state.lines.get(line, ()), version.id)
    state.taken[document.id] = version.seen_at
    state.named[document.id] = (*state.named.get(document.id, ()), version.id)
    state.keys[version.id] = next_free(document_place(document).wanted, set(state.keys.values()))
    _find(state, version)
    return Added(taken=Taken.VERSION if known else Taken.NEW, version=version.id)


def _again(state: State, kept: Version, told: Version, before: Version | None) -> Added:
    """The same words: nothing to do, unless another cleaning sorted them, or their line returns to them."""
    returns = told.current and before is not None and not kept.current
    resorted = kept.made_by != told.made_by and kept.document != told.document
    new = replace(kept, made_by=told.made_by, current=kept.current or returns)
    if resorted:
        new = replace(new, document=told.document)
    if returns and before is not None:
        _pass_on(state, before, kept.document.id)
        state.taken[kept.document.id] = told.seen_at
    state.versions[kept.id] = new
    _find(state, new)
    if resorted:
        state.readings.pop(kept.id, None)
        touch(state, {kept.document.id})
    taken = Taken.RETURNED if returns else Taken.RECLEANED if resorted else Taken.AGAIN
    return Added(taken=taken, version=kept.id)


def _pass_on(state: State, before: Version, document: str) -> None:
    """The version before is not current any more; what rests on it or on the new document is of what has changed."""
    state.versions[before.id] = replace(before, current=False)
    del state.documents[state.keys[before.id]]
    touch(state, {before.document.id, document})


def _find(state: State, version: Version) -> None:
    if version.current:
        fact = FoundDocument(document=version.document, version=version.id)
        state.documents[state.keys[version.id]] = Held(words=document_place(version.document).words, fact=fact)
