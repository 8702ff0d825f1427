"""What one request may take of time and bytes: a drip ends with the time, a flood with the count."""

from __future__ import annotations

from time import monotonic

from rashomon.ingest.unpacking import TooLongError


class OutOfTimeError(Exception):
    """All of a request took too long, however lively it was."""


class Allowance:
    """What a request may still take; nothing until it is renewed."""

    def __init__(self) -> None:
        self._end = 0.0
        self._bytes = 0

    def renew(self, *, seconds: float, most_bytes: int) -> None:
        """Begin a request."""
        self._end = monotonic() + seconds
        self._bytes = most_bytes

    def seconds(self, most: float | None) -> float:
        """How long the next step may take, no longer than `most`.

        Raises:
            OutOfTimeError: there is no time left.
        """
        left = self._end - monotonic()
        if left <= 0:
            raise OutOfTimeError
        return left if most is None else min(left, most)

    def take(self, count: int) -> None:
        """Count bytes that came.

        Raises:
            TooLongError: there were more than allowed.
        """
        self._bytes -= count
        if self._bytes < 0:
            raise TooLongError
