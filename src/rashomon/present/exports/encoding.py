"""JSON bytes that depend on the facts alone: a line for filters, indented for an account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.present.exports.contract import Row


def line(row: Row) -> bytes:
    """One compact JSON line, with its line feed."""
    return _encoded(row) + b"\n"


def compact(row: Row | list[Any] | str) -> bytes:
    """The same without the line feed, as a part of a longer JSON text."""
    return _encoded(row)


def listed(before: bytes, rows: Iterable[Row], after: bytes) -> Iterator[bytes]:
    """A JSON text with one long list, a row at a time: what stands before it, the rows, a line each, what follows."""
    yield before + b"["
    comma = b"\n"
    for row in rows:
        yield comma + _encoded(row)
        comma = b",\n"
    yield b"\n]" + after


def indented(row: Row) -> bytes:
    """The same JSON over many lines, two spaces a level."""
    import msgspec

    return msgspec.json.format(_encoded(row), indent=2) + b"\n"


def _encoded(row: Row | list[Any] | str) -> bytes:
    import msgspec

    try:
        return msgspec.json.encode(row)
    except UnicodeEncodeError:
        return msgspec.json.encode(without_surrogates(row))


def without_surrogates(value: object) -> object:
    """Lone surrogates are no Unicode text; each becomes one U+FFFD, so that offsets stay right."""
    if isinstance(value, str):
        return "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in value)
    if isinstance(value, dict):
        return {without_surrogates(k): without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list):
        return [without_surrogates(v) for v in value]
    return value
