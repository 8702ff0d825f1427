"""Several at once: writers wait for one another, readers for nobody, in this process and in others."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

from rashomon.checks.expecting import Maker, NotConforming, holds, keep, same
from rashomon.checks.made_up import made_up
from rashomon.stores.balance import imbalances
from rashomon.stores.base import Store

STORIES = 12
SECONDS = 60.0


def writers_take_turns(maker: Maker) -> None:
    """Two threads that write at once both write all they had, and nothing is mixed up."""
    with maker.new() as store:
        faults: list[BaseException] = []

        def write(numbers: range) -> None:
            try:
                for number in numbers:
                    with store.writer() as writer:
                        keep(writer, made_up(number, documents=2))
            except BaseException as fault:  # noqa: BLE001  # it is the check's to tell
                faults.append(fault)

        threads = [threading.Thread(target=write, args=(range(at, 12, 2),)) for at in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(SECONDS)
        if faults:
            raise NotConforming(f"a writer failed because there was another: {faults[0]!r}") from faults[0]
        with store.view() as view:
            same(view.counts().stories, 12, "how many stories two writers wrote")
            same(list(imbalances(view)), [], "what does not fit together after two writers")


def a_reader_sees_whole_blocks(maker: Maker) -> None:
    """In a thread: while stories are written, each view has all of each story that it has, and views never go back."""
    with maker.new() as store:
        stop = threading.Event()
        seen: list[Any] = []
        reader = threading.Thread(target=lambda: seen.append(_watched(store, stop)))
        reader.start()
        for number in range(STORIES):
            with store.writer() as writer:
                keep(writer, made_up(number))
        stop.set()
        reader.join(SECONDS)
        holds(bool(seen), "the reader did not come to an end")
        same(seen[0], "", "what a reader saw while stories were written")


def a_reader_elsewhere_sees_whole_blocks(maker: Maker) -> None:
    """In another process: the same."""
    if maker.address is None:
        return
    with maker.new() as store:
        address = maker.address(store)
        with subprocess.Popen(  # noqa: S603  # this module
            [sys.executable, "-m", "rashomon.checks.store_together", address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as reader:
            if reader.stdin is None or reader.stdout is None:
                raise NotConforming("no pipes")
            same(reader.stdout.readline().strip(), "reading", "the beginning of a reader in another process")
            for number in range(STORIES):
                with store.writer() as writer:
                    keep(writer, made_up(number))
            told, _ = reader.communicate("stop\n", timeout=SECONDS)
            same(told.strip(), "", "what a reader in another process saw while stories were written")


def _watched(store: Store, stop: threading.Event) -> str:
    """Look again and again; what was wrong, or nothing."""
    before = 0
    try:
        while True:
            last = stop.is_set()
            with store.view() as view:
                counts = view.counts()
                whole = made_up(0)
                if (counts.readings, counts.stories * 3) != (counts.versions, counts.versions):
                    return f"half a story: {counts}"
                if counts.stories < before:
                    return f"{counts.stories} stories after {before}"
                before = counts.stories
                if before and (kept := view.account(whole.story.id)) and kept.account != whole.account:
                    return "an account that is not whole"
                if wrong := list(imbalances(view)):
                    return f"it does not fit together: {wrong[0]}"
            if last:
                return "" if before == STORIES else f"{before} stories in the end"
    except Exception as fault:  # noqa: BLE001  # told to whoever waits
        return f"{type(fault).__name__}: {fault}"


def _main(address: str) -> None:
    from rashomon.stores import open_store

    store = open_store(address, create=False)
    stop = threading.Event()

    def wait() -> None:
        sys.stdin.readline()
        stop.set()

    threading.Thread(target=wait, daemon=True).start()
    sys.stdout.write("reading\n")
    sys.stdout.flush()
    sys.stdout.write(_watched(store, stop))
    store.close()


CHECKS = (writers_take_turns, a_reader_sees_whole_blocks, a_reader_elsewhere_sees_whole_blocks)

if __name__ == "__main__":
    _main(sys.argv[1])
