"""`rashomon forget` and `rashomon rebuild`: what is removed for good, and what is made anew."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, read_from
from rashomon.present.cli.keeping_edge import kept
from rashomon.present.cli.keeping_words import number_of
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.archive import Archive, Summary
    from rashomon.archive.keeping_forget import Going
    from rashomon.archive.keeping_waits import Waits
    from rashomon.stores import View
    from rashomon.stores.facts import Forgetting

MOST_NAMED = 10
"""So many documents are named before they are removed."""


def forget(
    document: Annotated[
        str | None,
        typer.Argument(metavar="[DOCUMENT]", help="The id of a report, or the beginning of it.", show_default=False),
    ] = None,
    *,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who removes it.", show_default=False)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept.", show_default=False)],
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="All reports of an outlet instead.", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    digest: options.DigestForm = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Remove a report, or all of an outlet, for good: every version, and whatever rests on it.

    It is not taken in again. That it was removed, when, by whom and why is kept; of its words nothing is. The accounts
    of the stories that it was told in are made anew without it. Backups that hold it are not touched.

    \b
    Examples:
      rashomon forget 5f1c0d2a9e8b7c66 --by "Ada Orsk" --reason "court order of 3 May"
      rashomon forget --outlet "Norholm Mail" --by "Ada Orsk" --reason "licence ended" --yes
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(
        messages, "either all of it is removed or nothing; `rashomon rebuild` makes the accounts that are missing"
    ):
        from rashomon.archive.keeping_forget import forget, going
        from rashomon.present.cli.archives import at_work
        from rashomon.stores.errors import Refused

        if (document is None) == (outlet is None):
            raise Refused("name a report by its id or an outlet with --outlet: one of the two")
        if not by.strip() or not reason.strip():
            raise Refused("a removal says who removes and why: give --by and --reason words")
        chosen = read_from(settings, {"archive": archive, "pipeline": pipeline, "digest": digest})
        with at_work(chosen, create=False) as desk:
            with desk.store.view() as view:
                document = _whole(view, document)
                gone = going(view, document=document, outlet=outlet)
            if not yes:
                _ask(gone)
            made, summary = forget(
                desk,
                by=by,
                reason=reason,
                document=document,
                outlet=outlet,
                agreed=None if yes else gone,
                progress=messages.progress,
            )
        messages.end_progress()
        for problem in summary.problems:
            messages.problem(problem)
        _tell(made, summary, messages, form)


def _whole(view: View, document: str | None) -> str | None:
    """The id of the document so named; one that was removed before keeps its name, `going` says so."""
    from rashomon.stores.naming import document_named

    if document is None or any(document in forgetting.documents for forgetting in view.forgettings()):
        return document
    return document_named(view, document)


def _ask(gone: Going) -> None:
    """Say what will go, and ask; without a terminal to ask on nothing is removed.

    Raises:
        Refused: nobody is there to be asked.
    """
    from rashomon.present.report.characters import on_one_line, shortened
    from rashomon.stores.errors import Refused

    current = [version for version in gone.versions if version.current]
    typer.echo(f"This removes for good {_what(gone)}:", err=True)
    for version in current[:MOST_NAMED]:
        told = shortened(version.document.headline or version.document.text[:60], to_chars=200)
        named = f"{version.document.id}  {version.document.outlet or ''}: {told}"
        typer.echo(f"  {on_one_line(named)}", err=True)
    if len(current) > MOST_NAMED:
        typer.echo(f"  and {len(current) - MOST_NAMED:,} more", err=True)
    if gone.others:
        told = (
            f"{number_of(len(gone.others), 'report')} of another outlet by now, at an address where it told it before"
        )
        typer.echo(f"  among them {told}", err=True)
    if not _at_a_terminal():
        raise Refused("nothing was removed: there is no terminal to ask on; confirm with --yes")
    if not typer.confirm("Remove?", err=True):
        raise Refused("nothing was removed")


def _at_a_terminal() -> bool:
    return sys.stdin.isatty()


def _what(gone: Going) -> str:
    told = [number_of(len(gone.documents), "report"), number_of(len(gone.versions), "version")]
    told.append(f"with them {number_of(len(gone.ending), 'story')} of which nothing is left")
    changed = len(gone.stories) - len(gone.ending)
    return f"{', '.join(told)}, and changes {number_of(changed, 'story')}"


def _tell(made: Forgetting, summary: Summary, messages: Messages, form: options.SummaryFormat) -> None:
    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.encoding import line

        row: dict[str, Any] = {"documents": list(made.documents), "stories": list(made.stories)}
        row |= {"outlet": made.outlet, "by": made.by, "reason": made.reason, "at": made.at.isoformat()}
        sys.stdout.buffer.write(line(row | {"accounts": summary.accounts}))
    elif not messages.quiet:
        typer.echo(
            f"Removed {number_of(len(made.documents), 'report')}; {number_of(len(made.stories), 'story')} lost some; "
            f"made {number_of(summary.accounts, 'account')} anew. The removal is on record."
        )


def rebuild(
    *,
    archive: options.Archive = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Make everything anew, also what these versions made.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Make nothing; say how much waits.")] = False,
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
    """Make anew what other versions of Rashomon or of its models made: documents, readings, stories and accounts.

    Until an account is replaced the one before is shown. Broken off at any moment, the next `rebuild` goes on. What
    people decided stays and holds for what is made.

    \b
    Examples:
      rashomon rebuild --dry-run
      rashomon rebuild --archive desk.db
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(messages, "what is made so far stays, and `rashomon rebuild` goes on"):
        from rashomon.archive.keeping_rebuild import rebuild
        from rashomon.present.cli.archives import at_work

        chosen = read_from(
            settings,
            {"archive": archive, "pipeline": pipeline, "digest": digest, **where(engine, workers, scheduler)},
        )
        with at_work(chosen, create=False) as desk:
            if dry_run:
                _tell_waiting(desk, form, everything=everything)
                return
            summary = rebuild(desk, everything=everything, progress=messages.progress)
        messages.end_progress()
        for problem in summary.problems:
            messages.problem(problem)
        _tell_rebuilt(summary, messages, form)


