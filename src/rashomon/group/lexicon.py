"""Words as numbers: each written word has a row, and columns say what copying needs to know of it."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.background import Background
from rashomon.group.settings import CopySettings
from rashomon.group.words import form_of, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.int32]


class Columns(NamedTuple):
    """What is known of each row, good until the next word is met."""

    hashes: NDArray[np.uint64]
    forms: NDArray[np.int32]
    rarity: NDArray[np.float64]
    surprise: NDArray[np.float64]
    chars: NDArray[np.int32]


class Lexicon(dict[str, int]):
    """Written words -> rows; a word not met before gets the next row.

    The columns: `hashes` of the word's form, the same in every run and on every machine; `forms`, the form's number
    in this lexicon ("The" and "the" have one); `rarity` of the form in nats; `surprise`, the same with names and
    figures discounted; `chars`, the written word's length.
    """

    __slots__ = ("_background", "_discount", "_form_numbers", "chars", "forms", "hashes", "rarity", "surprise")

    def __init__(self, settings: CopySettings) -> None:
        super().__init__()
        self._background = Background()
        self._discount = settings.name_discount
        self._form_numbers: dict[str, int] = {}
        self.chars = array("i")
        self.forms = array("i")
        self.hashes = array("Q")
        self.rarity = array("d")
        self.surprise = array("d")

    def __missing__(self, word: str) -> int:
        row = self[word] = len(self)
        form = form_of(word)
        digest = hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        rarity = self._background.rarity(stem(form))
        self.chars.append(len(word))
        self.forms.append(self._form_numbers.setdefault(form, len(self._form_numbers)))
        self.hashes.append(int.from_bytes(digest, "big"))
        self.rarity.append(rarity)
        self.surprise.append(rarity * self._discount if word[0].isupper() or form[0].isdigit() else rarity)
        return row

    def rows(self, words: Iterable[str]) -> Rows:
        """The rows of these words."""
        import numpy as np

        return np.fromiter(map(self.__getitem__, words), dtype=np.int32)

    def columns(self) -> Columns:
        """The columns as arrays; the lexicon cannot grow while one of them is held."""
        import numpy as np

        if not self:
            nothing = np.zeros(0)
            return Columns(
                nothing.astype(np.uint64), nothing.astype(np.int32), nothing, nothing, nothing.astype(np.int32)
            )
        return Columns(
            np.frombuffer(self.hashes, dtype=np.uint64),
            np.frombuffer(self.forms, dtype=np.int32),
            np.frombuffer(self.rarity),
            np.frombuffer(self.surprise),
            np.frombuffer(self.chars, dtype=np.int32),
        )
