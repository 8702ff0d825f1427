"""Server-sent events (HTML, 9.2): a reply that goes on, each event a line of JSON."""

from __future__ import annotations

from rashomon.present.exports.contract import Row
from rashomon.present.exports.encoding import line
from rashomon.present.exports.schema_parts import Schema

MEDIA_TYPE = "text/event-stream"
STREAM: Schema = {"type": "string", "description": "`event:`, `id:` and `data:` lines; a line that begins with `:` is "
                  "sent now and then where nothing happens"}  # fmt: skip
HEARTBEAT = b": nothing new\n\n"


def event(name: str, row: Row, *, mark: str | None = None) -> bytes:
    """An event.

    Args:
        name: of its kind.
        row: its data.
        mark: its `id`, by which a reader sees whether it is news. A browser that lost the connection sends it back as
            `Last-Event-ID`, which is not read here: each stream begins with how things are.
    """
    head = f"event: {name}\n" + (f"id: {mark}\n" if mark is not None else "")
    return head.encode() + b"data: " + line(row) + b"\n"
