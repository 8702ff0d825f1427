"""An archive that ends with its process: plain dictionaries of facts, and by that the measure of the other stores."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from rashomon.stores.errors import ArchiveClosed
from rashomon.stores.memory.state import State
from rashomon.stores.memory.view import MemoryView
from rashomon.stores.memory.writer import MemoryWriter

__all__ = ["MemoryStore"]


class MemoryStore:
    """A state that views look at, and that a writer replaces by another one at the end of its block."""

    def __init__(self) -> None:
        self._state: State | None = State()
        self._writing = threading.Lock()

    def view(self) -> AbstractContextManager[MemoryView]:
        """See `Store`."""
        return self._view()

    def writer(self) -> AbstractContextManager[MemoryWriter]:
        """See `Store`."""
        return self._writer()

    @contextmanager
    def _view(self) -> Iterator[MemoryView]:
        view = MemoryView(self._now())
        try:
            yield view
        finally:
            view.leave()

    @contextmanager
    def _writer(self) -> Iterator[MemoryWriter]:
        with self._writing:
            new = self._now().copied()
            view = MemoryView(new)
            writer = MemoryWriter(new, view)
            try:
                yield writer
            finally:
                writer.leave()
                view.leave()
            self._now()
            self._state = new

    def vacuum(self) -> None:
        """See `Store`."""
        self._now()

    def close(self) -> None:
        """See `Store`."""
        self._state = None

    def _now(self) -> State:
        if self._state is None:
            raise ArchiveClosed("the archive is closed: open it again with open_store")
        return self._state
