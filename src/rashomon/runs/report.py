"""What a run did, or would do: counted, timed, and with all that is to be known of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic

from rashomon.pipeline import Progress
from rashomon.runs.counts import Aside, Counts
from rashomon.runs.inputs import Left


@dataclass(kw_only=True)
class Report:
    """What became of a run.

    Attributes:
        name: of the run.
        engine: where the stages ran.
        workers: how many of them there were to be; 0 for as many as a cluster has.
        files: those that the plan names, by what there was to do with them.
        own: how many of the inputs are the run's own, its plan, archive and output, and are passed over.
        bytes: how many those have together.
        kinds: of those that are left, what they hold, where that was looked at.
        notes: what changed since the run was last begun, and what else is good to know.
        counts: of all that the plan names, in this and in earlier starts.
        fallen: how many reports of the archive were not read and how many stories not told, since processes ended over
            them or a fault of ours was met, with the place of the first; by the stage. The next start tries them again.
        read: how many documents were read in this start.
        placed: how many were put into stories.
        accounts: how many accounts were made.
        stories: how many the archive has now.
        parts: how many there are.
        written: how many of them were written in this start.
        seconds: by stage, in this start.
        archive: where it is.
        folder: where the parts are.
        whole: whether nothing is left to do.
    """

    name: str
    engine: str
    workers: int
    archive: str
    folder: str | None
    files: Mapping[Left, int] = field(default_factory=dict)
    own: int = 0
    bytes: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    fallen: Mapping[str, Aside] = field(default_factory=dict)
    read: int = 0
    placed: int = 0
    accounts: int = 0
    stories: int = 0
    parts: int = 0
    written: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    whole: bool = False


class Clocked:
    """Passes progress on, and counts how long each stage took: the time up to its word since the word before.

    Args:
        progress: called as the stages go on.
        clock: gives seconds, and never goes back.
    """

    def __init__(self, progress: Progress, clock: Callable[[], float] = monotonic) -> None:
        self._progress, self._clock = progress, clock
        self._at = clock()
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, done: int, of: int) -> None:
        """A stage has gone on."""
        now = self._clock()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._at
        self._at = now
        self._progress(stage, done, of)
