"""Processes that help another one: how many can run at once, and how they live and die with it."""

from __future__ import annotations


def cores() -> int:
    """How many processes can run at once, as far as this one may use them."""
    import os

    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # no such call outside Linux
        return os.cpu_count() or 1


def belong() -> None:
    """Live and die with the process that asked: Ctrl-C is for that one, and its end is the end of this one."""
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import os
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
