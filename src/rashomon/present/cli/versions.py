"""`rashomon versions`: what became of a report at its address, version by version."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from


class VersionsFormat(StrEnum):
    """The forms of a history."""

    TERMINAL = "terminal"
    JSON = "json"


Name = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT", help="The id of a document, of any version, or the beginning of it.", show_default=False
    ),
]
Form = Annotated[VersionsFormat, typer.Option("--format", help="The form of the answer.")]


def versions(
    document: Name,
    *,
    archive: options.Archive = None,
    form: Form = VersionsFormat.TERMINAL,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Show the versions of a report: what each tells otherwise than the one before, which words changed, and notices.

    What was left out stands between [- and -], what was put in between {+ and +}.

    \b
    Examples:
      rashomon versions 1f0c9a64d2b87e35
      rashomon versions 1f0c9a64d2b87e35 --archive desk.db --format json
    """
    with edge(Messages(log=log, quiet=quiet)):
        from rashomon.archive.history import history_of
        from rashomon.core import RashomonError
        from rashomon.present.cli.archives import opened
        from rashomon.stores.naming import document_named

        with opened(read_from(settings, {"archive": archive})) as store, store.view() as view:
            history = history_of(view, document_named(view, document))
        if history is None:  # forgotten in this very moment
            raise RashomonError(f"the archive has no document {document!r}")
        if form is VersionsFormat.JSON:
            from rashomon.present.exports.encoding import indented
            from rashomon.present.exports.version_rows import history_row

            sys.stdout.buffer.write(indented(history_row(history)))
            return
        from rashomon.present.cli.target import terminal
        from rashomon.present.report.versions import show

        show(history, terminal())
