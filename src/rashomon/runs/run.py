"""A run: files taken, read, grouped and accounted in an archive, and parts written of it; broken off, it goes on.

Grouping waits until all files are taken, so that reports come to it in the order of their publishing over the whole
input: the stories are those of one go, whatever was in which file. Each stage is done in batches of its own, and what
is acknowledged of it is not done again; only taking needs marks, since what it did does not tell from what it came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from rashomon.archive import Archive
from rashomon.archive.fallen import StillFallen, still_fallen
from rashomon.archive.makers import differing, made_by
from rashomon.core import Problem, RashomonError
from rashomon.core.processes import cores
from rashomon.ingest.targets import without_credentials
from rashomon.pipeline import Pipeline, Progress
from rashomon.runs.counts import Aside
from rashomon.runs.inputs import Left, Own, Source, gone, left_of, sources
from rashomon.runs.marks import Marks, TakenOverError
from rashomon.runs.notes import of_files, of_plan
from rashomon.runs.parts import Parts, Writes
from rashomon.runs.plan import Plan
from rashomon.runs.report import Clocked, Report
from rashomon.runs.taking import Taking, total
from rashomon.runs.whose import FILE, see_folder, see_name, sign_of, where_is
from rashomon.stores import Store
from rashomon.stores.facts import Derived

Tell = Callable[[Problem], None]


class RunError(RashomonError):
    """A run that cannot be done as the plan has it; the message says what to do."""


class NowhereError(RunError):
    """What the plan names for the output cannot be written."""

    code = "not-written"


def clock() -> datetime:
    """What time it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How parts are written.

    Attributes:
        writes: what the files of a part are.
        make: the versioned names of what writes them.
        beside: further files of the folder, by their names.
    """

    writes: Writes
    make: str
    beside: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What there is to do.

    Attributes:
        sources: the files, in the order of the plan.
        left: what there is to do with each of them.
        missing: what is named and not there.
        gone: files that were taken before and are not named or not there any more.
    """

    sources: tuple[Source, ...]
    left: tuple[Left, ...]
    missing: tuple[Problem, ...]
    gone: tuple[str, ...]

    @property
    def to_take(self) -> list[Source]:
        """The files that are not done."""
        return [one for one, left in zip(self.sources, self.left, strict=True) if left is not Left.DONE]

    def named(self, left: Left) -> list[str]:
        """The addresses of files with which there is this to do."""
        return [one.address for one, own in zip(self.sources, self.left, strict=True) if own is left]


