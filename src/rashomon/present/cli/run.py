"""`rashomon run`: a large job by its plan, in batches, with marks from which it goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.archives import in_memory_if_missing
from rashomon.present.cli.edge import BAD_USAGE, DONE, SOME_SET_ASIDE, Messages, edge, read_from
from rashomon.present.cli.run_named import Named, name
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline
    from rashomon.runs import NowhereError, Plan, Report, Run
    from rashomon.runs.run import Written
    from rashomon.settings import Settings

PlanFile = Annotated[
    Path | None,
    typer.Argument(metavar="PLAN.toml", help="The plan: what to read, where to, on which engine.", show_default=False),
]
Check = Annotated[bool, typer.Option("--check", help="Say what is wrong with the plan and what would be done.")]
Example = Annotated[bool, typer.Option("--example", help="Write a plan with comments to standard output.")]
MOST_NAMED = 100
"""Problems named on standard error, and as many notes; further ones are counted in the report alone."""


def run(
    plan: PlanFile = None,
    *,
    check: Check = False,
    example: Example = False,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    settings: options.SettingsFile = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Do a large job by its plan: files into an archive, and parts of tables and accounts out of it.

    It can be ended at any moment, however hard: nothing is lost, half written or done twice, and the same command goes
    on with what is left. Another run of it takes files that are new or have changed, and what it fell over before; it
    writes the parts whose stories are others than they were, also where a new story only moved them along.

    What `--engine`, `--workers` and `--scheduler` say goes before the plan, for this start; the result is the same.

    \b
    Examples:
      rashomon run --example > plan.toml
      rashomon run plan.toml --check
      rashomon run plan.toml
      rashomon run plan.toml --workers 8
      rashomon run plan.toml --engine local
      rashomon run plan.toml --scheduler tcp://10.0.0.5:8786
    """
    messages, code = Messages(log=log, quiet=quiet), DONE
    with edge(messages, then=f"what is done is kept, and `rashomon run {plan}` goes on from there"):
        if example:
            typer.echo(_example(), nl=False)
            return
        if plan is None:
            messages.refuse("bad-usage", "name a plan, or --example for one to begin with")
            raise typer.Exit(BAD_USAGE)
        made, chosen = _understood(plan, settings, where(engine, workers, scheduler), messages)
        _refused(_beyond(made, chosen), messages)
        report = _checked(made, chosen, messages) if check else _done(made, chosen, messages)
        messages.end_progress()
        _tell(report, form=form, rehearsed=check)
        code = _code(report, rehearsed=check)
        if code == BAD_USAGE:
            messages.refuse("nothing-to-read", f"{plan}: inputs: {_nothing(report)}")
    if code:
        raise typer.Exit(code)


def _example() -> str:
    from importlib.resources import files

    return files("rashomon.runs").joinpath("example.toml").read_text("utf-8")


def _nothing(report: Report) -> str:
    """Why there is nothing to read."""
    missing = sum(aside.number for aside in report.counts.aside.values())
    told = "there is no file to read"
    if report.own:
        told += f": all that the inputs name, {report.own:,}, is the run's own"
    elif missing:
        told += "; name files, folders or globs that are there (relative ones count from the folder of the plan)"
    return told


def _understood(
    file: Path, settings: Path | None, given: Mapping[str, str | None], messages: Messages
) -> tuple[Plan, Settings]:
    """The plan and the settings it is done with; each fault of the plan in a line of its own.

    Args:
        file: of the plan.
        settings: their file.
        given: settings that options name, which go before the plan.
        messages: of the command.
    """
    from rashomon.runs import PlanError, read_plan

    try:
        plan = read_plan(file)
    except PlanError as error:
        # what is right in it may still not be possible here, which is said at once
        rest = error.rest
        more = _beyond(rest, _chosen(rest, settings, given)) if rest is not None else ()
        _refused([*(("bad-plan", fault) for fault in error.faults), *more], messages)
        raise AssertionError(error) from error  # a plan in which nothing is wrong
    return plan, _chosen(plan, settings, given)


def _chosen(plan: Plan, settings: Path | None, given: Mapping[str, str | None]) -> Settings:
    """The settings with which a plan is done."""
    told = dict(plan.settings)
    if given["engine"] not in {None, "dask"}:
        told.pop("scheduler", None)  # the plan's cluster is not asked
    told |= {key: value for key, value in given.items() if value is not None}
    return read_from(settings, {**told, "archive": plan.archive})


Fault = tuple[str, str]
"""A code, and what is said."""


def _refused(faults: Iterable[Fault], messages: Messages) -> None:
    """Name faults, each in a line, and end the command where there are any."""
    some = False
    for code, said in faults:
        messages.refuse(code, said)
        some = True
    if some:
        raise typer.Exit(BAD_USAGE)


def _beyond(plan: Plan, settings: Settings) -> Iterator[Fault]:
    """What keeps a plan from being done here, though it is understood; nothing is made."""
    from rashomon.core import RashomonError
    from rashomon.pipeline import Pipeline
    from rashomon.runs.whose import see_folder, sign_of

    for error in _unwritable(plan):
        yield error.code, str(error)
    pipeline, folder = Pipeline(settings), plan.folder
    looks: list[Callable[[], object]] = [lambda: pipeline.reader, lambda: _written(plan, pipeline)]
    if folder is not None:
        looks.append(lambda: see_folder(folder, sign_of(plan, folder)))
    for look in looks:
        try:
            look()
        except RashomonError as error:
            yield error.code, str(error)


