"""By which heavy terms stories are looked up: an inverted index whose work for a document is bounded."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from rashomon.group.packed import packed, unpacked
from rashomon.group.settings import StorySettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rashomon.group.profile import Vector

    Terms = NDArray[np.int32]


class Lookup:
    """For each heavy term the numbers of the live stories that hold it, in order, and how heavy it was in each.

    A term that more than `common_term_stories` live stories hold tells nothing: it is skipped, so that a document
    costs at most that number times its heavy terms, however many stories live.
    """

    __slots__ = ("_before", "_settings", "_stories", "_weights")

    def __init__(self, settings: StorySettings) -> None:
        self._settings = settings
        self._stories: dict[int, array[int]] = {}
        self._weights: dict[int, array[float]] = {}
        self._before: dict[int, tuple[array[int], array[float]] | None] | None = None
        """While something is tried: what stood at each term that it touched, None where nothing did."""

    def heaviest(self, vector: Vector) -> Vector:
        """The heaviest terms of a vector, its terms still rising."""
        import numpy as np

        most = self._settings.candidate_terms
        if len(vector.terms) <= most:
            return vector
        at = np.sort(np.argsort(-vector.weights, kind="stable")[:most])
        return type(vector)(vector.terms[at], vector.weights[at])

    def hold(self, story: int, terms: Terms, heavy: Vector) -> None:
        """Look a story up by these of a member's heavy terms too."""
        import numpy as np

        weights = heavy.weights[np.searchsorted(heavy.terms, terms)].tolist()
        for term, weight in zip(terms.tolist(), weights, strict=True):
            self._remember(term)
            if term in self._stories:
                self._stories[term].append(story)
                self._weights[term].append(weight)
            else:
                self._stories[term] = array("i", (story,))
                self._weights[term] = array("f", (weight,))

    def drop(self, story: int, terms: Terms) -> None:
        """Look a story up by these terms no more."""
        for term in terms.tolist():
            self._remember(term)
            holders = self._stories[term]
            if len(holders) == 1:
                del self._stories[term], self._weights[term]
            else:
                at = holders.index(story)
                del holders[at], self._weights[term][at]

    def shared(self, vectors: tuple[Vector, ...]) -> list[int]:
        """The stories that share heavy terms with a document, those that share most first."""
        import numpy as np

        most = self._settings.common_term_stories
        stories, weights, own, sizes = [], [], [], []
        for vector in vectors:
            for term, weight in zip(vector.terms.tolist(), vector.weights.tolist(), strict=True):
                holders = self._stories.get(term)
                if holders is not None and len(holders) <= most:
                    stories.append(np.frombuffer(holders, dtype=np.int32))
                    weights.append(np.frombuffer(self._weights[term], dtype=np.float32))
                    own.append(weight)
                    sizes.append(len(holders))
        if not stories:
            return []
        found = np.concatenate(stories)
        told = np.concatenate(weights) * np.repeat(own, sizes)
        order = np.argsort(found, kind="stable")
        found, told = found[order], told[order]
        first = np.flatnonzero(np.diff(found, prepend=-1))
        found, total = found[first], np.add.reduceat(told, first)
        answer: list[int] = found[np.lexsort((found, -total))].tolist()
        return answer

    def renumber(self, new: Terms) -> None:
        """Go over to new numbers of terms (by old ones)."""
        self._stories = {int(new[term]): own for term, own in self._stories.items()}
        self._weights = {int(new[term]): own for term, own in self._weights.items()}

    def holding(self, terms: Terms) -> set[int]:
        """The stories that hold one of these terms, where it is no common one."""
        most = self._settings.common_term_stories
        found: set[int] = set()
        for term in terms.tolist():
            holders = self._stories.get(term)
            if holders is not None and len(holders) <= most:
                found.update(holders)
        return found

    def try_out(self) -> None:
        """From here on remember what was, until `take_back`."""
        self._before = {}

    def take_back(self) -> None:
        """Be again as before `try_out`."""
        for term, stood in (self._before or {}).items():
            if stood is None:
                self._stories.pop(term, None)
                self._weights.pop(term, None)
            else:
                self._stories[term], self._weights[term] = stood
        self._before = None

    def _remember(self, term: int) -> None:
        if self._before is None or term in self._before:
            return
        stories = self._stories.get(term)
        self._before[term] = None if stories is None else (array("i", stories), array("f", self._weights[term]))

    def columns(self) -> bytes:
        """The index as bytes."""
        import numpy as np

        stories, weights = self._stories, self._weights
        return packed(
            (
                np.fromiter(stories, dtype=np.int32, count=len(stories)),
                np.fromiter(map(len, stories.values()), dtype=np.int32, count=len(stories)),
                np.frombuffer(b"".join(own.tobytes() for own in stories.values()), dtype=np.int32),
                np.frombuffer(b"".join(own.tobytes() for own in weights.values()), dtype=np.float32),
            )
        )

    def take_up(self, octets: bytes) -> None:
        """Go on from what `columns` gave."""
        terms, sizes, stories, weights = unpacked(octets)
        held, heavy = stories.tobytes(), weights.tobytes()  # four bytes a number in both
        at = 0
        for term, size in zip(terms.tolist(), (4 * sizes).tolist(), strict=True):
            own, theirs = array("i"), array("f")
            own.frombytes(held[at : at + size])
            theirs.frombytes(heavy[at : at + size])
            self._stories[term], self._weights[term] = own, theirs
            at += size
