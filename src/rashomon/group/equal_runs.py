"""The equal runs of words of many pairs of documents at once.

Runs are found by their anchors, three words each. Of the anchors of a pair most are in one document only: a table of
marks for each document, then one for each pair, sets those aside without sorting or searching.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.gathered import Row
from rashomon.group.settings import CopySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]
    Marks = NDArray[np.bool_]

MULTIPLIER = 0x9E3779B97F4A7C15
"""Mixes the numbers of an anchor's words into one (the golden ratio in 64 bits)."""
ANCHOR_WORDS = 3
"""Shortest run of equal words that may join or prolong a shared passage over small edits."""
DOCUMENT_BITS = 14
"""Marks for the anchors of one document: of 300 others, five bear a mark by chance."""
PAIR_BITS = 12
"""Marks for the anchors that a pair may share, which are fewer."""
BLOCK_BITS = 20
"""Marks for the anchors of all documents that are compared together."""


class EqualRuns(NamedTuple):
    """Maximal equal runs by pair, the longest of each pair first; places are among all words."""

    pair: Ints
    left: Ints
    right: Ints
    words: Ints

    def of(self, chosen: NDArray[np.bool_] | Ints) -> EqualRuns:
        """Some of the runs."""
        return EqualRuns(self.pair[chosen], self.left[chosen], self.right[chosen], self.words[chosen])


class _Anchors(NamedTuple):
    """Anchors: whose they are, their numbers and their places among all words."""

    owner: Ints
    codes: Hashes
    places: Ints

    def of(self, chosen: NDArray[np.bool_]) -> _Anchors:
        return _Anchors(self.owner[chosen], self.codes[chosen], self.places[chosen])


class Anchored(NamedTuple):
    """The anchors that documents may share with one another, document by document and in order."""

    codes: Hashes
    places: Ints
    begins: Ints
    """Where those of each document begin."""
    sizes: Ints
    """How many each has."""

    def of(self, owners: Ints, documents: Ints) -> _Anchors:
        """The anchors of some documents, each with its owner's number."""
        import numpy as np

        sizes = self.sizes[documents]
        at = spread(self.begins[documents], sizes)
        return _Anchors(np.repeat(owners, sizes), self.codes[at], self.places[at])


def equal_runs(
    lefts: Ints, rights: Ints, row: Row, settings: CopySettings, anchors: Anchored | None = None
) -> EqualRuns:
    """The equal runs of at least an anchor's words of these pairs of documents.

    Empty for a pair that has none with which a shared passage may begin. The `anchors` are those of all documents of
    the row, which may be found once for many pairs.
    """
    import numpy as np

    one, other = _shared_anchors(lefts, rights, anchored(row) if anchors is None else anchors)
    left, right, pair, cut = _coincidences(one, other, len(lefts), settings)
    span = int(row.begins[-1]) + 1
    order = np.argsort(pair * (2 * span) + (right - left), kind="stable")  # the anchors of one run follow one another
    left, right, pair = left[order], right[order], pair[order]
    begins = np.ones(len(left), dtype=np.bool_)
    begins[1:] = (np.diff(left) != 1) | (np.diff(right) != 1) | (np.diff(pair) != 0)
    at = np.flatnonzero(begins)
    words = np.diff(np.append(at, len(left))) + ANCHOR_WORDS - 1
    found = EqualRuns(pair[at], left[at], right[at], words)
    begun = np.zeros(len(lefts), dtype=np.bool_)
    begun[found.pair[words >= settings.core_words]] = True
    found = found.of(begun[found.pair])
    if cut.any():
        found = _prolonged(found, cut, row)
    return found.of(np.lexsort((found.left, found.right, -found.words, found.pair)))


def anchored(row: Row) -> Anchored:
    """The anchors of all documents of a row, without those that surely one document alone has.

    None goes on over the end of its document.
    """
    import numpy as np

    size = int(row.begins[-1])
    numbers = row.known.forms[row.words.rows[:size]].astype(np.uint64)
    codes = np.zeros(max(0, size - ANCHOR_WORDS + 1), dtype=np.uint64)
    for step in range(ANCHOR_WORDS):
        codes = codes * np.uint64(MULTIPLIER) + numbers[step : step + len(codes)]
    codes *= np.uint64(MULTIPLIER)  # its high bits depend on all words
    marks = row.begins[1:] - 1
    whole = np.ones(size, dtype=np.bool_)
    whole[: row.begins[0]] = False
    for step in range(ANCHOR_WORDS):
        whole[np.maximum(marks - step, 0)] = False  # what stands before the words of a short one is no anchor either
    places = np.flatnonzero(whole)
    codes = codes[places]
    each = np.add.reduceat(whole, row.begins[:-1], dtype=np.int64)  # a mark stands behind each, so that none is empty
    owner = np.repeat(np.arange(len(marks), dtype=np.int32), each)
    number = (codes >> np.uint64(64 - BLOCK_BITS)).astype(np.int64)
    latest = np.zeros(1 << BLOCK_BITS, dtype=np.int32)
    latest[number] = owner
    shared = np.zeros(1 << BLOCK_BITS, dtype=np.bool_)
    shared[number[latest[number] != owner]] = True
    kept = shared[number]
    sizes = np.bincount(owner[kept], minlength=len(marks))
    return Anchored(codes[kept], places[kept], np.cumsum(sizes) - sizes, sizes)


