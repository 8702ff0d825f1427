"""`rashomon decisions`: what people decided about an archive, and the same as labels to score against."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from

if TYPE_CHECKING:
    from rashomon.core import Decision
    from rashomon.present.exports.contract import Row
    from rashomon.stores import View

decisions = typer.Typer(name="decisions", rich_markup_mode=None)


FEW = 3
"""So many stories are named in place of the documents."""


class Form(StrEnum):
    """The forms of a list."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"


FormOption = Annotated[Form, typer.Option("--format", help="The form of the list.")]
OfDocument = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="About this document alone.", show_default=False)
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
]


@decisions.callback(invoke_without_command=True)
def listed(
    context: typer.Context,
    *,
    document: OfDocument = None,
    form: FormOption = Form.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
) -> None:
    """What people decided about an archive, ended or not, in the order it was written.

    \b
    Examples:
      rashomon decisions
      rashomon decisions --document d1 --format json
      rashomon decisions export -o labels.jsonl
    """
    if context.invoked_subcommand is not None:
        return
    with edge(Messages()):
        from rashomon.archive.decided_state import state_of
        from rashomon.present.cli.archives import opened
        from rashomon.present.exports.decision_rows import decision_row

        with opened(read_from(settings, {"archive": archive})) as store, store.view() as view:
            endings = view.endings()
            rows = [
                decision_row(each, endings.get(each.id), state_of(view, each, ended=each.id in endings))
                for each in _about(view, document)
            ]
        _show(rows, form)


@decisions.command(short_help="Those that hold, as labels.")
def export(
    context: typer.Context,
    *,
    output: Output = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
) -> None:
    """Those that hold as labels, a JSON object a line, with the words that stood at each place.

    \b
    Example:
      rashomon decisions export -o labels.jsonl
    """
    with edge(Messages()):
        from rashomon.archive.labels import labels
        from rashomon.present.cli.archives import opened
        from rashomon.present.cli.overwriting import see_apart
        from rashomon.present.cli.target import write_whole
        from rashomon.present.exports.encoding import line

        before = context.parent.params if context.parent is not None else {}
        settings = settings or before.get("settings")
        chosen = read_from(settings, {"archive": archive or before.get("archive")})
        see_apart(output, archive=chosen.archive, settings=settings)
        with opened(chosen) as store, store.view() as view:
            lines = b"".join(map(line, labels(view)))
        if output is not None:
            write_whole(output, lines)
        else:
            sys.stdout.buffer.write(lines)


def _about(view: View, document: str | None) -> Iterable[Decision]:
    """The decisions about a document, which may have been removed since; without one, all."""
    from rashomon.stores.naming import document_named

    return view.decisions(document) or view.decisions(document and document_named(view, document))


def _show(rows: list[Row], form: Form) -> None:
    if form is Form.JSON:
        from rashomon.present.exports.encoding import indented

        sys.stdout.buffer.write(indented({"decisions": rows}))
    elif form is Form.CSV:
        import csv

        from rashomon.present.exports.decision_rows import COLUMNS, cells

        table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\r\n")
        table.writeheader()
        table.writerows(map(cells, rows))
    else:
        _print(rows)


def _print(rows: Iterable[Row]) -> None:
    """One decision a paragraph: what, of what, who and when, why, and its ending."""
    from rashomon.present.report.characters import on_one_line

    rows = list(rows)
    if not rows:
        typer.echo("Nothing was decided.")
    for row in rows:
        shown = _of_what(row)
        names = " = ".join(row["names"]) if row["kind"] == "one-party" else ", ".join(row["names"])
        typer.echo(f"{row['id']}  {row['kind']}  {on_one_line(' '.join(filter(None, (names, shown))))}")
        for each in row["places"]:
            if each["words"]:
                typer.echo(f"    “{on_one_line(each['words'])}”")
        typer.echo(f"    {on_one_line(row['by'])}, {_day(row['at'])}: {on_one_line(row['reason'])}")
        if row["ended"] is not None:
            ended = row["ended"]
            typer.echo(f"    ended by {on_one_line(ended['by'])}, {_day(ended['at'])}: {on_one_line(ended['reason'])}")
        else:
            typer.echo(f"    {on_one_line(row['state']['words'])}")


def _of_what(row: Row) -> str:
    """The documents and places of a decision; documents that are a story's in few words."""
    from rashomon.present.exports.decision_rows import written

    about = [*row["documents"], *map(written, row["places"])]
    whole = row["kind"] in ("note", "one-party") and len(row["documents"]) > 1
    stories = row["state"]["stories"]
    if whole and 1 <= len(stories) <= FEW:
        number = len(row["documents"])
        named = f"story {stories[0]}" if len(stories) == 1 else f"stories {', '.join(stories)}"
        about = [f"{named} ({number} documents)", *about[number:]]
    return ", ".join(about[:6]) + (f" and {len(about) - 6} more" if len(about) > 6 else "")


def _day(at: str) -> str:
    """A time to the minute, for people."""
    return f"{datetime.fromisoformat(at):%Y-%m-%d %H:%M} UTC"
