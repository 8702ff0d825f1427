"""The stream of stories as an archive keeps it: taken up where it was left, by whoever goes on with it.

The columns of stories, by far the most of it, stay in the archive until a story is looked at. One that another
process took further in the meantime is taken up anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rashomon.core import Copy, Document, RashomonError
from rashomon.group import Kept, Settled, Stories, Unsettled
from rashomon.group.packed import unpacked
from rashomon.group.state import COLUMNS, LIVE
from rashomon.stores import ArchiveError, View, Writer

if TYPE_CHECKING:
    from rashomon.group.languages.across import StoriesAcross

UNSETTLED = "unsettled"
"""The key of the row that says which stories are to be looked at again."""


class Stream:
    """A stream of stories in an archive, by the versioned name of what groups."""

    def __init__(self, made_by: str) -> None:
        self._made_by = made_by
        self._rows, self._columns = f"stories, {made_by}", f"stories, columns, {made_by}"
        self._stream: Stories | StoriesAcross | None = None
        self._left = b""
        """The row by which it is known whether somebody else went on."""
        self._unsettled: frozenset[str] = frozenset()
        self._view: View | None = None

    def begun(self, view: View) -> bool:
        """Whether there is anything of it in the archive."""
        return view.stream_row(self._rows, UNSETTLED) is not None

    @contextmanager
    def within(self, writer: Writer) -> Iterator[Stories | StoriesAcross]:
        """The stream, for use in one transaction; where that fails, it is taken up anew the next time."""
        self._view = writer.view
        try:
            row = self._view.stream_row(self._rows, UNSETTLED) or b""
            if self._stream is None or row != self._left:
                self._stream, self._left = self._taken_up(self._view), row
            yield self._stream
        except BaseException:
            self._stream = None
            raise
        finally:
            self._view = None

    def keep(self, writer: Writer, *, asked: Iterable[str] = ()) -> tuple[Settled, Kept]:
        """Keep what changed.

        Gives how the stories stand now that changed or are `asked` for, and what was told of documents.
        """
        stream = self._stream
        if stream is None:
            raise RuntimeError("a stream is kept within its transaction")
        settled = stream.settled(Unsettled(stories=self._unsettled | stream.touched | set(asked)))
        kept = stream.keep()
        self._unsettled = settled.moved
        self._write(writer, kept, stream)
        return settled, kept

    def _write(self, writer: Writer, kept: Kept, stream: Stories | StoriesAcross) -> None:
        """Write what changed in the stream, and by what it is known whether somebody else went on."""
        before = json.loads(self._left or b"{}").get("turn", 0)
        left = {"taken": stream.taken, "stories": sorted(self._unsettled), "turn": before + 1}
        self._left = json.dumps(left).encode()
        columns = {key: row for key, row in kept.rows.items() if _is_column(key)}
        writer.keep_stream(
            self._rows, {k: r for k, r in kept.rows.items() if k not in columns} | {UNSETTLED: self._left}
        )
        writer.keep_stream(self._columns, columns)
        stream.put_away(self._fetch)

    def forget(self, writer: Writer, documents: Sequence[Document], leaving: Collection[str]) -> None:
        """Remove documents from what is known of stories.

        A stream of another version cannot be taken up: all of it is removed, and everything is grouped anew when the
        archive is rebuilt.
        """
        if not self.begun(writer.view):
            return
        try:
            with self.within(writer) as stream:
                ended = stream.forget(documents, leaving=leaving)
                self._unsettled -= ended
                kept = stream.keep()
                self._write(writer, kept, stream)
        except RashomonError as error:
            if isinstance(error, ArchiveError):
                raise
            self.drop(writer)

    def faults(self, view: View) -> Iterator[str]:
        """Whether the stream can be taken up again, and all its columns; what cannot."""
        if not self.begun(view):
            return
        self._view = view
        try:
            self._taken_up(view)
        except RashomonError as error:
            yield str(error)
            return
        finally:
            self._view = None
        wanted = {key.replace(LIVE, COLUMNS, 1) for key, _ in view.stream(self._rows) if LIVE in key}
        for key, row in view.stream(self._columns):
            wanted.discard(key)
            try:
                unpacked(row)
            except ValueError as error:
                yield f"the columns {key} of the stream are not whole ({error})"
        for key in sorted(wanted):
            yield f"the columns {key} of the stream are not kept"

    def drop(self, writer: Writer) -> None:
        """Remove all of it from the archive."""
        for name in (self._rows, self._columns):
            writer.keep_stream(name, {key: None for key, _ in writer.view.stream(name)})
        self._stream = None

    def _taken_up(self, view: View) -> Stories | StoriesAcross:
        from rashomon.group.languages.across import StoriesAcross
        from rashomon.group.languages.vectors import installed

        rows = dict(view.stream(self._rows))
        left = json.loads(rows.pop(UNSETTLED, b'{"stories": []}'))
        self._unsettled = frozenset(left["stories"])
        kind = StoriesAcross if installed() else Stories
        if kind is Stories and "across" in rows:
            raise RashomonError(
                "the stories of this archive are told across languages, for which the optional packages are not "
                "installed here: install rashomon[languages]"
            )
        return kind.restore(rows, recall=self._recall, fetch=self._fetch)

    def _recall(self, document: str) -> Iterable[Copy]:
        return [kept.copy for kept in self._open.copies(document) if kept.made_by == self._made_by]

    def _fetch(self, key: str) -> bytes | None:
        return self._open.stream_row(self._columns, key)

    @property
    def _open(self) -> View:
        if self._view is None:
            raise RuntimeError("a stream is looked at within its transaction")
        return self._view


def _is_column(key: str) -> bool:
    return f">{key}".rpartition(">")[2].startswith(COLUMNS)
