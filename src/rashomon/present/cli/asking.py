"""What the commands that ask an archive share: their options, opening the archive, and delivering an answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from rashomon.present.cli.archives import opened
from rashomon.present.cli.edge import Messages, read_from

if TYPE_CHECKING:
    from rashomon.present.questions import Asked, Page
    from rashomon.stores import View


class AnswerFormat(StrEnum):
    """The forms of an answer."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"


def _text(name: str, metavar: str, words: str) -> Any:  # noqa: ANN401  # what typer makes of it has no type of its own
    return typer.Option(name, metavar=metavar, help=words, show_default=False)


Words: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS",
        help="Words to look for, in the query syntax; put `--` before words that begin with a minus.",
        show_default=False,
    ),
]
Party: TypeAlias = Annotated[str | None, _text("--party", "NAME", "Who acts, is acted on or speaks; part of a name.")]
Speaker: TypeAlias = Annotated[str | None, _text("--speaker", "NAME", "Who is quoted; part of a name.")]
Voice: TypeAlias = Annotated[str | None, _text("--voice", "NAME", "To whom a report lays what it tells.")]
Outlet: TypeAlias = Annotated[str | None, _text("--outlet", "NAME", "Whose reports; part of a name.")]
Status: TypeAlias = Annotated[
    str | None,
    _text("--status", "STATUS", "What a report says of it: done, planned, denied ...; with --voice, the same report."),
]
Standing: TypeAlias = Annotated[str | None, _text("--standing", "STANDING", "agreed, disputed, denied or single.")]
Code: TypeAlias = Annotated[str | None, _text("--code", "CODE", "A PLOVER event type, such as CONSULT.")]
FormName: TypeAlias = Annotated[str | None, _text("--form", "FORM", "direct, block, mixed, indirect or headline.")]
Unit: TypeAlias = Annotated[str | None, _text("--unit", "UNIT", "The unit of a value, such as percent or USD.")]
Language: TypeAlias = Annotated[str | None, _text("--language", "CODE", "Of the report, such as en.")]
OfStory: TypeAlias = Annotated[str | None, _text("--story", "ID", "Of one story; the beginning of its id does.")]
Since: TypeAlias = Annotated[
    str | None,
    _text("--since", "TIME", "From then on: 2031-05-01, 2031-05-01T13:30, yesterday, this week, 7d ... (in UTC)."),
]
Until: TypeAlias = Annotated[str | None, _text("--until", "TIME", "Up to the end of that time.")]
Limit: TypeAlias = Annotated[int, typer.Option("--limit", metavar="N", help="How many results, 1 to 1000.")]
Before: TypeAlias = Annotated[
    str | None, _text("--before", "CURSOR", "Go on from there: what the page before gave as `before`.")
]
Form: TypeAlias = Annotated[AnswerFormat, typer.Option("--format", help="The form of the answer.")]


@contextmanager
def looking(archive: str | None, settings: Path | None) -> Iterator[View]:
    """A view of the archive that the options or settings name.

    Raises:
        ArchiveError: there is none, or it cannot be read.
    """
    with opened(read_from(settings, {"archive": archive})) as store, store.view() as view:
        yield view


def asked(
    words: list[str] | None, *, since: str | None = None, until: str | None = None, **fields: str | None
) -> Asked:
    """The question that the options put; times are against the clock, in UTC."""
    from rashomon.present.questions import Asked, moments

    now = datetime.now(UTC)
    return Asked(
        words=" ".join(words or ()),
        since=None if since is None else moments.since(since, now),
        until=None if until is None else moments.until(until, now),
        **fields,
    )


def answer(
    page: Page[Any], form: AnswerFormat, messages: Messages, *, what: str, shapes: Shapes, note: str | None = None
) -> None:
    """Write an answer to standard output; that nothing was found is an answer too.

    Args:
        page: the answer.
        form: terminal, JSON or CSV.
        messages: where CSV, which has no place for it, tells how to go on.
        what: the noun of the results, in the plural.
        shapes: how a result is written in each form.
        note: a line below the results in the terminal.
    """
    more = f"more: --before {page.before}" if page.before is not None else ""
    if form is AnswerFormat.JSON:
        from rashomon.present.exports.answers import page_row
        from rashomon.present.exports.encoding import indented

        sys.stdout.buffer.write(indented(page_row(page, shapes.row)))
    elif form is AnswerFormat.CSV:
        from rashomon.present.exports.tables import table

        sys.stdout.buffer.write(table((shapes.row(one) for one in page.results), shapes.cells, shapes.columns))
        if more:
            messages.note(more)
    else:
        from rashomon.present.cli.target import terminal

        console = terminal()
        if page.results:
            shapes.show(page.results, console)
        else:
            console.print(f"No {what} found." if page.before is None else f"No {what} found yet.")
        for line in (note, more):
            if line:
                console.print(line, soft_wrap=True)


class Shapes:
    """How the results of one question are written: as JSON, as cells of a table, and in the terminal."""

    def __init__(
        self, row: Callable[..., Any], cells: Callable[..., Any], columns: tuple[str, ...], show: Callable[..., None]
    ) -> None:
        self.row, self.cells, self.columns, self.show = row, cells, columns, show
