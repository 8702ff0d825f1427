"""A story that still takes documents, as columns: the sum of its members' vectors, and the latest members'."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.group.packed import packed, unpacked
from rashomon.group.profile import Profile, Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]
    Weights = NDArray[np.float64]
    Dense = tuple[Weights, ...]

SECONDS_A_DAY = 86_400.0
LEAST_WEIGHT = 1e-6
"""A weight below it is what rounding left."""
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


class _Core(NamedTuple):
    """The sum of all members' vectors: terms (rising), weights, the sum's length."""

    terms: Terms
    weights: Weights
    length: float


class _Latest(NamedTuple):
    """The vectors of the latest members, one after another, and where each begins."""

    terms: Terms
    weights: NDArray[np.float32]
    sizes: tuple[int, ...]


class Vectors(NamedTuple):
    """The columns of a story: by far the most of what is known of it, and looked at only where it is in question."""

    cores: tuple[_Core, ...]
    latest: tuple[_Latest, ...]
    held: Terms
    """The terms by which the story is looked up, rising."""


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
        self._vectors = _nothing() if fetch is None else None
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
            self._vectors = _vectors(self._fetch())
        return self._vectors

    @property
    def cores(self) -> tuple[_Core, ...]:
        """The sums of all members' words, names and figures."""
        return self.vectors.cores

    @property
    def latest(self) -> tuple[_Latest, ...]:
        """The same of each of the latest members."""
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
        known = self.vectors
        self._vectors = known._replace(
            cores=tuple(_added(core, own, terms) for core, own in zip(known.cores, member.profile, strict=True)),
            latest=tuple(
                _followed(latest, own, keep) for latest, own in zip(known.latest, member.profile, strict=True)
            ),
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
        nothing = _nothing().latest[0]
        latest = []
        for which in range(len(known.latest)):
            column = nothing
            for member in kept:
                column = _followed(column, member.profile[which], len(members))
            latest.append(column)
        cores = list(known.cores)
        for member in gone:
            cores = [_without(core, own) for core, own in zip(cores, member.profile, strict=True)]
        self._vectors = known._replace(cores=tuple(cores), latest=tuple(latest))
        self.documents[:] = [document for document in self.documents if document not in documents]
        self.times, self.own_days = [member.at for member in kept], [member.own_day for member in kept]

    def fit(self, alike: float) -> None:
        """Note how alike a member was when it joined."""
        self.joined += 1
        self.fitted += alike

    def hold(self, heaviest: Terms) -> Terms:
        """Note that the story is looked up by these terms too; those by which it was not before are returned."""
        import numpy as np

        new = np.setdiff1d(heaviest, self.held)
        if len(new):
            self._vectors = self.vectors._replace(held=np.union1d(self.held, new))
        return new

    def members(self) -> list[Member]:
        """The latest members."""
        each = []
        for latest in self.latest:
            ends = list(accumulate(latest.sizes))
            each.append(
                [
                    Vector(latest.terms[end - size : end], latest.weights[end - size : end])
                    for end, size in zip(ends, latest.sizes, strict=True)
                ]
            )
        documents = self.documents[len(self.documents) - len(self.times) :]
        return [
            Member(document, at, Profile(*vectors), own_day)
            for document, at, own_day, *vectors in zip(documents, self.times, self.own_days, *each, strict=True)
        ]

    def usual(self, prior: float, members: float) -> float:
        """How alike members were to the story when they joined: the mean, drawn to `prior` as if of `members` more."""
        return (self.fitted + prior * members) / (self.joined + members)

    def core(self, which: int, dense: Dense) -> float:
        """The likeness in [0, 1] of a document to the mean of all members, in words (0), names (1) or figures (2).

        `dense` are the document's weights by term.
        """
        core = self.cores[which]
        if not core.length:
            return 0.0
        return min(1.0, float((dense[which][core.terms] * core.weights).sum()) / core.length)

    def likeness(self, other: Live, which: int) -> float:
        """The sum over this story's members of their likeness to another's core."""
        import numpy as np

        own, theirs = self.cores[which], other.cores[which]
        if not theirs.length or not len(own.terms):
            return 0.0
        if len(own.terms) > len(theirs.terms):
            few, many = theirs, own
        else:
            few, many = own, theirs
        at = np.minimum(np.searchsorted(many.terms, few.terms), len(many.terms) - 1)
        common = many.terms[at] == few.terms
        return float((few.weights[common] * many.weights[at[common]]).sum()) / theirs.length

    def quorum(self, which: int, dense: Dense, *, share: float) -> float:
        """The mean likeness to this share of the latest members, the most alike: never to the nearest alone."""
        import numpy as np

        latest = self.latest[which]
        size = len(latest.sizes)
        likenesses = np.bincount(
            np.repeat(np.arange(size), latest.sizes),
            weights=dense[which][latest.terms] * latest.weights,
            minlength=size,
        )
        number = max(1, math.ceil(size * share))
        return min(1.0, float(np.sort(likenesses)[-number:].sum()) / number)

    def days_from(self, at: float | None) -> float | None:
        """Days between a time and the story's own, None where either is unknown."""
        if at is None or self.first_at is None or self.last_at is None:
            return None
        return max(at - self.last_at, self.first_at - at, 0.0) / SECONDS_A_DAY

    def terms(self) -> list[Terms]:
        """The terms that the story knows, several times over."""
        return [*(core.terms for core in self.cores), *(latest.terms for latest in self.latest), self.held]

    def renumber(self, new: Terms) -> None:
        """Go over to new numbers of terms (by old ones); their order stays."""
        known = self.vectors
        self._vectors = Vectors(
            cores=tuple(core._replace(terms=new[core.terms]) for core in known.cores),
            latest=tuple(latest._replace(terms=new[latest.terms]) for latest in known.latest),
            held=new[known.held],
        )

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
        import numpy as np

        known = self.vectors
        each: list[NDArray[Any]] = [known.held.astype(np.int32)]
        for core in known.cores:
            each += (core.terms, core.weights, np.array([core.length]))
        for latest in known.latest:
            each += (latest.terms, latest.weights, np.array(latest.sizes, dtype=np.int32))
        return packed(each)

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


def _nothing() -> Vectors:
    import numpy as np

    nothing = np.zeros(0, dtype=np.int32)
    return Vectors(
        (_Core(nothing, np.zeros(0), 0.0),) * 3, (_Latest(nothing, np.zeros(0, dtype=np.float32), ()),) * 3, nothing
    )


def _vectors(octets: bytes) -> Vectors:
    """The columns of a story that these bytes hold."""
    held, *each = unpacked(octets)
    cores = tuple(_Core(each[at], each[at + 1], float(each[at + 2][0])) for at in (0, 3, 6))
    latest = tuple(_Latest(each[at], each[at + 1], tuple(each[at + 2].tolist())) for at in (9, 12, 15))
    return Vectors(cores, latest, held)


def _added(core: _Core, own: Vector, most: int) -> _Core:
    import numpy as np

    if not len(core.terms):
        terms, weights = own.terms, own.weights.astype(np.float64)
    else:
        at = np.searchsorted(core.terms, own.terms)
        known = core.terms[np.minimum(at, len(core.terms) - 1)] == own.terms
        weights = core.weights.copy()
        weights[at[known]] += own.weights[known]
        terms = np.insert(core.terms, at[~known], own.terms[~known])
        weights = np.insert(weights, at[~known], own.weights[~known])
    if len(terms) > most:
        heaviest = np.sort(np.argsort(-weights, kind="stable")[: most // 2])
        terms, weights = terms[heaviest], weights[heaviest]
    return _Core(terms, weights, math.sqrt(float((weights * weights).sum())))


def _without(core: _Core, own: Vector) -> _Core:
    """A sum without a vector that is part of it; nothing is left of terms that only this one had."""
    import numpy as np

    weights = core.weights.copy()
    at = np.minimum(np.searchsorted(core.terms, own.terms), max(0, len(core.terms) - 1))
    known = core.terms[at] == own.terms if len(core.terms) else np.zeros(len(own.terms), dtype=bool)
    weights[at[known]] -= own.weights[known]
    kept = weights > LEAST_WEIGHT
    terms, weights = core.terms[kept], weights[kept]
    return _Core(terms, weights, math.sqrt(float((weights * weights).sum())))


def _followed(latest: _Latest, own: Vector, keep: int) -> _Latest:
    import numpy as np

    gone = sum(latest.sizes[: max(0, len(latest.sizes) + 1 - keep)])
    kept: Sequence[int] = latest.sizes[-(keep - 1) :] if keep > 1 else ()
    return _Latest(
        np.concatenate((latest.terms[gone:], own.terms)),
        np.concatenate((latest.weights[gone:], own.weights)),
        (*kept, len(own.terms)),
    )
