"""Stories as a stream: each document joins a story or opens one, decided from what came before it.

A document is compared with the story's core (the mean of its members) and with a quorum of its members, never with
one member alone, so that a chain of look-alikes cannot tie unrelated stories together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from heapq import nlargest
from typing import Any, NamedTuple

from rashomon.core import Copy, CopyKind, Document, Story, content_id
from rashomon.group.background import Background, Table
from rashomon.group.live import SECONDS_A_DAY, Live, Member
from rashomon.group.order import stream_order
from rashomon.group.profile import count, weigh
from rashomon.group.settings import StorySettings
from rashomon.group.state import Decision, Signal, State


class _Weighed(NamedTuple):
    score: float
    story: str
    signals: tuple[Signal, ...]
    alike: float
    """What words, names, figures and dates add together."""


class Stories:
    """Stories over a stream of documents.

    Feed it documents in the order of their publishing; each answer stands and is never taken back.
    """

    def __init__(
        self, settings: StorySettings | None = None, *, copies: Iterable[Copy] = (), table: Table | None = None
    ) -> None:
        self.settings = StorySettings() if settings is None else settings
        self._state = State(background=Background(table))
        self._copied = _copied(copies)

    def add(self, document: Document) -> str:
        """Put one document into its story and give the story's id. A document seen before keeps its story."""
        if (known := self._state.story_of.get(document.id)) is not None:
            return known
        counts = count(document, self.settings)
        self._state.background.learn(counts.terms())
        member = Member(document.id, document.published_at, weigh(counts, self._state.background))
        self._rest(document.published_at)
        weighed = self._weighed(member)
        decision = self._decide(member, weighed)
        live = self._state.live.get(decision.story)
        if live is None:
            live = self._state.live[decision.story] = Live(decision.story)
            self._state.order[decision.story] = live.documents
            if len(self._state.live) > self.settings.live_stories:
                self._forget(next(iter(self._state.live.values())))
        self._take(live, member)
        if not decision.opened:
            live.joined += 1
            live.fitted += weighed[0].alike
        self._state.decisions[document.id] = decision
        return decision.story

    def settle(self) -> None:
        """Late merges: a small story joins another where its members, each seen anew, belong there on the average.

        A stream decides a document before its story has a core; what came later may show that two beginnings were
        one. Only live stories of up to `late_members` documents are looked at, the smallest first; the story joined
        keeps its id, and the decisions of those who moved say whence.
        """
        small = [live for live in self._state.live.values() if len(live.documents) <= self.settings.late_members]
        for live in sorted(small, key=lambda live: (len(live.documents), live.id)):
            if len(live.documents) > self.settings.late_members or len(live.members) < len(live.documents):
                continue
            seen: dict[str, list[_Weighed]] = {}
            first = live.members[: self.settings.late_looked_up]
            others = {o.id: o for member in first for o in self._candidates(member) if o.id != live.id}
            for other in others.values():
                cores = [self._weigh(member, other, members=False).score for member in live.members]
                if sum(cores) / len(cores) < self.settings.join_at:
                    continue  # a core is nearly always nearer than the quorum
                seen[other.id] = [self._weigh(member, other, members=True) for member in live.members]
            means = {story: sum(w.score for w in each) / len(each) for story, each in seen.items()}
            best = max(means, key=lambda story: (means[story], story), default=None)
            if best is not None and means[best] >= self.settings.join_at:
                self._merge(live, self._state.live[best], seen[best])

    def _merge(self, live: Live, other: Live, weighed: Sequence[_Weighed]) -> None:
        self._forget(live)
        del self._state.order[live.id]
        for member, each in zip(live.members, weighed, strict=True):
            self._take(other, member)
            self._state.decisions[member.document] = Decision(
                document=member.document,
                story=other.id,
                opened=False,
                nearest=other.id,
                score=each.score,
                signals=each.signals,
                moved_from=live.id,
            )

    def _take(self, live: Live, member: Member) -> None:
        if (
            live.id in self._state.live
        ):  # the longest silent story comes first, and rests first where there are too many
            self._state.live[live.id] = self._state.live.pop(live.id)
        live.take(member, keep=self.settings.members_compared, terms=self.settings.core_terms)
        for vector in member.profile[:2]:
            for term in self._heaviest(vector):
                self._state.holding[term][live.id] = None
        self._state.story_of[member.document] = live.id

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

    def _decide(self, member: Member, weighed: Sequence[_Weighed]) -> Decision:
        best, second = (*weighed, None, None)[:2]
        opened = best is None or best.score < self.settings.join_at
        return Decision(
            document=member.document,
            story=content_id("story", member.document) if best is None or opened else best.story,
            opened=opened,
            nearest=best.story if best else None,
            score=best.score if best else None,
            signals=best.signals if best else (),
            runner_up=second.story if second else None,
            runner_up_score=second.score if second else None,
        )

    def _weighed(self, member: Member) -> list[_Weighed]:
        """The stories in question, the likeliest first: all by their cores, the best of them by their members too."""
        s = self.settings
        found = self._candidates(member)
        by_core = sorted(
            (self._weigh(member, live, members=False) for live in found),
            key=lambda weighed: (-weighed.score, weighed.story),
        )
        best = [self._state.live[weighed.story] for weighed in by_core[: s.compared_stories]]
        return sorted(
            (self._weigh(member, live, members=True) for live in best),
            key=lambda weighed: (-weighed.score, weighed.story),
        )

    def _weigh(self, member: Member, live: Live, *, members: bool) -> _Weighed:
        """The log-odds that a document belongs to a story, and what they are made of."""
        s, profile = self.settings, member.profile
        words, names = live.core(0, profile), live.core(1, profile)
        if members:
            words = (words + live.quorum(0, profile, share=s.quorum)) / 2
            names = (names + live.quorum(1, profile, share=s.quorum)) / 2
        if not profile.names or not live.sums[1]:
            names = words  # nothing to compare: the words speak for the names
        figures = live.core(2, profile) * min(1.0, words / s.figures_full_at)
        shares = self._copied.get(member.document, {})
        copied = max((shares.get(other, 0.0) for other in live.documents), default=0.0) if shares else 0.0
        signals = [
            Signal(name="words", value=words, adds=s.words_weight * math.log(words + s.likeness_floor)),
            Signal(name="names", value=names, adds=s.names_weight * math.log(names + s.likeness_floor)),
            Signal(name="figures and dates", value=figures, adds=s.figures_weight * figures),
        ]
        alike = sum(signal.adds for signal in signals)
        if live.joined:
            usual = live.usual(s.usual_likeness, s.usual_members)
            signals.append(
                Signal(
                    name="likeness among members", value=math.exp(usual), adds=s.fit_weight * (s.usual_likeness - usual)
                )
            )
        if copied:
            signals.append(Signal(name="copied prose", value=copied, adds=s.copies_weight * copied))
        days = live.days_from(member.at)
        if days is not None:
            signals.append(Signal(name="days between", value=days, adds=self._nearness(days)))
        return _Weighed(s.bias + sum(signal.adds for signal in signals), live.id, tuple(signals), alike)

    def _nearness(self, days: float) -> float:
        s = self.settings
        if days <= s.near_days:
            return s.near_bonus
        return s.near_bonus - s.far_penalty * min(s.far_doublings, math.log2(days / s.near_days))

    def _candidates(self, member: Member) -> list[Live]:
        """The stories that share the document's heaviest terms most, and those that hold its copies."""
        shared: defaultdict[str, float] = defaultdict(float)
        for which in (0, 1):
            vector = member.profile[which]
            for term in self._heaviest(vector):
                holding = self._state.holding.get(term)
                if holding is None or len(holding) > self.settings.common_term_stories:
                    continue
                x = vector[term]
                for story in holding:
                    live = self._state.live.get(story)  # None for one that is gone and had let this term go before
                    if live is not None and (weight := live.sums[which].get(term)) is not None:
                        shared[story] += x * weight / live.lengths[which]
        fresh = {story: x for story, x in shared.items() if self._awake(self._state.live[story], member.at)}
        best = nlargest(self.settings.candidate_stories, fresh, key=lambda story: (fresh[story], story))
        for other in self._copied.get(member.document, {}):
            theirs = self._state.story_of.get(other)
            if theirs is not None and theirs in self._state.live and theirs not in best:
                best.append(theirs)
        return [self._state.live[story] for story in best]

    def _awake(self, live: Live, now: datetime | None) -> bool:
        days = live.days_from(now)
        return days is None or days <= self.settings.window_days

    def _heaviest(self, vector: Mapping[str, float]) -> list[str]:
        return nlargest(self.settings.candidate_terms, vector, key=lambda term: (vector[term], term))

    def _rest(self, now: datetime | None) -> None:
        """Once a day of the stream, forget the dated stories that have been silent for longer than the window."""
        if now is None or (
            self._state.rested_at is not None and (now - self._state.rested_at).total_seconds() < SECONDS_A_DAY
        ):
            return
        self._state.rested_at = now
        for live in [live for live in self._state.live.values() if not self._awake(live, now)]:
            self._forget(live)

    def _forget(self, live: Live) -> None:
        """Take a story out of those that are looked up."""
        del self._state.live[live.id]
        for vector in live.sums[:2]:
            for term in vector:
                holding = self._state.holding.get(term)
                if holding is not None and holding.pop(live.id, 0) is None and not holding:
                    del self._state.holding[term]


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
) -> tuple[Story, ...]:
    """The stories among documents, in the order they opened; the order of the input changes nothing."""
    stream = Stories(settings, copies=copies, table=table)
    for document in sorted(documents, key=stream_order):
        stream.add(document)
    stream.settle()
    return stream.stories()
