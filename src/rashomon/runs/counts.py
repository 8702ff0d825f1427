"""What went in, what came out and what was set aside by its reason; the first is the sum of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rashomon.archive.intake import Became
from rashomon.core import Page, Problem
from rashomon.stores.facts import Taken

REFUSED = {Taken.ID_TAKEN: "id-taken", Taken.FORGOTTEN: "forgotten"}
"""What becomes of a document that the archive sets aside, and the reason it is counted under."""


@dataclass(slots=True, kw_only=True)
class Aside:
    """How many were set aside for one reason, and where the first of them is."""

    number: int = 0
    example: str = ""


@dataclass(slots=True, kw_only=True)
class Counts:
    """What became of reports.

    Attributes:
        came: how many there were: pages, and faults that stand where there would have been one. Who reads the files
            counts them, before anything is done with them; nothing here does.
        taken: those that are in the archive, by what became of them.
        aside: those that are not, by reason.
    """

    came: int = 0
    taken: Counter[Taken] = field(default_factory=Counter)
    aside: dict[str, Aside] = field(default_factory=dict)

    def note(self, became: Became) -> None:
        """Count what became of one thing that was read; what is no report, as a note about a file, is not counted."""
        problem = became.problem
        if became.taken is not None and became.taken not in REFUSED:
            self.taken[became.taken] += 1
        elif became.taken is not None:
            self._aside(REFUSED[became.taken], _place(became))
        elif is_report(became.given) or (problem is not None and problem.fatal):
            self._aside(problem.code if problem is not None else "no-document", _place(became))

    def missing(self, code: str, place: str) -> None:
        """Count something named that is not there."""
        self._aside(code, place)

    def _aside(self, code: str, place: str) -> None:
        aside = self.aside.setdefault(code, Aside(example=place))
        aside.number += 1

    @property
    def out(self) -> int:
        """How many are in the archive."""
        return self.taken.total()

    @property
    def adds_up(self) -> bool:
        """Whether every report that came is in the archive or set aside."""
        return self.came == self.out + sum(aside.number for aside in self.aside.values())

    def row(self) -> dict[str, Any]:
        """For keeping."""
        return {
            "came": self.came,
            "taken": {taken.value: number for taken, number in sorted(self.taken.items())},
            "aside": {code: [aside.number, aside.example] for code, aside in sorted(self.aside.items())},
        }

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> Counts:
        """As kept."""
        taken = Counter({Taken(name): number for name, number in row["taken"].items()})
        aside = {code: Aside(number=number, example=place) for code, (number, place) in row["aside"].items()}
        return cls(came=row["came"], taken=taken, aside=aside)

    @classmethod
    def total(cls, every: Iterable[Counts]) -> Counts:
        """All together; of each reason the first example."""
        made = cls()
        for counts in every:
            made.came += counts.came
            made.taken += counts.taken
            for code, aside in counts.aside.items():
                own = made.aside.setdefault(code, Aside(example=aside.example))
                own.number += aside.number
        return made


def is_report(thing: Page | Problem) -> bool:
    """Whether something that is read in a file is a report, or a fault in the place of one; notes are neither."""
    return isinstance(thing, Page) or thing.fatal


def _place(became: Became) -> str:
    problem = became.problem
    return (problem.address if problem is not None else None) or became.given.address or ""
