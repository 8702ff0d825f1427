"""All words of many documents in a row, and their fingerprints: the columns in which candidates are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rashomon.core import Document, Passage, RashomonError
from rashomon.group.fingerprints import fingerprints
from rashomon.group.lexicon import Known, Lexicon, Written
from rashomon.group.repeated import desk_note
from rashomon.group.said import Line, said
from rashomon.group.settings import CopySettings
from rashomon.group.sorting import order_by
from rashomon.group.spooled import Spooled
from rashomon.group.tokens import Tokens
from rashomon.group.words import stretches, without_prompts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KINDS_OF_WORDS = ("i4", "i4", "?", "u1", "i4", "i4", "i4")
KINDS_OF_PRINTS = ("u8", "i4", "i4", "f4", "u4")
"""What the columns of words and of fingerprints hold, as numpy names it."""
MOST_WORDS = (1 << 31) - 1
"""Words are known by their places, which are numbers of 32 bits: some five million reports."""
DOCUMENTS_AT_ONCE = 256
"""So many that their columns stay in the processor's cache."""


class Words(NamedTuple):
    """Columns over the words of documents, a mark behind each document."""

    rows: NDArray[np.int32]
    """Each word's row in the lexicon, -1 for a mark."""
    starts: NDArray[np.int32]
    """Where each word begins in its part."""
    said: NDArray[np.bool_]
    """Whether a word is quoted."""
    times: NDArray[np.uint8]
    """How often the word's form stands in its document; 255 for all above."""
    line_words: NDArray[np.int32]
    """How many words each passage has, document by document."""
    lines: NDArray[np.int32]
    """How many passages each document has."""
    lengths: NDArray[np.int32]
    """How many words."""


class Prints(NamedTuple):
    """Columns over fingerprints."""

    hashes: NDArray[np.uint64]
    places: NDArray[np.int32]
    """Where it begins among the words."""
    owners: NDArray[np.int32]
    """In which document."""
    weights: NDArray[np.float32]
    """How much it tells, in nats."""
    beside: NDArray[np.uint32]
    """A byte for each of the two words before it (the nearer one lowest) and of the two behind it (likewise): equal
    for equal words, and seldom for others."""


class Row(NamedTuple):
    """All words in a row, with what is known of each of their rows."""

    words: Words
    known: Known
    begins: NDArray[np.int64]
    """Where each document begins among the words, the end of all behind them."""
    lines: NDArray[np.int64]
    """And where its passages begin among all passages."""


class Gathered(NamedTuple):
    """Words and fingerprints of documents."""

    words: Words
    prints: Prints


class Appended:
    """The columns of documents that come in batches."""

    def __init__(self) -> None:
        self._words = [Spooled(kind) for kind in KINDS_OF_WORDS]
        self._prints = [Spooled(kind) for kind in KINDS_OF_PRINTS]
        self._documents = self._length = 0

    def append(self, batch: Gathered) -> None:
        """Put those of a batch behind the others."""
        import numpy as np

        if self._length + len(batch.words.rows) > MOST_WORDS:
            raise RashomonError(
                f"more than {MOST_WORDS:,} words cannot be compared in one run: give it fewer documents, or take them "
                "into an archive, which compares each with those that share words with it"
            )
        prints = batch.prints._replace(
            places=batch.prints.places + np.int32(self._length), owners=batch.prints.owners + np.int32(self._documents)
        )
        given: tuple[NDArray[Any], ...] = (*batch.words, *prints)
        for column, more in zip((*self._words, *self._prints), given, strict=True):
            column.append(more)
        self._documents += len(batch.words.lengths)
        self._length += len(batch.words.rows)

    def whole(self) -> Gathered:
        """All of them."""
        words = Words(*(column.whole() for column in self._words))
        return Gathered(words, Prints(*(column.whole() for column in self._prints)))


def in_a_row(words: Words, lexicon: Written) -> Row:
    """The words with all that is known of them; the lexicon cannot grow while this is held."""
    import numpy as np

    begins = np.concatenate(([0], np.cumsum(words.lengths.astype(np.int64) + 1)))
    lines = np.concatenate(([0], np.cumsum(words.lines.astype(np.int64))))
    return Row(words, lexicon.known(), begins, lines)


