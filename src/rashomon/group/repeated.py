"""Paragraphs that an outlet prints again and again: no evidence that one of its reports copied another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
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


def paragraphs(document: Document) -> Mapping[int, int]:
    """The prose passages of a document that its outlet might print again: by their places a name for each.

    The name is an unsigned number of 64 bits, the same wherever the outlet prints the same words.
    """
    outlet = min(outlet_names(document), default=None)
    if outlet is None:
        return {}
    found = {}
    for place, passage in enumerate(document.prose()):
        text = passage.span.of(document.part(passage.span.part))
        if len(text) >= LEAST_CHARS:
            digest = blake2b(f"{outlet}\n{text}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
            found[place] = int.from_bytes(digest, "big")
    return found


def habits(document: Document, before: Callable[[int], bool]) -> frozenset[int]:
    """The places of the prose passages that its outlet had printed `before`, as that says of their names."""
    sizes = [len(passage.span.of(document.part(passage.span.part))) for passage in document.prose()]
    found = frozenset(place for place, name in paragraphs(document).items() if before(name))
    return found if sum(sizes[place] for place in found) <= MOST_SHARE * sum(sizes) else frozenset()


def repeated(documents: Sequence[Document]) -> Mapping[int, frozenset[int]]:
    """For each document, by its place, the places of the prose passages that its outlet had printed before.

    The documents come in the order of publishing, so that what is said of one does not change with later ones.
    """
    seen: Counter[int] = Counter()
    found = {}
    for number, document in enumerate(documents):
        if own := habits(document, lambda name: seen[name] >= TIMES):
            found[number] = own
        seen.update(set(paragraphs(document).values()))
    return found
