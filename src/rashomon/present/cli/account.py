"""`rashomon account`: reports in, one account out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, leave, read_from
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.core import Account
    from rashomon.settings import Settings

Form = Annotated[
    options.Format | None,
    typer.Option(
        "--format", help="The account's form.  [default: by the ending of -o, else terminal]", show_default=False
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
]

Told = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="An account's JSON (- for standard input), to tell it again in another form.",
        show_default=False,
    ),
]
Full = Annotated[bool, typer.Option("--full", help="In the terminal: everything, instead of one screen a story.")]


def account(
    paths: options.PathsOrArchive = None,
    *,
    archive: options.Archive = None,
    told: Told = None,
    form: Form = None,
    output: Output = None,
    full: Full = False,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    digest: options.DigestForm = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Make one account of several reports: what is agreed, what is disputed and between whom, who said what.

    \b
    Examples:
      rashomon account reports/*.txt
      rashomon account reports/ page.html --format json -o account.json
      rashomon account reports/ -o account.html
      rashomon clean reports/ | rashomon account - --format markdown
      rashomon account --archive desk.db --format json
      rashomon account --from account.json -o account.html
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        run(
            paths or [],
            form=form,
            output=output,
            full=full,
            archive=archive,
            told=told,
            chosen_settings={"pipeline": pipeline, "digest": digest, **where(engine, workers, scheduler)},
            file=settings,
            messages=messages,
        )
    leave(messages)


def run(
    paths: list[str],
    *,
    form: options.Format | None,
    output: Path | None,
    full: bool,
    archive: str | None = None,
    told: str | None = None,
    chosen_settings: dict[str, str | None],
    file: Path | None,
    messages: Messages,
) -> None:
    """Run the pipeline and deliver the account; nothing is written when there was no document to read."""
    from rashomon.core import RashomonError
    from rashomon.present.cli.overwriting import see_apart
    from rashomon.present.cli.running import pipeline_of
    from rashomon.present.cli.target import chosen, deliver

    wanted = chosen(form, output)
    given = sum((bool(paths), archive is not None, told is not None))
    if given != 1:
        raise RashomonError(
            "give the reports, an archive with --archive, or an account with --from: one of them"
            if given
            else "name reports, or an archive"
        )
    see_apart(output, [*paths, *([told] if told is not None else [])], archive=archive, settings=file)
    if told is not None:
        made = _told_again(told)
    elif archive is not None:
        made = _of_archive(read_from(file, {**chosen_settings, "archive": archive}))
    else:
        settings = read_from(file, chosen_settings)
        with pipeline_of(settings, fetches=True, tell=messages.note) as pipeline:
            made = pipeline.account(paths, stdin=sys.stdin.buffer, progress=messages.progress)
    messages.documents = len(made.documents)
    messages.end_progress()
    messages.problems(made.problems)
    if made.documents:
        deliver(made, wanted, output, full=full)


def _told_again(name: str) -> Account:
    """The account whose JSON stands in a file, or on standard input."""
    from rashomon.present.cli.target import TargetError
    from rashomon.present.exports.reading_back import account_from_bytes

    try:
        octets = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise TargetError(f"cannot read {name}: {error.strerror or error}") from error
    return account_from_bytes(octets)


def _of_archive(settings: Settings) -> Account:
    from rashomon.archive import account_of_all
    from rashomon.pipeline import Pipeline
    from rashomon.present.cli.archives import opened

    with opened(settings) as store, store.view() as view:
        return account_of_all(view, Pipeline(settings))
