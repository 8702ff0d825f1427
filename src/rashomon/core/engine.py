"""What the stages ask of whatever runs them; it knows no stage, and the stages know no engine."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, runtime_checkable

from rashomon.core.batches import batched

GivenT = TypeVar("GivenT")
MadeT = TypeVar("MadeT")
FallenT_co = TypeVar("FallenT_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallen(Generic[FallenT_co]):
    """Something over which two processes ended, one after the other: it is set aside, and the rest goes on."""

    given: FallenT_co


Tell = Callable[[str], None]
"""Told, in a sentence, what is good to know while work waits or is done again."""


def warn(line: str) -> None:
    """Tell it to the log of this program, which goes to the standard error where nobody has it go elsewhere."""
    logging.getLogger("rashomon").warning(line)


class Engine(Protocol):
    """Where work is done: here, in processes beside this one, or on other machines; the answer is the same."""

    def each(
        self, work: Callable[[list[GivenT]], Sequence[MadeT]], given: Iterable[GivenT], *, together: int, alone: int = 0
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        """What `work` makes of each thing given, in their order; lazily, with a bounded number ahead.

        Args:
            work: makes one thing of each thing in a list, in order. It can be pickled, and what it needs beside
                (a model) is loaded once a process, by whatever its unpickling calls.
            given: taken as room is there for it.
            together: how many are handed over at once.
            alone: where there are no more than so many it does not pay to begin elsewhere, and they may be worked on
                here; more are not, none of them, so that nothing among them can end this process.

        Raises:
            Exception: whatever `work` raised, where it was its fault and not the end of a process.
        """

    def close(self) -> None:
        """Give back what is held; work that goes on is broken off. Used again, it begins anew."""


@runtime_checkable
class Reached(Protocol):
    """What an engine has beside, whose work is done where there may be nobody; the others need not have it."""

    def reach(self) -> None:
        """Come now, and not with the first work, to where the work is done.

        Raises:
            RashomonError: nobody is there; the message says what to do.
        """


def reach(engine: Engine) -> None:
    """See, before anything is made for the work of an engine, that it can be done there.

    Raises:
        RashomonError: it cannot; the message says why.
    """
    if isinstance(engine, Reached):
        engine.reach()


class Local:
    """All work in this process, one piece after the other."""

    def each(
        self,
        work: Callable[[list[GivenT]], Sequence[MadeT]],
        given: Iterable[GivenT],
        *,
        together: int,
        alone: int = 0,  # noqa: ARG002  # there is nowhere else
    ) -> Iterator[MadeT | Fallen[GivenT]]:
        """What `work` makes of each, in order."""
        for batch in batched(given, together):
            yield from work(batch)

    def close(self) -> None:
        """Nothing is held."""
