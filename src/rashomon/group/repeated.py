"""Paragraphs that an outlet prints again and again: no evidence that one of its reports copied another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from rashomon.core import Document
from rashomon.group.direction import outlet_names

TIMES = 2
"""A paragraph that so many earlier reports of the outlet have is printed by habit."""
LEAST_CHARS = 40
"""Shorter paragraphs make no evidence anyhow."""
MOST_SHARE = 1 / 3
"""A report of which more was printed before is a version of those reports, and shares that by copying."""
DESK_NOTE = re.compile(
    r"\W*(?:editor['’]?s['’]? note|note to (?:our )?(?:readers|editors)|corrections?|clarification|update)\s*[:–—-]"
    r"|\W*(?:this|an earlier version of this) (?:story|article|report|post) (?:has been|was|will be) "
    r"(?:updated|corrected)",
    re.IGNORECASE,
)
"""How a desk begins a note on its own report."""


def desk_note(stretch: str) -> bool:
    """Whether a paragraph is a note of the desk on its report, which every report of the desk may bear."""
    return DESK_NOTE.match(stretch) is not None


def repeated(documents: Sequence[Document]) -> Mapping[int, frozenset[int]]:
    """For each document, by its place, the places of the prose passages that its outlet had printed before.

    The documents come in the order of publishing, so that what is said of one does not change with later ones.
    """
    seen: Counter[bytes] = Counter()
    found = {}
    for number, document in enumerate(documents):
        outlet = min(outlet_names(document), default=None)
        if outlet is None:
            continue
        sizes, habits, keys = 0, {}, set()
        for place, passage in enumerate(document.prose()):
            text = passage.span.of(document.part(passage.span.part))
            sizes += len(text)
            if len(text) < LEAST_CHARS:
                continue
            key = blake2b(f"{outlet}\n{text}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
            keys.add(key)
            if seen[key] >= TIMES:
                habits[place] = len(text)
        seen.update(keys)
        if habits and sum(habits.values()) <= MOST_SHARE * sizes:
            found[number] = frozenset(habits)
    return found
