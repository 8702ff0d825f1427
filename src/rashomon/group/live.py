"""A story that still takes documents, as columns: the sum of its members' vectors, and the latest members'."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.group.profile import Profile
from rashomon.group.story_columns import (
    KINDS,
    Core,
    Latest,
    Sums,
    Vectors,
    added,
    followed,
    inserted,
    nothing,
    octets_of,
    summed,
    vectors_of,
    without,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]

SECONDS_A_DAY = 86_400.0
ON_TRIAL = -1
"""The number of a story that is only tried out: the stream does not know it."""


class Member(NamedTuple):
    """A document as its story remembers it; `at` in seconds since 1970.

    `own_day` says that its opening tells of a day of its own.
    """

    document: str
    at: float | None
    profile: Profile
    own_day: bool = False


class Live:
    """A story that still takes documents; `number` counts the stories of the stream.

    Where `fetch` is given, its columns lie elsewhere until they are asked for.
    """

    __slots__ = (
        "_fetch",
        "_vectors",
        "documents",
        "first_at",
        "fitted",
        "id",
        "joined",
        "last_at",
        "looked_over",
        "number",
        "own_days",
        "times",
        "turn",
    )

    def __init__(self, story: str, number: int, *, fetch: Callable[[], bytes] | None = None) -> None:
        self.id = story
        self.number = number
        self._fetch = fetch
        self._vectors = nothing() if fetch is None else None
        self.documents: list[str] = []
        self.times: list[float | None] = []
        """The latest members' times."""
        self.own_days: list[bool] = []
        """And whether their openings tell of a day of their own."""
        self.turn = 0
        """When it last moved to the end of the live stories: they stand in this order."""
        self.looked_over = 0
        """How many documents it had when it was last looked over for being part of another."""
        self.joined = 0
        self.fitted = 0.0
        self.first_at: float | None = None
        self.last_at: float | None = None

    @property
    def vectors(self) -> Vectors:
        """The story's columns."""
        if self._vectors is None:
            assert self._fetch is not None  # noqa: S101  for the type checker
            self._vectors = vectors_of(self._fetch())
        return self._vectors

    @property
    def sums(self) -> Sums:
        """The sums of all members' words, names and figures."""
        return self.vectors.sums

    @property
    def cores(self) -> tuple[Core, ...]:
        """The same, each for itself."""
        return tuple(self.sums.core(which) for which in range(KINDS))

    @property
    def latest(self) -> Latest:
        """The words, names and figures of each of the latest members."""
        return self.vectors.latest

    @property
    def held(self) -> Terms:
        """The terms by which the story is looked up, rising."""
        return self.vectors.held

    def put_away(self, fetch: Callable[[], bytes]) -> None:
        """Let go of the columns: they were kept, and `fetch` brings them when they are asked for."""
        self._fetch, self._vectors = fetch, None

    def take(self, member: Member, *, keep: int, terms: int) -> None:
        """Add a member.

        Beyond `keep` the oldest members' vectors are forgotten (the core keeps their sum); beyond `terms` the core's
        lightest terms are.
        """
        self.documents.append(member.document)
        known, own = self.vectors, followed(nothing().latest, member.profile, 1)
        first = not known.latest.sizes
        self._vectors = known._replace(
            sums=added(known.sums, own, terms),
            latest=own if first else followed(known.latest, member.profile, keep),
        )
        self.times = [*self.times, member.at][-keep:]
        self.own_days = [*self.own_days, member.own_day][-keep:]
        if member.at is not None:
            self.first_at = member.at if self.first_at is None else min(self.first_at, member.at)
            self.last_at = member.at if self.last_at is None else max(self.last_at, member.at)

    def leave(self, documents: Collection[str]) -> None:
        """Members leave; the vectors of those that are still known one by one leave the sum too."""
        known, members = self.vectors, self.members()
        gone = [member for member in members if member.document in documents]
        kept = [member for member in members if member.document not in documents]
        latest = nothing().latest
        for member in kept:
            latest = followed(latest, member.profile, len(members))
        cores = list(self.cores)
        for member in gone:
            cores = [without(core, own) for core, own in zip(cores, member.profile, strict=True)]
        self._vectors = known._replace(sums=summed(cores), latest=latest)
        self.documents[:] = [document for document in self.documents if document not in documents]
        self.times, self.own_days = [member.at for member in kept], [member.own_day for member in kept]

    def fit(self, alike: float) -> None:
        """Note how alike a member was when it joined."""
        self.joined += 1
        self.fitted += alike

    def hold(self, heaviest: Terms) -> Terms:
        """Note that the story is looked up by these terms too; those by which it was not before are returned."""
        import numpy as np

        held = self.held
        at = np.searchsorted(held, heaviest)
        known = held[np.minimum(at, len(held) - 1)] == heaviest if len(held) else np.zeros(len(heaviest), dtype=bool)
        new: Terms = heaviest[~known]
        if len(new):
            self._vectors = self.vectors._replace(held=inserted(at[~known], (held, new))[0])
        return new

    def members(self) -> list[Member]:
        """The latest members."""
        documents = self.documents[len(self.documents) - len(self.times) :]
        return [
            Member(document, at, profile, own_day)
            for document, at, own_day, profile in zip(
                documents, self.times, self.own_days, self.latest.profiles(), strict=True
            )
        ]

    def usual(self, prior: float, members: float) -> float:
        """How alike members were to the story when they joined: the mean, drawn to `prior` as if of `members` more."""
        return (self.fitted + prior * members) / (self.joined + members)

    def days_from(self, at: float | None) -> float | None:
        """Days between a time and the story's own, None where either is unknown."""
        if at is None or self.first_at is None or self.last_at is None:
            return None
        return max(at - self.last_at, self.first_at - at, 0.0) / SECONDS_A_DAY

    def terms(self) -> list[Terms]:
        """The terms that the story knows, several times over."""
        return [self.sums.terms, self.latest.terms, self.held]

    def renumber(self, new: Terms) -> None:
        """Go over to new numbers of terms (by old ones); their order stays."""
        sums, latest, held = self.vectors
        terms = new[latest.terms]
        summed_terms = terms if sums.terms is latest.terms else new[sums.terms]
        self._vectors = Vectors(sums._replace(terms=summed_terms), latest._replace(terms=terms), new[held])

    def row(self) -> dict[str, object]:
        """This story without its columns, as plain values."""
        return {
            "number": self.number,
            "turn": self.turn,
            "documents": list(self.documents),
            "times": list(self.times),
            "own_days": list(self.own_days),
            "looked_over": self.looked_over,
            "joined": self.joined,
            "fitted": self.fitted,
            "first_at": self.first_at,
            "last_at": self.last_at,
        }

    def columns(self) -> bytes:
        """Its columns as bytes."""
        return octets_of(self.vectors)

    @classmethod
    def of(cls, story: str, row: Mapping[str, Any], fetch: Callable[[], bytes]) -> Live:
        """The story that gave this row; `fetch` brings its columns."""
        live = cls(story, row["number"], fetch=fetch)
        live.turn = row["turn"]
        live.documents = list(row["documents"])
        live.times, live.own_days = list(row["times"]), list(row["own_days"])
        live.looked_over, live.joined, live.fitted = row["looked_over"], row["joined"], row["fitted"]
        live.first_at, live.last_at = row["first_at"], row["last_at"]
        return live

    def copied(self) -> Live:
        """The same story once more: what happens to one is nothing to the other."""
        other = Live(self.id, self.number)
        for name in Live.__slots__:
            setattr(other, name, getattr(self, name))
        other.documents, other.times, other.own_days = list(self.documents), list(self.times), list(self.own_days)
        return other

    def become(self, other: Live) -> None:
        """Be again what another was copied from."""
        for name in Live.__slots__:
            setattr(self, name, getattr(other, name))
