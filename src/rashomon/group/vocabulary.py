"""Written words as rows: what counting the terms of a document asks of each, found out once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core.calendar import DAY_NAMES, MONTHS, WEEKDAYS
from rashomon.group.words import form_of, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]
    Rows = NDArray[np.int32]

OWN_DAYS = DAY_NAMES | {"today", "yesterday", "tonight", "overnight"}
"""Words for a day that only a report of the same week uses."""
CALENDAR = MONTHS.keys() | WEEKDAYS.keys()
"""Capitalised without being names."""
LONGEST_TELLING_CAPITAL = 3
"""A short capitalised word at the start of a sentence is mostly a function word."""
CAPITAL, DIGIT, MONTH, OWN_DAY, LONG = 1, 2, 4, 8, 16
NO_TERM = NO_ROW = -1


class Marks(NamedTuple):
    """What is known of each row, good until the next word is met."""

    marks: NDArray[np.uint8]
    forms: Rows
    """The row of the word's form ("The" and "the" have one)."""
    bare: Rows
    """The same of the form without an 's behind it."""
    terms: Rows
    """The number of the term that it is as a word, or as a figure."""
    names: Rows
    """And of the one that it is as a name, where it bears a capital."""


class Vocabulary(dict[str, int]):
    """Written words -> rows; a word not met before gets the next row, and some 250 bytes with its term.

    It only grows: who counts for long takes a new one in time (`tally.MOST_WORDS`).
    """

    __slots__ = ("_bare", "_forms", "_marks", "_names", "_numbers", "_terms", "terms", "written")

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []
        """Words by their rows."""
        self.terms: list[str] = []
        """Terms by their numbers."""
        self._numbers: dict[str, int] = {}
        self._marks = bytearray()
        self._forms, self._bare, self._terms, self._names = array("i"), array("i"), array("i"), array("i")

    def rows(self, words: Sequence[str]) -> Rows:
        """The rows of these words."""
        import numpy as np

        return np.fromiter(map(self.__getitem__, words), dtype=np.int32, count=len(words))

    def __missing__(self, word: str) -> int:
        form = form_of(word)
        if form != word:
            return self._as_form(word, form)
        bare = form.removesuffix("'s")
        base = NO_ROW if bare == form else self[bare]
        row = self[word] = len(self)
        digit = form[0].isdigit()
        self._marks.append(
            DIGIT * digit
            + MONTH * (form in MONTHS)
            + OWN_DAY * (form in OWN_DAYS)
            + LONG * (len(bare) > LONGEST_TELLING_CAPITAL)
        )
        self._add(word, row, row if base == NO_ROW else base, self.term("f:" + form if digit else stem(form)))
        self._names.append(NO_TERM)
        return row

    def _as_form(self, word: str, form: str) -> int:
        """The row of a word that is written otherwise than its form."""
        known = self[form]
        row = self[word] = len(self)
        capital = word[0].isupper() and form not in CALENDAR
        self._marks.append(self._marks[known] | CAPITAL * capital)
        self._add(word, known, self._bare[known], self._terms[known])
        self._names.append(self.term("n:" + form.removesuffix("'s")) if capital else NO_TERM)
        return row

    def _add(self, word: str, form: int, bare: int, term: int) -> None:
        self.written.append(word)
        self._forms.append(form)
        self._bare.append(bare)
        self._terms.append(term)

    def term(self, term: str) -> int:
        """The number of a term."""
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self.terms)
            self.terms.append(term)
        return number

    def form_of_row(self, row: int) -> str:
        """The form of a word by its row."""
        return self.written[self._forms[row]]

    def columns(self) -> Marks:
        """The columns as arrays; no word can be met while one of them is held."""
        import numpy as np

        if not self:
            none = np.zeros(0, dtype=np.int32)
            return Marks(none.astype(np.uint8), none, none, none, none)
        return Marks(
            np.frombuffer(self._marks, dtype=np.uint8),
            np.frombuffer(self._forms, dtype=np.int32),
            np.frombuffer(self._bare, dtype=np.int32),
            np.frombuffer(self._terms, dtype=np.int32),
            np.frombuffer(self._names, dtype=np.int32),
        )
