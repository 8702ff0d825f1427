"""A story that still takes documents, as its members' vectors."""

from __future__ import annotations

import math
from datetime import datetime
from heapq import nlargest

from rashomon.core import Document
from rashomon.group.profile import Profile, dot

SECONDS_A_DAY = 86_400.0


class Live:
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
        """Add a member, and forget the oldest members' vectors beyond `keep` (the core keeps their sum)."""
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
        """The likeness in [0, 1] of a document to the mean of all members, in words (0), names (1) or figures (2)."""
        length = self.lengths[which]
        return min(1.0, dot(profile[which], self.sums[which]) / length) if length else 0.0

    def days_from(self, at: datetime | None) -> float | None:
        """Days between a time and the story's own, None where either is unknown."""
        if at is None or self.first_at is None or self.last_at is None:
            return None
        gap = max((at - self.last_at).total_seconds(), (self.first_at - at).total_seconds(), 0.0)
        return gap / SECONDS_A_DAY

    def quorum(self, which: int, profile: Profile, *, share: float) -> float:
        """The mean likeness to this share of the latest members, the most alike: never to the nearest alone."""
        likenesses = [dot(profile[which], member[which]) for member in self.members]
        number = max(1, math.ceil(len(likenesses) * share))
        return min(1.0, sum(nlargest(number, likenesses)) / number)
