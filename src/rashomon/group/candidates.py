"""Which documents may share passages: fingerprints in common first, then the equal runs of words around them.

Everything is done on columns for many documents at once, and everything is bounded: a fingerprint pairs a document
with at most `common_fingerprint_documents` others, so the work for one document does not grow with their number
beyond that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rashomon.group.followed import Events, followed
from rashomon.group.gathered import Prints, Row
from rashomon.group.settings import CopySettings
from rashomon.group.sorting import order_by
from rashomon.group.spooled import Spooled, let_go

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Small = NDArray[np.int32]
    Numbers = NDArray[np.float64]

PRINTS_AT_ONCE = 1 << 20
"""Fingerprints that are sorted together (some 70 MB)."""
MOST_PARTS = 48
"""But all are looked through for each part, so that beyond 300,000 reports parts grow."""
LOOKED_THROUGH = 1 << 23
"""Fingerprints that are in memory while a part is looked for (200 MB)."""
HELD_AT_ONCE = 1 << 22
"""Shared fingerprints that are put in the order of their documents together (some 150 MB)."""
EVENTS_AT_ONCE = 1 << 18
"""Coincidences of fingerprints that are looked at together (some 30 MB)."""
MARKED_BITS = 21
"""Pairs are marked by so many bits of their number; two that have these in common cost a look, no more."""
ROUNDED = 6
"""Digits of information behind the point: pairs that share the same words tell the same, however they were summed."""
MULTIPLIER = 0x9E3779B97F4A7C15
"""Mixes a pair's number (the golden ratio in 64 bits)."""


class Held(NamedTuple):
    """Fingerprints that several documents hold, by hash, and of one hash in the order of documents."""

    documents: Small
    places: Small
    """Of the first word, in the row of all words."""
    weights: NDArray[np.float32]
    beside: NDArray[np.uint32]
    """Of the words next to it."""
    first: Small
    """Where the holders of the same hash begin."""
    most: Small
    """With how many of these a document is paired at most."""


KINDS_OF_HELD = ("i4", "i4", "f4", "u4", "i4", "i4")
"""What these columns hold, as numpy names it."""


