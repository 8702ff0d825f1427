"""Stories as a stream: each document joins a story or opens one, decided from what came before it.

A document is compared with the story's core (the mean of its members) and with a quorum of its members, never with
one member alone, so that a chain of look-alikes cannot tie unrelated stories together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rashomon.core import Copy, CopyKind, Document, Story, content_id
from rashomon.group.background import Background, Table
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.live import SECONDS_A_DAY, Live, Member
from rashomon.group.lookup import Lookup
from rashomon.group.order import stream_order
from rashomon.group.profile import count, learned
from rashomon.group.settings import StorySettings
from rashomon.group.state import Decision, State
from rashomon.group.weighing import Scratch, Weighed, most, signals, weigh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Dense = tuple[NDArray[np.float64], ...]


class Stories:
    """Stories over a stream of documents.

    Feed it documents in the order of their publishing; each answer stands and is never taken back.
    """

    def __init__(
        self, settings: StorySettings | None = None, *, copies: Iterable[Copy] = (), table: Table | None = None
    ) -> None:
        self.settings = StorySettings() if settings is None else settings
        self._state = State(background=Background(table), lookup=Lookup(self.settings))
        self._copied = _copied(copies)
        self._scratch = Scratch()

    def add(self, document: Document) -> str:
        """Put one document into its story and give the story's id. A document seen before keeps its story."""
        state = self._state
        if (known := state.story_of.get(document.id)) is not None:
            return known
        at = document.published_at.timestamp() if document.published_at else None
        member = Member(document.id, at, learned(count(document, self.settings), state.background))
        self._rest(at)
        dense = self._scratch.lay(member.profile, len(state.background))
        weighed = self._weighed(member, dense)
        self._scratch.clear(member.profile)
        decision = self._decide(member, weighed)
        live = state.live.get(decision.story)
        if live is None:
            live = state.open(decision.story)
            if len(state.live) > self.settings.live_stories:
                state.forget(next(iter(state.live.values())))
        self._take(live, member)
        if not decision.opened:
            live.joined += 1
            live.fitted += weighed[0].alike
        state.decisions[document.id] = decision
        state.taken += 1
        state.tidy()
        return decision.story

    @property
    def taken(self) -> int:
        """How many documents the stream has taken: where to go on after it was restored."""
        return self._state.taken

    def settle(self) -> None:
        """Late merges: a small story joins another where its members, each seen anew, belong there on the average.

        A stream decides a document before its story has a core; what came later may show that two beginnings were
        one. Only live stories of up to `late_members` documents are looked at, the smallest first; the story joined
        keeps its id, and the decisions of those who moved say whence.
        """
        small = [live for live in self._state.live.values() if len(live.documents) <= self.settings.late_members]
        for live in sorted(small, key=lambda live: (len(live.documents), live.id)):
            if len(live.documents) > self.settings.late_members or len(live.times) < len(live.documents):
                continue
            members = live.members()
            others: dict[str, Live] = {}
            for member in members[: self.settings.late_looked_up]:
                others.update((o.id, o) for o in self._candidates(member) if o is not live)
            found = self._late(live, members, list(others.values()))
            if found is not None:
                self._merge(live, members, found)

    def _late(self, live: Live, members: Sequence[Member], others: Sequence[Live]) -> list[Weighed] | None:
        """The members of a small story, weighed against the story that it joins; None where it joins none."""
        s = self.settings
        plain = all(len(member.profile.names.terms) for member in members)
        best: tuple[float, str, list[Weighed]] | None = None
        for other in others:
            copied = any(self._shares(member, other) for member in members)
            if plain and not copied and most(live, other, s) < s.join_at:
                continue
            cores = [self._against(member, other, members=False).score for member in members]
            if sum(cores) / len(cores) < s.join_at:
                continue  # a core is nearly always nearer than the quorum
            each = [self._against(member, other, members=True) for member in members]
            mean = sum(weighed.score for weighed in each) / len(each)
            if mean >= s.join_at and (best is None or (mean, other.id) > best[:2]):
                best = mean, other.id, each
        return best[2] if best is not None else None

    def _merge(self, live: Live, members: Sequence[Member], weighed: Sequence[Weighed]) -> None:
        other = weighed[0].live
        self._state.forget(live)
        del self._state.order[live.id]
        for member, each in zip(members, weighed, strict=True):
            self._take(other, member)
            self._state.decisions[member.document] = Decision(
                document=member.document,
                story=other.id,
                opened=False,
                nearest=other.id,
                score=each.score,
                signals=signals(each, self.settings),
                moved_from=live.id,
            )

    def _take(self, live: Live, member: Member) -> None:
        state = self._state
        if live.id in state.live:  # the longest silent story comes first, and rests first where there are too many
            state.live[live.id] = state.live.pop(live.id)
        live.take(member, keep=self.settings.members_compared, terms=self.settings.core_terms)
        for vector in member.profile[:2]:
            heavy = state.lookup.heaviest(vector)
            state.lookup.hold(live.number, live.hold(heavy.terms), heavy)
        state.story_of[member.document] = live.id

    def explain(self, document: str) -> Decision:
        """Why a document is where it is; KeyError for a document never added."""
        return self._state.decisions[document]

    def release(self) -> tuple[Story, ...]:
        """Hand over the stories at rest, in the order they opened, and forget them with their decisions.

        What a stream holds is then bounded by its live stories (`live_stories`, `members_compared`, `core_terms`).
        """
        rested = tuple(story for story in self.stories() if story.id not in self._state.live)
        for story in rested:
            del self._state.order[story.id]
            for document in story.documents:
                del self._state.story_of[document], self._state.decisions[document]
        return rested

    def save(self) -> list[dict[str, Any]]:
        """All that a stream knows, as rows of plain values (JSON holds them); `restore` takes it up again."""
        return self._state.rows()

    @classmethod
    def restore(
        cls,
        rows: Iterable[Mapping[str, Any]],
        settings: StorySettings | None = None,
        *,
        copies: Iterable[Copy] = (),
        table: Table | None = None,
    ) -> Stories:
        """A stream that goes on where `save` left it; settings, copies and table are given anew."""
        stream = cls(settings, copies=copies, table=table)
        stream._state.take_up(rows)
        return stream

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, in the order they opened."""
        return tuple(Story(id=story, documents=tuple(documents)) for story, documents in self._state.order.items())

    def _decide(self, member: Member, weighed: Sequence[Weighed]) -> Decision:
        best, second = (*weighed, None, None)[:2]
        opened = best is None or best.score < self.settings.join_at
        return Decision(
            document=member.document,
            story=content_id("story", member.document) if best is None or opened else best.live.id,
            opened=opened,
            nearest=best.live.id if best else None,
            score=best.score if best else None,
            signals=signals(best, self.settings) if best else (),
            runner_up=second.live.id if second else None,
            runner_up_score=second.score if second else None,
        )

    def _weighed(self, member: Member, dense: Dense) -> list[Weighed]:
        """The stories in question, the likeliest first: all by their cores, the best of them by their members too."""
        found = [self._weigh(member, dense, live, members=False) for live in self._candidates(member)]
        best = sorted(found, key=_likeliest)[: self.settings.compared_stories]
        return sorted((self._weigh(member, dense, each.live, members=True) for each in best), key=_likeliest)

    def _weigh(self, member: Member, dense: Dense, live: Live, *, members: bool) -> Weighed:
        return weigh(member, dense, live, self.settings, copied=self._shares(member, live), members=members)

    def _against(self, member: Member, live: Live, *, members: bool) -> Weighed:
        dense = self._scratch.lay(member.profile, len(self._state.background))
        weighed = self._weigh(member, dense, live, members=members)
        self._scratch.clear(member.profile)
        return weighed

    def _shares(self, member: Member, live: Live) -> float:
        """The most prose that a document shares with a member of a story."""
        shares, story_of = self._copied.get(member.document), self._state.story_of
        if not shares:
            return 0.0
        return max((share for other, share in shares.items() if story_of.get(other) == live.id), default=0.0)

    def _candidates(self, member: Member) -> list[Live]:
        """The stories that share the document's heaviest terms most, and those that hold its copies."""
        state = self._state
        found: list[Live] = []
        heavy = tuple(state.lookup.heaviest(vector) for vector in member.profile[:2])
        for number in state.lookup.shared(heavy):
            live = state.numbered[number]
            if self._awake(live, member.at):
                found.append(live)
                if len(found) == self.settings.candidate_stories:
                    break
        for other in self._copied.get(member.document, {}):
            theirs = state.live.get(state.story_of.get(other, ""))
            if theirs is not None and theirs not in found:
                found.append(theirs)
        return found

    def _awake(self, live: Live, now: float | None) -> bool:
        days = live.days_from(now)
        return days is None or days <= self.settings.window_days

    def _rest(self, now: float | None) -> None:
        """Once a day of the stream, forget the dated stories that have been silent for longer than the window."""
        rested = self._state.rested_at
        if now is None or (rested is not None and now - rested < SECONDS_A_DAY):
            return
        self._state.rested_at = now
        for live in [live for live in self._state.live.values() if not self._awake(live, now)]:
            self._state.forget(live)


def _likeliest(weighed: Weighed) -> tuple[float, str]:
    return -weighed.score, weighed.live.id


def _copied(copies: Iterable[Copy]) -> dict[str, dict[str, float]]:
    """For each document the others with which it shares prose, and how much; shared quotations tie nothing."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for copy in copies:
        if copy.kind is not CopyKind.SHARED_QUOTATION:
            found[copy.copy][copy.origin] = copy.share_without_quotations
            found[copy.origin][copy.copy] = copy.share_without_quotations
    return dict(found)


def find_stories(
    documents: Sequence[Document],
    copies: Sequence[Copy] = (),
    *,
    settings: StorySettings | None = None,
    table: Table | None = None,
    languages: LanguageSettings | None = None,
) -> tuple[Story, ...]:
    """The stories among documents, in the order they opened; the order of the input changes nothing.

    Across languages stories are looked for where the optional packages for that are installed.
    """
    from rashomon.group.languages.choice import stream_for  # late: its streams are made of these

    stream = stream_for(documents, settings, copies=copies, table=table, languages=languages)
    for document in sorted(documents, key=stream_order):
        stream.add(document)
    stream.settle()
    return stream.stories()
