"""JSON bytes that depend on the facts alone: a line for filters, indented for an account."""

from __future__ import annotations

from rashomon.present.exports.contract import Row


def line(row: Row) -> bytes:
    """One compact JSON line, with its line feed."""
    return _encoded(row) + b"\n"


def indented(row: Row) -> bytes:
    """The same JSON over many lines, two spaces a level."""
    import msgspec

    return msgspec.json.format(_encoded(row), indent=2) + b"\n"


def _encoded(row: Row) -> bytes:
    import msgspec

    try:
        return msgspec.json.encode(row)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(row))


def _without_surrogates(value: object) -> object:
    """Lone surrogates are no Unicode text; each becomes one U+FFFD, so that offsets stay right."""
    if isinstance(value, str):
        return "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in value)
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(v) for v in value]
    return value