def _tell_waiting(desk: Archive, form: options.SummaryFormat, *, everything: bool) -> None:
    from rashomon.archive.keeping_rebuild import under_way
    from rashomon.archive.keeping_waits import Waits, waits

    with desk.store.view() as view:
        found, begun, counts = waits(view, desk.pipeline.makers), under_way(view), view.counts()
    if everything or begun is not None:
        every = Waits(
            documents=found.documents,
            readings=counts.documents,
            stories=counts.documents,
            accounts=counts.stories,
            others=found.others,
        )
        found = every
    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.encoding import line

        stage = None if begun is None else str(begun[0])
        sys.stdout.buffer.write(line(asdict(found) | {"under_way": stage}))
        return
    if begun is not None:
        typer.echo(f"A rebuild of everything was broken off while it was to {begun[0]}; `rashomon rebuild` goes on.")
    typer.echo(_in_words(found))


def _in_words(found: Waits) -> str:
    if not found.any:
        return "Nothing waits: all is of these versions."
    told = [
        f"{number_of(found.documents, 'report')} to clean",
        f"{number_of(found.readings, 'report')} to read",
        f"{number_of(found.stories, 'report')} to group",
        f"{number_of(found.accounts, 'account')} to make",
    ]
    more = " Reports with other words or readings make further accounts wait." if found.documents else ""
    return f"Would make anew: {', '.join(told)}.{more}"


def _tell_rebuilt(summary: Summary, messages: Messages, form: options.SummaryFormat) -> None:
    cleaned = summary.documents
    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.encoding import line

        row = {"cleaned": cleaned, "read": summary.read, "placed": summary.placed, "accounts": summary.accounts}
        sys.stdout.buffer.write(line(row | {"set_aside": dict(sorted(summary.set_aside.items()))}))
    elif not messages.quiet:
        typer.echo(
            f"Cleaned {number_of(cleaned, 'report')}, read {number_of(summary.read, 'report')}, grouped "
            f"{number_of(summary.placed, 'report')}, made {number_of(summary.accounts, 'account')} anew."
        )
