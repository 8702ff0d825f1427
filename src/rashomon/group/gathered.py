"""All words of many documents in a row, and their fingerprints: the columns in which candidates are looked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Document
from rashomon.group.fingerprints import fingerprints
from rashomon.group.lexicon import Lexicon
from rashomon.group.said import said
from rashomon.group.settings import CopySettings
from rashomon.group.words import Cut, cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOCUMENTS_AT_ONCE = 1024


class Gathered(NamedTuple):
    """Columns over the words of documents, a mark behind each document, and over fingerprints."""

    rows: NDArray[np.int32]
    """Each word's row in the lexicon, -1 for a mark."""
    starts: NDArray[np.int32]
    """Where each word begins in its part."""
    said: NDArray[np.bool_]
    """Whether a word is quoted."""
    line_words: NDArray[np.int32]
    """How many words each passage has, document by document."""
    lines: NDArray[np.int32]
    """How many passages each document has."""
    lengths: NDArray[np.int32]
    """How many words."""
    hashes: NDArray[np.uint64]
    """Of each fingerprint."""
    places: NDArray[np.int32]
    """Where it stands among the words."""
    owners: NDArray[np.int32]
    """In which document."""
    weights: NDArray[np.float32]
    """How much it tells, in nats."""


def gathered(documents: Iterable[Document], lexicon: Lexicon, settings: CopySettings) -> Gathered:
    """The columns of these documents, some 5 KB for a report of 300 words."""
    import numpy as np

    parts = [_batch([], lexicon, settings, documents=0, words=0)]
    size = words = 0
    stream = iter(documents)
    while batch := [cut(document, prompts=False) for document in islice(stream, DOCUMENTS_AT_ONCE)]:
        parts.append(_batch(batch, lexicon, settings, documents=size, words=words))
        size += len(batch)
        words += len(parts[-1].rows)
    columns = [list(each) for each in zip(*parts, strict=True)]
    parts.clear()
    whole = []
    while columns:  # one after another, so that no more than one is held twice
        whole.append(np.concatenate(columns.pop(0)))
    return Gathered(*whole)


def _batch(batch: list[Cut], lexicon: Lexicon, settings: CopySettings, *, documents: int, words: int) -> Gathered:
    """The columns of a few documents, behind so many others with so many words."""
    import numpy as np

    lengths = np.array([len(each.words) for each in batch], dtype=np.int64)
    rows = lexicon.rows(chain.from_iterable(each.words for each in batch))
    columns = lexicon.columns()
    spoken = np.frombuffer(b"".join(bytes(said(each, settings)) for each in batch), dtype=bool)
    made = fingerprints(columns.hashes[rows], columns.rarity[rows], lengths, settings)
    numbers, ends = np.arange(len(batch)), np.cumsum(lengths)
    owner = np.repeat(numbers, lengths)[made.places]
    starts = np.fromiter(chain.from_iterable(each.starts for each in batch), dtype=np.int32, count=len(rows))
    line_words = [line.end - line.first for each in batch for line in each.lines]
    return Gathered(
        np.insert(rows, ends, -1),
        np.insert(starts, ends, 0),
        np.insert(spoken, ends, values=False),
        np.array(line_words, dtype=np.int32),
        np.array([len(each.lines) for each in batch], dtype=np.int32),
        lengths.astype(np.int32),
        made.hashes,
        (made.places + owner + words).astype(np.int32),
        (owner + documents).astype(np.int32),
        made.weights.astype(np.float32),
    )
