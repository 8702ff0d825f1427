"""`rashomon mcp`: tools for assistants, over standard input and output."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rashomon.settings import Settings
    from rashomon.stores import Store


def mcp(
    *,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Answer an assistant over the Model Context Protocol on standard input and output; an assistant starts it.

    Its tools make an account of reports given as texts, check a sentence, find quotations, tell a story, compare two
    reports. With an archive they ask that too. They only read.

    \b
    Examples:
      rashomon mcp
      rashomon mcp --archive desk.db
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages, then="the assistant has no tools any more", sigterm=False):
        chosen = read_from(settings, {"archive": archive, "pipeline": pipeline})
        with _store(chosen, named=archive is not None) as store:
            from rashomon.pipeline import Pipeline
            from rashomon.present.mcp import make_server

            server = make_server(Pipeline(chosen), store)
            if sys.stdin.isatty():
                messages.note("waiting for an assistant on standard input; Ctrl-C ends it")
            server.run("stdio")


def _store(settings: Settings, *, named: bool) -> AbstractContextManager[Store | None]:
    """The archive that was named or is there; none where nobody named one and there is none."""
    from rashomon.present.cli.archives import opened
    from rashomon.settings import Settings as Usual

    if named or settings.archive != Usual().archive or Path(settings.archive).is_file():
        return opened(settings)
    return nullcontext(None)
