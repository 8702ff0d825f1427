"""By which versions of the stages an archive was made: what these concluded stays whole until it is rebuilt."""

from __future__ import annotations

import json

from rashomon.core import Problem
from rashomon.pipeline import Makers
from rashomon.stores import View, Writer

NO_MAKE = ""
"""The name of no version: everything is of another make."""
_STREAM, _ROW = "archive", "makers"


def made_by(view: View) -> Makers | None:
    """The versions by which an archive was last brought up to date; None where it never was."""
    row = view.stream_row(_STREAM, _ROW)
    return None if row is None else Makers(**json.loads(row))


def note_makers(writer: Writer, makers: Makers) -> None:
    """Note that all of an archive is of these versions from here on."""
    row = json.dumps(makers._asdict()).encode()
    if writer.view.stream_row(_STREAM, _ROW) != row:
        writer.keep_stream(_STREAM, {_ROW: row})


def differing(kept: Makers | None, own: Makers) -> Problem | None:
    """That an archive was made by other versions, where it was: what comes is kept and not yet accounted."""
    if kept is None or kept == own:
        return None
    other = [
        f"{name} by {was} (this is {now})" for name, was, now in zip(own._fields, kept, own, strict=True) if was != now
    ]
    return Problem(
        stage="archive",
        code="rebuild-needed",
        message=f"this archive was {'; '.join(other)}: reports are kept, and stories and accounts stay as they are "
        "until `rashomon rebuild` has made them anew",
    )
