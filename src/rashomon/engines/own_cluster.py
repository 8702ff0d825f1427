"""A cluster of our own, on this machine: a scheduler and workers that begin for one engine and end with it."""

from __future__ import annotations

import logging
import signal
from concurrent.futures import Future
from contextlib import suppress
from importlib import import_module
from multiprocessing import resource_tracker
from threading import Thread
from typing import Any

ENVIRONMENT = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
"""Of the workers: as the library has it, but for what gives freed memory back to the system at once, since a parser
asks for the same matrices again and again; with it, reading took 1.4 times as long in the one comparison that was made,
on a busy machine."""

SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,
    "distributed.nanny.pre-spawn-environ": ENVIRONMENT,
    # what workers and scheduler watch of themselves, on a page that nobody opens: left as the library has it, they look
    # a hundred times a second, and whoever reads waits each time
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.worker.memory.monitor-interval": "1s",
}
"""Of the scheduler and the workers."""


def begun(workers: int) -> Any:  # noqa: ANN401
    """A cluster with so many workers; work over which one of its processes ends is given back to us at once.

    It begins in a thread of its own, where no signal reaches it. Broken off here (Ctrl-C, SIGTERM), it is let begin and
    is ended then: of a cluster whose workers are half begun the library loses hold, and says so with a trace when the
    process ends.

    Raises:
        OSError, RuntimeError ...: whatever keeps it from beginning.
    """
    cluster: Future[Any] = Future()
    # begun now, since beginning it lets Ctrl-C in again to the thread that does so
    resource_tracker.ensure_running()
    Thread(target=_begin, args=(workers, cluster)).start()
    try:
        return cluster.result()
    except BaseException:
        with suppress(Exception):
            cluster.result().close()
        raise


def _begin(workers: int, cluster: Future[Any]) -> None:
    # inherited by the processes that are started from here: at the terminal Ctrl-C reaches them too, at their imports
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        cluster.set_result(_local(workers))
    except BaseException as error:  # noqa: BLE001  # raised where it is waited for
        cluster.set_exception(error)


def _local(workers: int) -> Any:  # noqa: ANN401
    distributed = import_module("distributed")  # before it is set: its own settings come with it, and would go again
    with import_module("dask").config.set(SETTINGS):
        return distributed.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",  # where there is one: nobody else may see it
            preload=[__name__],
            silence_logs=logging.CRITICAL,  # what is lost is told by us
        )


def dask_setup(_worker: object) -> None:
    """In each worker, as it begins: Ctrl-C at the terminal is for who started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
