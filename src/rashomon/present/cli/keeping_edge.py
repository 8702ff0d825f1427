"""The edge of commands that keep an archive: an interrupted one leaves nothing half done, and says so in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rashomon.present.cli.edge import Messages, edge


@contextmanager
def kept(messages: Messages, then: str) -> Iterator[None]:
    """Run a command's work as `edge` does.

    Args:
        messages: of the command.
        then: what is so where somebody interrupts it.
    """
    with edge(messages, then=then):
        yield
