"""Stories as a stream: each document joins a story or opens one, decided from what came before it.

A document is compared with the story's core (the mean of its members) and with a quorum of its members, never with
one member alone, so that a chain of look-alikes cannot tie unrelated stories together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from rashomon.core import Copy, Document, Story, content_id
from rashomon.core.engine import Engine
from rashomon.group.asked import Kept, Settled, Unsettled
from rashomon.group.background import Background, Table
from rashomon.group.counted import Ahead, Told, told_by, told_each
from rashomon.group.forgetting import leave, unlearn
from rashomon.group.judge import Judge
from rashomon.group.live import SECONDS_A_DAY, Member
from rashomon.group.lookup import Lookup
from rashomon.group.order import in_order
from rashomon.group.revising import Revising
from rashomon.group.settings import StorySettings
from rashomon.group.state import COLUMNS, LIVE, Change, Decision, State
from rashomon.group.storylines import storyline
from rashomon.group.weighing import Weighed, signals


class Stories:
    """Stories over a stream of documents.

    Feed it documents in the order of their publishing. What `add` answers rests on what came before and is never
    taken back; where later documents turn the evidence, stories join or part, and `changes` tells when and why.

    It holds all that it took until stories are handed over: who feeds it for long calls `release` or `keep`.
    """

    def __init__(
        self,
        settings: StorySettings | None = None,
        *,
        copies: Iterable[Copy] = (),
        table: Table | None = None,
        recall: Callable[[str], Iterable[Copy]] | None = None,
    ) -> None:
        """A stream that has seen nothing.

        Args:
            settings: how stories are told apart.
            copies: what is known of copies among the documents to come.
            table: how common words are before the first document.
            recall: gives the copies of a document that came before, where `copies` are only those of what comes.
        """
        self.settings = StorySettings() if settings is None else settings
        self._state = State(settings=self.settings, background=Background(table), lookup=Lookup(self.settings))
        self._judge = Judge(self.settings, self._state, copies, recall)
        self._revising = Revising(self.settings, self._state, self._judge)

    def add(self, document: Document) -> str:
        """Put one document into its story and give the story's id; of a document seen before, what was told then."""
        if (known := self._state.decisions.get(document.id)) is not None:
            return known.story
        return self.take(document, told_by(document, self.settings))

    def take(self, document: Document, tells: Told) -> str:
        """The same where it was found out before what the document tells."""
        state = self._state
        if (known := state.decisions.get(document.id)) is not None:
            return known.story
        member = self._judge.member(document, tells)
        state.tick(member.at)
        self._revising.rest(state.clock)
        weighed = self._judge.weighed(member)
        decision = self._decide(member, weighed)
        live = state.live.get(decision.story)
        if live is None:
            live = state.open_crowded(decision.story, storyline(self._judge, state, member, weighed))
        state.take(live, member)
        if not decision.opened:
            live.fit(weighed[0].alike)
        state.taken += 1
        if len(live.documents) in self.settings.parted_at:
            self._revising.part(live, member.at)
        story = state.story_of[document.id]
        state.decisions[document.id] = replace(decision, story=story)
        state.tidy()
        return story

    def feed(
        self, documents: Iterable[Document], *, engine: Engine | None = None, ahead: Ahead | None = None
    ) -> dict[str, str]:
        """Put documents in, in the order of their publishing; the story that each was told to be in when it came.

        What they tell is found out on the `engine` while the stream takes those before them, as far as it is not known
        `ahead`; the answer is the same.
        """
        known, first = self._state.decisions, in_order(documents)
        answers = {name: known[name].story if name in known else "" for name in first}
        new = [document for document in first.values() if document.id not in known]
        for document, tells in told_each(new, self.settings, engine, ahead):
            answers[document.id] = self.take(document, tells)
        return answers

    @property
    def taken(self) -> int:
        """How many documents the stream has taken: where to go on after it was restored."""
        return self._state.taken

    def where(self, document: str) -> str | None:
        """The story in which a document is now, unsettled; None where it never came or its story was handed over."""
        return self._state.story_of.get(document)

    @property
    def resting(self) -> int:
        """How many stories there are to hand over."""
        return len(self._state.order) - len(self._state.live)

    @property
    def touched(self) -> frozenset[str]:
        """The stories that changed, began or ended since the stream was last kept."""
        return frozenset(self._state.touched)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What later documents changed in stories that are not released, in the order it happened."""
        return tuple(self._state.changes)

    @property
    def changed(self) -> int:
        """How many changes there ever were."""
        return self._state.changed

    def changes_since(self, changed: int) -> list[Change]:
        """The changes behind the first so many, as far as their stories are not released."""
        state = self._state
        return state.changes[max(0, changed - (state.changed - len(state.changes))) :]

    def know(self, copies: Iterable[Copy]) -> None:
        """Take note of copies among documents that are about to come, or between these and earlier ones."""
        self._judge.know(copies)

    def settle(self) -> None:
        """Look over every live story that is still small, the smallest first: the last word on a closed collection.

        A stream decides a document before its story has a core; what came later may show that two beginnings were
        one.
        """
        self._revising.join_late(list(self._state.live.values()), self._state.clock)

    def tried(self) -> AbstractContextManager[None]:
        """What is settled within is taken back at the end."""
        return self._state.tried()

    def settled(self, unsettled: Unsettled) -> Settled:
        """How the stories would stand after `settle`, as far as that changed; the stream itself goes on unsettled.

        The work is that of the stories that changed and of those which share uncommon terms with one.

        Args:
            unsettled: what the last `Settled` left to be looked at; `Unsettled()` where nothing was asked before.
        """
        state = self._state
        first = [state.live[story] for story in sorted(unsettled.stories) if story in state.live]
        with state.tried():
            before = len(state.changes)
            self._revising.join_late([*first, *self._revising.akin(first)], state.clock, spread=True)
            moved = {story for change in state.changes[before:] for story in (change.story, change.other)}
            stories = tuple(
                Story(
                    id=story,
                    documents=tuple(state.order[story]),
                    storyline=state.storyline_of.get(story),
                )
                for story in sorted(moved | unsettled.stories)
                if state.order.get(story)
            )
        return Settled(stories=stories, moved=frozenset(moved))

    def explain(self, document: str) -> Decision:
        """Why a document is where it is; KeyError for a document never added."""
        return self._state.decisions[document]

    def release(self) -> tuple[Story, ...]:
        """Hand over the stories at rest, in the order they opened, and forget them with their decisions.

        At rest are the stories silent for longer than the window, and those crowded out. What a stream holds is then
        bounded by its live stories (`live_stories`, `members_compared`, `core_terms`) and the terms that are remembered
        (`background.MOST_TERMS`), but for some 1 KB for each document of a story that lives: its id, its decision and
        its copies. An undated document that comes later no longer finds them.
        """
        state = self._state
        if state.clock is not None:
            since = state.clock - self.settings.window_days * SECONDS_A_DAY
            for live in [live for live in state.live.values() if live.last_at is not None and live.last_at < since]:
                state.forget(live)
        return self.hand_over()

    def hand_over(self) -> tuple[Story, ...]:
        """The stories that no longer live, which are forgotten with their decisions."""
        state = self._state
        rested = tuple(story for story in self.stories() if story.id not in state.live)
        for story in rested:
            state.remove(story.id)
            self._judge.forget(story.documents)
            for document in story.documents:
                del state.story_of[document]
                state.decisions.pop(document, None)
        first = next((n for n, change in enumerate(state.changes) if change.story in state.order), len(state.changes))
        del state.changes[:first]  # the first of them, so that the rest can still be counted from the end
        return rested

    def forget(self, documents: Sequence[Document], *, leaving: Collection[str]) -> frozenset[str]:
        """Documents are removed for good: they leave their stories, and what only they taught is unlearned.

        Args:
            documents: those that the stream took, as it took them.
            leaving: the ids under which it knows them.

        Returns:
            The stories of which nothing is left.
        """
        unlearn(self._state.background, self._state, documents)
        return leave(self._state, frozenset(leaving))

    def save(self) -> dict[str, bytes]:
        """All that the stream knows, as rows by key; `restore` takes it up again."""
        return self._state.rows()

    def keep(self) -> Kept:
        """What the stream knows that it did not know when it was last kept; from here on it counts as kept.

        Decisions and changes are handed over and forgotten: whoever keeps the rows keeps these beside them. So are
        stories that were crowded out; those that are only silent stay, so that undated documents still find them.
        """
        state = self._state
        self.hand_over()
        rows: dict[str, bytes | None] = dict(state.whole_rows())
        for story in state.touched:
            gone: dict[str, bytes | None] = {LIVE + story: None, COLUMNS + story: None}
            rows |= state.live_rows(story) if story in state.live else gone
        kept = Kept(
            rows=rows,
            touched=frozenset(state.touched),
            decisions=tuple(state.decisions.values()),
            changes=tuple(state.changes),
        )
        state.touched.clear()
        state.decisions.clear()
        state.changes.clear()
        self._judge.forget_copies()
        return kept

    def put_away(self, fetch: Callable[[str], bytes | None]) -> None:
        """Let go of the columns of stories once the rows are kept; `fetch` brings the row of a key."""
        self._state.put_away(fetch)

    @classmethod
    def restore(
        cls,
        rows: Mapping[str, bytes],
        settings: StorySettings | None = None,
        *,
        table: Table | None = None,
        recall: Callable[[str], Iterable[Copy]] | None = None,
        fetch: Callable[[str], bytes | None] | None = None,
    ) -> Stories:
        """A stream that goes on where `save` or `keep` left it; settings and table are given anew.

        What is known of copies is not among the rows: `know` and `recall` tell of them.

        Args:
            rows: by key; those of columns may be left out where `fetch` brings them.
            settings: as for a new stream.
            table: as for a new stream.
            recall: as for a new stream.
            fetch: brings the row of a key where a story is looked at.

        Raises:
            RashomonError: the rows are of another version or with another table, or not whole.
        """
        stream = cls(settings, table=table, recall=recall)
        stream._state.take_up(rows, fetch=fetch)
        return stream

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, in the order they opened."""
        return tuple(
            Story(id=story, documents=tuple(documents), storyline=self._state.storyline_of[story])
            for story, documents in self._state.order.items()
        )

    def _decide(self, member: Member, weighed: Sequence[Weighed]) -> Decision:
        best, second = (*weighed, None, None)[:2]
        opened = best is None or best.score < self.settings.join_at
        return Decision(
            document=member.document,
            story=content_id("story", member.document) if best is None or opened else best.live.id,
            opened=opened,
            nearest=best.live.id if best else None,
            score=best.score if best else None,
            needed=self.settings.join_at,
            signals=signals(best, self.settings) if best else (),
            runner_up=second.live.id if second else None,
            runner_up_score=second.score if second else None,
        )