def _done(plan: Plan, settings: Settings, messages: Messages) -> Report:
    if (nothing := _without_inputs(plan, settings, messages)) is not None:
        return nothing
    with _at_work(plan, settings, messages) as run:
        told = Named(messages, most=MOST_NAMED)
        report = run.go(messages.progress, note=messages.note, tell=told)
        told.rest()
    return report


@contextmanager
def _at_work(plan: Plan, settings: Settings, messages: Messages) -> Iterator[Run]:
    from rashomon.core.engine import reach
    from rashomon.present.cli.archives import opened
    from rashomon.present.cli.running import pipeline_of
    from rashomon.runs import Run

    with pipeline_of(settings, here=False, tell=messages.note) as pipeline:
        there = in_memory_if_missing(settings) is settings
        if there:
            with opened(settings) as store:
                Run(plan, store, pipeline).see()
        if not there or not all(map(Path.is_dir, plan.writes_into)):
            reach(pipeline.engine)
        _make_folders(plan)
        with opened(settings, create=True) as store:
            yield Run(plan, store, pipeline, written=_written(plan, pipeline))


def _make_folders(plan: Plan) -> None:
    for folder in plan.writes_into:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _nowhere(plan, folder, f"{error.strerror or error}") from error


def _unwritable(plan: Plan) -> Iterator[NowhereError]:
    """What the plan names for the output and cannot be written, as far as that can be seen; nothing is made."""
    for folder in plan.writes_into:
        there = next(above for above in (folder, *folder.parents) if above.exists())
        if not there.is_dir() or not os.access(there, os.W_OK):
            yield _nowhere(plan, folder, f"{there} is no folder of yours")
    if plan.writes_into and Path(plan.archive).is_dir():
        yield _nowhere(plan, Path(plan.archive), "it is a folder, and the archive is a file: name one in it")


def _nowhere(plan: Plan, place: Path, why: str) -> NowhereError:
    from rashomon.runs import NowhereError

    key = "output.folder" if place == plan.folder else "output.archive"
    return NowhereError(f"{plan.file}: {key}: nothing can be written at {place}: {why}")


def _written(plan: Plan, pipeline: Pipeline) -> Written | None:
    """How the parts of a plan are written; what that needs is looked for before anything is done.

    Raises:
        RunError: it is not installed.
    """
    from functools import partial
    from importlib.util import find_spec

    from rashomon.present.exports.parts import MAKE, PARQUET, beside, part_files
    from rashomon.runs import RunError
    from rashomon.runs.run import Written

    if plan.folder is None:
        return None
    if PARQUET in plan.forms and find_spec("pyarrow") is None:
        raise RunError(
            f'{plan.file}: output.forms: parquet needs pyarrow: pip install "rashomon[parquet]" (in a clone '
            "`.venv/bin/python -m pip install -e '.[parquet]'`), or take it out"
        )
    writes = partial(part_files, pipeline=pipeline, forms=plan.forms, texts=plan.texts)
    return Written(writes=writes, make=MAKE, beside=beside(plan.forms))


def _without_inputs(plan: Plan, settings: Settings, messages: Messages) -> Report | None:
    """The report of a run that has no archive yet and nothing to read, for which none is made; None of any other."""
    from rashomon.pipeline import Pipeline
    from rashomon.runs import Run
    from rashomon.stores import MEMORY, open_store

    chosen = in_memory_if_missing(settings)
    if chosen.archive != MEMORY:
        return None
    pipeline = Pipeline(settings)
    written = _written(plan, pipeline)
    with closing(open_store(MEMORY)) as store:
        run = Run(plan, store, pipeline, written=written)
        if run.has_inputs():
            return None
        found, report = run.survey()
    name(found.missing, messages, most=MOST_NAMED)
    return report


def _checked(plan: Plan, settings: Settings, messages: Messages) -> Report:
    """What would be done, by the plan and the marks; nothing is written, and where there is no archive none is made."""
    from rashomon.pipeline import Pipeline
    from rashomon.present.cli.archives import opened
    from rashomon.runs import Run
    from rashomon.runs.kinds import looked_at

    pipeline = Pipeline(settings)
    with opened(in_memory_if_missing(settings)) as store:
        written = _written(plan, pipeline)
        found, report = Run(plan, store, pipeline, written=written).survey()
    report.kinds, of_none = looked_at(found.to_take)
    for line in report.notes:
        messages.note(line)
    name((*found.missing, *of_none), messages, most=MOST_NAMED)
    return report


def _tell(report: Report, *, form: options.SummaryFormat, rehearsed: bool) -> None:
    from rashomon.present.cli.run_told import in_words, row, would

    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.encoding import line

        sys.stdout.buffer.write(line(row(report, rehearsed=rehearsed)))
    else:
        typer.echo(would(report) if rehearsed else in_words(report))


def _code(report: Report, *, rehearsed: bool) -> int:
    """0, 1 where something was set aside or is not concluded from, 2 where nothing is there to read."""
    if not report.files:
        return BAD_USAGE
    return SOME_SET_ASIDE if report.counts.aside or not (rehearsed or report.whole) else DONE
