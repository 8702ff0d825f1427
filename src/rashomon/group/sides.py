"""The documents of a block as copying sees them: what each word is in its text, in columns over all words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rashomon.core import Part
from rashomon.group.blocks import Block

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Sides:
    """The documents of a block."""

    def __init__(self, block: Block) -> None:
        """Of a block of pairs."""
        import numpy as np

        self.heads = block.heads
        """The documents by their numbers."""
        self.row = block.row
        rows = self.row.words.rows
        self.chars = np.where(rows < 0, 0, self.row.known.chars[rows]).astype(np.int64)
        """The length of each word, 0 for a mark."""

    @cached_property
    def sizes(self) -> Ints:
        """The length of each document's words together."""
        return self._of_documents(self.chars)

    @cached_property
    def unquoted(self) -> Ints:
        """The length of each document's words that are not quoted."""
        import numpy as np

        return self._of_documents(np.where(self.row.words.said, 0, self.chars))

    def _of_documents(self, chars: Ints) -> Ints:
        import numpy as np

        return np.add.reduceat(chars, self.row.begins[:-1])  # a mark stands behind each, so that none is empty

    @cached_property
    def lines(self) -> Ints:
        """In which of the passages of all documents each word stands."""
        import numpy as np

        lines = np.full(len(self.chars), -1)
        words = self.row.words
        lines[words.rows >= 0] = np.repeat(np.arange(len(words.line_words)), words.line_words)
        return lines

    @cached_property
    def parts(self) -> list[Part]:
        """The part of each passage."""
        return [part for head in self.heads for part in head.parts]

    @cached_property
    def headlines(self) -> NDArray[np.bool_]:
        """Whether a passage stands in the headline, apart from the text."""
        import numpy as np

        return np.array([part is Part.HEADLINE for part in self.parts], dtype=np.bool_)

    @cached_property
    def turning(self) -> Ints:
        """How many of the words up to each one, itself among them, turn the sense of a sentence."""
        import numpy as np

        rows = self.row.words.rows
        return np.cumsum((rows >= 0) & self.row.known.turns[rows])
