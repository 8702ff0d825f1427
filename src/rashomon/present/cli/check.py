"""`rashomon check`: a sentence and reports in, who carries it and who tells it otherwise out."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, leave, read_from
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rashomon.core import Check


class CheckFormat(StrEnum):
    """The forms of a check."""

    TERMINAL = "terminal"
    JSON = "json"


Sentence = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The sentence to check, in quotation marks.", show_default=False)
]
Also = Annotated[
    list[str] | None,
    typer.Option("--also", metavar="CLAIM", help="A further sentence to check against the same reports; repeatable."),
]
Form = Annotated[CheckFormat, typer.Option("--format", help="The form of the answer.")]


def check(
    claim: Sentence,
    paths: options.Paths,
    *,
    also: Also = None,
    form: Form = CheckFormat.TERMINAL,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Hold a sentence against reports: which carry it as given, which tell it otherwise and how, which do not tell it.

    A report carries a sentence when it tells the same deed of the same parties, with the same figures, time and
    speaker, as equally done, planned, proposed or denied. It never says that the sentence is true.

    \b
    Examples:
      rashomon check "The minister closed the bridge." reports/*.txt
      rashomon check "Ada Orsk said that 28 pilots had left." reports/
      rashomon check "Orsk will resign." reports/ --also "The port was closed."
      rashomon check 'Orsk said: "They can swim home."' reports/ --format json
      rashomon clean reports/ | rashomon check "The port will reopen on Monday." -
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present.cli.running import pipeline_of

        chosen = read_from(settings, {"pipeline": pipeline, **where(engine, workers, scheduler)})
        stdin, progress = sys.stdin.buffer, messages.progress
        with pipeline_of(chosen, fetches=True, tell=messages.note) as runs:
            checks = runs.checks((claim, *(also or ())), paths, stdin=stdin, progress=progress)
        made = checks[0]
        messages.documents = len(made.documents)
        messages.end_progress()
        messages.problems(made.problems)
        if made.documents:
            _show(checks, form)
    leave(messages)


def _show(checks: Sequence[Check], form: CheckFormat) -> None:
    if form is CheckFormat.JSON:
        from rashomon.present.exports.check_rows import check_rows
        from rashomon.present.exports.encoding import indented

        sys.stdout.buffer.write(indented(check_rows(checks)))
        return
    from rashomon.present.cli.target import terminal
    from rashomon.present.report.verdict import show

    console = terminal()
    for number, made in enumerate(checks):
        if number:
            console.print()
        show(made, console)
