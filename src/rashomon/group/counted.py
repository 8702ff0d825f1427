"""The terms of many documents as columns: what of grouping is dear and known of a document by itself.

It is made wherever there is room (`core.engine`), some documents at a time. A term travels once for all of them, and
is looked up once: the stream then weighs a document by numbers alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rashomon.core import Document
from rashomon.core.batches import batched
from rashomon.core.engine import Engine
from rashomon.group.apart import Named, done_apart
from rashomon.group.background import Background
from rashomon.group.elsewhere import chosen
from rashomon.group.profile import Often, Profile, learned
from rashomon.group.settings import StorySettings
from rashomon.group.tally import Tally, tally

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COUNTED_TOGETHER = 128
"""Documents whose terms travel together (some 300 KB)."""


def counted(some: Iterable[Sequence[Document]], settings: StorySettings) -> list[Tally]:
    """The term counts of these documents, together for those that come together."""
    return [tally(documents, settings) for documents in some]


class _Numbers:
    """The numbers by which a background knows the terms of a batch, as they are asked for."""

    def __init__(self, terms: Sequence[str], background: Background) -> None:
        import numpy as np

        self._terms = terms
        self._background = background
        self._known = np.full(len(terms), -1, dtype=np.int32)
        self._forgotten = background.forgotten

    def of(self, places: NDArray[np.int32]) -> NDArray[np.int32]:
        """The numbers of these terms; one that the background has not met gets the next one now."""
        if self._forgotten != self._background.forgotten:  # it goes by other numbers now
            self._forgotten = self._background.forgotten
            self._known.fill(-1)
        found = self._known[places]
        if (found < 0).any():
            new = places[found < 0]
            self._known[new] = self._background.numbered([self._terms[place] for place in new.tolist()])
            found = self._known[places]
        return found


class Told:
    """What one document of a batch tells, for the stream that takes it."""

    __slots__ = ("_batch", "_first", "_number")

    def __init__(self, batch: Batch, number: int, first: int) -> None:
        self._batch, self._number, self._first = batch, number, first

    @property
    def own_day(self) -> bool:
        """Whether its opening tells of a day of its own."""
        return self._batch.counted.own_days[self._number]

    def learned(self, background: Background) -> Profile:
        """Its terms as vectors; the background learns them first."""
        words, names, figures = self._batch.sizes[self._number]
        own = slice(self._first, self._first + words + names + figures)
        numbers = self._batch.numbers(background).of(self._batch.counted.places[own])
        return learned(numbers, Often(self._batch.damped[own], words, names, figures), background)


class Batch:
    """Documents whose terms came together."""

    def __init__(self, told: Tally) -> None:
        import numpy as np

        self.counted = told
        self.sizes: list[list[int]] = told.sizes.tolist()
        self.damped: NDArray[np.float64] = 1.0 + np.log(np.maximum(told.counts, 1.0))
        self._numbers: dict[Background, _Numbers] = {}

    def numbers(self, background: Background) -> _Numbers:
        """How a background knows their terms."""
        found = self._numbers.get(background)
        if found is None:
            found = self._numbers[background] = _Numbers(self.counted.terms, background)
        return found

    def each(self) -> Iterator[Told]:
        """What each of the documents tells."""
        first = 0
        for number, sizes in enumerate(self.sizes):
            yield Told(self, number, first)
            first += sum(sizes)


def told_by(document: Document, settings: StorySettings) -> Told:
    """What one document tells."""
    return next(Batch(tally((document,), settings)).each())


class Ahead:
    """What documents tell, found out before the stream that is to take them can be asked for.

    It is a function of a document alone, so that the answer is the same.

    Args:
        documents: those that are about to come.
        settings: of the stream; without them the usual ones.
        engine: where it is found out.
    """

    def __init__(
        self,
        documents: Sequence[Document] = (),
        *,
        settings: StorySettings | None = None,
        engine: Engine | None = None,
    ) -> None:
        self._settings = StorySettings() if settings is None else settings
        self._told = {document.id: (document, told) for document, told in _counted_each(documents, settings, engine)}

    def of(self, document: Document, settings: StorySettings) -> Told | None:
        """What a document tells; None where it is not known, or is of another text or of other settings."""
        known, told = self._told.get(document.id, (None, None))
        return told if known == document and settings == self._settings else None


def told_each(
    documents: Sequence[Document], settings: StorySettings, engine: Engine | None = None, ahead: Ahead | None = None
) -> Iterator[tuple[Document, Told]]:
    """Documents with what they tell, in their order; what is not known of `ahead` is found out now."""
    if ahead is None:
        yield from _counted_each(documents, settings, engine)
        return
    known = [ahead.of(document, settings) for document in documents]
    rest = _counted_each([d for d, told in zip(documents, known, strict=True) if told is None], settings, engine)
    for document, told in zip(documents, known, strict=True):
        yield next(rest) if told is None else (document, told)


def _counted_each(
    documents: Sequence[Document], settings: StorySettings | None, engine: Engine | None
) -> Iterator[tuple[Document, Told]]:
    """Documents with what they tell, in their order; a bounded number is counted ahead."""
    settings = StorySettings() if settings is None else settings
    work = partial(counted, settings=settings)
    waiting: deque[Document] = deque()

    def given() -> Iterator[list[Document]]:
        for some in batched(documents, COUNTED_TOGETHER):
            waiting.extend(some)
            yield some

    where = chosen(engine, len(documents))
    for made in done_apart(where, work, given(), each_of=lambda some: ([each] for each in some), named=_named):
        for told in Batch(made).each():
            yield waiting.popleft(), told


def _named(documents: list[Document]) -> list[Named]:
    return [(document.id, document.address) for document in documents]
