"""Which documents the stories of a state have, and how often what a story is made of has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from rashomon.core import Story
from rashomon.stores import checked
from rashomon.stores.encoding import nameable
from rashomon.stores.facts import KeptStory
from rashomon.stores.memory.state import State


def settle(state: State, story: Story, made_by: str) -> None:
    """Set which documents a story has now."""
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
        without(state, name, documents)
    state.story_of.update(dict.fromkeys(documents, story.id))
    state.stories[story.id] = KeptStory(story=made, revision=1 + (known.revision if known else 0), made_by=made_by)
    end_empty(state, {story.id, *left})


def without(state: State, story: str, documents: Collection[str]) -> None:
    """Take documents out of a story."""
    kept = state.stories[story]
    rest = tuple(document for document in kept.story.documents if document not in documents)
    state.stories[story] = replace(kept, story=replace(kept.story, documents=rest), revision=kept.revision + 1)


def touch(state: State, documents: Collection[str]) -> None:
    """What the stories of these documents are made of has changed."""
    grow(state, {state.story_of[d] for d in documents if d in state.story_of})


def grow(state: State, stories: Iterable[str]) -> None:
    """What these stories are made of has changed."""
    for story in stories:
        kept = state.stories.get(story)
        if kept is not None:
            state.stories[story] = replace(kept, revision=kept.revision + 1)


def end_empty(state: State, stories: Collection[str]) -> None:
    """A story without documents ends."""
    for story in stories:
        if not state.stories[story].story.documents:
            del state.stories[story]
            drop_account(state, story)


def drop_account(state: State, story: str) -> None:
    """Remove the account of a story with all by which it is found."""
    state.accounts.pop(story, None)
    for held in (state.claims, state.quotations, state.figures):
        for key in [key for key, value in held.items() if value.story == story]:
            del held[key]
