"""By which heavy terms stories are looked up: an inverted index whose work for a document is bounded."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rashomon.group.packed import packed, unpacked
from rashomon.group.settings import StorySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.group.profile import Vector

    Terms = NDArray[np.int32]
    Holders = NDArray[np.uint64]

NONE, SEVERAL = 0, 1
"""What stands at a term that no story holds, and at one that more than one holds; any other number is a holder."""
STORY_BITS = 32
"""A holder is a story's number, counted from one, above the bits of a weight."""
FIRST_ASKED = 64
"""Of the stories that share terms with a document so many are put in order first: more are hardly ever asked for."""


class Lookup:
    """For each heavy term the numbers of the live stories that hold it, in order, and how heavy it was in each.

    A term that more than `common_term_stories` live stories hold tells nothing: it is skipped, so that a document
    costs at most that number times its heavy terms, however many stories live. Most terms have one holder, which
    stands in a column by the terms' numbers.
    """

    __slots__ = ("_before", "_one", "_settings", "_several")

    def __init__(self, settings: StorySettings) -> None:
        import numpy as np

        self._settings = settings
        self._one: Holders = np.zeros(0, dtype=np.uint64)
        self._several: dict[int, array[int]] = {}
        self._before: dict[int, array[int]] | None = None
        """While something is tried: who held each term that it touched."""

    def heaviest(self, vector: Vector) -> Vector:
        """The heaviest terms of a vector, its terms still rising."""
        most = self._settings.candidate_terms
        if len(vector.terms) <= most:
            return vector
        at = (-vector.weights).argsort(kind="stable")[:most]
        at.sort()
        return type(vector)(vector.terms[at], vector.weights[at])

    def hold(self, story: int, terms: Terms, heavy: Vector) -> None:
        """Look a story up by these of a member's heavy terms too."""
        import numpy as np

        if not len(terms):
            return
        self._room(int(terms[-1]) + 1)
        if self._before is not None:
            self._remember(terms)
        new = _holders(story, heavy.weights[heavy.terms.searchsorted(terms)])
        stood = self._one[terms]
        free = stood == NONE
        self._one[terms] = np.where(free, new, np.uint64(SEVERAL))
        held = ~free
        for term, first, holder in zip(terms[held].tolist(), stood[held].tolist(), new[held].tolist(), strict=True):
            if first == SEVERAL:
                self._several[term].append(holder)
            else:
                self._several[term] = array("Q", (first, holder))

    def drop(self, story: int, terms: Terms) -> None:
        """Look a story up by these terms no more."""
        if self._before is not None:
            self._remember(terms)
        stood = self._one[terms]
        several = stood == SEVERAL
        self._one[terms[~several]] = NONE
        for term in terms[several].tolist():
            holders = self._several[term]
            del holders[_place(holders, story)]
            if len(holders) == 1:
                self._one[term] = holders[0]
                del self._several[term]

    def shared(self, vectors: tuple[Vector, ...]) -> Iterator[int]:
        """The stories that share heavy terms with a document, those that share most first."""
        import numpy as np

        most = self._settings.common_term_stories
        holders, own, sizes = array("Q"), [], []
        for vector in vectors:
            stood = self._of(vector.terms).tolist()
            for term, first, weight in zip(vector.terms.tolist(), stood, vector.weights.tolist(), strict=True):
                if first == SEVERAL:
                    some = self._several[term]
                    if len(some) <= most:
                        holders += some
                        own.append(weight)
                        sizes.append(len(some))
                elif first != NONE and most:
                    holders.append(first)
                    own.append(weight)
                    sizes.append(1)
        if not holders:
            return
        found, weights = _told(np.frombuffer(holders, dtype=np.uint64))
        told = weights * np.array(own).repeat(sizes)
        order = found.argsort(kind="stable")
        found = found[order]
        first_of = np.ones(len(found), dtype=np.bool_)
        np.not_equal(found[1:], found[:-1], out=first_of[1:])
        begins = first_of.nonzero()[0]
        yield from _heaviest_first(found[begins], np.add.reduceat(told[order], begins))

    def renumber(self, new: Terms) -> None:
        """Go over to new numbers of terms (by old ones)."""
        import numpy as np

        held = self._one.nonzero()[0]
        one = np.zeros(int(new.max(initial=-1)) + 1, dtype=np.uint64)
        one[new[held]] = self._one[held]
        self._one = one
        self._several = {int(new[term]): holders for term, holders in self._several.items()}

    def holding(self, terms: Terms) -> set[int]:
        """The stories that hold one of these terms, where it is no common one."""
        most = self._settings.common_term_stories
        found: set[int] = set()
        for holders in self._each(terms):
            if len(holders) <= most:
                found.update(_stories(holders))
        return found

    def try_out(self) -> None:
        """From here on remember what was, until `take_back`."""
        self._before = {}

    def take_back(self) -> None:
        """Be again as before `try_out`."""
        for term, stood in (self._before or {}).items():
            self._put(term, stood)
        self._before = None

    def columns(self) -> bytes:
        """The index as bytes: terms, rising, how many stories hold each, and which, with what weight."""
        import numpy as np

        terms = self._one.nonzero()[0].astype(np.int32)
        sizes = np.ones(len(terms), dtype=np.int32)
        several = sorted(self._several)
        sizes[terms.searchsorted(several)] = [len(self._several[term]) for term in several]
        begins = np.cumsum(sizes) - sizes
        holders = np.zeros(int(sizes.sum()), dtype=np.uint64)
        holders[begins] = self._one[terms]
        for term, at in zip(several, begins[terms.searchsorted(several)].tolist(), strict=True):
            some = self._several[term]
            holders[at : at + len(some)] = some
        return packed((terms, sizes, *_told(holders)))

    def take_up(self, octets: bytes) -> None:
        """Go on from what `columns` gave."""
        import numpy as np

        terms, sizes, stories, weights = unpacked(octets)
        if not len(terms):
            return
        holders = (stories.astype(np.uint64) + np.uint64(1) << np.uint64(STORY_BITS)) | _bits(weights)
        begins = np.cumsum(sizes) - sizes
        self._room(int(terms.max()) + 1)
        self._one[terms] = np.where(sizes == 1, holders[begins], np.uint64(SEVERAL))
        several = sizes > 1
        for term, at, size in zip(
            terms[several].tolist(), begins[several].tolist(), sizes[several].tolist(), strict=True
        ):
            self._several[term] = array("Q", holders[at : at + size].tobytes())

    def _room(self, terms: int) -> None:
        import numpy as np

        if len(self._one) < terms:
            self._one = np.concatenate((self._one, np.zeros(2 * terms - len(self._one), dtype=np.uint64)))

    def _of(self, terms: Terms) -> Holders:
        """What stands at these terms, rising."""
        if len(terms):
            self._room(int(terms[-1]) + 1)
        return self._one[terms]

    def _each(self, terms: Terms) -> Iterator[array[int]]:
        """Who holds each of these terms."""
        for term, first in zip(terms.tolist(), self._of(terms).tolist(), strict=True):
            yield self._several[term] if first == SEVERAL else array("Q", (first,) if first != NONE else ())

    def _put(self, term: int, holders: array[int]) -> None:
        """Let these hold a term, and no other."""
        self._several.pop(term, None)
        self._one[term] = holders[0] if len(holders) == 1 else SEVERAL if holders else NONE
        if len(holders) > 1:
            self._several[term] = holders

    def _remember(self, terms: Terms) -> None:
        if self._before is not None:
            for term, holders in zip(terms.tolist(), self._each(terms), strict=True):
                if term not in self._before:
                    self._before[term] = array("Q", holders)


