"""The stages as filters: documents in, JSON lines out, everything else on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.present.cli import options
from rashomon.present.cli.edge import FetcherOnDemand, Messages, edge, leave, read_from, write_lines
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.core import Document, Reading
    from rashomon.group import Change


def clean(paths: options.Paths, *, quiet: options.Quiet = False, log: options.LogForm = options.Log.PLAIN) -> None:
    """Clean reports: the words of each, what they are for, and what is set aside and why; a document a line.

    \b
    Examples:
      rashomon clean reports/*.html > documents.jsonl
      curl -s https://example.org/report | rashomon clean -
    """
    from rashomon.present.exports.contract import document_row
    from rashomon.present.exports.encoding import line

    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        write_lines(line(document_row(document)) for document in _documents(paths, messages))
    leave(messages)


def read(
    paths: options.Lines,
    *,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Read documents: quotations with speakers, events with status and voice, figures, times; a reading a line.

    Of a long document the first 100,000 characters are read. Beyond 64 documents every core of the machine reads.

    \b
    Examples:
      rashomon clean reports/ | rashomon read - > readings.jsonl
      rashomon read report.txt
    """
    from rashomon.present.exports.contract import reading_row
    from rashomon.present.exports.encoding import line

    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present.cli.running import pipeline_of

        chosen = read_from(settings, {"pipeline": pipeline, **where(engine, workers, scheduler)})
        with pipeline_of(chosen, tell=messages.note) as run:
            readings = run.read_all(_documents(paths, messages, file=settings))
            write_lines(line(reading_row(reading)) for reading in _named(readings, messages))
    leave(messages)


def copies(
    paths: options.Lines,
    *,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Find which documents took words from which, in which direction, and how much; a pair a line.

    \b
    Example:
      rashomon clean reports/ | rashomon copies -
    """
    from rashomon.present.exports.contract import copy_row
    from rashomon.present.exports.encoding import line

    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.group import find_copies
        from rashomon.present.cli.running import engine_for

        with engine_for(read_from(None, where(engine, workers, scheduler)), tell=messages.note) as run:
            write_lines(line(copy_row(copy)) for copy in find_copies(_once(paths, messages), engine=run))
    leave(messages)


def group(
    paths: options.Lines,
    *,
    explain: options.Explain = False,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Group documents into stories, in the order of their publishing, each decided from what came before; a line each.

    `story` is the story that the document was told to be in when it came. Later documents may show that two
    stories are one, or one is two: `settled` is where the document is after all have come. `storyline` is the
    longer story that the happening belongs to.

    \b
    Examples:
      rashomon clean reports/ | rashomon group -
      rashomon clean reports/ | rashomon group - --explain
    """
    from rashomon.present.exports.contract import group_rows, why_row
    from rashomon.present.exports.encoding import line

    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.group import find_copies, languages_apart, stream_for
        from rashomon.present.cli.running import engine_for

        documents = _once(paths, messages)
        if (apart := languages_apart(documents)) is not None:
            messages.problem(apart)
        with engine_for(read_from(None, where(engine, workers, scheduler)), tell=messages.note) as run:
            stream = stream_for(documents, copies=find_copies(documents, engine=run))
            told = stream.feed(documents, engine=run)
        stream.settle()
        rows = group_rows(documents, told, stream.stories())
        if explain:
            later: dict[str, list[Change]] = {}
            for change in stream.changes:
                for moved in change.documents:
                    later.setdefault(moved, []).append(change)
            rows = (row | {"why": why_row(stream.explain(row["id"]), later.get(row["id"], ()))} for row in rows)
        write_lines(line(row) for row in rows)
    leave(messages)


def _once(paths: Iterable[str], messages: Messages) -> list[Document]:
    """The documents of the inputs, each once; what was given again or has another's id is named on stderr."""
    from rashomon.pipeline import once_each

    documents, problems = once_each(_documents(paths, messages))
    for problem in problems:
        messages.problem(problem)
    return documents


def _named(readings: Iterable[Reading], messages: Messages) -> Iterator[Reading]:
    """The readings, with what could not be read named on stderr; that no parser is there is said once."""
    degraded = False
    for reading in readings:
        for problem in reading.problems:
            if problem.code != "degraded" or not degraded:
                messages.problem(problem)
            degraded |= problem.code == "degraded"
        yield reading


def _documents(paths: Iterable[str], messages: Messages, *, file: Path | None = None) -> Iterator[Document]:
    """The documents of the inputs; what gave none is named on stderr."""
    from rashomon.core import Problem
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings

    # cleaning files needs no settings, so that a bad settings file never stops it
    run = Pipeline(Settings(), fetcher=FetcherOnDemand(lambda: read_from(file)))
    for found in run.documents(paths, stdin=sys.stdin.buffer):
        if isinstance(found, Problem):
            messages.problem(found)
            continue
        for problem in found.problems:
            messages.problem(replace(problem, address=problem.address or found.address))
        messages.documents += 1
        yield found
