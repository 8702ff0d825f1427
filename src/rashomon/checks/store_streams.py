"""The state of a stream is kept row by row, under keys, and each row is bytes of any size."""

from __future__ import annotations

import random

from rashomon.checks.expecting import Maker, holds, raises, same
from rashomon.stores.errors import Refused

GREAT_BYTES = 100_000_000
KEYS = ("", "a", "a b", "B", "é", "z", "\U0001d4b3", "\x00", "\\", "\ud800")


def rows_stand_by_their_keys(maker: Maker) -> None:
    """A row is kept, replaced or removed by its key; the others stay, and all come in the order of their keys."""
    with maker.new() as store:
        with store.writer() as writer:
            writer.keep_stream("s", {key: key.encode("utf-8", "surrogatepass") for key in reversed(KEYS)})
            writer.keep_stream("other", {"a": b"of another stream"})
        with store.writer() as writer:
            writer.keep_stream("s", {"a": b"anew", "z": None, "none": None, "B": b""})
            same(writer.view.stream_row("s", "a"), b"anew", "a row within its block")
        with store.view() as view:
            found = dict(view.stream("s"))
            wanted = {key: key.encode("utf-8", "surrogatepass") for key in KEYS if key != "z"} | {
                "a": b"anew",
                "B": b"",
            }
            same(found, wanted, "the rows of a stream")
            plain = [key for key in found if key.isprintable() and "\\" not in key]
            same(plain, sorted(plain), "the order of rows")
            same([view.stream_row("s", key) for key in ("a", "z", "never", "B")], [b"anew", None, None, b""], "rows")
            same(list(view.stream("other")), [("a", b"of another stream")], "another stream")
            same(list(view.stream("never")), [], "a stream that is none")

        def broken() -> None:
            with store.writer() as writer:
                writer.keep_stream("s", {"a": None, "new": b"new"})
                raise InterruptedError

        raises(InterruptedError, broken, "an exception of the block")

        def nameless() -> None:
            with store.writer() as writer:
                writer.keep_stream("s", {"k" * 1001: b""})

        raises(Refused, nameless, "a key of more than a thousand bytes")
        with store.view() as view:
            same(dict(view.stream("s")), wanted, "the rows after a block that failed")


def many_rows_come_in_order(maker: Maker) -> None:
    """Thousands of rows, as many as were kept, each once."""
    with maker.new() as store:
        rows = {f"{number * 7919 % 5000:05}": b"%d" % number * (number % 50) for number in range(5000)}
        with store.writer() as writer:
            writer.keep_stream("s", rows)
        with store.view() as view:
            same(list(view.stream("s")), sorted(rows.items()), "thousands of rows")


def great_rows_are_kept(maker: Maker) -> None:
    """A row of a hundred megabytes that no compression makes smaller comes back to the byte."""
    octets = random.Random(1).randbytes(GREAT_BYTES)  # noqa: S311  # nothing hangs on it
    with maker.new() as store:
        with store.writer() as writer:
            writer.keep_stream("s", {"great": octets, "small": b"small"})
        with store.view() as view:
            holds(view.stream_row("s", "great") == octets, "a great row is not the one that was kept")
            holds(
                [len(body) for _, body in view.stream("s")] == [GREAT_BYTES, 5], "great rows are not handed out whole"
            )


CHECKS = (rows_stand_by_their_keys, many_rows_come_in_order, great_rows_are_kept)
