"""Single facts in the words of the pages: what leads a story, times, and words with what was looked for marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from rashomon.core import Span, Standing, Status
from rashomon.outlets import by_name
from rashomon.present.questions.leading import Leading
from rashomon.present.report.characters import on_one_line
from rashomon.present.report.statuses import DENIAL_MADE, is_denial
from rashomon.present.report.told import counted

Pieces = tuple[str, ...]
"""Words of ours, between which a `Status` stands that is shown as word and shape."""

DIFFERENCES = {
    "figure": "the figures differ",
    "time": "the times differ",
    "actor": "who did it differs",
}
"""On what the reports of a disputed claim differ, where their statuses alone do not say it."""


def state(leading: Leading) -> Pieces:
    """How the leading claim of a story stands, in one line.

    Each phrase says what the claim's standing and its reports say, and no more: numbers stand beside each other only
    where they add up, "agree" is said of none but an agreed claim that rests on several origins, and what a report was
    withdrawn with is not counted.
    """
    claim, told = leading.claim, leading.told
    if not told:
        return ("told by withdrawn reports alone",)
    if claim.standing is Standing.SINGLE:
        if leading.reports == 1:
            return ("told by one report alone, as ", *_listed(leading))
        return (on_one_line(claim.standing_reason) or "told by one report alone",)
    if claim.standing is Standing.AGREED:
        return _agreed(leading)
    also = [DIFFERENCES.get(on, f"they differ on {on}") for on in claim.differs if on != "status"]
    tail = tuple(f"; {words}" for words in also) if claim.standing is Standing.DISPUTED else ()
    return (*_sides(leading), *tail)


def _agreed(leading: Leading) -> Pieces:
    several = len(leading.told) > 1
    if is_denial(leading.claim) and not several:
        told = counted(leading.reports, "report")
        who = f"{told} of one origin" if leading.claim.origins < 2 else f"{leading.claim.origins} independent origins"
        return (f"{who} tell that {DENIAL_MADE}",)
    if leading.claim.origins < 2:
        return (f"{counted(leading.reports, 'report')} of one origin: told as ", *_listed(leading))
    head = f"{leading.claim.origins} independent origins agree"
    if several and leading.apart:
        return (f"{head}: ", *_sides(leading, noun=False))
    return (f"{head}; told as ", *_listed(leading))


def _sides(leading: Leading, *, noun: bool = True) -> Pieces:
    """`2 origins tell it as done, 1 as denied`; without numbers where these would not add up."""
    if not leading.apart:
        return ("told as ", *_listed(leading))
    first, *rest = leading.told
    who = counted(first.origins, "origin") if noun else str(first.origins)
    made = [f"{who} {'tells' if first.origins == 1 else 'tell'} it as ", first.status]
    for each in rest:
        made += [f", {each.origins} as ", each.status]
    return tuple(made)


def _listed(leading: Leading) -> Pieces:
    """The statuses, the most told first: `done and planned`, `done, planned and possible`."""
    made: list[str] = []
    for number, each in enumerate(leading.told):
        if number:
            made.append(" and " if number == len(leading.told) - 1 else ", ")
        made.append(each.status)
    return tuple(made)


def day_time(moment: datetime, day_only: bool = False) -> str:  # noqa: FBT001, FBT002 - a filter of the templates
    """`12 May 2031, 09:30 UTC`; a year alone would not tell reports of one day apart. Or the day alone, and that."""
    if day_only:
        return f"{short_day(moment)}, time not given"
    return f"{moment:%d %b %Y, %H:%M} UTC".lstrip("0")


def short_day(moment: datetime) -> str:
    """`12 May 2031`."""
    return f"{moment:%d %b %Y}".lstrip("0")


def day(moment: datetime) -> str:
    """`Monday, 12 May 2031`."""
    return f"{moment:%A}, {f'{moment:%d %B %Y}'.lstrip('0')}"


def by_marks(words: str, marks: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """The words in pieces, each with whether it is what was looked for."""
    at = 0
    for mark in marks:
        if at < mark.start:
            yield words[at : mark.start], False
        yield words[mark.start : mark.end], True
        at = mark.end
    if at < len(words):
        yield words[at:], False


def outlet_called(name: str) -> str:
    """An outlet's name as the table of outlets has it, else as its reports have it."""
    known = by_name(name)
    return on_one_line(name if known is None else known.name)


FILTERS: dict[str, Callable[..., Any]] = {
    "day_time": day_time,
    "day": day,
    "short_day": short_day,
    "called": outlet_called,
    "by_marks": by_marks,
    "state": state,
}
TESTS: dict[str, Callable[..., bool]] = {"status_word": lambda piece: isinstance(piece, Status)}
