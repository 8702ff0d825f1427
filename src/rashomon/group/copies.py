"""Who took words from whom: candidate pairs by fingerprints, shared passages by alignment, quotations taken out.

Two reports that quote the same speech share its words without either copying the other. So each pair is measured
twice: over all prose, and again without what is quoted on either side. What remains is copied prose; what vanishes
is a shared quotation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Copy, Document
from rashomon.core.engine import Engine
from rashomon.group.apart import Named, done_apart
from rashomon.group.blocks import Block, Blocks
from rashomon.group.candidates import candidates, held
from rashomon.group.compared import Placed, compared
from rashomon.group.elsewhere import chosen
from rashomon.group.printed import printed
from rashomon.group.repeated import TIMES, habits, paragraphs
from rashomon.group.settings import CopySettings
from rashomon.group.shelf import heads_of, ordered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.group.candidates import Ints


class Printed(NamedTuple):
    """The fingerprints of a document, each once, and how much each tells, in nats."""

    document: str
    hashes: tuple[int, ...]
    weights: tuple[float, ...]
    paragraphs: tuple[int, ...]
    """The names of its paragraphs, by which it is known what an outlet prints again."""


def habits_of(documents: Iterable[Document], holders: Iterable[tuple[int, str]]) -> dict[str, frozenset[int]]:
    """By id of a document, the places of the passages that its outlet had printed before.

    Args:
        documents: of which to say so.
        holders: who holds the names of their paragraphs: of each the first `TIMES` documents.
    """
    first: defaultdict[int, list[str]] = defaultdict(list)
    for name, holder in holders:
        first[name].append(holder)
    often = {name: own for name, own in first.items() if len(own) >= TIMES}
    found = {}
    for document in documents:
        before = {name for name in paragraphs(document).values() if document.id not in often.get(name, (document.id,))}
        found[document.id] = habits(document, before.__contains__)
    return found


def fingerprints_of(
    documents: Sequence[Document],
    *,
    settings: CopySettings | None = None,
    again: Mapping[str, frozenset[int]] | None = None,
    engine: Engine | None = None,
) -> tuple[Printed, ...]:
    """The fingerprints by which those who may share passages with these documents are found later, in the same order.

    What outlets print again, as `habits_of` has it, is not among them. On the `engine` the answer is the same.
    """
    s = CopySettings() if settings is None else settings
    _, prints = printed(documents, s, again or {}, chosen(engine, len(documents)))
    found: list[dict[int, float]] = [{} for _ in documents]
    columns = (prints.owners.tolist(), prints.hashes.tolist(), prints.weights.tolist())
    for owner, fingerprint, weight in zip(*columns, strict=True):
        found[owner][fingerprint] = weight
    return tuple(
        Printed(document.id, tuple(told), tuple(told.values()), tuple(dict.fromkeys(paragraphs(document).values())))
        for document, told in zip(documents, found, strict=True)
    )


class InQuestion(NamedTuple):
    """Earlier documents that are to be compared with new ones."""

    documents: frozenset[str]
    bounds: dict[int, int]
    """Of each fingerprint that many hold: how many of its first holders are among these and the new ones."""


def in_question(
    printed: Sequence[Printed], holders: Iterable[tuple[int, str]], *, settings: CopySettings | None = None
) -> InQuestion:
    """The documents that share enough with one of these to be compared with it.

    Args:
        printed: fingerprints of the new documents.
        holders: of each fingerprint the first `common_fingerprint_documents` that hold it, the new ones among them.
        settings: as for `find_copies`, which compares no others.
    """
    s = CopySettings() if settings is None else settings
    held: defaultdict[int, list[str]] = defaultdict(list)
    for fingerprint, document in holders:
        held[fingerprint].append(document)
    found: set[str] = set()
    for own in printed:
        told: defaultdict[str, float] = defaultdict(float)
        for fingerprint, weight in zip(own.hashes, own.weights, strict=True):
            for document in held.get(fingerprint, ()):
                told[document] += weight
        found.update(document for document, weight in told.items() if weight >= s.least_fingerprint_information)
    new = {own.document for own in printed}
    most = s.common_fingerprint_documents
    crowded = {name: some for name, some in held.items() if len(some) >= most}
    bounds = {name: sum(each in found or each in new for each in some) for name, some in crowded.items()}
    return InQuestion(frozenset(found - new), bounds)


def find_copies(
    documents: Sequence[Document],
    *,
    settings: CopySettings | None = None,
    of: Collection[str] | None = None,
    bounds: Mapping[int, int] | None = None,
    again: Mapping[str, frozenset[int]] | None = None,
    engine: Engine | None = None,
) -> tuple[Copy, ...]:
    """The pairs of documents that share passages, in order of publishing; the order of the input changes nothing.

    Args:
        documents: cleaned.
        settings: from when on words are shared.
        of: ids of documents; with these only pairs with at least one of them are told.
        bounds: as `in_question` has them, where not all earlier documents are given.
        again: what outlets print again, as `habits_of` has it, likewise.
        engine: where documents are cut into words and pairs are compared; the answer is the same.
    """
    s = CopySettings() if settings is None else settings
    placed = chain.from_iterable(_placed(ordered(documents), s, of=of, bounds=bounds, again=again, engine=engine))
    return tuple(copy for _, _, copy in sorted(placed, key=itemgetter(0, 1)))


def each_copy(
    documents: Iterable[Document], *, settings: CopySettings | None = None, engine: Engine | None = None
) -> Iterator[Copy]:
    """The same pairs one after another, by the later document and then by the earlier one.

    For more documents than memory holds: put on a `Shelf` they lie on disk, and so do the columns made of them. In
    memory are at most 24 bytes for each fingerprint that several documents share, and what is compared at the moment.

    Args:
        documents: cleaned.
        settings: from when on words are shared.
        engine: where documents are cut into words and pairs are compared; the answer is the same.
    """
    waiting: list[Placed] = []
    for placed in _placed(ordered(documents), CopySettings() if settings is None else settings, engine=engine):
        waiting = sorted((*waiting, *placed), key=itemgetter(1, 0))
        last = waiting[-1][1] if waiting else 0
        yield from (copy for _, later, copy in waiting if later < last)
        waiting = [each for each in waiting if each[1] == last]  # there may be more of it in the next block
    yield from (copy for _, _, copy in waiting)


def _placed(
    documents: Sequence[Document],
    settings: CopySettings,
    *,
    of: Collection[str] | None = None,
    bounds: Mapping[int, int] | None = None,
    again: Mapping[str, frozenset[int]] | None = None,
    engine: Engine | None,
) -> Iterator[list[Placed]]:
    """The copies of one block of pairs after another, blocks by the later document."""
    where = chosen(engine, len(documents))
    row, prints = printed(documents, settings, again, where)
    found = held(prints, settings, bounds)
    del prints  # what only one document has is wanted no more
    wanted = _wanted(of, documents)
    blocks = Blocks(row, heads_of(documents))
    given = (block for pairs in candidates(found, row, settings) for block in blocks.cut(*_with_one_of(wanted, pairs)))
    work = partial(compared, settings=settings)
    yield from done_apart(where, work, given, each_of=blocks.each_of, named=_named)


def _named(block: Block) -> list[Named]:
    return [(head.id, head.address) for head in block.heads]


def _wanted(of: Collection[str] | None, documents: Sequence[Document]) -> NDArray[np.bool_] | None:
    import numpy as np

    return None if of is None else np.array([document.id in of for document in documents], dtype=np.bool_)


def _with_one_of(wanted: NDArray[np.bool_] | None, pairs: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """The pairs that have a wanted document on a side."""
    left, right = pairs
    if wanted is None:
        return pairs
    kept = wanted[left] | wanted[right]
    return left[kept], right[kept]
