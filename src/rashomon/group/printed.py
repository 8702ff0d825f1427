"""The words and fingerprints of documents, found wherever there is room and put together as one row of columns.

Each batch travels with the words that stand in it, each once, and is put behind the others by numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Document
from rashomon.core.batches import batched
from rashomon.core.engine import Engine
from rashomon.group.apart import Named, done_apart
from rashomon.group.gathered import DOCUMENTS_AT_ONCE, Appended, Gathered, Prints, Row, batch_of, in_a_row
from rashomon.group.lexicon import Lexicon, Written
from rashomon.group.repeated import repeated
from rashomon.group.settings import CopySettings
from rashomon.group.tokens import MOST_TOKENS, Spare, Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Given = tuple[Sequence[Document], Sequence[frozenset[int]]]
"""Documents, and of each the places of the passages that its outlet had printed before."""


class Printed(NamedTuple):
    """The columns of a batch of documents, its words by their places in `written`."""

    columns: Gathered
    written: list[str]
    """Every word once."""
    surprise: NDArray[np.float64]
    """How much each tells."""


_spare = Spare[Lexicon]()


def printed(
    documents: Sequence[Document],
    settings: CopySettings,
    again: Mapping[str, frozenset[int]] | None,
    engine: Engine,
) -> tuple[Row, Prints]:
    """The words of these documents in a row, and their fingerprints: of a report of 300 words 3 KB each.

    Columns that become long lie on disk (`spooled.py`).

    Args:
        documents: in the order of publishing.
        settings: of copies.
        again: by id of a document, the places of passages that its outlet had printed before; without it these
            documents say it of each other.
        engine: where they are cut into words.
    """
    told = repeated(documents) if again is None else ((each, again.get(each.id, frozenset())) for each in documents)
    given: Iterator[Given] = (
        ([document for document, _ in some], [own for _, own in some]) for some in batched(told, DOCUMENTS_AT_ONCE)
    )
    written, columns = Written(), Appended()
    work = partial(columns_of, settings=settings)
    for found in done_apart(engine, work, given, each_of=_each_of, named=_named):
        columns.append(_numbered(found, written))
    whole = columns.whole()
    return in_a_row(whole.words, written), whole.prints


def _each_of(given: Given) -> Iterator[Given]:
    return (([document], [own]) for document, own in zip(*given, strict=True))


def _named(given: Given) -> list[Named]:
    return [(document.id, document.address) for document in given[0]]


def columns_of(some: Iterable[Given], settings: CopySettings) -> list[Printed]:
    """The columns of each of some batches of documents."""
    return [_columns(documents, again, settings) for documents, again in some]


def _columns(documents: Sequence[Document], again: Sequence[frozenset[int]], settings: CopySettings) -> Printed:
    import numpy as np

    tokens = _tokens(settings)
    found = batch_of(documents, again, tokens, settings)
    known = tokens.lexicon.columns()
    used = np.zeros(len(known.forms) + 1, dtype=np.bool_)
    used[found.words.rows] = True  # a mark is -1, the place behind all words
    used = used[:-1]
    new = np.append(np.cumsum(used, dtype=np.int32) - 1, np.int32(-1))
    at = np.flatnonzero(used)
    words = tokens.lexicon.written
    answer = Printed(
        found._replace(words=found.words._replace(rows=new[found.words.rows].astype(np.int32))),
        [words[row] for row in at.tolist()],
        known.surprise[at],
    )
    del known
    _spare.leave(settings, tokens)
    return answer


def _tokens(settings: CopySettings) -> Tokens[Lexicon]:
    tokens = _spare.take(settings, MOST_TOKENS)
    return Tokens(Lexicon(settings)) if tokens is None else tokens


def _numbered(found: Printed, written: Written) -> Gathered:
    """The columns with their words by the rows that these have in common."""
    import numpy as np

    rows = np.append(written.rows(found.written, found.surprise), np.int32(-1))
    words = found.columns.words
    return found.columns._replace(words=words._replace(rows=rows[words.rows]))
