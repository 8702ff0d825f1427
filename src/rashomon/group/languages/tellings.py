"""The tellings that can still be joined across languages, and the nearest of them by the vectors of their leads.

A telling is what one language tells of a story. Nothing is made of its documents until a second language is met:
until then only the words are kept of which a sketch is made.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.sketch import Beginning, Sketch, sketched, sketches
from rashomon.group.languages.vectors import DIMENSIONS
from rashomon.group.live import SECONDS_A_DAY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Weights = NDArray[np.float32]


class Key(NamedTuple):
    """A telling: the stream of a language, and the story within it."""

    stream: str
    story: str


@dataclass(slots=True, kw_only=True)
class Telling:
    """What one language tells of a story: the latest members, and when it was told first and last."""

    key: Key
    row: int
    """Where its vector stands."""
    first_at: float | None = None
    last_at: float | None = None
    waiting: list[Beginning] = field(default_factory=list)
    members: list[Sketch] = field(default_factory=list)

    undecided: bool = False
    """Whether it is to be compared again: it took members since, or had a story near to it."""

    def days_from(self, other: Telling) -> float | None:
        """Days between the times of two tellings, None where either has none."""
        if self.first_at is None or self.last_at is None or other.first_at is None or other.last_at is None:
            return None
        return max(other.first_at - self.last_at, self.first_at - other.last_at, 0.0) / SECONDS_A_DAY


class Tellings:
    """All live tellings; their vectors stand in one matrix, in which the nearest are found exactly."""

    def __init__(self, settings: LanguageSettings) -> None:
        import numpy as np

        self._settings = settings
        self._live: dict[Key, Telling] = {}
        """The longest silent first."""
        self._rows: list[Telling | None] = []
        self._sums: Weights = np.zeros((0, DIMENSIONS), dtype=np.float32)
        self._lengths: Weights = np.zeros(0, dtype=np.float32)
        self._sketched = False

    def __len__(self) -> int:
        return len(self._live)

    def __getitem__(self, key: Key) -> Telling | None:
        return self._live.get(key)

    def __iter__(self) -> Iterator[Telling]:
        return iter(list(self._live.values()))

    def take(self, key: Key, begun: Beginning) -> Telling:
        """Add a document to a telling, which is opened where it is new; the latest members are kept."""
        telling = self._live.pop(key, None)
        if telling is None:
            telling = self._new(key)
        else:
            telling.undecided = True
        self._live[key] = telling
        if begun.at is not None:
            telling.first_at = begun.at if telling.first_at is None else min(telling.first_at, begun.at)
            telling.last_at = begun.at if telling.last_at is None else max(telling.last_at, begun.at)
        if self._sketched:
            self._add(telling, sketches([begun], self._settings)[0])
        else:
            telling.waiting = [*telling.waiting, begun][-self._settings.members_compared :]
        if len(self._live) > self._settings.live_tellings:
            self.forget(next(iter(self._live)))
        return telling

    def sketch(self) -> None:
        """Make the sketches of all that waits: a second language was met."""
        if self._sketched:
            return
        self._sketched = True
        waiting = [(telling, begun) for telling in self._live.values() for begun in telling.waiting]
        made = sketches([begun for _, begun in waiting], self._settings) if waiting else []
        for (telling, _), sketch in zip(waiting, made, strict=True):
            telling.waiting = []
            self._add(telling, sketch)

    def rest(self, now: float) -> None:
        """Forget the dated tellings that have been silent for longer than is reached."""
        reach = self._settings.reach_days * SECONDS_A_DAY
        for telling in self:
            if telling.last_at is not None and now - telling.last_at > reach:
                self.forget(telling.key)

    def forget(self, key: Key) -> None:
        """Compare nothing with this telling any more."""
        telling = self._live.pop(key, None)
        if telling is not None:
            self._rows[telling.row] = None

    def merge(self, key: Key, into: Key) -> None:
        """A story of one language took up another: its latest members are the other's now."""
        telling, other = self._live.get(key), self._live.get(into)
        if telling is None:
            return
        if other is None:
            del self._live[key]
            telling.key = into
            self._live[into] = telling
            return
        self._lay(other, self._sums[other.row] + self._sums[telling.row])
        most = self._settings.members_compared
        members, waiting = [*telling.members, *other.members], [*telling.waiting, *other.waiting]
        other.members = sorted(members, key=lambda each: _when(each.beginning))[-most:]
        other.waiting = sorted(waiting, key=_when)[-most:]
        other.undecided = True
        for at in (telling.first_at, telling.last_at):
            if at is not None:
                other.first_at = at if other.first_at is None else min(other.first_at, at)
                other.last_at = at if other.last_at is None else max(other.last_at, at)
        self.forget(key)

    def part(self, key: Key, into: Key, documents: Collection[str]) -> None:
        """Some documents of a telling are one of their own now; those of them are compared that are remembered."""
        telling = self._live.get(key)
        if telling is None:
            return
        leaving = [each for each in telling.members if each.beginning.document in documents]
        waiting = [each for each in telling.waiting if each.document in documents]
        begun = [*waiting, *(each.beginning for each in leaving)]
        if not begun:
            return
        other = self._live[into] = self._new(into)
        telling.members = [each for each in telling.members if each.beginning.document not in documents]
        telling.waiting = [each for each in telling.waiting if each not in waiting]
        other.members, other.waiting = leaving, waiting
        for each in leaving:
            self._lay(telling, self._sums[telling.row] - each.vector)
            self._lay(other, self._sums[other.row] + each.vector)
        times = [each.at for each in begun if each.at is not None]
        other.first_at, other.last_at = min(times, default=None), max(times, default=None)
        telling.undecided = other.undecided = True

    def leave(self, documents: Collection[str]) -> None:
        """Documents leave their tellings, with their words and vectors as far as these are remembered."""
        for telling in self._live.values():
            gone = [each for each in telling.members if each.beginning.document in documents]
            for each in gone:
                self._lay(telling, self._sums[telling.row] - each.vector)
            if gone:
                telling.members = [each for each in telling.members if each.beginning.document not in documents]
            telling.waiting = [each for each in telling.waiting if each.document not in documents]

    def nearest(self, telling: Telling) -> list[Telling]:
        """The tellings of other languages by the cosine of their vectors, the nearest first."""
        import numpy as np

        self._tidy()
        size = len(self._rows)
        sums, lengths = self._sums[:size], self._lengths[:size]
        cosines = (sums @ sums[telling.row]) / np.maximum(lengths * lengths[telling.row], 1e-6)
        near = np.flatnonzero(cosines >= self._settings.least_cosine)
        found = []
        for row in near[np.lexsort((near, -cosines[near]))].tolist():
            other = self._rows[row]
            if other is not None and other.key.stream != telling.key.stream:
                found.append(other)
        return found

    def _new(self, key: Key) -> Telling:
        import numpy as np

        telling = Telling(key=key, row=len(self._rows))
        self._rows.append(telling)
        if len(self._rows) > len(self._sums):
            more = np.zeros((max(64, len(self._sums)), DIMENSIONS), dtype=np.float32)
            self._sums = np.concatenate((self._sums, more))
            self._lengths = np.concatenate((self._lengths, more[:, 0]))
        self._lay(telling, np.zeros(DIMENSIONS, dtype=np.float32))
        return telling

    def _lay(self, telling: Telling, vector: Weights) -> None:
        """Put the sum of a telling's vectors in its place."""
        self._sums[telling.row] = vector
        self._lengths[telling.row] = float(vector @ vector) ** 0.5

    def _add(self, telling: Telling, sketch: Sketch) -> None:
        self._lay(telling, self._sums[telling.row] + sketch.vector)
        telling.members = [*telling.members, sketch][-self._settings.members_compared :]

    def _tidy(self) -> None:
        """Close the gaps in the matrix once half of it is gaps."""
        if len(self._rows) <= 2 * len(self._live) + 64:
            return
        kept = [telling for telling in self._rows if telling is not None]
        rows = [telling.row for telling in kept]
        self._sums[: len(kept)], self._lengths[: len(kept)] = self._sums[rows], self._lengths[rows]
        for row, telling in enumerate(kept):
            telling.row = row
        self._rows = list(kept)

    def rows(self) -> Iterator[dict[str, Any]]:
        """What is known, as plain values; sketches are made anew from their words, vectors are kept."""
        yield {"kind": "tellings", "sketched": self._sketched}
        for telling in self._live.values():
            yield {
                "kind": "telling",
                "key": list(telling.key),
                "undecided": telling.undecided,
                "sum": _packed(self._sums[telling.row]) if self._sketched else None,
                "first_at": telling.first_at,
                "last_at": telling.last_at,
                "waiting": [list(begun) for begun in telling.waiting],
                "members": [[list(each.beginning), _packed(each.vector)] for each in telling.members],
            }

    def take_up(self, row: Mapping[str, Any]) -> None:
        """Go on from a row that `rows` gave; in the same order."""
        if row["kind"] == "tellings":
            self._sketched = row["sketched"]
            return
        telling = self._new(Key(*row["key"]))
        telling.undecided = row["undecided"]
        self._live[telling.key] = telling
        telling.first_at, telling.last_at = row["first_at"], row["last_at"]
        telling.waiting = [Beginning(*begun) for begun in row["waiting"]]
        telling.members = [
            sketched(Beginning(*begun), _unpacked(packed), self._settings) for begun, packed in row["members"]
        ]
        if row["sum"] is not None:
            self._lay(telling, _unpacked(row["sum"]))


def _when(begun: Beginning) -> tuple[bool, float]:
    return begun.at is None, begun.at or 0.0


def _packed(vector: Weights) -> str:
    return b64encode(vector.tobytes()).decode("ascii")


def _unpacked(packed: str) -> Weights:
    import numpy as np

    return np.frombuffer(b64decode(packed), dtype=np.float32).copy()
