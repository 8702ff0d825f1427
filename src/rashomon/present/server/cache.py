"""What was made lately and is asked for again: made once, however many ask at the same moment."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

MadeT = TypeVar("MadeT")


@dataclass(slots=True)
class _Entry:
    made: Any = None
    weight: int = 0
    until: float = 0.0


class Cache:
    """Values by keys, the ones used longest ago forgotten first; safe to use from several threads.

    Args:
        most: the weight of all values together above which the oldest go.
        clock: seconds that never go back.
    """

    def __init__(self, most: int, *, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._clock = most, clock
        self._entries: OrderedDict[Hashable, _Entry] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()
        self._weight = 0

    def get(
        self,
        key: Hashable,
        make: Callable[[], MadeT],
        *,
        weight: Callable[[MadeT], int] = lambda _: 1,
        seconds: float = float("inf"),
        old_seconds: float = 0.0,
    ) -> MadeT:
        """The value of a key, made where it is not there or too old.

        Who asks while it is being made waits for that one, or gets the one before if it is not much too old. What
        `make` raises goes to who called it, and the next to ask makes it anew.

        Args:
            key: names everything that the value rests on, but for what `seconds` allows to be behind.
            make: makes it.
            weight: of what is made, in the unit of `most`.
            seconds: how old it may be.
            old_seconds: so much older it may be for those who ask while another makes it anew.
        """
        found = self._fresh(key)
        if found is not None:
            return found.made  # type: ignore[no-any-return]
        with self._lock:
            making = self._making.setdefault(key, Lock())
            before = self._entries.get(key)
        if before is not None and self._clock() < before.until + old_seconds:
            if not making.acquire(blocking=False):
                return before.made  # type: ignore[no-any-return]
        else:
            making.acquire()
        try:
            found = self._fresh(key)
            if found is None:
                made = make()
                found = _Entry(made, weight(made), self._clock() + seconds)
                self._put(key, found)
        finally:
            with self._lock:
                if self._making.get(key) is making:
                    del self._making[key]
            making.release()
        return found.made  # type: ignore[no-any-return]

    def _fresh(self, key: Hashable) -> _Entry | None:
        with self._lock:
            found = self._entries.get(key)
            if found is None or self._clock() >= found.until:
                return None
            self._entries.move_to_end(key)
            return found

    def _put(self, key: Hashable, entry: _Entry) -> None:
        with self._lock:
            old = self._entries.pop(key, None)
            self._weight += entry.weight - (old.weight if old else 0)
            self._entries[key] = entry
            while self._weight > self._most and len(self._entries) > 1:
                _, gone = self._entries.popitem(last=False)
                self._weight -= gone.weight
