"""Which line of versions a document belongs to: what is published at one place, over time."""

from __future__ import annotations

from pathlib import Path

from rashomon.core import Document, content_id
from rashomon.outlets import by_name

SAME_WORDS = 0.2
"""Below this share of common words two texts in one file are two reports, and no versions of one."""


def line_of(document: Document) -> str | None:
    """The canonical address of a document, or the file it came from; None where only its id tells it from others.

    A line or an entry of a file is no place to which a report comes back: files of lines grow, and are sorted anew.
    """
    address = document.address
    if not address or address == "-":
        return None
    if "://" in address:
        from rashomon.ingest.addresses import canonical

        return _short(canonical(address))
    if "#" in address:
        return None
    path = Path(address)
    return _short(path.resolve().as_uri()) if path.is_file() else None


def is_file(line: str) -> bool:
    """Whether a line is a file of this machine."""
    return line.startswith("file://")


def alike(left: Document, right: Document) -> bool:
    """Whether two texts in one place are versions of one report: whether they share enough of their words."""
    one, other = (set(document.text.lower().split()) for document in (left, right))
    return len(one & other) >= SAME_WORDS * min(len(one), len(other))


def unlike_outlets(left: Document, right: Document) -> bool:
    """Whether two documents are known to be of two outlets; then neither is a version of the other."""
    return left.outlet is not None and right.outlet is not None and _named(left.outlet) != _named(right.outlet)


def own_line(document: Document) -> str:
    """The line of a document whose id stands for a report of another outlet."""
    return content_id("line", document.outlet, document.id)


def _named(outlet: str) -> str:
    known = by_name(outlet)
    return " ".join((outlet if known is None else known.name).casefold().split())


def _short(line: str) -> str:
    most = 600
    return line if len(line.encode("utf-8", "surrogatepass")) <= most else content_id("line", line)
