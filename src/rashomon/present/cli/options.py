"""The options that several commands share, declared once, so that one name means one thing everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer


class Log(StrEnum):
    """How stderr is written."""

    PLAIN = "plain"
    JSON = "json"


class Format(StrEnum):
    """The forms of an account."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"


class SummaryFormat(StrEnum):
    """The forms in which a command says what it did."""

    TERMINAL = "terminal"
    JSON = "json"


SummaryForm: TypeAlias = Annotated[SummaryFormat, typer.Option("--format", help="The form of the summary.")]
Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files, folders, globs, addresses, or - for standard input.", show_default=False
    ),
]
PathsOrArchive: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]",
        help="Files, folders, globs, or - for standard input; none with --archive.",
        show_default=False,
    ),
]
Lines: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Documents: - for JSON lines on standard input, or paths and addresses.",
        show_default=False,
    ),
]
SettingsFile: TypeAlias = Annotated[
    Path | None,
    typer.Option("--settings", metavar="FILE", help="Settings to use instead of ./rashomon.toml.", show_default=False),
]
Pipeline: TypeAlias = Annotated[
    str | None,
    typer.Option("--pipeline", metavar="NAME", help="The installed spaCy pipeline that reads.", show_default=False),
]
EngineName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="Where the stages run: local, processes or dask.  [default: processes]",
        show_default=False,
    ),
]
Workers: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--workers",
        metavar="NUMBER",
        help="How many processes work; 0 for as many as there are cores.  [default: 0]",
        show_default=False,
    ),
]
Scheduler: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="The scheduler of a cluster that runs, tcp://HOST:PORT; implies --engine dask.",
        show_default=False,
    ),
]
Archive: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--archive",
        metavar="ARCHIVE",
        help="The archive: a file (SQLite) or a postgresql:// address.  [default: rashomon.db]",
        show_default=False,
    ),
]
DigestForm: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--digest",
        metavar="FORM",
        help="How the digest is made: composed over the claims, or extracted in the reports' own words.",
        show_default=False,
    ),
]
Explain: TypeAlias = Annotated[
    bool,
    typer.Option("--explain", help="Say of each document why it is where it is, and what the runner-up was."),
]
Quiet: TypeAlias = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No progress and no notes on stderr; unreadable documents are still named."),
]
LogForm: TypeAlias = Annotated[Log, typer.Option("--log", help="How stderr is written.")]
