"""What a measurement cost: processor time and memory of this process and of those that it started and waited for."""

from __future__ import annotations

import resource
from typing import NamedTuple

KB_IN_MB = 1024


class Spent(NamedTuple):
    """Processor seconds so far, of this process and of ended ones that it started."""

    own: float
    others: float

    @property
    def both(self) -> float:
        """All of them."""
        return self.own + self.others

    def since(self, before: Spent) -> Spent:
        """What was spent since then."""
        return Spent(self.own - before.own, self.others - before.others)


def spent() -> Spent:
    """What is spent by now."""
    return Spent(*(used.ru_utime + used.ru_stime for used in map(resource.getrusage, _WHOSE)))


def peaks() -> tuple[float, float]:
    """The peak of resident memory in MB: of this process, and of the largest one that it started.

    Pages that both share are counted in each, so that together they took no more than the sum.
    """
    own, others = (resource.getrusage(whose).ru_maxrss / KB_IN_MB for whose in _WHOSE)
    return own, others


_WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
