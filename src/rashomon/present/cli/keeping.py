"""`rashomon backup`, `rashomon restore` and `rashomon prune`: an archive copied, made again, and made smaller."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import SOME_SET_ASIDE, Messages, read_from
from rashomon.present.cli.keeping_edge import kept
from rashomon.present.cli.keeping_words import counted, room

if TYPE_CHECKING:
    from rashomon.archive.keeping_backup import BackedUp
    from rashomon.archive.keeping_prune import Pruned

BackupFile = Annotated[Path, typer.Argument(metavar="FILE", help="The file of the backup.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Replace what stands at that place.")]


def backup(
    file: BackupFile,
    *,
    archive: options.Archive = None,
    force: Force = False,
    settings: options.SettingsFile = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Write a backup of an archive: one file, of one moment, also while others write.

    It can be restored to a file or to a server, wherever it came from. The file gets its name once it is whole.

    \b
    Examples:
      rashomon backup monday.backup
      rashomon backup monday.backup --archive postgresql://desk@localhost/news
      rashomon backup latest.backup --force
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(messages, "no backup was made, and one that stood there stands"):
        from rashomon.archive.keeping_backup import backup

        chosen = read_from(settings, {"archive": archive})
        _tell("Backed up to", backup(chosen.archive, file, replace=force, progress=messages.progress), messages, form)


def restore(
    file: BackupFile,
    *,
    archive: options.Archive = None,
    force: Force = False,
    settings: options.SettingsFile = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Make an archive from a backup, which stays as it is.

    \b
    Examples:
      rashomon restore monday.backup --archive desk.db
      rashomon restore monday.backup --archive "postgresql://desk@localhost/news?archive=monday"
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(messages, "no archive was made or replaced"):
        from rashomon.archive.keeping_backup import restore

        chosen = read_from(settings, {"archive": archive})
        _tell("Restored to", restore(file, chosen.archive, replace=force, progress=messages.progress), messages, form)


def _tell(what: str, made: BackedUp, messages: Messages, form: options.SummaryFormat) -> None:
    """Say what was copied, and what does not balance in it."""
    messages.end_progress()
    for fault in made.faults:
        messages.problem(fault)
    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.contract import problem_row
        from rashomon.present.exports.encoding import line

        row = {"place": made.place, "size_bytes": made.size_bytes, "counts": asdict(made.counts)}
        sys.stdout.buffer.write(line(row | {"faults": [problem_row(fault) for fault in made.faults]}))
    elif not messages.quiet:
        size = "" if made.size_bytes is None else f", {room(made.size_bytes)}"
        typer.echo(f"{what} {made.place}{size}: {counted(made.counts)}.")
        told = "Everything balances" if not made.faults else "It does not balance; see `rashomon check-archive`"
        typer.echo(f"{told}.")
    if made.faults:
        raise typer.Exit(SOME_SET_ASIDE)


def prune(
    *,
    archive: options.Archive = None,
    fingerprints: Annotated[
        int | None,
        typer.Option(
            "--fingerprints",
            metavar="DAYS",
            min=0,
            help="Drop the fingerprints of reports last taken in more than so many days ago: later copies of these "
            "are not found any more.",
            show_default=False,
        ),
    ] = None,
    originals: Annotated[
        bool,
        typer.Option(
            "--originals", help="Drop the bytes of former versions too: these cannot be cleaned again by later rules."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Drop nothing; say what would go.")] = False,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    digest: options.DigestForm = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Drop from an archive what can go without losing a report or a decision, and give its room back.

    Readings of former versions go, what other versions of grouping knew, and bytes that nothing names.

    \b
    Examples:
      rashomon prune --dry-run
      rashomon prune --fingerprints 90
      rashomon prune --originals --archive desk.db
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(messages, "what was not dropped by then stays, and nothing else is lost"):
        from rashomon.archive.keeping_prune import prune
        from rashomon.present.cli.archives import at_work

        chosen = read_from(settings, {"archive": archive, "pipeline": pipeline, "digest": digest})
        with at_work(chosen, create=False) as desk:
            done = prune(
                desk.store,
                desk.pipeline.makers,
                now=desk.now(),
                fingerprint_days=fingerprints,
                former_originals=originals,
                dry_run=dry_run,
            )
        if form is options.SummaryFormat.JSON:
            from rashomon.present.exports.encoding import line

            dropped = {name: {"number": n, "bytes": size} for name, (n, size) in done.dropped.items()}
            sys.stdout.buffer.write(line(asdict(done) | {"dropped": dropped}))
        elif not quiet:
            typer.echo(_pruned(done))


def _pruned(done: Pruned) -> str:
    """What was dropped, in a few lines."""
    lines = ["Would drop:" if done.dry else "Dropped:"]
    for name, (number, size) in done.dropped.items():
        if number:
            lines.append(f"  {name:<18} {number:>12,}  {room(size)}")
    if len(lines) == 1:
        lines = ["There is nothing to drop."]
    if "fingerprints" in done.dropped and done.dropped["fingerprints"][0]:
        lines.append("Later copies of these reports are not found any more.")
    if done.held_back:
        lines.append("Copies and streams of other versions stay until `rashomon rebuild` has made all of one version.")
    if not done.dry:
        lines.append(f"The archive had {room(done.before_bytes)}, and has {room(done.after_bytes)}.")
    return "\n".join(lines)
