"""When a feed is asked again, and a clock for it that does not go back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The bounds within which the time between two askings of a feed is learned.

    Attributes:
        first_seconds: before anything is known of a feed.
        least_seconds: for feeds that always have something new.
        most_seconds: for feeds that hardly ever have.
        most_back_off_seconds: the longest that a feed which fails is left alone.
    """

    first_seconds: float = 1800.0
    least_seconds: float = 300.0
    most_seconds: float = 6 * 3600.0
    most_back_off_seconds: float = 24 * 3600.0

    def learned(self, seconds: float, *, changed: bool, wanted: float | None = None) -> float:
        """The next time between askings: shorter where something was new, longer where nothing was.

        It settles where about two of three askings find nothing: 0.6 and 1.3 cancel out there.

        Args:
            seconds: the last one.
            changed: whether something was new.
            wanted: the least that the feed itself asks for; kept to up to a day.
        """
        next_one = min(self.most_seconds, max(self.least_seconds, seconds * (0.6 if changed else 1.3)))
        return next_one if wanted is None else max(next_one, min(wanted, 24 * 3600.0))

    def back_off(self, failures: int) -> float:
        """How long a feed that failed so many times running is left alone."""
        return min(self.most_back_off_seconds, self.least_seconds * 2.0 ** min(failures, 20))


def after_silence(moment: datetime, silent_hours: frozenset[int]) -> datetime:
    """The first moment from this one on that lies in no hour (UTC) in which a feed says that it is silent."""
    for _ in range(24):
        if moment.hour not in silent_hours:
            return moment
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return moment


class Clock:
    """The time of day, as it goes on while the process runs: a clock that is set back is noticed and not followed.

    Args:
        wall: the time of day, in seconds since 1970.
        steady: seconds that only grow.
    """

    TOLERATED_SECONDS = 5.0
    """Clocks that are kept right by the network are set back by less."""

    def __init__(self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._steady = wall, steady
        self._told = wall()
        self._at = steady()
        self.went_back_seconds = 0.0

    def now(self) -> datetime:
        """The time, never earlier than what was told before (aware, UTC)."""
        at = self._steady()
        expected, wall = self._told + (at - self._at), self._wall()
        if wall < expected - self.TOLERATED_SECONDS:
            self.went_back_seconds = max(self.went_back_seconds, expected - wall)
            wall = expected
        # a clock that is set forward is followed: it was wrong before
        self._told, self._at = max(wall, self._told), at
        return datetime.fromtimestamp(self._told, UTC)

    def steady(self) -> float:
        """Seconds that only grow; what a run is scheduled by."""
        return self._steady()
