"""Bytes -> text: marks and declared encodings first, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.kinds import looks_utf16

GUESS_BYTES = 65_536
"""How much of a text is shown to the guesser; more costs time and changes nothing."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})")
_WESTERN = frozenset(
    {"latin_1", "iso8859_15", "iso8859_9", "cp1254", "cp1250", "cp1257", "mac_roman", "cp850", "cp437"}
)
# WHATWG: pages that say Latin-1 are read as Windows-1252, which differs only where Latin-1 has control characters
_AS_1252 = frozenset({"iso8859-1", "ascii", "latin-1", "us-ascii"})


def decoded(raw: bytes, address: str, *, html: bool = False) -> tuple[str, list[Problem]]:
    """The text of `raw` and what had to be guessed, replaced or mended on the way.

    The order is: byte order mark, strict UTF-8, the page's own `meta charset`, then a guess; where even that
    fails, UTF-8 with the unreadable bytes replaced (`invalid-encoding`).
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _replaced(raw[len(mark) :], encoding, address)
    if looks_utf16(raw):
        return _replaced(raw, "utf-16-le" if raw[1:2] == b"\x00" else "utf-16-be", address)
    try:
        return _mended(raw.decode("utf-8"), address)
    except UnicodeDecodeError:
        pass
    if html and (declared := _declared(raw)) is not None:
        try:
            return raw.decode(declared), []
        except UnicodeDecodeError:
            pass
    return _guessed(raw, address)


def _declared(raw: bytes) -> str | None:
    found = _META.search(raw[:4096])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return None if name == "utf-8" else "cp1252" if name in _AS_1252 else name


def _guessed(raw: bytes, address: str) -> tuple[str, list[Problem]]:
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if ord(c) > 127) - bad
    if good < bad and (encoding := _guess(raw)) is not None:
        try:
            return raw.decode(encoding), [
                fault("encoding-guessed", f"Not UTF-8; read as {encoding}, by its look.", address, fatal=False)
            ]
        except UnicodeDecodeError:
            pass
    return text, [_invalid(bad, address)]


def _guess(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    at = next((i for i, b in enumerate(raw) if b > 127), 0)
    start = max(0, at - GUESS_BYTES // 2)
    found = from_bytes(raw[start : start + GUESS_BYTES])
    best = found.best()
    if best is None or best.chaos > 0.2:
        return None
    # among Western tables the bytes rarely decide; news is written with Windows-1252's quotation marks
    if best.encoding in _WESTERN:
        return "cp1252"
    return best.encoding


def _replaced(raw: bytes, encoding: str, address: str) -> tuple[str, list[Problem]]:
    try:
        return raw.decode(encoding), []
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
        return text, [_invalid(text.count("\ufffd"), address)]


def _invalid(n: int, address: str) -> Problem:
    return fault(
        "invalid-encoding", f"{n} places could not be decoded and were replaced by U+FFFD.", address, fatal=False
    )


def _mended(text: str, address: str) -> tuple[str, list[Problem]]:
    """Mojibake undone line by line, only where the line is bad by ftfy's measure and reads well afterwards."""
    if text.isascii():
        return text, []
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import badness, is_bad

    only_encoding = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        replace_lossy_sequences=False,
        decode_inconsistent_utf8=True,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
    lines = text.splitlines(keepends=True)
    mended = 0
    for i, line in enumerate(lines):
        if len(line) < 100_000 and not line.isascii() and is_bad(line):
            better = fix_encoding(line, only_encoding)
            if better != line and badness(better) < badness(line):
                lines[i] = better
                mended += 1
    if not mended:
        return text, []
    said = fault(
        "mojibake-mended", f"{mended} lines had been decoded wrongly before and were mended.", address, fatal=False
    )
    return "".join(lines), [said]
