"""Where the stages run: in this process, in several, or on a cluster; `engine_of` gives one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.core.engine import Engine, Tell
    from rashomon.settings import Settings

__all__ = ["engine_of"]


def engine_of(settings: Settings, *, here: bool = True, tell: Tell | None = None) -> Engine:
    """The engine that the settings name; whoever asked closes it.

    Args:
        settings: of this run.
        here: whether little work may be done in this process, by an engine that has others; a run that is to outlive
            whatever it meets asks for none.
        tell: told what is good to know while work waits or is done again; without it the log is.

    Raises:
        EngineError: it cannot be had; the message says what to do.
    """
    from rashomon.core.engine import Local, warn

    told = tell or warn
    if settings.engine == "processes":
        from rashomon.engines.processes import Processes

        seconds = settings.work_seconds or None
        return Processes(workers=settings.workers or None, here=here, seconds=seconds, tell=told)
    if settings.engine == "dask":
        from rashomon.engines.dask import Dask

        return Dask(scheduler=settings.scheduler, workers=settings.workers or None, here=here, tell=told)
    return Local()