def _holders(story: int, weights: NDArray[np.float32]) -> Holders:
    """A story as the holder of terms that weigh so much."""
    import numpy as np

    return _bits(weights) | np.uint64(story + 1 << STORY_BITS)


def _bits(weights: NDArray[np.float32]) -> Holders:
    import numpy as np

    return np.ascontiguousarray(weights, dtype=np.float32).view(np.uint32).astype(np.uint64)


def _told(holders: Holders) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """The stories of holders, and the weights."""
    import numpy as np

    return (holders >> np.uint64(STORY_BITS)).astype(np.int32) - 1, holders.astype(np.uint32).view(np.float32)


def _stories(holders: array[int]) -> Iterator[int]:
    return ((holder >> STORY_BITS) - 1 for holder in holders)


def _place(holders: array[int], story: int) -> int:
    """Where a story stands among holders."""
    import numpy as np

    if len(holders) > FIRST_ASKED:  # many are looked through faster as a column
        return int((np.frombuffer(holders, dtype=np.uint64) >> np.uint64(STORY_BITS) == story + 1).argmax())
    return next(at for at, other in enumerate(_stories(holders)) if other == story)


def _heaviest_first(stories: NDArray[np.int32], weights: NDArray[np.float64]) -> Iterator[int]:
    """Stories (rising) by their weights; the first of them are found without putting all in order."""
    if len(stories) > 2 * FIRST_ASKED:
        weights_of_first = weights.copy()
        weights_of_first.partition(len(weights) - FIRST_ASKED)
        heavy = weights >= weights_of_first[len(weights) - FIRST_ASKED]
        yield from stories[heavy][(-weights[heavy]).argsort(kind="stable")].tolist()
        stories, weights = stories[~heavy], weights[~heavy]
    yield from stories[(-weights).argsort(kind="stable")].tolist()
