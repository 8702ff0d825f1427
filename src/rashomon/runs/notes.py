"""What changed between two starts of a run, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.runs.inputs import Left
from rashomon.runs.plan import Plan

MOST_NAMED = 3
"""Files that a sentence names; of more it says how many there are."""
_OF_FILES = {
    Left.CHANGED: "changed since it was taken, and is read from its beginning: what the archive has is known there",
    Left.AGAIN: "could not be read whole the last time, and is read again",
    Left.BEGUN: "was taken in part; the rest follows",
}


def of_files(named: Callable[[Left], list[str]], gone: Sequence[str]) -> Iterator[str]:
    """What there is to say of files.

    Args:
        named: gives the files with which there is this to do.
        gone: files that were taken before and are not named or not there any more.
    """
    for left, words in _OF_FILES.items():
        yield from _each(named(left), words)
    yield from _each(gone, "was taken before and is not there or not named any more: what was taken of it stays")


def of_plan(before: Mapping[str, Any] | None, plan: Plan) -> Iterator[str]:
    """Which keys of the plan say otherwise than when the run was last begun."""
    if before is None:
        return
    for key, now in plan.lasting.items():
        was = before.get(key)
        if key == "inputs" and isinstance(now, list) and isinstance(was, list):
            yield from _each([name for name in now if name not in was], "is new in the plan's inputs")
            yield from _each([name for name in was if name not in now], "is not in the plan's inputs any more")
        elif was != now:
            yield f"the plan's {key} changed since the run was last begun: {_told(was)} then, {_told(now)} now"


def _each(names: Sequence[str], words: str) -> Iterator[str]:
    yield from (f"{name} {words}" for name in names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        yield f"the same of {len(names) - MOST_NAMED:,} more: {words}"


def _told(value: object) -> str:
    if value is None:
        return "not said"
    return ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)
