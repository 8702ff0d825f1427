"""The application over an archive, answering on this machine as it does for people."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.settings import Settings
from rashomon.stores import open_store

STARTS_WITHIN_SECONDS = 120.0


@contextmanager
def listening(app):
    """The address of a server in a thread of its own, until it is no longer needed."""
    import uvicorn

    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        # its own way of logging would write to the stderr of now, which a test may have put there for itself
        uvicorn.Config(
            app, log_config=None, log_level="error", access_log=False, ws="none", timeout_graceful_shutdown=1
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    try:
        end = time.monotonic() + STARTS_WITHIN_SECONDS
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            assert time.monotonic() < end, "the server starts too slowly"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(60)
        door.close()


@dataclass(frozen=True)
class Server:
    """A server that answers.

    Attributes:
        service: what it works with.
        home: its address.
        key: one that opens everything.
    """

    service: Any
    home: str
    key: str | None


@contextmanager
def over(archive: Path):
    """A server over an archive; the key is the archive's first."""
    from rashomon.present.server.app import make_app
    from rashomon.present.server.keys import first_key
    from rashomon.present.server.service import Service

    store = open_store(archive, create=False)
    service = Service(Settings(archive=str(archive), reads_a_minute=0, writes_a_minute=0), store)
    try:
        with listening(make_app(service)) as home:
            yield Server(service, home, first_key(store, by="the tests", at=service.now()))
    finally:
        service.close()
        store.close()
