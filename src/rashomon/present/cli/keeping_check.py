"""`rashomon check-archive` and `rashomon stats`: whether an archive balances, and what it holds."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import SOME_SET_ASIDE, Messages, read_from
from rashomon.present.cli.keeping_edge import kept
from rashomon.present.cli.keeping_words import counted, number_of, room

if TYPE_CHECKING:
    from rashomon.archive.keeping_checked import Checked
    from rashomon.archive.keeping_waits import Waits
    from rashomon.core import Problem
    from rashomon.stores.sql.tallies import Tallies

MOST_OUTLETS = 12
"""So many outlets are named on a terminal."""


def check_archive(
    *,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    digest: options.DigestForm = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Hold a whole archive to every balance rule; what does not hold is named with its place.

    Each story and account, each report with its versions and bytes, the log, what was removed for good, and what is
    known for grouping. What only waits to be made is counted, and is no fault.

    \b
    Examples:
      rashomon check-archive
      rashomon check-archive --archive monday.db --format json
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(messages, "the archive is as it was"):
        from rashomon.archive.keeping_checked import check
        from rashomon.core import Problem
        from rashomon.present.cli.archives import at_work

        chosen = read_from(settings, {"archive": archive, "pipeline": pipeline, "digest": digest})
        faults: list[Problem] = []
        checked: Checked | None = None
        with at_work(chosen, create=False) as desk, desk.store.view() as view:
            for found in check(view, desk.pipeline.makers, messages.progress):
                if isinstance(found, Problem):
                    _name(found, messages)
                    faults.append(found)
                else:
                    checked = found
        messages.end_progress()
        if checked is not None:
            _tell(checked, faults, messages, form)
    if faults:
        raise typer.Exit(SOME_SET_ASIDE)


def _name(fault: Problem, messages: Messages) -> None:
    """Name a fault as an error, with its place, also when quiet."""
    place = fault.document
    if fault.span is not None:
        place = f"{fault.document}:{fault.span.start}-{fault.span.end}"
    messages.refuse(fault.code, f"{place}: {fault.message}" if place else fault.message)


def _tell(checked: Checked, faults: list[Problem], messages: Messages, form: options.SummaryFormat) -> None:
    if form is options.SummaryFormat.JSON:
        from rashomon.present.exports.contract import problem_row
        from rashomon.present.exports.encoding import line

        row: dict[str, Any] = {"balances": not faults, "faults": [problem_row(fault) for fault in faults]}
        row |= {"counts": asdict(checked.counts), "waits": asdict(checked.waits), "originals": checked.originals}
        row |= {"unnamed_originals": checked.unnamed_originals, "without_fingerprints": checked.without_fingerprints}
        sys.stdout.buffer.write(line(row))
        return
    if messages.quiet:
        return
    typer.echo(f"Looked at {counted(checked.counts)}; {number_of(checked.originals, 'original')}.")
    for told in _waiting(checked.waits):
        typer.echo(told)
    if checked.unnamed_originals:
        typer.echo(f"Nothing names the bytes of {number_of(checked.unnamed_originals, 'page')}: `rashomon prune`.")
    if checked.without_fingerprints:
        typer.echo(f"Copies of {number_of(checked.without_fingerprints, 'report')} are no longer looked for.")
    typer.echo("Everything balances." if not faults else f"{number_of(len(faults), 'fault')}: named above.")


def _waiting(waits: Waits) -> list[str]:
    """What waits, a line each."""
    told = [
        f"{number_of(number, noun)} {'waits' if number == 1 else 'wait'} to be {deed}."
        for number, noun, deed in (
            (waits.documents, "report", "cleaned anew"),
            (waits.readings, "report", "read"),
            (waits.stories, "report", "put into a story"),
            (waits.accounts, "account", "made"),
        )
        if number
    ]
    if told:
        told.append(f"`rashomon {'rebuild' if waits.others or waits.documents else 'add'}` makes it.")
    return told


def stats(
    *,
    archive: options.Archive = None,
    tables: Annotated[
        bool, typer.Option("--tables", help="The room of each table too; a file is read whole for it.")
    ] = False,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    digest: options.DigestForm = None,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Say what an archive holds: how much, from when to when, by whom, what was set aside and why, and what waits.

    \b
    Examples:
      rashomon stats
      rashomon stats --tables --archive desk.db
      rashomon stats --format json
    """
    messages = Messages(log=log, quiet=quiet)
    with kept(messages, "the archive is as it was"):
        from rashomon.archive.keeping_waits import waits
        from rashomon.present.cli.archives import at_work
        from rashomon.stores import room as sums
        from rashomon.stores.shown import without_password

        chosen = read_from(settings, {"archive": archive, "pipeline": pipeline, "digest": digest})
        with at_work(chosen, create=False) as desk:
            found, size = sums.tallies(desk.store), sums.size_bytes(desk.store)
            sizes = sums.table_bytes(desk.store) if tables else {}
            with desk.store.view() as view:
                waiting = waits(view, desk.pipeline.makers)
        if form is options.SummaryFormat.JSON:
            from rashomon.present.exports.encoding import indented

            row = asdict(found) | {"size_bytes": size, "table_bytes": sizes, "waits": asdict(waiting)}
            row |= {
                name: at and at.isoformat() for name, at in (("first_at", found.first_at), ("last_at", found.last_at))
            }
            sys.stdout.buffer.write(indented(row))
        else:
            typer.echo(
                "\n".join(
                    [*_in_words(found, size, without_password(chosen.archive)), *_tables(sizes), *_waiting(waiting)]
                )
            )


def _in_words(found: Tallies, size: int, place: str) -> list[str]:
    """What an archive holds, in lines."""
    counts = found.counts
    lines = [f"{place}, {room(size)}", f"  {counted(counts)}"]
    lines.append(
        f"  {number_of(counts.claims, 'claim')}, {number_of(counts.quotations, 'quotation')}, "
        f"{number_of(counts.figures, 'figure')}"
    )
    if found.first_at is not None and found.last_at is not None:
        lines.append(f"Reports from {found.first_at:%Y-%m-%d %H:%M} to {found.last_at:%Y-%m-%d %H:%M} (UTC)")
    named = list(found.outlets.items())
    more = f"; {len(named) - MOST_OUTLETS:,} more" if len(named) > MOST_OUTLETS else ""
    lines.append(f"Outlets: {_listed(dict(named[:MOST_OUTLETS]), 'without one')}{more}")
    lines.append(f"Languages: {_listed(found.languages, 'unknown')}")
    lines.append(f"Seen: {_listed(found.seen, '')}")
    if found.set_aside:
        lines.append(f"Set aside: {_listed(found.set_aside, 'no reason')}")
    if counts.forgotten:
        lines.append(f"Removed for good: {number_of(counts.forgotten, 'time')}")
    for what, versions in found.makers.items():
        if versions:
            lines.append(f"Makers of {what}: {_listed(versions, 'unknown')}")
    return lines


def _listed(numbers: Mapping[str, int], nameless: str) -> str:
    from rashomon.present.report.characters import on_one_line

    told = [f"{on_one_line(name) or nameless} {number:,}" for name, number in numbers.items()]
    return ", ".join(told) or "none"


def _tables(sizes: dict[str, int]) -> list[str]:
    return [f"  {name:<16} {room(size):>10}" for name, size in sizes.items()]
