"""A stream of stories on disk, so that it goes on after any end of its process as if it had never stopped.

A stream decides each document from what came before alone, so its state after the n-th document and the documents
behind it give the same stories whenever they are fed again. What must be kept is therefore the whole state at one
moment; when it is kept decides only how many documents are fed again. It is written beside the old one, forced to the
disk and put in its place in one step: whoever reads finds the old state or the new one, never a part.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from rashomon.core import Copy, RashomonError
from rashomon.group.background import Table
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.settings import StorySettings
from rashomon.group.stories import Stories

if TYPE_CHECKING:
    from rashomon.group.languages.across import StoriesAcross


END = "end"
"""The last row of a state: by it a file that was cut off at the end of a line is known."""


def keep(stream: Stories | StoriesAcross, path: Path) -> None:
    """Write the state of a stream, a JSON line a row; what stood there before is replaced whole."""
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        rows = 0
        for row in stream.save():
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            rows += 1
        file.write(json.dumps({"kind": END, "rows": rows}) + "\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the change of names too outlives a loss of power
    finally:
        os.close(folder)


def take_up(
    path: Path,
    settings: StorySettings | None = None,
    *,
    copies: Iterable[Copy] = (),
    table: Table | None = None,
    languages: LanguageSettings | None = None,
) -> Stories | StoriesAcross:
    """The stream that was kept there, a new one where none was; `Stories.taken` says how many documents it has had.

    Documents that it has had may be fed again, except those of stories that were released: go on behind `taken`. With
    `languages`, or where the one kept was so, the stream looks for stories across languages.

    Raises:
        RashomonError: what is there is no whole state, or was kept by another version or with another table; or stories
            across languages are asked for, and the packages for it are not installed.
    """
    if not path.exists():
        if languages is not None:
            return _across().restore((), settings, copies=copies, table=table, languages=languages)
        return Stories(settings, copies=copies, table=table)
    with path.open("rb") as file:
        rows = _Rows(file)
        try:
            every = iter(rows)
            first = next(every)
            every = chain((first,), every)
            if languages is not None or first["kind"] == "languages":
                return _across().restore(every, settings, copies=copies, table=table, languages=languages)
            return Stories.restore(every, settings, copies=copies, table=table)
        except RashomonError as fault:
            raise RashomonError(f"{path}: {fault}") from fault
        except (LookupError, TypeError, ValueError, AttributeError) as fault:
            raise RashomonError(
                f"{path}, line {rows.line}: this is not the whole state of a stream ({fault}); put a whole one in its "
                "place, or take the file away and feed the documents again to a new stream"
            ) from fault


class _Rows:
    """The rows of a state, read one by one; ValueError where the file is not whole."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.line = 0
        """The line last read."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for text in self._file:
            self.line += 1
            try:
                row = json.loads(text)
            except ValueError as fault:
                raise ValueError("no whole row of JSON") from fault
            if row["kind"] == END:
                if row["rows"] == self.line - 1 > 0 and not self._file.readline():
                    return
                raise ValueError(f"it is to end here after {row['rows']} rows")
            yield row
        raise ValueError("it ends here, before the row that is its last" if self.line else "it is empty")


def _across() -> type[StoriesAcross]:
    from rashomon.group.languages.across import StoriesAcross
    from rashomon.group.languages.vectors import installed

    if not installed():
        raise RashomonError("stories across languages need the optional packages: install rashomon[languages]")
    return StoriesAcross
