"""Documents that travel with several pieces of work: each is packed once, and opened only where it is looked at."""

from __future__ import annotations

import pickle
from collections.abc import Callable

from rashomon.core import Document, Part


class Sent:
    """A document that is here, or packed as it came from another process."""

    __slots__ = ("_document", "_packed", "_parts")

    def __init__(self, document: Document | None, packed: bytes | None = None) -> None:
        self._document = document
        self._packed = packed
        self._parts: tuple[Part, ...] | None = None

    @property
    def document(self) -> Document:
        """The document."""
        if self._document is None:
            assert self._packed is not None  # noqa: S101  for the type checker
            self._document = pickle.loads(self._packed)  # noqa: S301  packed by our own process
        return self._document

    @property
    def parts(self) -> tuple[Part, ...]:
        """The part of each of its prose passages."""
        if self._parts is None:
            self._parts = tuple([passage.span.part for passage in self.document.prose()])
        return self._parts

    def __reduce__(self) -> tuple[Callable[..., Sent], tuple[None, bytes]]:
        if self._packed is None:
            self._packed = pickle.dumps(self._document, protocol=pickle.HIGHEST_PROTOCOL)
        return Sent, (None, self._packed)