def _evidence(document: Document, habits: frozenset[int]) -> list[tuple[Passage, str]]:
    """A document's prose passages with their texts, blank where the words are no evidence of copying.

    What asks something of the reader is no evidence either, but is told once the texts are cut into tokens.
    """
    return [
        (
            passage,
            " " * len(stretch) if number in habits or desk_note(stretch) or _noted(document, passage) else stretch,
        )
        for number, (passage, stretch) in enumerate(stretches(document))
    ]


def _noted(document: Document, passage: Passage) -> bool:
    """Whether a passage is what the outlet says of its own report: corrected, withdrawn, updated."""
    if not document.notices:
        return False
    return any(notice.span.covers(passage.span) for notice in document.notices)


def batch_of(
    documents: Sequence[Document], again: Sequence[frozenset[int]], tokens: Tokens[Lexicon], settings: CopySettings
) -> Gathered:
    """The columns of a few documents; `again` has of each the places of what its outlet had printed before."""
    import numpy as np

    passages = [_evidence(document, own) for document, own in zip(documents, again, strict=True)]
    parted = tokens.part([stretch for each in passages for _, stretch in each], blanked=without_prompts)
    places = np.array([passage.span.start for each in passages for passage, _ in each], dtype=np.int32)
    starts = parted.starts + np.repeat(places, parted.counts)
    lines = np.array([len(each) for each in passages], dtype=np.int32)
    until = np.concatenate(([0], np.cumsum(parted.counts)))
    ends = until[np.cumsum(lines)]
    lengths = np.diff(ends, prepend=0)
    spoken = np.zeros(len(starts), dtype=np.bool_)
    columns = (parted.counts, parted.marked, parted.tangled, parted.personal)
    flags = zip(parted.stretches, *(column.tolist() for column in columns), strict=True)
    first = 0
    for each, end in zip(passages, ends.tolist(), strict=True):
        told = [Line(p.role, p.span.start, *next(flags)) for p, _ in each]
        spoken[first:end] = said(told, starts[first:end], settings)
        first = end
    rows = parted.rows
    known = tokens.lexicon.columns()
    hashes = known.hashes[rows]
    made = fingerprints(hashes, known.rarity[rows], lengths, settings)
    owners = np.repeat(np.arange(len(passages)), lengths)
    owner = owners[made.places]
    return Gathered(
        Words(
            np.insert(rows, ends, -1),
            np.insert(starts, ends, 0),
            np.insert(spoken, ends, values=False),
            np.insert(_times(owners, known.forms[rows]), ends, 0),
            parted.counts,
            lines,
            lengths.astype(np.int32),
        ),
        Prints(
            made.hashes,
            (made.places + owner).astype(np.int32),
            owner.astype(np.int32),
            made.weights.astype(np.float32),
            _beside(hashes, made.places, settings.shingle_words),
        ),
    )


def _times(owners: NDArray[np.int64], forms: NDArray[np.int32]) -> NDArray[np.uint8]:
    """How often the form of each word stands in its document."""
    import numpy as np

    size = len(forms)
    if not size:
        return np.zeros(0, dtype=np.uint8)
    at = order_by(owners, forms)
    firsts = np.flatnonzero(np.diff(owners[at], prepend=-1) | np.diff(forms[at], prepend=-1))
    each = np.diff(np.append(firsts, size))
    times = np.empty(size, dtype=np.uint8)
    times[at] = np.repeat(np.minimum(each, 255), each)
    return times


def _beside(hashes: NDArray[np.uint64], places: NDArray[np.int64], shingle: int) -> NDArray[np.uint32]:
    """The bytes beside fingerprints; over a document's end they are any, since nothing is there to be equal."""
    import numpy as np

    found = np.zeros(len(places), dtype=np.uint32)
    if len(places):
        for number, step in enumerate((-1, -2, shingle, shingle + 1)):
            near = hashes.astype(np.uint8)[np.clip(places + step, 0, len(hashes) - 1)]
            found |= near.astype(np.uint32) << np.uint32(8 * number)
    return found
