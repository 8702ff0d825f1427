"""Words as numbers: each written word has a row, and columns say what copying needs to know of it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.background import Background
from rashomon.group.numbers import number_of
from rashomon.group.settings import CopySettings
from rashomon.group.words import form_of, stem, turns

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


class Known(NamedTuple):
    """What comparing needs of the same."""

    forms: NDArray[np.int32]
    surprise: NDArray[np.float64]
    chars: NDArray[np.int32]
    turns: NDArray[np.bool_]
    """Whether it is a negation or a number."""


class Lexicon(dict[str, int]):
    """Written words -> rows; a word not met before gets the next row.

    The columns: `hashes` of the word's form, the same in every run and on every machine; `forms`, the form's number
    in this lexicon ("The" and "the" have one); `rarity` of the form in nats; `surprise`, the same with names and
    figures discounted; `chars`, the written word's length.
    """

    __slots__ = (
        "_background",
        "_discount",
        "_form_hashes",
        "_form_numbers",
        "_form_rarity",
        "chars",
        "forms",
        "hashes",
        "rarity",
        "surprise",
        "written",
    )

    def __init__(self, settings: CopySettings) -> None:
        super().__init__()
        self._background = Background()
        self._discount = settings.name_discount
        self._form_numbers: dict[str, int] = {}
        self._form_hashes = array("Q")
        self._form_rarity = array("d")
        self.written: list[str] = []
        """The words by their rows."""
        self.chars = array("i")
        self.forms = array("i")
        self.hashes = array("Q")
        self.rarity = array("d")
        self.surprise = array("d")

    def rows(self, words: Sequence[str]) -> Rows:
        """The rows of these words."""
        import numpy as np

        new = [word for word in dict.fromkeys(words) if word not in self]
        if new:
            self._meet(new)
        return np.fromiter(map(self.__getitem__, words), dtype=np.int32, count=len(words))

    def _meet(self, words: Sequence[str]) -> None:
        """Give rows to words not met before."""
        import numpy as np

        self.update(zip(words, range(len(self), len(self) + len(words)), strict=True))
        forms = [form_of(word) for word in words]
        known = len(self._form_numbers)
        numbers = [self._form_numbers.setdefault(form, len(self._form_numbers)) for form in forms]
        for form in islice(self._form_numbers, known, None):
            self._form_hashes.append(number_of(form))
            self._form_rarity.append(self._background.rarity(stem(form)))
        rarity = np.frombuffer(self._form_rarity)[numbers]
        named = [word[0].isupper() or form[0].isdigit() for word, form in zip(words, forms, strict=True)]
        self.written += words
        self.chars.extend(map(len, words))
        self.forms.extend(numbers)
        self.hashes.frombytes(np.frombuffer(self._form_hashes, dtype=np.uint64)[numbers].tobytes())
        self.rarity.frombytes(rarity.tobytes())
        self.surprise.frombytes(np.where(named, rarity * self._discount, rarity).tobytes())

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


class Written(dict[str, int]):
    """Written words -> rows, for words that lexicons elsewhere know: theirs are put together into one.

    It holds every written word of a run, some 250 bytes for each: comparing asks of any of them, so none is forgotten
    before the run ends. New words come ever more rarely (Heaps 1978).
    """

    __slots__ = ("_chars", "_form_numbers", "_forms", "_surprise", "_turns")

    def __init__(self) -> None:
        super().__init__()
        self._form_numbers: dict[str, int] = {}
        self._chars = array("i")
        self._forms = array("i")
        self._surprise = array("d")
        self._turns = array("b")

    def rows(self, words: Sequence[str], surprise: NDArray[np.float64]) -> Rows:
        """The rows of these words; `surprise` is how much each tells."""
        import numpy as np

        size = len(self)
        found = np.fromiter((self.setdefault(word, len(self)) for word in words), dtype=np.int32, count=len(words))
        for at in np.flatnonzero(found >= size).tolist():
            form = form_of(words[at])
            self._forms.append(self._form_numbers.setdefault(form, len(self._form_numbers)))
            self._chars.append(len(words[at]))
            self._surprise.append(float(surprise[at]))
            self._turns.append(turns(words[at]))
        return found

    def known(self) -> Known:
        """What is known of each row; no more words can be met while this is held."""
        import numpy as np

        if not self:
            nothing = np.zeros(0)
            return Known(nothing.astype(np.int32), nothing, nothing.astype(np.int32), nothing.astype(np.bool_))
        return Known(
            np.frombuffer(self._forms, dtype=np.int32),
            np.frombuffer(self._surprise),
            np.frombuffer(self._chars, dtype=np.int32),
            np.frombuffer(self._turns, dtype=np.bool_),
        )
