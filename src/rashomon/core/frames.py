"""Values between two processes of ours, over a stream of bytes: eight bytes of length, then the value, pickled.

The other process is our own and so is all that it sends, so pickle is safe here; what people sent travels as bytes
inside.
"""

from __future__ import annotations

import pickle
from typing import IO, Any

LENGTH_BYTES = 8
MOST_BYTES = 2**34


def send(stream: IO[bytes], what: object) -> None:
    """Send a value.

    Raises:
        OSError: nobody takes it.
        Exception: it cannot be packed; nothing of it was sent.
    """
    octets = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(len(octets).to_bytes(LENGTH_BYTES, "big"))
    stream.write(octets)
    stream.flush()


def received(stream: IO[bytes]) -> Any:  # noqa: ANN401  # whatever the other end sent
    """The next value; waits for it.

    Raises:
        EOFError: the other end is gone.
        ValueError: what came is no frame.
    """
    length = int.from_bytes(_exactly(stream, LENGTH_BYTES), "big")
    if length > MOST_BYTES:
        raise ValueError("no frame is so long: the stream is broken")
    return pickle.loads(_exactly(stream, length))  # noqa: S301  # from our own process


def _exactly(stream: IO[bytes], number: int) -> bytes:
    octets = stream.read(number)
    if len(octets) < number:
        raise EOFError("the other end is gone")
    return octets
