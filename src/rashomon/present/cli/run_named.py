"""Problems of a large job on standard error: the first of them, and what says the same of many places once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.present.cli.options import Log

if TYPE_CHECKING:
    from rashomon.core import Problem
    from rashomon.present.cli.edge import Messages


class Named:
    """Names problems as they come; a large job may have more than anybody reads.

    Of notes that say the same the first is named at once, with its place, and at the end how many more there were. What
    lost a report is named each time, and for programs (`--log json`) everything is.

    Args:
        messages: of the command.
        most: so many problems that lost a report are named, and as many notes.
    """

    def __init__(self, messages: Messages, *, most: int) -> None:
        self._messages, self._most = messages, most
        self._number = {True: 0, False: 0}
        self._first: dict[tuple[str, str, str], Problem] = {}
        self._more: dict[tuple[str, str, str], int] = {}

    def __call__(self, problem: Problem) -> None:
        """Name a problem, or count it."""
        key = (problem.stage, problem.code, problem.message)
        if not problem.fatal and key in self._first:
            self._more[key] = self._more.get(key, 0) + 1
            return
        self._number[problem.fatal] += 1
        if self._number[problem.fatal] > self._most:
            return
        self._messages.problem(problem)
        if not problem.fatal and self._messages.log is not Log.JSON:
            self._first[key] = problem

    def rest(self) -> None:
        """Say how many were not named."""
        for key, number in self._more.items():
            where = f"{number:,} more {'report' if number == 1 else 'reports'}"
            self._messages.problem(replace(self._first[key], address=where))
        over = sum(max(0, number - self._most) for number in self._number.values())
        if over:
            self._messages.note(f"{over:,} further problems are not named here")


def name(problems: Iterable[Problem], messages: Messages, *, most: int) -> None:
    """Name problems on standard error, as `Named` does."""
    named = Named(messages, most=most)
    for problem in problems:
        named(problem)
    named.rest()
