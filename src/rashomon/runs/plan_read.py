"""How the value of each key of a plan is read: what it has to be, and what is said where it is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from difflib import get_close_matches
from functools import partial

from rashomon.settings import DIGESTS, ENGINES, MOST_WORKERS, not_a_scheduler

FORMS = ("parquet", "jsonl")
USUAL_FORMS = ("jsonl",)
"""Of parts, where a plan names none: what every installation can write."""
MOST_TOGETHER = 100_000
MOST_NAME = 80
MOST_SECONDS = 9_999


class FaultError(Exception):
    """A value that cannot be; the message says what it has to be, of a list each of what is wrong in it."""

    def __init__(self, *said: str) -> None:
        super().__init__(*said)
        self.said = said


def _shown(value: object) -> str:
    """A value as a plan has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"the time {value.isoformat()} without an offset" if value.tzinfo is None else value.isoformat()
    if isinstance(value, date):
        return f"the day {value.isoformat()} alone"
    if isinstance(value, time):
        return f"the time {value.isoformat()} alone"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list):
        return f"[{', '.join(map(_shown, value))}]"
    return repr(value)


def _words(value: object) -> str:
    if isinstance(value, str) and not value.strip():
        raise FaultError("is empty: name something, or leave the key out")
    if not isinstance(value, str):
        raise FaultError(f"must be a word in quotation marks, not {_shown(value)}")
    if "\x00" in value:
        raise FaultError("must not hold a null character")
    return value.strip()


def _name(value: object) -> str:
    name = _words(value)
    if len(name) > MOST_NAME:
        raise FaultError(f"must have at most {MOST_NAME} characters")
    return name


def _inputs(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise FaultError(f'must be a list of files, folders or globs, as in ["reports/"], not {_shown(value)}')
    return _each(_input, value)


def _input(value: object) -> str:
    name = _words(value)
    if name == "-":
        raise FaultError("- is standard input, which cannot be read a second time: write it into a file and name that")
    if "://" in name:
        raise FaultError(f"{name} is an address; a run reads what is on disk, `rashomon watch` follows addresses")
    return name


def _each(read: Callable[[object], str], values: list[object]) -> tuple[str, ...]:
    """Each of a list as it is to be.

    Raises:
        FaultError: some cannot be; with what is wrong in each of them.
    """
    found: list[str] = []
    said: list[str] = []
    for value in values:
        try:
            found.append(read(value))
        except FaultError as fault:
            said += fault.said
    if said:
        raise FaultError(*dict.fromkeys(said))
    return tuple(found)


def _one_of(known: tuple[str, ...], value: object) -> str:
    word = _words(value)
    if word not in known:
        near = get_close_matches(word, known, n=1)
        raise FaultError(f"there is no {word!r}; {f'did you mean {near[0]}?' if near else f'there are {_list(known)}'}")
    return word


def _several_of(known: tuple[str, ...], value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise FaultError(f"must be a list of {_list(known)}, not {_shown(value)}")
    return tuple(dict.fromkeys(_each(partial(_one_of, known), value)))


def _number(least: int, most: int, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise FaultError(f"must be a whole number from {least:,} to {most:,}, not {_shown(value)}")
    return value


def _scheduler(value: object) -> str:
    word = _words(value)
    if (why := not_a_scheduler(word)) is not None:
        raise FaultError(why)
    return word


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise FaultError(f"must be true or false, not {_shown(value)}")
    return value


def _time(value: object) -> datetime:
    found = value
    if isinstance(value, str):  # as JSON would have it
        with suppress(ValueError):
            found = datetime.fromisoformat(value)
    if not isinstance(found, datetime) or found.tzinfo is None:
        raise FaultError(f"must be a time with its offset, 2031-05-02T06:00:00Z, not {_shown(value)}")
    return found


def _list(known: tuple[str, ...]) -> str:
    return ", ".join(known)


READ: Mapping[str, Callable[[object], object]] = {
    "name": _name,
    "inputs": _inputs,
    "engine": partial(_one_of, ENGINES),
    "workers": partial(_number, 0, MOST_WORKERS),
    "scheduler": _scheduler,
    "work_seconds": partial(_number, 0, MOST_SECONDS),
    "pipeline": _words,
    "digest": partial(_one_of, DIGESTS),
    "at": _time,
    "output.archive": _words,
    "output.folder": _words,
    "output.forms": partial(_several_of, FORMS),
    "output.stories_together": partial(_number, 1, MOST_TOGETHER),
    "output.texts": _yes_or_no,
}
"""Every key of a plan, and how its value is read."""
