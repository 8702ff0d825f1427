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

from rashomon.core import Copy, CopyKind, Document, Story, content_id
from rashomon.group.background import Background, Table
from rashomon.group.order import stream_order
from rashomon.group.profile import Profile, count, dot, weigh
from rashomon.group.settings import StorySettings

SECONDS_A_DAY = 86_400.0
FAR_DOUBLINGS = 4.0
"""Beyond four doublings a longer silence says nothing more."""


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


class _Live:
    """A story that still takes documents: the sums of its members' vectors, and the latest members."""

    __slots__ = ("documents", "first_at", "id", "last_at", "lengths", "members", "sums")

    def __init__(self, story: str) -> None:
        self.id = story
        self.documents: list[str] = []
        self.members: list[Profile] = []
        self.sums: tuple[dict[str, float], ...] = ({}, {}, {})
        self.lengths = [0.0, 0.0, 0.0]
        self.first_at: datetime | None = None
        self.last_at: datetime | None = None

    def take(self, document: Document, profile: Profile, *, keep: int) -> None:
        self.documents.append(document.id)
        self.members.append(profile)
        del self.members[:-keep]
        for which, vector in enumerate(profile):
            total = self.sums[which]
            for term, x in vector.items():
                total[term] = total.get(term, 0.0) + x
            self.lengths[which] = math.sqrt(sum(x * x for x in total.values()))
        if document.published_at is not None:
            self.first_at = min(filter(None, (self.first_at, document.published_at)))
            self.last_at = max(filter(None, (self.last_at, document.published_at)))

    def core(self, which: int, profile: Profile) -> float:
        length = self.lengths[which]
        return min(1.0, dot(profile[which], self.sums[which]) / length) if length else 0.0

    def days_from(self, at: datetime | None) -> float | None:
        """Days between a time and the story's own, None where either is unknown."""
        if at is None or self.first_at is None or self.last_at is None:
            return None
        gap = max((at - self.last_at).total_seconds(), (self.first_at - at).total_seconds(), 0.0)
        return gap / SECONDS_A_DAY


class Stories:
    """Stories over a stream of documents.

    Feed it documents in the order of their publishing; each answer stands and is never taken back.
    """

    def __init__(
        self, settings: StorySettings | None = None, *, copies: Iterable[Copy] = (), table: Table | None = None
    ) -> None:
        self.settings = StorySettings() if settings is None else settings
        self._background = Background(table)
        self._live: dict[str, _Live] = {}
        self._holding: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._story_of: dict[str, str] = {}
        self._order: dict[str, list[str]] = {}
        self._decisions: dict[str, Decision] = {}
        self._copied = _copied(copies)

    def add(self, document: Document) -> str:
        """Put one document into its story and give the story's id. A document seen before keeps its story."""
        if (known := self._story_of.get(document.id)) is not None:
            return known
        counts = count(document, self.settings)
        self._background.learn(counts.terms())
        profile = weigh(counts, self._background)
        self._rest(document.published_at)
        weighed = sorted(
            (
                (score, live.id, signals)
                for live in self._candidates(document, profile)
                for score, signals in (self._weigh(document, profile, live),)
            ),
            key=lambda entry: (-entry[0], entry[1]),
        )
        decision = self._decide(document, weighed)
        live = self._live.get(decision.story)
        if live is None:
            live = self._live[decision.story] = _Live(decision.story)
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

    def _decide(self, document: Document, weighed: Sequence[tuple[float, str, tuple[Signal, ...]]]) -> Decision:
        opened = not weighed or weighed[0][0] < self.settings.join_at
        score, nearest, signals = weighed[0] if weighed else (None, None, ())
        runner_up_score, runner_up, _ = weighed[1] if len(weighed) > 1 else (None, None, ())
        return Decision(
            document=document.id,
            story=content_id("story", document.id) if opened or nearest is None else nearest,
            opened=opened,
            nearest=nearest,
            score=score,
            signals=signals,
            runner_up=runner_up,
            runner_up_score=runner_up_score,
        )

    def _weigh(self, document: Document, profile: Profile, live: _Live) -> tuple[float, tuple[Signal, ...]]:
        s = self.settings
        words = (live.core(0, profile) + self._quorum(0, profile, live)) / 2
        names = (live.core(1, profile) + self._quorum(1, profile, live)) / 2
        if not profile.names or not live.sums[1]:
            names = words  # nothing to compare: the words speak for the names
        figures = live.core(2, profile)
        copied = (
            max((self._copied.get(document.id, {}).get(member, 0.0) for member in live.documents), default=0.0)
            if document.id in self._copied
            else 0.0
        )
        signals = [
            Signal(name="words", value=words, adds=s.words_weight * math.sqrt(words)),
            Signal(name="names", value=names, adds=s.names_weight * math.sqrt(names)),
            Signal(name="figures and dates", value=figures, adds=s.figures_weight * figures),
        ]
        if copied:
            signals.append(Signal(name="copied prose", value=copied, adds=s.copies_weight * copied))
        days = live.days_from(document.published_at)
        if days is not None:
            signals.append(Signal(name="days between", value=days, adds=self._nearness(days)))
        return s.bias + sum(signal.adds for signal in signals), tuple(signals)

    def _quorum(self, which: int, profile: Profile, live: _Live) -> float:
        """The mean likeness to the most alike part of the members."""
        likenesses = [dot(profile[which], member[which]) for member in live.members]
        number = max(1, math.ceil(len(likenesses) * self.settings.quorum))
        return min(1.0, sum(nlargest(number, likenesses)) / number)

    def _nearness(self, days: float) -> float:
        s = self.settings
        if days <= s.near_days:
            return s.near_bonus
        return s.near_bonus - s.far_penalty * min(FAR_DOUBLINGS, math.log2(days / s.near_days))

    def _candidates(self, document: Document, profile: Profile) -> list[_Live]:
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
        best = nlargest(self.settings.candidate_stories, shared, key=lambda story: (shared[story], story))
        for other in self._copied.get(document.id, {}):
            theirs = self._story_of.get(other)
            if theirs is not None and theirs in self._live and theirs not in best:
                best.append(theirs)
        return [self._live[story] for story in best]

    def _heaviest(self, vector: Mapping[str, float]) -> list[str]:
        return nlargest(self.settings.candidate_terms, vector, key=lambda term: (vector[term], term))

    def _rest(self, now: datetime | None) -> None:
        """Put to rest the dated stories that have been silent for longer than the window."""
        if now is None:
            return
        window = self.settings.window_days * SECONDS_A_DAY
        gone = [
            live
            for live in self._live.values()
            if live.last_at is not None and (now - live.last_at).total_seconds() > window
        ]
        for live in gone:
            del self._live[live.id]
            for vector in live.sums[:2]:
                for term in vector:
                    holding = self._holding.get(term)
                    if holding is not None:
                        holding.pop(live.id, None)
                        if not holding:
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
    documents: Sequence[Document], copies: Sequence[Copy] = (), *, settings: StorySettings | None = None
) -> tuple[Story, ...]:
    """The stories among documents, in the order they opened; the order of the input changes nothing."""
    stream = Stories(settings, copies=copies)
    for document in sorted(documents, key=stream_order):
        stream.add(document)
    return stream.stories()