def held(prints: Prints, settings: CopySettings, bounds: Mapping[int, int] | None = None) -> Held:
    """The fingerprints that more than one document holds; some of the hashes at a time, so that little is copied.

    Args:
        prints: of all documents.
        settings: with how many earlier holders of a hash a document is paired.
        bounds: for hashes of which not all early holders are among these documents: how many of them are.
    """
    import numpy as np

    own = sorted((bounds or {}).items())
    limits = np.array([fingerprint for fingerprint, _ in own], dtype=np.uint64), np.array([most for _, most in own])

    count = min(MOST_PARTS, len(prints.hashes) // PRINTS_AT_ONCE + 1)
    columns = [Spooled(kind) for kind in KINDS_OF_HELD]
    for part in range(count):
        found = _held(_part(prints, part, count), len(columns[0]), settings, limits)
        for column, more in zip(columns, found, strict=True):
            column.append(more)
    return Held(*(column.whole() for column in columns))


def _part(prints: Prints, part: int, count: int) -> Prints:
    """Those of so many parts of the hashes, in the same order."""
    import numpy as np

    if count == 1:
        return prints
    found = []
    for first in range(0, len(prints.hashes), LOOKED_THROUGH):
        which = prints.hashes[first : first + LOOKED_THROUGH].view(np.uint8)[::8] % np.uint8(count)
        at = np.flatnonzero(which == part) + first
        found.append(tuple(column[at] for column in prints))
        let_go(prints)
    return Prints(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _held(prints: Prints, before: int, settings: CopySettings, limits: tuple[NDArray[np.uint64], Ints]) -> Held:
    """The same for some of them, behind so many others."""
    import numpy as np

    order = order_by(prints.hashes)
    hashes, owners = prints.hashes[order], prints.owners[order]
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = hashes[1:] != hashes[:-1]
    again = ~new
    again[1:] &= owners[1:] == owners[:-1]  # twice in one document: once is enough
    order, owners, new = order[~again], owners[~again], new[~again]
    sizes = np.diff(np.append(np.flatnonzero(new), len(new)))
    shared = np.repeat(sizes > 1, sizes)
    kept = sizes[sizes > 1]
    order = order[shared]
    each = np.full(len(kept), settings.common_fingerprint_documents, dtype=np.int32)
    bounded, bounds = limits
    if len(bounded):
        names = prints.hashes[order[np.cumsum(kept) - kept]]
        place = np.minimum(np.searchsorted(bounded, names), len(bounded) - 1)
        known = bounded[place] == names
        each[known] = bounds[place[known]]
    return Held(
        owners[shared],
        prints.places[order],
        prints.weights[order],
        prints.beside[order],
        (np.repeat(np.cumsum(kept) - kept, kept) + before).astype(np.int32),
        np.repeat(each, kept),
    )


def candidates(found: Held, row: Row, settings: CopySettings) -> Iterator[tuple[Ints, Ints]]:
    """The pairs of documents (left the earlier) that share telling runs of words, each once, by the right one.

    Documents are expected in the order of their publishing: a fingerprint that many share pairs each of them with
    the earliest holders only, which are its likely origins.
    """
    size = len(row.words.lengths)
    for pairs, events in _paired(found, size, settings):
        kept = pairs[_telling(pairs, events, row, settings)]
        del pairs, events  # they are large, and the pairs may be long under way
        let_go(row.words)
        yield kept % size, kept // size


def _paired(found: Held, size: int, settings: CopySettings) -> Iterator[tuple[Ints, Events]]:
    """Pairs (right * size + left) whose fingerprints tell enough together, with these; some documents at a time."""
    import numpy as np

    for later, reach in _by_document(found, size):
        firsts = np.flatnonzero(np.diff(found.documents[later], prepend=-1))
        ends = np.append(firsts[1:], len(later))  # behind the last one of each document
        until = np.cumsum(np.add.reduceat(reach, firsts, dtype=np.int64))
        start = taken = number = 0
        while number < len(ends):
            number = max(number + 1, int(np.searchsorted(until, taken + EVENTS_AT_ONCE, side="right")))
            end, taken = int(ends[number - 1]), int(until[number - 1])
            yield _block(found, later[start:end], reach[start:end], size, settings)
            start = end
        let_go(found)


def _by_document(found: Held, size: int) -> Iterator[tuple[Small, Small]]:
    """The places of what was held before, by the document that holds it later, and how many holders are in reach.

    All that one document holds comes together, for so many documents at a time as memory has room for.
    """
    import numpy as np

    starts = range(0, len(found.first), LOOKED_THROUGH)
    holds = sum(
        (np.bincount(found.documents[start : start + LOOKED_THROUGH], minlength=size) for start in starts),
        start=np.zeros(size, dtype=np.int64),
    )
    until = np.cumsum(holds)
    first = 0
    while first < size:
        taken = int(until[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(until, taken + HELD_AT_ONCE, side="right")))
        parts = []
        for start in starts:
            documents = found.documents[start : start + LOOKED_THROUGH]
            parts.append(np.flatnonzero((documents >= first) & (documents < end)).astype(np.int32) + np.int32(start))
        at = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
        reach = np.minimum(at - found.first[at], found.most[at])
        at, reach = at[reach > 0], reach[reach > 0]
        order = np.argsort(found.places[at])
        if len(at):
            yield at[order], reach[order]
        first = end


def _block(found: Held, later: Small, number: Small, size: int, settings: CopySettings) -> tuple[Ints, Events]:
    """The pairs of what is held at these places with so many earlier holders of each."""
    import numpy as np

    right = np.repeat(later, number)
    left = np.arange(len(right)) - np.repeat(np.cumsum(number) - number - found.first[later], number)
    key = found.documents[right].astype(np.int64) * size + found.documents[left]
    marked = _marked(key, _long(found.beside[left] ^ found.beside[right], settings))
    key, left, right = key[marked], left[marked], right[marked]
    order = order_by(key)
    key, left, right = key[order], left[order], right[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    told = np.add.reduceat(found.weights[right], first) if len(first) else np.zeros(0)
    enough = told >= settings.least_fingerprint_information
    each = np.diff(np.append(first, len(key)))
    kept = np.repeat(enough, each)
    pair = np.repeat(np.cumsum(enough) - 1, each)[kept]
    return key[first[enough]], Events(
        pair, found.places[left[kept]].astype(np.int64), found.places[right[kept]].astype(np.int64)
    )


def _long(unlike: NDArray[np.uint32], settings: CopySettings) -> NDArray[np.bool_]:
    """Whether the run around a shared fingerprint may have the least words, by what is unlike beside its holders.

    Two more words are looked for, which is what the settings ask: all before it, all behind it, or one on each side.
    """
    import numpy as np

    if settings.least_followed_words < settings.shingle_words + 2:
        return np.ones(len(unlike), dtype=np.bool_)
    before, behind, around = (unlike & np.uint32(mask) == 0 for mask in (0x0000FFFF, 0xFFFF0000, 0x00FF00FF))
    answer: NDArray[np.bool_] = before | behind | around
    return answer


def _marked(key: Ints, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What belongs to a pair of which anything is chosen, and by chance a little more; much cheaper than sorting."""
    import numpy as np

    place = (key.view(np.uint64) * np.uint64(MULTIPLIER)) >> np.uint64(64 - MARKED_BITS)
    marks = np.zeros(1 << MARKED_BITS, dtype=np.bool_)
    marks[place[chosen]] = True
    marked: NDArray[np.bool_] = marks[place]
    return marked


def _telling(pairs: Ints, events: Events, row: Row, settings: CopySettings) -> NDArray[np.bool_]:
    """Of each pair whether the equal runs around its shared fingerprints may amount to a shared passage.

    Many pairs share one stock phrase, the more of them the more documents there are. Of pairs that are no more than
    possible each document keeps the `weak_pairs` that share most, so that its cost stays bounded.
    """
    import numpy as np

    found = followed(events, row, settings)

    def summed(column: Numbers) -> Numbers:
        return np.bincount(found.pair, weights=column, minlength=len(pairs)).astype(np.float64)

    longest = np.zeros(len(pairs), dtype=np.int64)
    np.maximum.at(longest, found.pair, found.words)
    information = np.round(summed(found.told), ROUNDED)
    quoted = summed(np.where(found.said, found.told, 0))
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
