"""`rashomon serve`: the pages and the API of an archive."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.settings import Settings
    from rashomon.stores import Store

Place = Annotated[
    str | None,
    typer.Argument(metavar="[ARCHIVE]", help="As --archive.", show_default=False),
]
Host = Annotated[
    str | None,
    typer.Option(
        "--host", metavar="ADDRESS", help="Where to listen.  [default: 127.0.0.1, this machine]", show_default=False
    ),
]
Port = Annotated[
    str | None,
    typer.Option("--port", metavar="PORT", help="The port; 0 for a free one.  [default: 8000]", show_default=False),
]


def serve(
    place: Place = None,
    *,
    archive: options.Archive = None,
    host: Host = None,
    port: Port = None,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Show an archive: pages for people, an API for programs.

    On this machine whoever comes may read. Writing takes a key, and so does reading from elsewhere; the first key is
    made and shown when an archive is served that has none, and `rashomon keys` makes others. Ends with Ctrl-C or
    SIGTERM.

    \b
    Examples:
      rashomon serve
      rashomon serve desk.db --port 9000
      rashomon serve --host 0.0.0.0 --log json
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages, then="the server has stopped; what was kept is kept", sigterm=False):
        from importlib.util import find_spec

        from rashomon.present.cli.archives import opened
        from rashomon.settings import SettingsError
        from rashomon.stores import POSTGRES
        from rashomon.stores.shown import without_password

        if not (find_spec("fastapi") and find_spec("uvicorn")):
            raise SettingsError('serving needs the extra web: pip install "rashomon[web]"')
        if archive and place and archive != place:
            named = " and ".join(without_password(each) for each in (place, archive))
            raise SettingsError(f"two archives are named, {named}: name one")
        given = {"archive": archive or place, "host": host, "port": port, "pipeline": pipeline}
        chosen = read_from(settings, {**given, **where(engine, workers, scheduler)})
        new = not chosen.archive.startswith(POSTGRES) and not Path(chosen.archive).exists()
        with opened(chosen, create=True) as store:
            if new:
                messages.note("there was no archive of that name: a new one was made, and it is empty")
            _serve(chosen, store, messages)


def _serve(settings: Settings, store: Store, messages: Messages) -> None:
    from rashomon.present.server.app import make_app
    from rashomon.present.server.hosts import is_loopback
    from rashomon.present.server.listening import Listener, bound, collected_seldom
    from rashomon.present.server.logs import written_to_stderr
    from rashomon.present.server.service import Service
    from rashomon.stores.shown import without_password

    listening, port = bound(settings.host, settings.port)
    lines = written_to_stderr(as_json=messages.log is options.Log.JSON, quiet=messages.quiet)
    with lines, closing(listening), closing(Service(settings, store)) as service:
        name = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{name}:{port}/"
        _tell_first_key(store, settings, messages, f"{address}enter")
        if not is_loopback(settings.host):
            messages.note(
                f"warning: {settings.host} can be reached from other machines, and what is sent is not encrypted: put "
                "a proxy with https before it (docs: how-to/serve); reading and writing take a key there"
            )

        def began() -> None:
            typer.echo(f"Serving {without_password(settings.archive)} at {address}")
            sys.stdout.flush()

        server = Listener(make_app(service), began=began, ending=service.leave)
        with collected_seldom():
            server.run(sockets=[listening])
    if server.interrupted:
        raise KeyboardInterrupt


def _tell_first_key(store: Store, settings: Settings, messages: Messages, enter: str) -> None:
    """Make the first key, and show it; an archive that cannot be written is served without."""
    from datetime import UTC, datetime

    from rashomon.present.cli.signing import login_name
    from rashomon.present.server.keys import first_key
    from rashomon.stores.errors import ArchiveReadOnly

    try:
        key = first_key(store, by=settings.by or login_name() or "rashomon serve", at=datetime.now(UTC))
    except ArchiveReadOnly:
        messages.note("this archive may only be read here: there is no key to it, and nothing can be written")
        return
    if key is not None:
        typer.echo(f"The first key, which opens everything; it is shown this once. Enter it at {enter}\n  {key}")
