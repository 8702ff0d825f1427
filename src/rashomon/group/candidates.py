"""Which documents may share passages: fingerprints in common first, then the equal runs of words around them.

Everything is done on columns for many documents at once, and everything is bounded: a fingerprint pairs a document
with at most `common_fingerprint_documents` others, so the work for one document does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.gathered import Gathered
from rashomon.group.lexicon import Lexicon
from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Small = NDArray[np.int32]
    Numbers = NDArray[np.float64]

EVENTS_AT_ONCE = 1 << 20
"""Coincidences of fingerprints that are looked at together (some 60 MB)."""


class _Held(NamedTuple):
    """Fingerprints that several documents hold, by hash, and of one hash in the order of documents."""

    documents: Small
    places: Small
    """Of the first word, in the row of all words."""
    weights: NDArray[np.float32]
    first: Small
    """Where the holders of the same hash begin."""


class _Row(NamedTuple):
    """All words, and of each row of the lexicon the number of its form and how much it tells."""

    words: Gathered
    forms: Small
    surprise: Numbers


class _Events(NamedTuple):
    """Fingerprints that two documents share: a pair's number (sorted), and the place in either."""

    pair: Ints
    left: Ints
    right: Ints


def candidates(columns: Gathered, lexicon: Lexicon, settings: CopySettings) -> Iterator[tuple[int, int]]:
    """The pairs of documents (earlier index first) that share telling runs of words, each once, by the later one.

    Documents are expected in the order of their publishing: a fingerprint that many share pairs each of them with
    the earliest holders only, which are its likely origins.
    """
    size = len(columns.lengths)
    row = _Row(columns, lexicon.columns().forms, lexicon.columns().surprise)
    for pairs, events in _paired(_held(columns), size, settings):
        kept = pairs[_telling(pairs, events, row, settings)]
        yield from zip((kept % size).tolist(), (kept // size).tolist(), strict=True)


def _held(columns: Gathered) -> _Held:
    """The fingerprints that more than one document holds."""
    import numpy as np

    order = np.argsort(columns.hashes, kind="stable")
    hashes, owners = columns.hashes[order], columns.owners[order]
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = hashes[1:] != hashes[:-1]
    again = ~new
    again[1:] &= owners[1:] == owners[:-1]  # twice in one document: once is enough
    order, owners, new = order[~again], owners[~again], new[~again]
    sizes = np.diff(np.append(np.flatnonzero(new), len(new)))
    shared = np.repeat(sizes > 1, sizes)
    kept = sizes[sizes > 1]
    return _Held(
        owners[shared],
        columns.places[order[shared]],
        columns.weights[order[shared]],
        np.repeat(np.cumsum(kept) - kept, kept).astype(np.int32),
    )


def _paired(held: _Held, size: int, settings: CopySettings) -> Iterator[tuple[Ints, _Events]]:
    """Pairs (right * size + left) whose fingerprints tell enough together, with these; some documents at a time."""
    import numpy as np

    reach = np.minimum(np.arange(len(held.first)) - held.first, settings.common_fingerprint_documents)
    later = np.flatnonzero(reach)
    later = later[np.argsort(held.places[later])]  # by document: all that one shares comes together
    until = np.cumsum(reach[later])
    ends = np.flatnonzero(np.diff(held.documents[later], append=-1))  # the last fingerprint of each document
    start = 0
    while start < len(later):
        most = (until[start - 1] if start else 0) + EVENTS_AT_ONCE
        following = ends[np.searchsorted(ends, start) :]
        end = int(following[max(0, np.searchsorted(until[following], most, side="right") - 1)]) + 1
        yield _block(held, later[start:end], reach, size, settings)
        start = end


def _block(held: _Held, later: Ints, reach: Ints, size: int, settings: CopySettings) -> tuple[Ints, _Events]:
    import numpy as np

    number = reach[later]
    right = np.repeat(later, number)
    left = np.arange(len(right)) - np.repeat(np.cumsum(number) - number - held.first[later], number)
    key = held.documents[right].astype(np.int64) * size + held.documents[left]
    order = np.argsort(key, kind="stable")
    key, left, right = key[order], left[order], right[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    told = np.add.reduceat(held.weights[right], first) if len(first) else np.zeros(0)
    enough = told >= settings.least_fingerprint_information
    each = np.diff(np.append(first, len(key)))
    kept = np.repeat(enough, each)
    pair = np.repeat(np.cumsum(enough) - 1, each)[kept]
    return key[first[enough]], _Events(
        pair, held.places[left[kept]].astype(np.int64), held.places[right[kept]].astype(np.int64)
    )


class _Reached(NamedTuple):
    """How many words are equal from a place on, what these tell, and how many are quoted."""

    words: Ints
    told: Numbers
    said_words: Ints


def _telling(pairs: Ints, events: _Events, row: _Row, settings: CopySettings) -> NDArray[np.bool_]:
    """Of each pair whether the equal runs around its shared fingerprints may amount to a shared passage.

    Many pairs share one stock phrase, the more of them the more documents there are. Of pairs that are no more than
    possible each document keeps the `weak_pairs` that share most, so that its cost stays bounded.
    """
    import numpy as np

    before = _reached(events.left - 1, events.right - 1, -1, row, settings)
    behind = _reached(events.left, events.right, 1, row, settings)
    left, right = events.left - before.words, events.right - before.words
    order = np.lexsort((left, right, events.pair))
    once = np.zeros(len(order), dtype=bool)
    once[:1] = True
    for column in (left, right, events.pair):
        once[1:] |= np.diff(column[order]) != 0
    order = order[once]  # each run of equal words once
    words, said_words = (before.words + behind.words)[order], (before.said_words + behind.said_words)[order]
    told = (before.told + behind.told)[order]

    def summed(column: Numbers) -> Numbers:
        return np.bincount(events.pair[order], weights=column, minlength=len(pairs)).astype(np.float64)

    longest = np.zeros(len(pairs), dtype=np.int64)
    np.maximum.at(longest, events.pair[order], words)
    information = summed(told)
    quoted = summed(np.where(said_words > 0, told, 0))
    least = np.where(quoted > 0, settings.least_followed_information, settings.least_followed_prose_information)
    possible = (longest >= settings.least_followed_words) & (information >= least)
    strong = (quoted >= settings.sure_quoted_information) | (information - quoted >= settings.sure_information)
    weak = np.flatnonzero(possible & ~strong)
    owner = pairs[weak] // len(row.words.lengths)
    order = np.lexsort((-information[weak], owner))
    weak, owner = weak[order], owner[order]
    rank = np.arange(len(weak)) - np.searchsorted(owner, owner)
    answer = possible & strong
    answer[weak[rank < settings.weak_pairs]] = True
    return answer


def _reached(left: Ints, right: Ints, step: int, row: _Row, settings: CopySettings) -> _Reached:
    """How far words are equal from these places on, one way; a long run is cut short."""
    import numpy as np

    size = len(left)
    answer = _Reached(np.zeros(size, dtype=np.int64), np.zeros(size), np.zeros(size, dtype=np.int64))
    last = len(row.words.rows) - 1
    at = np.arange(len(left))
    for _ in range(settings.followed_words):
        one, other = row.words.rows[np.clip(left, 0, last)], row.words.rows[np.clip(right, 0, last)]
        equal = (row.forms[one] == row.forms[other]) & (one >= 0) & (other >= 0)  # a mark equals nothing
        at, left, right = at[equal], left[equal], right[equal]
        if not len(at):
            break
        answer.words[at] += 1
        answer.told[at] += row.surprise[row.words.rows[right]]
        answer.said_words[at] += row.words.said[left] | row.words.said[right]
        left, right = left + step, right + step
    return answer