def spread(firsts: Ints, sizes: Ints) -> Ints:
    """`sizes` numbers from each of `firsts` on."""
    import numpy as np

    ends = np.cumsum(sizes)
    return np.repeat(firsts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


def _shared_anchors(lefts: Ints, rights: Ints, anchors: Anchored) -> tuple[_Anchors, _Anchors]:
    """The anchors of the left and of the right documents that the other of the pair may have; owners are pairs."""
    import numpy as np

    documents, which = np.unique(rights, return_inverse=True)
    numbers = np.arange(len(lefts))
    theirs = anchors.of(np.arange(len(documents)), documents)
    one = anchors.of(numbers, lefts)
    marks = _marks(theirs.owner, theirs.codes, len(documents), DOCUMENT_BITS)
    one = one.of(marks[_place(which[one.owner], one.codes, DOCUMENT_BITS)])
    marks = _marks(one.owner, one.codes, len(lefts), PAIR_BITS)
    other = anchors.of(numbers, rights)
    return one, other.of(marks[_place(other.owner, other.codes, PAIR_BITS)])


def _place(owner: Ints, codes: Hashes, bits: int) -> Ints:
    import numpy as np

    return (owner << bits) + (codes >> np.uint64(64 - bits)).astype(np.int64)


def _marks(owner: Ints, codes: Hashes, owners: int, bits: int) -> Marks:
    import numpy as np

    marks = np.zeros(owners << bits, dtype=np.bool_)
    marks[_place(owner, codes, bits)] = True
    return marks


def _coincidences(
    one: _Anchors, other: _Anchors, pairs: int, settings: CopySettings
) -> tuple[Ints, Ints, Ints, NDArray[np.bool_]]:
    """The places of equal anchors, left and right, with their pair, by the right place in each pair.

    Of an anchor that stands in the left document more often than `anchor_places` only so many places are followed;
    last is said of each pair whether it has such a one.
    """
    import numpy as np

    def joint(anchors: _Anchors) -> Hashes:
        """Pair and anchor in one number."""
        return (anchors.owner.astype(np.uint64) << np.uint64(64 - bits)) | (anchors.codes >> np.uint64(bits))

    cut = np.zeros(pairs, dtype=np.bool_)
    if not len(one.codes):
        return one.places, one.places, one.owner, cut
    bits = max(1, int(pairs).bit_length())
    keys = joint(one)
    order = np.argsort(keys, kind="stable")
    keys, wanted = keys[order], joint(other)
    firsts = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
    keys, each = keys[firsts], np.diff(np.append(firsts, len(keys)))
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    first, times = firsts[at], np.where(keys[at] == wanted, each[at], 0)
    cut[other.owner[times > settings.anchor_places]] = True
    times = np.minimum(times, settings.anchor_places)
    left = order[spread(first, times)]
    right = np.repeat(np.arange(len(times)), times)
    same = one.codes[left] == other.codes[right]
    left, right = left[same], right[same]
    return one.places[left], other.places[right], other.owner[right], cut


def _prolonged(found: EqualRuns, cut: NDArray[np.bool_], row: Row) -> EqualRuns:
    """Runs followed to their ends where not all places of an anchor were seen; none that only goes on another."""
    import numpy as np

    def numbers(rows: NDArray[np.int32]) -> Ints:
        return np.where(rows < 0, -1, row.known.forms[rows]).astype(np.int64)

    @cache
    def words_of(document: int) -> Ints:
        return numbers(row.words.rows[row.begins[document] : row.begins[document + 1] - 1])

    before = numbers(row.words.rows[found.left - 1])  # a mark before the first word; before the first of all the last
    goes_on = (before == numbers(row.words.rows[found.right - 1])) & (before >= 0)
    found = found.of(~(goes_on & cut[found.pair]))
    words = found.words.copy()
    for at in np.flatnonzero(cut[found.pair]).tolist():
        known = int(words[at])
        one, other = (
            words_of(document)[place - row.begins[document] + known :]
            for place in (int(found.left[at]), int(found.right[at]))
            for document in (int(np.searchsorted(row.begins, place, side="right")) - 1,)
        )
        size = min(len(one), len(other))
        unlike = np.flatnonzero(one[:size] != other[:size])
        words[at] = known + (unlike[0] if len(unlike) else size)
    return found._replace(words=words)
