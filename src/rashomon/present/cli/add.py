"""`rashomon add`: reports into an archive, with stories and accounts brought up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import NOTHING_NAMED, FetcherOnDemand, Messages, edge, leave, read_from
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.archive import Summary
    from rashomon.core import Page, Problem

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH|ADDRESS", help="Files, folders, globs, addresses, or - for standard input.", show_default=False
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Keep nothing; say what would be kept, known already, or set aside.")
]


def add(
    inputs: Inputs,
    *,
    archive: options.Archive = None,
    dry_run: DryRun = False,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    digest: options.DigestForm = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Take reports into an archive, and bring its stories and accounts up to date.

    What was known is not taken twice; another text at a known address is a new version of its report. Whatever is
    broken off goes on where it was left, with the next `add`.

    \b
    Examples:
      rashomon add reports/
      rashomon add reports/*.html feed.xml --archive desk.db
      rashomon add news.warc.gz --archive postgresql://desk@localhost/news
      rashomon add incoming/ --dry-run
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages, then="what was taken in so far is kept, and the next `rashomon add` goes on from there"):
        from rashomon.core import Problem
        from rashomon.ingest import pages
        from rashomon.present.cli.archives import at_work, in_rehearsal

        chosen = read_from(
            settings,
            {"archive": archive, "pipeline": pipeline, "digest": digest, **where(engine, workers, scheduler)},
        )
        fetcher = FetcherOnDemand(lambda: chosen)
        found = pages(inputs, stdin=sys.stdin.buffer, fetcher=fetcher, keep_octets=True)
        first = _to_the_first_page(found)
        missing = [each for each in first if isinstance(each, Problem) and each.code in NOTHING_NAMED]
        if len(missing) < len(first) or not first:
            with (in_rehearsal if dry_run else at_work)(chosen, tell=messages.note) as desk:
                summary = desk.take_in(chain(first, found), dry_run=dry_run, progress=messages.progress)
            messages.end_progress()
            tell(summary, messages, form=form)
        else:  # nothing was named that is there: no archive is made for it
            for problem in missing:
                messages.problem(problem)
    leave(messages)


def _to_the_first_page(found: Iterator[Page | Problem]) -> list[Page | Problem]:
    """What comes up to the first page, this among it."""
    from rashomon.core import Problem

    first: list[Page | Problem] = []
    for each in found:
        first.append(each)
        if not isinstance(each, Problem):
            break
    return first


def tell(summary: Summary, messages: Messages, *, form: options.SummaryFormat) -> None:
    """Name the problems of an intake on stderr, and what became of it on standard output."""
    messages.documents += summary.documents
    messages.problems(summary.problems)
    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.encoding import line

        sys.stdout.buffer.write(line(_row(summary)))
    elif not messages.quiet:
        typer.echo(in_words(summary))


def in_words(summary: Summary) -> str:
    """What became of an intake, in a few lines."""
    from rashomon.stores.facts import Taken

    named = (
        (Taken.NEW, "new"),
        (Taken.VERSION, "in a new version"),
        (Taken.RETURNED, "back to an earlier version"),
        (Taken.RECLEANED, "cleaned anew"),
        (Taken.AGAIN, "known already"),
        (Taken.ID_TAKEN, "set aside, since their id is taken"),
        (Taken.FORGOTTEN, "refused, since they were removed for good"),
    )
    told = [f"{summary.taken[taken]:,} {words}" for taken, words in named if summary.taken[taken]]
    lines = [f"{'Would take' if summary.dry else 'Taken in'}: {'; '.join(told) or 'no reports'}."]
    aside = {code: number for code, number in sorted(summary.set_aside.items()) if code != "id-taken"}
    if aside:
        why = ", ".join(f"{code} {number:,}" for code, number in aside.items())
        lines.append(f"Set aside: {sum(aside.values()):,} ({why}).")
    if not summary.dry:
        lines.append(f"Read {_of(summary.read, 'report')}; made {_of(summary.accounts, 'account')} anew.")
    return "\n".join(lines)


def _of(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _row(summary: Summary) -> dict[str, object]:
    return {
        "dry_run": summary.dry,
        "taken": {str(taken): number for taken, number in sorted(summary.taken.items())},
        "set_aside": dict(sorted(summary.set_aside.items())),
        "read": summary.read,
        "placed": summary.placed,
        "accounts": summary.accounts,
    }
