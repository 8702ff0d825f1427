"""A stream of stories without documents that are removed for good: their vectors and what only they taught it.

What stays is what tells nothing of them: how many documents were taken, the ids of stories, the numbers of terms, and
weights within the sum of a story so long that its early members' vectors are no longer known one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rashomon.core import Document
from rashomon.group.background import Background
from rashomon.group.live import Live
from rashomon.group.state import State
from rashomon.group.tally import count


def unlearn(background: Background, state: State, documents: Iterable[Document]) -> None:
    """Take what documents taught out of what is known of words."""
    for document in documents:
        background.unlearn(count(document, state.settings).terms())


def leave(state: State, documents: Collection[str]) -> frozenset[str]:
    """Documents leave their stories; gives those that end, since nothing is left of them."""
    ended = set()
    for story in sorted({state.story_of[name] for name in documents if name in state.story_of}):
        live, left = state.live.get(story), [name for name in state.order[story] if name not in documents]
        if not left:
            ended.add(story)
            if live is not None:
                state.close(live)
            else:
                state.remove(story)
        elif live is None:
            state.order[story] = left
        else:
            _leave(state, live, documents)
    for name in documents:
        state.story_of.pop(name, None)
        state.decisions.pop(name, None)
    state.changes[:] = [change for change in state.changes if not set(documents).intersection(change.documents)]
    return frozenset(ended)


def _leave(state: State, live: Live, documents: Collection[str]) -> None:
    """Members leave a story that goes on: it is put together anew where all its members are still known."""
    members = live.members()
    staying = [member for member in members if member.document not in documents]
    if len(members) < len(live.documents):
        state.touch(live)
        live.leave(documents)
        return
    looked_over, joined, fitted = live.looked_over, live.joined, live.fitted
    new = state.begin_again(live)
    for member in staying:
        state.take(new, member)
    new.looked_over = min(looked_over, len(staying))
    new.joined = min(joined, len(staying) - 1)
    new.fitted = fitted * new.joined / joined if joined else 0.0
