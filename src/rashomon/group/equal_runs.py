"""The equal runs of words of many pairs of documents at once.

Runs are found by their anchors, three words each. Of the anchors of a pair most are in one document only: a table of
marks for each document, then one for each pair, sets those aside without sorting or searching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.gathered import Row
from rashomon.group.reached import reached
from rashomon.group.settings import CopySettings
from rashomon.group.sorting import order_by, order_of

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
SOUGHT_BITS = 32
"""Of an anchor and its pair together, by which equal ones are sought; the other bits are looked at then."""


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
    """Anchors: of which pair, their numbers, and their places among the words of their document."""

    owner: Ints
    codes: Hashes
    places: Ints


class Anchored(NamedTuple):
    """The anchors of documents, one at each of their words but the last two."""

    codes: Hashes
    """Of the words from each place of the row on; no anchor of one document goes on in the next."""
    marks: NDArray[np.uint16]
    """The `DOCUMENT_BITS` by which each is marked."""
    begins: Ints
    """Where those of each document begin."""
    sizes: Ints
    """How many each has."""

    def marked(self, documents: Ints, tables: Ints, marks: Marks, bits: int) -> _Anchors:
        """The anchors of these documents that bear one of the marks, with the places of their documents as owners.

        Args:
            documents: any, as often as wanted.
            tables: in which table of marks to look, for each of them.
            marks: so many tables one after another.
            bits: of a table.
        """
        import numpy as np

        sizes, begins = self.sizes[documents], self.begins[documents]
        at = spread(begins, sizes)
        numbers = (self.marks[at] >> np.uint16(DOCUMENT_BITS - bits)).astype(np.int64)
        numbers += np.repeat(tables << bits, sizes)
        found = np.flatnonzero(marks[numbers])
        each = np.diff(np.searchsorted(found, np.cumsum(sizes)), prepend=0)
        at = at[found]
        return _Anchors(np.repeat(np.arange(len(documents)), each), self.codes[at], at - np.repeat(begins, each))


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
    found = _of_pairs(_runs(left, right, pair), cut, settings)
    found = found._replace(
        left=found.left + row.begins[lefts[found.pair]], right=found.right + row.begins[rights[found.pair]]
    )
    if cut.any():
        found = _of_pairs(_prolonged(found, cut, row), np.zeros_like(cut), settings)
    return found.of(order_by(found.pair, -found.words, found.right, found.left))


def _of_pairs(found: EqualRuns, besides: Marks, settings: CopySettings) -> EqualRuns:
    """The runs of those pairs that have one with which a shared passage may begin, and of some pairs besides."""
    begun = besides.copy()
    begun[found.pair[found.words >= settings.core_words]] = True
    return found.of(begun[found.pair])


def _runs(left: Ints, right: Ints, pair: Ints) -> EqualRuns:
    """Anchors that follow one another on both sides, as runs: by pair, by the distance of the sides, by the left.

    All of that lies in one number, which grows by one from an anchor of a run to the next.
    """
    import numpy as np

    size = int(max(left.max(initial=0), right.max(initial=0)))
    bits = (size + 1).bit_length()  # one place behind the last is left free, so that no distance goes on the one before
    keys = pair << (bits + 1)
    keys += right
    keys -= left
    keys += size
    keys <<= bits
    keys += left
    keys = keys[order_of(keys.view(np.uint64), int(keys.max(initial=0)).bit_length())]
    begins = np.ones(len(keys), dtype=np.bool_)
    begins[1:] = np.diff(keys) != 1
    at = np.flatnonzero(begins)
    words = np.diff(np.append(at, len(keys))) + ANCHOR_WORDS - 1
    keys = keys[at]
    left = keys & ((1 << bits) - 1)
    keys >>= bits
    right = (keys & ((2 << bits) - 1)) - size + left
    return EqualRuns(keys >> (bits + 1), left, right, words)


def anchored(row: Row) -> Anchored:
    """The anchors of all documents of a row; those that go on over the end of a document are none of any."""
    import numpy as np

    numbers = row.known.forms.astype(np.uint64)[row.words.rows]
    codes = np.zeros(max(0, len(numbers) - ANCHOR_WORDS + 1), dtype=np.uint64)
    for step in range(ANCHOR_WORDS):
        codes += numbers[step : step + len(codes)]
        codes *= np.uint64(MULTIPLIER)  # at last too: its high bits depend on all words
    return Anchored(
        codes,
        (codes >> np.uint64(64 - DOCUMENT_BITS)).astype(np.uint16),
        row.begins[:-1],
        np.maximum(row.words.lengths.astype(np.int64) - ANCHOR_WORDS + 1, 0),
    )


def spread(firsts: Ints, sizes: Ints) -> Ints:
    """`sizes` numbers from each of `firsts` on."""
    import numpy as np

    ends = np.cumsum(sizes)
    found = np.repeat(firsts - ends + sizes, sizes)
    found += np.arange(len(found))
    return found


def _shared_anchors(lefts: Ints, rights: Ints, anchors: Anchored) -> tuple[_Anchors, _Anchors]:
    """The anchors of the left and of the right documents that the other of the pair may have; owners are pairs."""
    import numpy as np

    documents, which = np.unique(rights, return_inverse=True)
    marks = np.zeros(len(documents) << DOCUMENT_BITS, dtype=np.bool_)
    sizes = anchors.sizes[documents]
    own = anchors.marks[spread(anchors.begins[documents], sizes)]
    marks[np.repeat(np.arange(len(documents)) << DOCUMENT_BITS, sizes) + own] = True
    one = anchors.marked(lefts, which, marks, DOCUMENT_BITS)
    marks = np.zeros(len(lefts) << PAIR_BITS, dtype=np.bool_)
    marks[(one.owner << PAIR_BITS) + (one.codes >> np.uint64(64 - PAIR_BITS)).view(np.int64)] = True
    return one, anchors.marked(rights, np.arange(len(rights)), marks, PAIR_BITS)


def _coincidences(
    one: _Anchors, other: _Anchors, pairs: int, settings: CopySettings
) -> tuple[Ints, Ints, Ints, NDArray[np.bool_]]:
    """The places of equal anchors, left and right, with their pair.

    Of an anchor that stands in the left document more often than `anchor_places` only so many places are followed;
    last is said of each pair whether it has such a one.
    """
    import numpy as np

    cut = np.zeros(pairs, dtype=np.bool_)
    owner, codes, places = (np.concatenate(column) for column in zip(one, other, strict=True))
    bits = SOUGHT_BITS - pairs.bit_length()
    keys = codes >> np.uint64(64 - bits)
    keys |= owner.view(np.uint64) << np.uint64(bits)
    at = order_of(keys, SOUGHT_BITS)  # of equal anchors the left ones come first
    keys = keys[at]
    of_right = at >= len(one.codes)
    begins = np.diff(keys, prepend=~keys[:1]) != 0
    _part_crowds(at, begins, codes, settings.anchor_places)
    group = np.cumsum(begins) - 1
    begins = np.flatnonzero(begins)
    lefts = np.diff(np.append(begins, len(at))) - np.add.reduceat(of_right, begins, dtype=np.int64)
    rights = np.flatnonzero(of_right)
    group = group[rights]
    right, first = at[rights], begins[group]
    times = lefts[group]
    cut[owner[right[times > settings.anchor_places]]] = True
    times = np.minimum(times, settings.anchor_places)
    left, right = at[spread(first, times)], np.repeat(right, times)
    same = codes[left] == codes[right]  # the low bits too
    left, right = left[same], right[same]
    return places[left], places[right], owner[right], cut


def _part_crowds(at: Ints, begins: Marks, codes: Hashes, most: int) -> None:
    """See that what is counted as one anchor is one: part those groups of more than `most` that are alike by chance.

    How many bits of an anchor are looked at depends on how many pairs are compared together; the answer may not.

    Args:
        at: the anchors by groups; here each such group is ordered by all bits.
        begins: where groups begin; here said of the new ones too.
        codes: of all anchors.
        most: so many places of an anchor are followed.
    """
    import numpy as np

    firsts = np.flatnonzero(begins)
    sizes = np.diff(np.append(firsts, len(at)))
    large = np.flatnonzero(sizes > most)
    if not len(large):
        return
    within = spread(firsts[large], sizes[large])
    found = at[within]
    found = found[np.lexsort((codes[found], np.repeat(large, sizes[large])))]
    at[within] = found
    begins[within[1:]] |= np.diff(codes[found]) != 0


def _prolonged(found: EqualRuns, cut: Marks, row: Row) -> EqualRuns:
    """Runs followed to their ends on both sides where not all places of an anchor were seen, each once.

    Any anchor of a run may be one whose place was not seen: the first, so that it was found too late, or one in the
    middle, so that it was found in two. Each is followed back to the one before it at the same distance, at most.

    Args:
        found: in order of pairs, of distances and of the left.
        cut: which pairs have such an anchor.
        row: the words.
    """
    import numpy as np

    some = cut[found.pair]
    runs = found.of(some)
    ends = runs.left + runs.words
    alike = (np.diff(runs.pair) == 0) & (np.diff(runs.right - runs.left) == 0)
    most = np.full(len(ends), len(row.words.rows))
    most[1:][alike] = np.maximum(runs.left[1:] - ends[:-1], 0)[alike]  # they overlap where one anchor is missing
    back = reached(runs.left - 1, runs.right - 1, -1, row, most)
    linked = alike & (back[1:] == most[1:])
    first, last = np.append(True, ~linked)[: len(ends)], np.append(~linked, True)[: len(ends)]
    left, back = runs.left[first] - back[first], back[first]
    ends, apart = ends[last], (runs.right - runs.left)[last]
    ends += reached(ends, ends + apart, 1, row, np.full(len(ends), len(row.words.rows)))
    whole = EqualRuns(runs.pair[first], left, runs.right[first] - back, ends - left)
    rest = found.of(~some)
    return EqualRuns(*(np.concatenate(column) for column in zip(rest, whole, strict=True)))
