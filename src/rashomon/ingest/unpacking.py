"""Unpacks the bodies of answers in steps, so that what is held never exceeds a limit, however far a body would grow."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

STEP_BYTES = 65_536
"""How much is unpacked at once."""
MOST_LAYERS = 2
"""How often a body may be packed; once is usual, twice a mistake, more an attack."""


class UnpackingError(Exception):
    """A body that is not what its headers say."""


class TooLongError(Exception):
    """A body beyond the limit."""


class CutShortError(Exception):
    """A packed body that ends before its end."""


def unpacked(chunks: Iterable[bytes], encodings: Sequence[str], *, most: int, cut: bool = False) -> bytes:
    """The body of an answer.

    Args:
        chunks: the body as it comes.
        encodings: the content codings in the order in which they were applied, as headers list them.
        most: the most bytes, unpacked.
        cut: take the first `most` bytes of a longer body, instead of refusing it.

    Raises:
        TooLongError: the body is longer than `most`.
        UnpackingError: the body is packed in a way that is not known, or wrongly.
        CutShortError: the body is packed and its end is missing.
    """
    layers = [name for name in encodings if name not in {"", "identity"}]
    if len(layers) > MOST_LAYERS:
        raise UnpackingError(f"packed {len(layers)} times")
    for name in reversed(layers):
        if (layer := LAYERS.get(name)) is None:
            raise UnpackingError(f"packed as {name[:40]!r}; known are {', '.join(sorted(LAYERS))}")
        chunks = layer(chunks)
    whole = bytearray()
    for piece in chunks:
        if len(whole) + len(piece) > most:
            if not cut:
                raise TooLongError
            whole += piece[: most - len(whole)]
            break
        whole += piece
    return bytes(whole)


def _gunzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """One or more gzip members; a body that is not packed at all, in spite of its headers, passes as it is."""
    head, rest = _begun(chunks)
    if head and not head.startswith(b"\x1f\x8b"):
        yield head
        yield from rest
        return
    yield from _inflated(chain([head], rest), wbits=zlib.MAX_WBITS | 16, members=True)


def _undeflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Deflate with the zlib header that the standard asks for, or without, as some servers send it."""
    head, rest = _begun(chunks)
    wrapped = len(head) > 1 and head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
    yield from _inflated(chain([head], rest), wbits=zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS, members=False)


def _begun(chunks: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first two bytes or more, and the chunks after them."""
    rest, head = iter(chunks), b""
    while len(head) < 2 and (chunk := next(rest, None)) is not None:
        head += chunk
    return head, rest


def _inflated(chunks: Iterable[bytes], *, wbits: int, members: bool) -> Iterator[bytes]:
    engine, begun = zlib.decompressobj(wbits), False
    for chunk in chunks:
        data = chunk
        while data:
            begun = True
            try:
                piece = engine.decompress(data, STEP_BYTES)
                while piece:
                    yield piece
                    piece = b"" if engine.eof else engine.decompress(engine.unconsumed_tail, STEP_BYTES)
            except zlib.error as error:
                raise UnpackingError(str(error)) from error
            if not engine.eof:
                break
            data = engine.unused_data
            if not members or not data.startswith(b"\x1f"):
                return  # what follows the end is padding
            engine = zlib.decompressobj(wbits)
    if begun and not engine.eof:
        raise CutShortError


def _unbrotlied(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    engine, begun = brotli.Decompressor(), False
    for chunk in chunks:
        data = chunk
        while chunk and not engine.is_finished():
            begun = True
            try:
                piece = engine.process(data, output_buffer_limit=STEP_BYTES)
            except brotli.error as error:
                raise UnpackingError(str(error)) from error
            if piece:
                yield piece
            if engine.can_accept_more_data():
                break
            data = b""
    if begun and not engine.is_finished():
        raise CutShortError


LAYERS: Mapping[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzipped,
    "x-gzip": _gunzipped,
    "deflate": _undeflated,
    "br": _unbrotlied,
}
"""The content codings that are understood; all of them are asked for."""
