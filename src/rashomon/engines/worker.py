"""What a process of the pool does: `python -m rashomon.engines.worker`, started by `processes`.

It holds nothing that is worth keeping, so it ends at once when whoever started it is gone, in the middle of its work.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from rashomon.core.apart import streams
from rashomon.core.frames import received, send
from rashomon.engines.errors import WorkError
from rashomon.engines.sending import packed, unpacked

READY = "ready"
"""Sent before any answer: who ends before it was not ended by what it was to work on."""


def task_of(work: Callable[[list[Any]], Sequence[Any]], given: list[Any]) -> bytes:
    """What is asked of a worker; as bytes, so that nothing on the way looks into it.

    Raises:
        Exception: something in it cannot be pickled.
    """
    return packed((work, given))


def answer(task: bytes) -> bytes:
    """Do what is asked: what was made of each thing given, or what was raised."""
    try:
        work, given = unpacked(task)
        return packed(("made", list(work(given))))
    except Exception as fault:  # noqa: BLE001  # raised again where it was asked for
        return _raised(fault)


def made_of(octets: bytes) -> list[Any]:
    """What was made of each thing given.

    Raises:
        Exception: what was raised where it was worked on, with a note of where.
    """
    how, told = unpacked(octets)
    if how == "raised":
        raise told
    made: list[Any] = told
    return made


def main(stdin: IO[bytes], stdout: IO[bytes]) -> None:
    """Say that work is taken, and answer each task that comes, until there are no more."""
    send(stdout, READY)
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take, args=(stdin, tasks), daemon=True).start()
    while True:
        send(stdout, answer(tasks.get()))


def _take(stdin: IO[bytes], tasks: SimpleQueue[bytes]) -> None:
    try:
        while True:
            tasks.put(received(stdin))
    finally:  # nobody waits for an answer any more
        os._exit(0)


def _raised(fault: Exception) -> bytes:
    told = "".join(traceback.format_exception(fault))
    try:
        fault.add_note(f"raised in another process:\n{told}")
        octets = packed(("raised", fault))
        unpacked(octets)
    except Exception:  # noqa: BLE001  # whatever keeps it from being sent, or from being made again of what was
        return packed(("raised", WorkError(told)))
    return octets


if __name__ == "__main__":
    with streams() as (own_input, own_output):
        main(own_input, own_output)
