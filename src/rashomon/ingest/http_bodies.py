"""The body of an HTTP answer without its codings: chunks joined (RFC 9112), what was zipped unzipped (RFC 9110).

Crawlers often keep the body without its codings and the headers as they came, so what a header says is tried, not
trusted. What comes of a body is bounded, whatever it unzips to.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Mapping

MOST_CODINGS = 3
_SIZE_LINE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_MARKUP = re.compile(rb"(?i)\s*<(?:!doctype|html|head|body|\?xml|!--)")


class BodyError(ValueError):
    """A body is not coded as its headers say; the message says how."""


class BodyTooLongError(BodyError):
    """A body is longer than a page may be."""


def plain_body(body: bytes, *, transfer: str | None, content: str | None, most: int) -> bytes:
    """The body without the codings that its headers name.

    Args:
        body: as it was sent.
        transfer: the field Transfer-Encoding.
        content: the field Content-Encoding.
        most: how long the plain body may be.

    Raises:
        BodyError: it is not coded so, or breaks off, or the coding is not known.
        BodyTooLongError: it has more than `most` bytes.
    """
    named = [*_codings(content), *_codings(transfer)]
    if len(named) > MOST_CODINGS:
        raise BodyError(f"it is coded {len(named)} times")
    for name in reversed(named):
        if name == "chunked":
            body = _joined(body)
            continue
        undo = _CODINGS.get(name)
        if undo is None:
            raise BodyError(f"the coding {name[:40]!r} is not known")
        body = undo(body, most)
        if len(body) > most:
            raise BodyTooLongError(f"it unzips to more than {most:,} bytes")
    if len(body) > most:
        raise BodyTooLongError(f"it has more than {most:,} bytes")
    return body


def _codings(field: str | None) -> list[str]:
    names = [name.strip().lower() for name in (field or "").split(",")]
    return [name for name in names if name and name not in {"identity", "none", "utf-8"}]


def _joined(body: bytes) -> bytes:
    """The chunks of a body joined; a body that does not begin with the size of a chunk was joined before."""
    line = _SIZE_LINE.match(body)
    if line is None:
        return body
    parts: list[bytes] = []
    at = 0
    while line is not None:
        size = int(line[1], 16)
        if not size:
            return b"".join(parts)
        start = line.end()
        if start + size > len(body):
            if not parts and _MARKUP.match(body) is None and size > len(body):
                break
            raise BodyError("it breaks off within a chunk")
        parts.append(body[start : start + size])
        at = start + size
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0
        line = _SIZE_LINE.match(body, at)
    if at >= len(body) and parts:
        raise BodyError("its last chunk is missing")
    raise BodyError("its chunks are not as long as they say")


def _gunzip(body: bytes, most: int) -> bytes:
    return _inflated(body, most, 31) if body.startswith(b"\x1f\x8b") else body


def _deflate(body: bytes, most: int) -> bytes:
    """What the field calls deflate is zlib's form by the standard, and bare in the wild."""
    if _MARKUP.match(body):
        return body
    zlibbed = len(body) >= 2 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    return _inflated(body, most, zlib.MAX_WBITS if zlibbed else -zlib.MAX_WBITS)


def _inflated(body: bytes, most: int, form: int) -> bytes:
    unzip = zlib.decompressobj(form)
    try:
        plain = unzip.decompress(body, most + 1)
    except zlib.error as error:
        raise BodyError(f"it is not zipped as its headers say ({error})") from error
    if not unzip.eof and len(plain) <= most:
        raise BodyError("its zipped bytes break off")
    return plain


def _brotli(body: bytes, most: int) -> bytes:
    import brotli

    if _MARKUP.match(body):  # no brotli stream of a page begins so
        return body
    unzip = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        part = unzip.process(body, output_buffer_limit=65_536)
        while part or not unzip.can_accept_more_data():
            parts.append(part)
            size += len(part)
            if size > most:
                break
            part = unzip.process(b"", output_buffer_limit=65_536)
    except brotli.error as error:
        raise BodyError(f"it is not brotli, as its headers say ({error})") from error
    if size <= most and not unzip.is_finished():
        raise BodyError("its zipped bytes break off")
    return b"".join(parts)


def _zstd(body: bytes, most: int) -> bytes:
    import zstandard

    if not body.startswith(b"\x28\xb5\x2f\xfd"):
        return body
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(io.BytesIO(body)) as stream:
            return stream.read(most + 1)
    except zstandard.ZstdError as error:
        raise BodyError(f"it is not zstd, as its headers say ({error})") from error


_CODINGS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
