"""From what the user names (files, folders, globs, `-`) to single streams of bytes."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rashomon.core import Problem, RashomonError
from rashomon.ingest.faults import fault
from rashomon.ingest.fetched import Fetched, Fetches
from rashomon.ingest.targets import without_credentials

HIDDEN = "hidden-files"
"""The code of what is said of files and folders that are passed over, since their names begin with a dot."""
ADDRESS = re.compile(r"(?i)^[a-z][a-z0-9+.-]+://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One file, or standard input or what an address answered where `stream` is given."""

    address: str
    stream: BinaryIO | None = None
    fetched: Fetched | None = None


def each_input(
    inputs: Iterable[str], stdin: BinaryIO | None, fetcher: Fetches | None = None
) -> Iterator[Input | Problem]:
    """The streams that `inputs` name, in order; folders recursively, by name, without what begins with a dot.

    What is left out so is told, a note (`HIDDEN`) for each folder that is named.
    """
    for given in inputs:
        name = _name(given)
        if name == "-":
            if stdin is None:
                yield fault("not-found", "Standard input was named but is not open.", "-")
            else:
                yield Input(address="-", stream=stdin)
        elif ADDRESS.match(name):
            yield _answered(name, fetcher)
        else:
            yield from _paths(name)


def _name(given: object) -> str:
    """A path, glob or address as it was named.

    Raises:
        RashomonError: it is none of them, nor `-`.
    """
    if isinstance(given, str | os.PathLike):
        return str(os.fspath(given))
    raise RashomonError(
        f"an input is a path, a glob or an address, and no {type(given).__name__}; "
        "`rashomon.account` takes documents too"
    )


def _answered(name: str, fetcher: Fetches | None) -> Input | Problem:
    """What an address answers, as a stream."""
    if fetcher is None:
        shown = without_credentials(name)
        said = f"{shown} is an address, and nothing here fetches: save the page and give the file, or pass a fetcher."
        return fault("address-not-fetched", said, shown)
    fetched = fetcher.fetch(name)
    if isinstance(fetched, Problem):
        return fetched
    return Input(address=fetched.address, stream=BytesIO(fetched.octets), fetched=fetched)


def _paths(name: str) -> Iterator[Input | Problem]:
    try:
        path = Path(name)
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield Input(address=name)
        else:
            found = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207 - takes absolute patterns
            if not found:
                yield fault("not-found", f"There is no file or folder {name}.", name)
            for one in found:
                yield from _folder(Path(one)) if Path(one).is_dir() else iter([_file(one)])
    except (OSError, ValueError) as error:  # a null byte in the name, a folder without permission
        yield fault("unreadable", f"{name} cannot be read: {error}.", name)


def _folder(folder: Path) -> Iterator[Input | Problem]:
    refused: list[OSError] = []
    files: list[str] = []
    hidden: list[str] = []
    for here, below, names in os.walk(folder, onerror=refused.append):
        hidden.extend(str(Path(here) / name) for name in (*below, *names) if name.startswith("."))
        below[:] = sorted(b for b in below if not b.startswith("."))
        files.extend(str(Path(here) / n) for n in names if not n.startswith("."))
    for error in refused:
        where = str(error.filename or folder)
        yield fault("unreadable", f"{where} cannot be read: {error.strerror or error}.", where)
    if hidden:
        passed = "1 file or folder is" if len(hidden) == 1 else f"{len(hidden):,} files or folders are"
        said = f"{passed} passed over, as {min(hidden)}: what begins with a dot is read only where it is named."
        yield fault(HIDDEN, said, str(folder), fatal=False)
    if not files and not refused:
        yield fault("empty-folder", f"The folder {folder} holds no {'other ' if hidden else ''}files.", str(folder))
    for file in sorted(files):
        yield _file(file)


def _file(address: str) -> Input | Problem:
    """What a folder or a glob holds: a file, or a Problem for a pipe or device, which could wait for ever.

    A pipe that is named itself is read, since shells hand over the output of a program as one.
    """
    try:
        mode = Path(address).stat().st_mode
    except OSError:  # opening it will say why
        return Input(address=address)
    if stat.S_ISREG(mode):
        return Input(address=address)
    return fault("unreadable", f"{address} is no regular file: a pipe, a socket or a device is not read.", address)
