"""What became of an intake: counted, with what was set aside and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rashomon.core import Problem
from rashomon.stores.facts import Taken

MOST_PROBLEMS = 1000
"""Problems that a summary names; more are counted by their codes only."""
MOST_VERSIONS = 1000
"""Versions that a summary names."""


@dataclass(kw_only=True)
class Summary:
    """What was taken in and what came of it; `dry` where nothing was kept."""

    dry: bool = False
    taken: Counter[Taken] = field(default_factory=Counter)
    """Documents by what became of them."""
    set_aside: Counter[str] = field(default_factory=Counter)
    """Inputs of which no document came, by the code of the problem."""
    problems: list[Problem] = field(default_factory=list)
    """The first of all problems."""
    read: int = 0
    """Documents that were read."""
    placed: int = 0
    """Documents that were put into stories."""
    accounts: int = 0
    """Accounts that were made anew."""
    versions: list[str] = field(default_factory=list)
    """The first of the versions that came, new or known."""

    @property
    def documents(self) -> int:
        """How many documents came, new or known."""
        return self.taken.total()

    @property
    def new(self) -> int:
        """How many brought words that are now to be read, grouped and accounted."""
        return sum(self.taken[taken] for taken in (Taken.NEW, Taken.VERSION, Taken.RETURNED, Taken.RECLEANED))

    def note(self, problem: Problem) -> None:
        """Take note of a problem."""
        if problem.fatal:
            self.set_aside[problem.code] += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)

    def came(self, version: str) -> None:
        """Take note of a version that came."""
        if len(self.versions) < MOST_VERSIONS:
            self.versions.append(version)

    def and_then(self, other: Summary) -> None:
        """Add what came of a further part of the same intake."""
        self.taken += other.taken
        self.set_aside += other.set_aside
        new = [problem for problem in other.problems if problem not in self.problems[-len(other.problems) :]]
        self.problems += new[: MOST_PROBLEMS - len(self.problems)]
        self.read += other.read
        self.placed += other.placed
        self.accounts += other.accounts
        self.versions += other.versions[: MOST_VERSIONS - len(self.versions)]
