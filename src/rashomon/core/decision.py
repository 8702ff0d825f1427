"""What people decide about stories, speakers, claims and copies; it outlives every re-run.

A decision names only what was observed: documents, places in them, and names. Ids of stories and claims are
conclusions and change when what concludes them does, so a decision never rests on one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from rashomon.core.account import Citation


class DecisionKind(StrEnum):
    """What is decided, and of what."""

    MERGE = "merge"
    """The stories of these `documents` are one."""
    SPLIT = "split"
    """These `documents` leave their story together, for one of their own."""
    MOVE = "move"
    """The first of the `documents` belongs in the story of the second; any others stood there too when it was decided,
    and tell which story that is where the second is gone, or was moved itself later."""
    SPEAKER = "speaker"
    """The speaker of the quotations at these `places` is the one of the `names`; with no name, nobody known."""
    ONE_PARTY = "one-party"
    """The `names` stand for one party; in the story of the `documents` alone, where any are given."""
    NOT_THAT_CLAIM = "not-that-claim"
    """What the first of the `places` tells is not the claim that the others tell."""
    NOT_A_COPY = "not-a-copy"
    """Neither of the two `documents` took words from the other."""
    NOTE = "note"
    """Something to be read beside the `documents` or `places`; it decides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided: who, when, why, and of what. `at` is aware and in UTC.

    `words` are those that stood at the `places`, one for each, so that a place is found again where the words have
    moved; without them a place holds as it is. `others` are the documents from which a split or a move told its own
    apart: they say what was seen, for labels, and decide nothing.
    """

    id: str
    kind: DecisionKind
    by: str
    at: datetime
    reason: str
    documents: tuple[str, ...] = ()
    places: tuple[Citation, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def concerned(self) -> tuple[str, ...]:
        """The documents that it is about, each once, in order of id."""
        return tuple(sorted({*self.documents, *(place.document for place in self.places)}))

    def without_words_of(self, documents: Collection[str]) -> Decision:
        """The decision without the words that stood at its places in these documents; all else stays."""
        kept = zip(self.places, self.words, strict=False)
        return replace(self, words=tuple("" if place.document in documents else words for place, words in kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """That a decision holds no longer: who ended it, when and why. The decision itself stays on record."""

    decision: str
    by: str
    at: datetime
    reason: str
