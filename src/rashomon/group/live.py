"""A story that still takes documents, as its members' vectors."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime
from heapq import nlargest
from typing import Any, NamedTuple

from rashomon.group.profile import Profile, dot

SECONDS_A_DAY = 86_400.0


class Member(NamedTuple):
    """A document as its story remembers it."""

    document: str
    at: datetime | None
    profile: Profile


class Live:
    """A story that still takes documents: the sums of its members' vectors, and the latest members."""

    __slots__ = ("documents", "first_at", "fitted", "id", "joined", "last_at", "lengths", "members", "sums")

    def __init__(self, story: str) -> None:
        self.id = story
        self.documents: list[str] = []
        self.members: list[Member] = []
        self.sums: tuple[dict[str, float], ...] = ({}, {}, {})
        self.lengths = [0.0, 0.0, 0.0]
        self.joined = 0
        self.fitted = 0.0
        self.first_at: datetime | None = None
        self.last_at: datetime | None = None

    def take(self, member: Member, *, keep: int, terms: int) -> None:
        """Add a member.

        Beyond `keep` the oldest members' vectors are forgotten (the core keeps their sum); beyond `terms` the core's
        lightest terms are.
        """
        self.documents.append(member.document)
        self.members.append(member)
        del self.members[:-keep]
        for which, vector in enumerate(member.profile):
            total, square = self.sums[which], self.lengths[which] ** 2
            for term, x in vector.items():
                before = total.get(term, 0.0)
                total[term] = before + x
                square += x * (2.0 * before + x)
            if len(total) > terms:
                heaviest = nlargest(terms // 2, total.items(), key=lambda entry: (entry[1], entry[0]))
                total.clear()
                total.update(heaviest)
                square = sum(x * x for x in total.values())
            self.lengths[which] = math.sqrt(square)
        if member.at is not None:
            self.first_at = min(filter(None, (self.first_at, member.at)))
            self.last_at = max(filter(None, (self.last_at, member.at)))

    def row(self) -> dict[str, object]:
        """This story as plain values."""
        return {
            "id": self.id,
            "documents": list(self.documents),
            "members": [
                [m.document, m.at.isoformat() if m.at else None, [dict(v) for v in m.profile]] for m in self.members
            ],
            "sums": [dict(total) for total in self.sums],
            "lengths": list(self.lengths),
            "joined": self.joined,
            "fitted": self.fitted,
            "first_at": self.first_at.isoformat() if self.first_at else None,
            "last_at": self.last_at.isoformat() if self.last_at else None,
        }

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Live:
        """The story that gave this row."""
        live = cls(row["id"])
        live.documents = list(row["documents"])
        live.members = [Member(d, _time(at), Profile(*(dict(v) for v in p))) for d, at, p in row["members"]]
        live.sums = tuple(dict(total) for total in row["sums"])
        live.lengths = list(row["lengths"])
        live.joined, live.fitted = row["joined"], row["fitted"]
        live.first_at, live.last_at = _time(row["first_at"]), _time(row["last_at"])
        return live

    def usual(self, prior: float, members: float) -> float:
        """How alike members were to the story when they joined: the mean, drawn to `prior` as if of `members` more."""
        return (self.fitted + prior * members) / (self.joined + members)

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
        likenesses = [dot(profile[which], member.profile[which]) for member in self.members]
        number = max(1, math.ceil(len(likenesses) * share))
        return min(1.0, sum(nlargest(number, likenesses)) / number)


def _time(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None
