"""Stories as a stream: each document joins a story or opens one, decided from what came before it.

A document is compared with the story's core (the mean of its members) and with a quorum of its members, never with
one member alone, so that a chain of look-alikes cannot tie unrelated stories together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import NamedTuple

from rashomon.core import Copy, CopyKind, Document, Story, content_id
from rashomon.group.background import Background, Table
from rashomon.group.live import SECONDS_A_DAY, Live
from rashomon.group.order import stream_order
from rashomon.group.profile import Profile, count, weigh
from rashomon.group.settings import StorySettings

FAR_DOUBLINGS = 7.0
"""Beyond seven doublings (a year, from three days on) a longer silence says nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One reason for or against: what was measured, in [0, 1] or in days, and what it adds to the log-odds."""

    name: str
    value: float
    adds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why a document is in its story.

    `score` is the log-odds of the best story (None where there was none to compare with), `signals` what it is made
    of; `opened` says that it was not enough and the document opened a story. `nearest` is the story so scored,
    `runner_up` the next.
    """

    document: str
    story: str
    opened: bool
    nearest: str | None = None
    score: float | None = None
    signals: tuple[Signal, ...] = ()
    runner_up: str | None = None
    runner_up_score: float | None = None


class _Weighed(NamedTuple):
    score: float
    story: str
    signals: tuple[Signal, ...]


class Stories:
    """Stories over a stream of documents.

    Feed it documents in the order of their publishing; each answer stands and is never taken back.
    """

    def __init__(
        self, settings: StorySettings | None = None, *, copies: Iterable[Copy] = (), table: Table | None = None
    ) -> None:
        self.settings = StorySettings() if settings is None else settings
        self._background = Background(table)
        self._live: dict[str, Live] = {}
        self._holding: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._story_of: dict[str, str] = {}
        self._order: dict[str, list[str]] = {}
        self._decisions: dict[str, Decision] = {}
        self._copied = _copied(copies)
        self._rested_at: datetime | None = None

    def add(self, document: Document) -> str:
        """Put one document into its story and give the story's id. A document seen before keeps its story."""
        if (known := self._story_of.get(document.id)) is not None:
            return known
        counts = count(document, self.settings)
        self._background.learn(counts.terms())
        profile = weigh(counts, self._background)
        self._rest(document.published_at)
        weighed = self._weighed(document, profile)
        decision = self._decide(document, weighed)
        live = self._live.get(decision.story)
        if live is None:
            live = self._live[decision.story] = Live(decision.story)
            self._order[decision.story] = live.documents
        live.take(document, profile, keep=self.settings.members_compared)
        for vector in profile[:2]:
            for term in self._heaviest(vector):
                self._holding[term][live.id] = None
        self._story_of[document.id] = decision.story
        self._decisions[document.id] = decision
        return decision.story

    def explain(self, document: str) -> Decision:
        """Why a document is where it is; KeyError for a document never added."""
        return self._decisions[document]

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, in the order they opened."""
        return tuple(Story(id=story, documents=tuple(documents)) for story, documents in self._order.items())

    def _decide(self, document: Document, weighed: Sequence[_Weighed]) -> Decision:
        best, second = (*weighed, None, None)[:2]
        opened = best is None or best.score < self.settings.join_at
        return Decision(
            document=document.id,
            story=content_id("story", document.id) if best is None or opened else best.story,
            opened=opened,
            nearest=best.story if best else None,
            score=best.score if best else None,
            signals=best.signals if best else (),
            runner_up=second.story if second else None,
            runner_up_score=second.score if second else None,
        )

    def _weighed(self, document: Document, profile: Profile) -> list[_Weighed]:
        """The stories in question, the likeliest first: all by their cores, the best of them by their members too."""
        s = self.settings
        found = self._candidates(document, profile)
        by_core = sorted(
            (self._weigh(document, profile, live, members=False) for live in found),
            key=lambda weighed: (-weighed.score, weighed.story),
        )
        best = [self._live[weighed.story] for weighed in by_core[: s.compared_stories]]
        return sorted(
            (self._weigh(document, profile, live, members=True) for live in best),
            key=lambda weighed: (-weighed.score, weighed.story),
        )

    def _weigh(self, document: Document, profile: Profile, live: Live, *, members: bool) -> _Weighed:
        """The log-odds that a document belongs to a story, and what they are made of."""
        s = self.settings
        words, names = live.core(0, profile), live.core(1, profile)
        if members:
            words = (words + live.quorum(0, profile, share=s.quorum)) / 2
            names = (names + live.quorum(1, profile, share=s.quorum)) / 2
        if not profile.names or not live.sums[1]:
            names = words  # nothing to compare: the words speak for the names
        figures = live.core(2, profile) * min(1.0, words / s.figures_full_at)
        shares = self._copied.get(document.id, {})
        copied = max((shares.get(member, 0.0) for member in live.documents), default=0.0) if shares else 0.0
        signals = [
            Signal(name="words", value=words, adds=s.words_weight * math.log(words + s.likeness_floor)),
            Signal(name="names", value=names, adds=s.names_weight * math.log(names + s.likeness_floor)),
            Signal(name="figures and dates", value=figures, adds=s.figures_weight * figures),
        ]
        if copied:
            signals.append(Signal(name="copied prose", value=copied, adds=s.copies_weight * copied))
        days = live.days_from(document.published_at)
        if days is not None:
            signals.append(Signal(name="days between", value=days, adds=self._nearness(days)))
        return _Weighed(s.bias + sum(signal.adds for signal in signals), live.id, tuple(signals))

    def _nearness(self, days: float) -> float:
        s = self.settings
        if days <= s.near_days:
            return s.near_bonus
        return s.near_bonus - s.far_penalty * min(FAR_DOUBLINGS, math.log2(days / s.near_days))

    def _candidates(self, document: Document, profile: Profile) -> list[Live]:
        """The stories that share the document's heaviest terms most, and those that hold its copies."""
        shared: defaultdict[str, float] = defaultdict(float)
        for which in (0, 1):
            vector = profile[which]
            for term in self._heaviest(vector):
                holding = self._holding.get(term, {})
                if len(holding) > self.settings.common_term_stories:
                    continue
                for story in holding:
                    live = self._live[story]
                    shared[story] += vector[term] * live.sums[which].get(term, 0.0) / live.lengths[which]
        fresh = {story: x for story, x in shared.items() if self._awake(self._live[story], document.published_at)}
        best = nlargest(self.settings.candidate_stories, fresh, key=lambda story: (fresh[story], story))
        for other in self._copied.get(document.id, {}):
            theirs = self._story_of.get(other)
            if theirs is not None and theirs in self._live and theirs not in best:
                best.append(theirs)
        return [self._live[story] for story in best]

    def _awake(self, live: Live, now: datetime | None) -> bool:
        days = live.days_from(now)
        return days is None or days <= self.settings.window_days

    def _heaviest(self, vector: Mapping[str, float]) -> list[str]:
        return nlargest(self.settings.candidate_terms, vector, key=lambda term: (vector[term], term))

    def _rest(self, now: datetime | None) -> None:
        """Once a day of the stream, forget the dated stories that have been silent for longer than the window."""
        if now is None or (self._rested_at is not None and (now - self._rested_at).total_seconds() < SECONDS_A_DAY):
            return
        self._rested_at = now
        for live in [live for live in self._live.values() if not self._awake(live, now)]:
            del self._live[live.id]
            for vector in live.sums[:2]:
                for term in vector:
                    holding = self._holding.get(term)
                    if holding is not None and holding.pop(live.id, 0) is None and not holding:
                        del self._holding[term]


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
    return stream.stories()
