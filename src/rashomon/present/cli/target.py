"""Where an account goes, in which form: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rashomon.core import Account, RashomonError
from rashomon.present.cli.edge import unwritten
from rashomon.present.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console

FILE_WIDTH = 100
"""The width of a terminal account that is written to a file or into a pipe."""


ENDINGS = {
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TERMINAL,
}


class TargetError(RashomonError):
    """An output that cannot be meant: a form that nobody named, a folder that holds files."""


class NotWrittenError(TargetError):
    """An output that cannot be written; its code says whether there is no room for it."""

    def __init__(self, place: Path, error: OSError) -> None:
        self.code, said = unwritten(f"cannot write {place}: {error.strerror or error}", error)
        super().__init__(said)


def chosen(form: Format | None, output: Path | None) -> Format:
    """The form asked for, else the one of the file's ending, else the terminal's.

    Raises:
        TargetError: a file whose ending names no form.
    """
    if form is not None:
        return form
    if output is None:
        return Format.TERMINAL
    if output.suffix.lower() not in ENDINGS:
        raise TargetError(f"no form is known for {output}: name one with --format, or end it in {', '.join(ENDINGS)}")
    return ENDINGS[output.suffix.lower()]


def deliver(account: Account, form: Format, output: Path | None, *, full: bool = False) -> None:
    """Write an account to the file, or to standard output; `full` cuts nothing where the form is the terminal's."""
    if output is not None:
        write_whole(output, _bytes(account, form, full=full))
    elif form is Format.TERMINAL:
        from rashomon.present.report.terminal import SCREEN_LINES, show

        size = shutil.get_terminal_size((FILE_WIDTH, SCREEN_LINES))
        console = terminal()
        # two lines are left for the command and the next prompt
        show(account, console, full=full, screen_lines=max(SCREEN_LINES, size.lines - 2))
    else:
        sys.stdout.buffer.write(_bytes(account, form, full=full))


def terminal() -> Console:
    """The terminal, or a pipe of a fixed width, as a place to print on."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # `edge` knows what to do; rich would make it a failure

    size = shutil.get_terminal_size((FILE_WIDTH, 0))
    return Screen(width=size.columns, highlight=False, markup=False, emoji=False)


def _bytes(account: Account, form: Format, *, full: bool) -> bytes:
    match form:
        case Format.JSON:
            from rashomon.present.exports.account_rows import account_row
            from rashomon.present.exports.encoding import indented

            return indented(account_row(account))
        case Format.HTML:
            from rashomon.present.report.page import page

            return page(account).encode("utf-8")
        case Format.MARKDOWN:
            from rashomon.present.report.markdown import brief

            return brief(account).encode("utf-8")
        case Format.TERMINAL:
            from io import StringIO

            from rich.console import Console

            from rashomon.present.report.terminal import show

            console = Console(file=StringIO(), width=FILE_WIDTH, color_system=None, highlight=False, markup=False)
            with console.capture() as captured:
                show(account, console, full=full)
            return captured.get().encode("utf-8")


def write_whole(output: Path, words: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        NotWrittenError: the folder is missing or may not be written to, or the disk is full.
    """
    write_pieces(output, (words,))


def write_pieces(output: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece, whole or not at all: beside the target first, then in its place (POSIX rename).

    Raises:
        NotWrittenError: the folder is missing or may not be written to, or the disk is full.
    """
    if output.exists() and not output.is_file():
        # a pipe or a device is written to as it is: it has no place to be swapped
        try:
            with output.open("wb") as file:
                file.writelines(pieces)
        except OSError as error:
            raise NotWrittenError(output, error) from error
        return
    beside: str | None = None
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{output.name}.", suffix=".part", dir=output.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        # mkstemp makes files for the owner alone; the result is an ordinary file
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(output)
        beside = None
    except OSError as error:
        raise NotWrittenError(output, error) from error
    finally:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)


def write_folder(folder: Path, pieces: Iterable[tuple[str, bytes]], *, into: bool = False) -> None:
    """Write the files of a folder, so that it is there whole or not at all.

    Args:
        folder: where to; what is missing above it is an error.
        pieces: of the files by their names, each behind the one before.
        into: whether files may go into a folder that holds some; each of them is then replaced whole, others stay.

    Raises:
        TargetError: the folder holds files and nobody said that it may.
        NotWrittenError: it cannot be written.
    """
    try:
        if folder.is_dir() and any(folder.iterdir()) and not into:
            raise TargetError(f"{folder} holds files already: name another folder, or write into it with --force")
        if folder.exists() and not folder.is_dir():
            raise TargetError(f"{folder} is no folder, and this format has several files: name a folder")
        folder = folder.resolve()  # where a link leads, so that the link stays
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    except OSError as error:
        raise NotWrittenError(folder, error) from error
    try:
        _write_files(beside, pieces)
        beside.chmod(0o777 & ~_umask())
        if folder.is_dir() and any(folder.iterdir()):
            for file in sorted(beside.iterdir()):
                file.replace(folder / file.name)
        else:
            # an empty folder gives way to the one that is whole (POSIX rename)
            beside.replace(folder)
    except OSError as error:
        raise NotWrittenError(folder, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write_files(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> None:
    with ExitStack() as stack:
        files: dict[str, BinaryIO] = {}
        for name, piece in pieces:
            if name not in files:
                files[name] = stack.enter_context((folder / name).open("wb"))
            files[name].write(piece)


def _umask() -> int:
    """The process's umask; it can only be read by setting it."""
    umask = os.umask(0o022)
    os.umask(umask)
    return umask
