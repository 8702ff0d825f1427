"""What an engine raises."""

from __future__ import annotations

from rashomon.core import RashomonError


class EngineError(RashomonError):
    """An engine that cannot be had, or is lost; the message says what to do."""

    code = "engine"


class NotInstalledError(EngineError):
    """What the engine needs is not installed."""

    code = "not-installed"


class NoSchedulerError(EngineError):
    """No scheduler can be come to at the address that is named."""

    code = "no-scheduler"


class SchedulerLostError(EngineError):
    """The scheduler went away in the middle of the work."""

    code = "scheduler-lost"


class NoWorkersError(EngineError):
    """The cluster has no workers, or has lost them all."""

    code = "no-workers"


class WorkError(RashomonError):
    """A fault of the work in another process, in words, where it could not be sent as it is."""
