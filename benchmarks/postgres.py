"""A PostgreSQL server for tests and benchmarks: the one that is running, or a private one for as long as it is needed.

`RASHOMON_TEST_POSTGRES` names one that is running (`postgresql://user@host/database`). Otherwise Debian's server is
started on a free port of 127.0.0.1 in a folder of its own, by the user `postgres` where this process is root's, and
ended with the block. It does not wait for the disk (`fsync=off`): tested is the end of clients, not of machines.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

VARIABLE = "RASHOMON_TEST_POSTGRES"
SETTINGS = ("fsync=off", "synchronous_commit=on", "full_page_writes=off", "max_connections=60", "shared_buffers=128MB")
SECONDS = 180
STARTS = 5
"""Attempts to start it: somebody else may take its port before it does."""
WAITING = ("--wait", f"--timeout={SECONDS - 30}")


class NoServerError(RuntimeError):
    """There is none, and none can be started."""


@contextmanager
def server() -> Iterator[str]:
    """The address of a database on a server that runs.

    Raises:
        NoServerError: none is named and PostgreSQL is not installed.
    """
    if named := os.environ.get(VARIABLE):
        yield named
        return
    programs = _programs()
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="rashomon-postgres-"))
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    run = _Runner(programs, None if owner is None else (owner.pw_uid, owner.pw_gid), folder)
    user = "postgres" if owner is not None else pwd.getpwuid(os.getuid()).pw_name
    run("initdb", "--pgdata", f"{folder}/data", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
    port = _started(run, folder)
    try:
        yield f"postgresql://{user}@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "stop", "--mode=immediate", "--pgdata", f"{folder}/data")
        shutil.rmtree(folder, ignore_errors=True)


def _started(run: _Runner, folder: Path) -> int:
    """Start what stands in a folder; its port."""
    for left in reversed(range(STARTS)):
        port = _free_port()
        settings = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", *SETTINGS]
        options = " ".join(f"-c {setting}" for setting in settings)
        try:
            run("pg_ctl", "start", *WAITING, "--pgdata", f"{folder}/data", "--log", f"{folder}/log", "-o", options)
        except NoServerError:
            if not left:
                raise
        else:
            break
    return port


def restart(data: str) -> None:
    """End a server that `server` started as if it had crashed, and start it again with what it had on the disk."""
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    folder = Path(data).parent
    run = _Runner(_programs(), None if owner is None else (owner.pw_uid, owner.pw_gid), folder)
    run("pg_ctl", "restart", *WAITING, "--mode=immediate", "--pgdata", data, "--log", f"{folder}/log")


def archive(address: str) -> str:
    """The address of an archive of its own on a server."""
    return f"{address}{'&' if '?' in address else '?'}archive=a_{uuid4().hex}"


def _programs() -> Path:
    """Where `initdb` and `pg_ctl` stand: in the path, or where Debian puts them, the newest first."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not installed:
        raise NoServerError(f"no PostgreSQL: install Debian's package postgresql, or name a server in {VARIABLE}")
    return installed[-1].parent


class _Runner:
    """Runs the server's programs as their user."""

    def __init__(self, programs: Path, owner: tuple[int, int] | None, folder: Path) -> None:
        self._programs, self._owner, self._folder = programs, owner, folder

    def __call__(self, program: str, *arguments: str) -> None:
        user, group = self._owner or (None, None)
        with (self._folder.parent / f"{self._folder.name}.out").open("wb") as out:
            done = subprocess.run(
                [self._programs / program, *arguments],
                cwd="/",
                user=user,
                group=group,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                timeout=SECONDS,
                check=False,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
            )
        told = Path(out.name).read_text("utf-8", "replace")
        Path(out.name).unlink()
        if done.returncode:
            raise NoServerError(f"{program} ended with {done.returncode}: {told.strip()[-800:]}")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


if __name__ == "__main__":
    import sys

    with server() as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        sys.stdin.read()