class Run:
    """One plan over an open archive.

    Args:
        plan: what to do.
        store: the archive that the plan names.
        pipeline: what concludes.
        written: how parts are written; of no meaning where the plan names no folder.
        now: what time it is.
    """

    def __init__(
        self,
        plan: Plan,
        store: Store,
        pipeline: Pipeline,
        *,
        written: Written | None = None,
        now: Callable[[], datetime] = clock,
    ) -> None:
        self.plan, self.store, self.pipeline, self.written, self.now = plan, store, pipeline, written, now
        self.marks = Marks(plan.name)

    def has_inputs(self) -> bool:
        """Whether any file is there to read, of those that the plan names."""
        return any(isinstance(each, Source) for each in sources(self.plan, self._beside))

    @property
    def _beside(self) -> Collection[str]:
        return () if self.written is None else self.written.beside.keys()

    def see(self) -> None:
        """See that the archive and the folder are for this plan; nothing is made or written.

        Raises:
            RunError: the archive was made by other versions or settings than these.
            PartsError: the folder holds the parts of another run.
            NameTakenError: another plan goes by the name of this one.
        """
        if self.plan.folder is not None:
            see_folder(self.plan.folder, sign_of(self.plan, self.plan.folder))
        with self.store.view() as view:
            self.marks.look_up(view)
            see_name(self.plan, self.marks.plan)
            differs = differing(made_by(view), self.pipeline.makers)
        if differs is not None:
            raise RunError(f"{differs.message}; or name another archive in the plan")

    def survey(self) -> tuple[Survey, Report]:
        """What there is to do, and what a report says of it before anything is done; nothing is written.

        Raises:
            RunError, PartsError, NameTakenError: as in `see`.
        """
        self.see()
        with self.store.view() as view:
            stories = view.counts().stories
        files, missing, own, said = _named(self.plan, self._beside)
        left = tuple(left_of(one, self.marks.inputs.get(one.address)) for one in files)
        named = {one.address for one in files}
        found = Survey(sources=files, left=left, missing=missing, gone=gone(self.marks.inputs.values(), named))
        engine, workers = _engine(self.pipeline)
        report = Report(
            name=self.plan.name,
            engine=engine,
            workers=workers,
            archive=without_credentials(self.plan.archive),
            folder=None if self.plan.folder is None else str(self.plan.folder),
            files=Counter(left),
            own=own,
            bytes=sum(one.size for one in files),
            notes=[*of_plan(self.marks.plan, self.plan), *of_files(found.named, found.gone), *said],
            counts=total(self.marks, files, missing),
            stories=stories,
            parts=len(self.marks.parts),
        )
        return found, report

    def go(self, progress: Progress, *, note: Callable[[str], None], tell: Tell) -> Report:
        """Do what is left to do.

        Args:
            progress: called as the stages go on.
            note: told, before anything is done, of what changed since the run was last begun.
            tell: told of problems as they come.

        Raises:
            RunError: the archive was made by other versions or settings.
            PartsError: the folder holds the parts of another run.
            NameTakenError: another plan goes by the name of this one.
            TakenOverError: another process goes on with the same run.
        """
        found, report = self.survey()
        for line in report.notes:
            note(line)
        at = self._set_out()
        try:
            return self._through(found, report, at, progress, tell)
        except (OSError, RashomonError) as error:
            self._name_who_goes_on(error)
            raise

    def _through(self, found: Survey, report: Report, at: datetime, progress: Progress, tell: Tell) -> Report:
        """The report of what was left to do and is done now."""
        clocked = Clocked(self._unless_overtaken(progress))
        for problem in found.missing:
            tell(problem)
        Taking(self.store, self.pipeline, self.marks, at=at, tell=tell).take(found.to_take, clocked)
        desk = Archive(self.store, self.pipeline, now=lambda: at)
        summary = desk.bring_up_to_date(clocked, again=True)
        for problem in summary.problems:
            tell(problem)
        report.read, report.placed, report.accounts = summary.read, summary.placed, summary.accounts
        if self.plan.folder is not None and self.written is not None:
            report.written, report.parts = self._parts(self.written).write(clocked)
        report.seconds = clocked.seconds
        self._arrive(found, report)
        return report

    def _name_who_goes_on(self, error: Exception) -> None:
        """Tell of another run where that is why this one fails: both write into one archive and one folder.

        Raises:
            TakenOverError: another process goes on with the run.
        """
        try:
            with self.store.view() as view:
                self.marks.see_ours(view)
        except TakenOverError as taken:
            raise taken from error
        except RashomonError:
            return  # the archive cannot be asked; what failed first is told

    def _unless_overtaken(self, progress: Progress) -> Progress:
        """Passes progress on, and ends the run where another process has gone on with it: no stage works on in vain."""

        def ours(stage: str, done: int, of: int) -> None:
            progress(stage, done, of)
            with self.store.view() as view:
                self.marks.see_ours(view)

        return ours

    def _set_out(self) -> datetime:
        """The time that is noted for all that the run does: one for all its starts, until it has arrived."""
        at = self.plan.at or self.marks.began or self.now()
        with self.store.writer() as writer:
            self.marks.set_out(writer, self.plan.lasting | {FILE: where_is(self.plan)}, at)
        return at

    def _parts(self, written: Written) -> Parts:
        plan = self.plan
        if plan.folder is None:
            raise RunError("the plan names no folder for parts")
        make = f"{self.pipeline.makers.accounted}, {written.make}, {', '.join(plan.forms)}, texts {plan.texts}"
        return Parts(
            plan.folder,
            sign=sign_of(plan, plan.folder),
            store=self.store,
            marks=self.marks,
            writes=written.writes,
            together=plan.stories_together,
            make=make,
            more=written.beside,
        )

    def _arrive(self, found: Survey, report: Report) -> None:
        """Count what became of everything, and note that nothing is left to do.

        Raises:
            AssertionError: the counts do not add up, which is a fault of ours.
        """
        report.counts = total(self.marks, found.sources, found.missing)
        if not report.counts.adds_up:
            raise AssertionError(f"what came is not what was taken and set aside: {report.counts}")
        makers = self.pipeline.makers
        with self.store.view() as view:
            report.stories = view.counts().stories
            waits = (
                view.stale(Derived.READINGS, makers.read, limit=1),
                view.stale(Derived.STORIES, makers.grouped, limit=1),
                view.stale(Derived.ACCOUNTS, makers.accounted, limit=1),
            )
            report.fallen = _fallen(still_fallen(view))
        report.whole = not any(waits) and not report.fallen
        with self.store.writer() as writer:
            self.marks.arrive(writer)


def _named(plan: Plan, beside: Collection[str]) -> tuple[tuple[Source, ...], tuple[Problem, ...], int, list[str]]:
    """The files that a plan names, what is named and not there, how many are the run's own, and what is to be said."""
    files: list[Source] = []
    missing: list[Problem] = []
    said: list[str] = []
    own = 0
    for each in sources(plan, beside):
        if isinstance(each, Problem) and not each.fatal:
            said.append(each.message)
        elif isinstance(each, Problem):
            missing.append(each)
        elif isinstance(each, Own):
            own += 1
        else:
            files.append(each)
    return tuple(files), tuple(missing), own, said


def _fallen(still: StillFallen) -> dict[str, Aside]:
    """How many fell in which stage, and the place of the first."""
    places = {"read": list(still.readings.values()), "account": [f"story {name}" for name in still.accounts]}
    return {stage: Aside(number=len(each), example=each[0]) for stage, each in places.items() if each}


def _engine(pipeline: Pipeline) -> tuple[str, int]:
    """The name of the engine, and how many workers it was asked for; 0 for those that a cluster has."""
    settings = pipeline.settings
    if settings.engine == "local":
        return settings.engine, 1
    return settings.engine, settings.workers or (0 if settings.scheduler else cores())
