"""Bytes -> text: marks and declared encodings first, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

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
_OF_THE_WEB = [
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "koi8_r", "koi8_u",
    "shift_jis", "euc_jp", "euc_kr", "gb18030", "big5",
]  # fmt: skip
"""The encodings of the WHATWG standard that pages still use; those of old terminals look like anything."""
_MARKS_OF_1252 = frozenset(
    "\u201a\u201e\u2026\u2020\u2021\u2030\u2039\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u2122\u203a€£©®°«»§·¼½¾¡¿´\xa0\xad"
)
LONGEST_NAME = 40
"""The longest name of an encoding."""
LEAST_BYTES = 64
"""From so many bytes beyond ASCII a language can be seen in them."""
LEAST_COHERENCE = 0.5
"""How much of a language's letters, in their order of frequency, a guess must show (charset-normalizer)."""
_WORD_BEYOND_ASCII = re.compile(r"[^\W\d_]*[\xaa-\u0178](?<=[^\W\d_])[^\W\d_]*")
_CAPITAL_INSIDE = re.compile(r"[a-z\xdf-\xff][\xc0-\xde]")
_SAID_AS: Mapping[str, str] = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "cp1252": "cp1252", "iso8859-9": "cp1254", "cp1254": "cp1254",
    "iso8859-11": "cp874", "tis-620": "cp874", "cp874": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "gb18030": "gb18030", "big5": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "big5hkscs",
    "shift_jis": "cp932", "cp932": "cp932", "euc_kr": "cp949", "cp949": "cp949", "johab": "johab",
    "euc_jp": "euc_jp", "iso2022_jp": "iso2022_jp", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "cp866": "cp866",
    "mac-roman": "mac-roman", "mac-cyrillic": "mac-cyrillic", "utf-16": "utf-16-le", "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"cp125{part}": f"cp125{part}" for part in (0, 1, 3, 5, 6, 7, 8)},
}  # fmt: skip
"""Which codec reads what a page or its headers say (WHATWG Encoding Standard: the wider one of a family).

The list is closed, since Python has codecs that are no encoding of a text, or take very long on a hostile one.
"""
_BESIDE_UTF8: Mapping[str, bytes] = {"utf-16-le": b"\x00", "utf-16-be": b"\x00", "iso2022_jp": b"\x1b"}
"""Encodings whose bytes may all be ASCII, with the byte that shows them."""


def decoded(raw: bytes, address: str, *, html: bool = False, charset: str | None = None) -> tuple[str, list[Problem]]:
    """The text of `raw` and what had to be guessed, replaced or mended on the way.

    The order is: byte order mark, strict UTF-8, the `charset` that was said beside it (HTTP), the page's own
    `meta charset`, then a guess where the bytes give strong evidence; else UTF-8 with the unreadable bytes replaced
    (`invalid-encoding`).
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _replaced(raw[len(mark) :], encoding, address)
    if looks_utf16(raw):
        return _replaced(raw, "utf-16-le" if raw[1:2] == b"\x00" else "utf-16-be", address)
    said = [_named(charset), _declared(raw) if html else None]
    told = [encoding for encoding in said if encoding is not None]
    beside = [encoding for encoding in told if encoding in _BESIDE_UTF8 and _BESIDE_UTF8[encoding] in raw]
    for encoding in (*beside, "utf-8", *told):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _mended(text, address) if encoding == "utf-8" else (text, [])
    return _guessed(raw, address)


def _declared(raw: bytes) -> str | None:
    found = _META.search(raw[:4096])
    return None if found is None else _named(found[1].decode("ascii"))


def _named(charset: str | None) -> str | None:
    """The codec for a name of an encoding; None for UTF-8, which is tried anyway, and for what is none."""
    if not charset or not charset.isascii() or len(charset) > LONGEST_NAME:
        return None
    try:
        return _SAID_AS.get(codecs.lookup(charset.strip(" \t\"'")).name)
    except (LookupError, ValueError):
        return None


def _guessed(raw: bytes, address: str) -> tuple[str, list[Problem]]:
    text = raw.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if ord(c) > 127) - bad
    encoding = _guess(raw, good=good, bad=bad)
    if encoding is None:
        return text, [_invalid(bad, address)]
    message = f"Not UTF-8; read as {encoding}, by its look."
    return raw.decode(encoding), [fault("encoding-guessed", message, address, fatal=False)]


def _guess(raw: bytes, *, good: int, bad: int) -> str | None:
    """An encoding on strong evidence only; `good` and `bad` count the characters that UTF-8 can and cannot read."""
    if good * 10 <= bad and _western(raw):
        return "cp1252"
    if good >= bad or sum(byte > 127 for byte in raw) < LEAST_BYTES:
        return None
    from charset_normalizer import from_bytes

    at = next(i for i, byte in enumerate(raw) if byte > 127)
    start = max(0, at - GUESS_BYTES // 2)
    best = from_bytes(raw[start : start + GUESS_BYTES], cp_isolation=_OF_THE_WEB).best()
    if best is None or best.chaos > 0.1 or best.coherence < LEAST_COHERENCE:
        return None
    try:
        beyond = [c for c in raw.decode(best.encoding) if ord(c) > 127]
    except UnicodeDecodeError:
        return None
    # English with stray bytes coheres by its ASCII alone; in another script the bytes are letters
    letters = sum(c.isalpha() for c in beyond)
    return best.encoding if letters >= 0.9 * len(beyond) else None


def _western(raw: bytes) -> bool:
    """Whether Windows-1252 makes sense of every byte: typographic marks, and accented letters within words."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    for word in _WORD_BEYOND_ASCII.findall(text):
        accented = sum(ord(c) > 127 for c in word)
        if 2 * accented > len(word) or _CAPITAL_INSIDE.search(word):
            return False
    return all(c.isalpha() or c in _MARKS_OF_1252 for c in text if ord(c) > 127)


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
