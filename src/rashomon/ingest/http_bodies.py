"""The body of a recorded HTTP answer without its codings: chunks joined (RFC 9112), what was packed unpacked.

Crawlers often keep the body without its codings and the headers as they came, so what a header says is tried, not
trusted. What comes of a body is bounded, whatever it unpacks to.
"""

from __future__ import annotations

import re

from rashomon.ingest.unpacking import CutShortError, TooLongError, UnpackingError, unpacked

_SIZE_LINE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_MARKUP = re.compile(rb"(?i)\s*<(?:!doctype|html|head|body|\?xml|!--)")
MOST_CODINGS = 8
"""Of a field's codings so many are looked at; two are too many."""
_NOT_CODED = frozenset({"", "identity", "none", "utf-8"})


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
    for name in reversed(_codings(transfer)):
        body = _joined(body) if name == "chunked" else _unpacked(body, [name], most)
    body = _unpacked(body, _codings(content), most)
    if len(body) > most:
        raise BodyTooLongError(f"it has more than {most:,} bytes")
    return body


def _unpacked(body: bytes, codings: list[str], most: int) -> bytes:
    if not codings or _MARKUP.match(body):  # nothing that is packed begins as a page does
        return body
    try:
        return unpacked([body], codings, most=most)
    except TooLongError as error:
        raise BodyTooLongError(f"it unpacks to more than {most:,} bytes") from error
    except CutShortError as error:
        raise BodyError("what is packed in it breaks off") from error
    except UnpackingError as error:
        raise BodyError(f"it is not packed as its headers say ({error})") from error


def _codings(field: str | None) -> list[str]:
    names = (name.strip().lower() for name in (field or "").split(","))
    return [name for name in names if name not in _NOT_CODED][:MOST_CODINGS]


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
