"""Stories of an archive -> parts in a folder: each file whole or not there, and each part written once.

A file is written beside its place, brought to the disk (fsync) and given its name (rename); only then is its part
marked. `parts.json` names what belongs to one state of the archive: it is taken away before the first part is written
over, and comes back when all are there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from rashomon.core import content_id
from rashomon.core.batches import batched
from rashomon.pipeline import Progress
from rashomon.runs.marks import Marks, PartMark
from rashomon.runs.own import BESIDE, MANIFEST, PART, is_half, is_own
from rashomon.runs.whose import Sign, beside, reads, see_folder
from rashomon.stores import Store, View

Files = Iterator[tuple[str, bytes]]
"""The name of a file within the output folder, and what comes next in it."""
Writes = Callable[[View, Sequence[str], str], Files]
"""From an archive, the ids of some stories and the name of their part to its files."""


class Parts:
    """The parts of one run.

    Args:
        folder: where to; made where it is not there.
        sign: what the folder says of the run.
        store: the archive.
        marks: of the run.
        writes: what the files of a part are.
        together: how many stories one has.
        make: the versioned names of what made accounts and files: where they change, all parts are written anew.
        more: further files of the folder, by their names.
    """

    def __init__(  # noqa: PLR0913
        self,
        folder: Path,
        *,
        sign: Sign,
        store: Store,
        marks: Marks,
        writes: Writes,
        together: int,
        make: str,
        more: Mapping[str, bytes],
    ) -> None:
        self._folder, self._store, self._marks, self._writes = folder, store, marks, writes
        self._sign = sign
        self._together, self._make, self._more = together, make, more

    def write(self, progress: Progress) -> tuple[int, int]:
        """Write the parts that are not there as they should be; how many were written, and how many there are.

        Raises:
            PartsError: the folder holds the parts of another run.
            TakenOverError: another process goes on with the run.
        """
        see_folder(self._folder, self._sign)  # once more: it may be somebody's since the run began
        wanted = list(self._wanted())
        missing = [(at, names, of) for at, (names, of) in enumerate(wanted, 1) if not self._is_there(at, of)]
        over = sorted(number for number in self._marks.parts if number > len(wanted))
        manifest = self._manifest(len(wanted)) if not missing and not over else None
        if manifest is not None and reads(self._folder / MANIFEST) == manifest:
            return 0, len(wanted)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._see_ours()
        self._clear()
        for done, (number, names, made_of) in enumerate(missing, 1):
            self._part(number, names, made_of)
            progress("write", done, len(missing))
        for number in over:
            self._take_away(self._marks.parts[number].files)
            with self._store.writer() as writer:
                self._marks.keep_part(writer, number, None)
        self._take_away_unmarked()
        write_files(self._folder, self._more.items())
        write_files(self._folder, [(MANIFEST, self._manifest(len(wanted)))])
        return len(missing), len(wanted)

    def _wanted(self) -> Iterator[tuple[list[str], str]]:
        """The stories of each part in the order of their ids, and what tells whether they are as they were."""
        with self._store.view() as view:
            for some in batched(_accounted(view), self._together):
                told = [word for name, revision in some for word in (name, revision)]
                yield [name for name, _ in some], content_id("part", self._make, *told)

    def _is_there(self, number: int, made_of: str) -> bool:
        mark = self._marks.parts.get(number)
        if mark is None or mark.made_of != made_of:
            return False
        return all(_size(self._folder / name) == size for name, size in mark.files.items())

    def _part(self, number: int, names: list[str], made_of: str) -> None:
        with self._store.view() as view:
            sizes = write_files(self._folder, self._writes(view, names, PART.format(number)), ready=self._see_ours)
        before = self._marks.parts.get(number)
        if before is not None:  # in other forms, it may be
            self._take_away(before.files.keys() - sizes.keys())
        mark = PartMark(number=number, made_of=made_of, files=sizes)
        with self._store.writer() as writer:
            self._marks.keep_part(writer, number, mark)

    def _see_ours(self) -> None:
        """See that no other process went on with the run meanwhile, whose parts would be written over.

        Raises:
            TakenOverError: one did.
        """
        with self._store.view() as view:
            self._marks.see_ours(view)

    def _take_away(self, names: Iterable[str]) -> None:
        for name in names:
            (self._folder / name).unlink(missing_ok=True)

    def _take_away_unmarked(self) -> None:
        """Take away parts that have no mark, in the tables that are written: who reads a table takes all that is there.

        A run leaves such where it is ended before it marks a part that the next start needs no more, or where its
        archive was taken away.
        """
        marked = {name for number in self._marks.parts for name, _ in self._files(number)}
        for table in {(self._folder / name).parent for name in marked}:
            for path in table.glob("part-*"):
                if is_own(path, self._folder) and path.relative_to(self._folder).as_posix() not in marked:
                    path.unlink(missing_ok=True)

    def _manifest(self, parts: int) -> bytes:
        told = {
            **self._sign._asdict(),
            "parts": parts,
            "files": {n: s for at in sorted(self._marks.parts) for n, s in self._files(at)},
        }
        return json.dumps(told, indent=2).encode() + b"\n"

    def _files(self, number: int) -> list[tuple[str, int]]:
        return sorted(self._marks.parts[number].files.items())

    def _clear(self) -> None:
        """Take away the manifest, and what a run that was broken off left half written; say whose the folder stays."""
        manifest = self._folder / MANIFEST
        half = beside(manifest)
        with _named(self._folder), half.open("wb") as file:  # first, so that the folder is nobody else's for a moment
            file.write(json.dumps(self._sign._asdict()).encode())
            file.flush()
            os.fsync(file.fileno())
        manifest.unlink(missing_ok=True)
        for left in (*self._folder.glob(f".*{BESIDE}"), *self._folder.glob(f"*/.*{BESIDE}")):
            if left != half and is_half(left, self._folder, self._more.keys()):
                left.unlink(missing_ok=True)
        _to_disk(self._folder)


def write_files(
    folder: Path, pieces: Iterable[tuple[str, bytes]], *, ready: Callable[[], None] = lambda: None
) -> dict[str, int]:
    """Write files piece by piece; each gets its name when all of them are on the disk. Gives their sizes.

    Args:
        folder: where to.
        pieces: what comes next in which file.
        ready: asked before the files get their names; they get none where it raises.

    Raises:
        OSError: they cannot be written; it names a place.
    """
    with _named(folder):
        return _written(folder, pieces, ready)


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """A full disk names no file: then the folder is named."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            raise OSError(error.errno, error.strerror, str(folder)) from error
        raise


def _written(folder: Path, pieces: Iterable[tuple[str, bytes]], ready: Callable[[], None]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    with ExitStack() as stack:
        files: dict[str, BinaryIO] = {}
        for name, piece in pieces:
            if name not in files:
                half = beside(folder / name)
                half.parent.mkdir(parents=True, exist_ok=True)
                files[name] = stack.enter_context(half.open("wb"))
            files[name].write(piece)
        for name, file in files.items():
            file.flush()
            os.fsync(file.fileno())
            sizes[name] = file.tell()
    ready()
    for name in sizes:
        beside(folder / name).replace(folder / name)
    for parent in {(folder / name).parent for name in sizes} | {folder}:
        _to_disk(parent)
    return sizes


def _to_disk(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _accounted(view: View) -> Iterator[tuple[str, int]]:
    """The stories that have an account, in order of their ids, with the revision that it is of."""
    after = ""
    while page := view.stories(after=after):
        for kept in page:
            outline = view.outline(kept.story.id)
            if outline is not None:
                yield kept.story.id, outline.revision
        after = page[-1].story.id


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
