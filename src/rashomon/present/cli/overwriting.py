"""No output goes over what the same command reads: neither over a file of its input, nor into a folder that it reads.

A report written into a folder of reports would be read as one of them the next time.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.present.cli.target import TargetError
from rashomon.settings import FILE_NAME

LOGS = ("", "-wal", "-shm", "-journal")
"""What stands beside an archive that is a file, and is part of it."""


class OverInputError(TargetError):
    """An output that would go over an input, or be one the next time."""

    code = "output-is-input"


def see_apart(
    output: Path | None, inputs: Iterable[str] = (), *, archive: str | None = None, settings: Path | None = None
) -> None:
    """See that an output is none of what the command reads, under whatever name.

    Args:
        output: a file, or a folder for several; None for standard output.
        inputs: files, folders, globs, addresses or `-`, as they were named.
        archive: the archive that is read, where one is.
        settings: the file of settings that was named.

    Raises:
        OverInputError: it is one of them, lies in a folder of them, or is read as standard input.
    """
    if output is None:
        return
    for name in inputs:
        if name == "-":
            _see_not_standard_input(output)
        else:
            for place in _named(name):
                _see_not_read(output, place)
    for one in _beside(archive, settings):
        if _same(output, one):
            raise OverInputError(f"{output} is {one}, which this command reads: name another file for the output")


def _named(name: str) -> Iterator[Path]:
    """The files and folders that a name stands for; none where it names nothing, which is said elsewhere."""
    try:
        if Path(name).exists():
            yield Path(name)
        elif glob.has_magic(name):
            yield from map(Path, glob.glob(name, recursive=True))  # noqa: PTH207 - takes absolute patterns
    except (OSError, ValueError):
        return


def _see_not_read(output: Path, place: Path) -> None:
    if not place.is_dir():
        if _same(output, place):
            raise _is_input(output, place)
        return
    if _lies_in(output, place):
        raise OverInputError(
            f"{output} lies in {place}, whose files are read: it would be a report of the next run, "
            "so name a place outside of it"
        )
    if output.is_file():
        for read in _files(place):
            if _same(output, read):
                raise _is_input(output, read)


def _is_input(output: Path, place: Path) -> OverInputError:
    """That an output is an input, and by which other name it was given."""
    also = "" if output == place else f" ({place})"
    return OverInputError(f"{output} is an input{also}: name another file for the output")


def _lies_in(output: Path, folder: Path) -> bool:
    """Whether a file at that place would be read with the folder: what begins with a dot is not, nor what is below."""
    whole, above = output.parent.resolve() / output.name, folder.resolve()
    return whole.is_relative_to(above) and not any(part.startswith(".") for part in whole.relative_to(above).parts)


def _files(folder: Path) -> Iterator[Path]:
    for here, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (Path(here) / name for name in names if not name.startswith("."))


def _see_not_standard_input(output: Path) -> None:
    """A shell gives a file as standard input under no name."""
    try:
        there, given = output.stat(), os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):
        return
    if output.is_file() and os.path.samestat(there, given):
        raise OverInputError(f"{output} is read as standard input: name another file for the output")


def _beside(archive: str | None, settings: Path | None) -> Iterator[Path]:
    """Files that are read beside the reports: of the archive, and of settings."""
    if archive is not None:
        yield from (Path(f"{archive}{end}") for end in LOGS)
    yield settings or Path(FILE_NAME)


def _same(output: Path, other: Path) -> bool:
    """Whether both are one regular file; a device is written to as it is."""
    try:
        return output.is_file() and output.samefile(other)
    except (OSError, ValueError):
        return False
