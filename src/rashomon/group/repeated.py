"""Paragraphs that an outlet prints again and again: no evidence that one of its reports copied another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from rashomon.core import Document
from rashomon.group.direction import outlet_names
from rashomon.group.met import Met
from rashomon.group.numbers import number_of

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
            found[place] = number_of(f"{outlet}\n{text}")
    return found


def habits(document: Document, before: Callable[[int], bool]) -> frozenset[int]:
    """The places of the prose passages that its outlet had printed `before`, as that says of their names."""
    return _habits(document, paragraphs(document), before)


def _habits(document: Document, names: Mapping[int, int], before: Callable[[int], bool]) -> frozenset[int]:
    found = frozenset(place for place, name in names.items() if before(name))
    if not found:
        return found
    sizes = [len(passage.span.of(document.part(passage.span.part))) for passage in document.prose()]
    return found if sum(sizes[place] for place in found) <= MOST_SHARE * sum(sizes) else frozenset()


def repeated(documents: Iterable[Document]) -> Iterator[tuple[Document, frozenset[int]]]:
    """Each document with the places of those of its prose passages that its outlet had printed before.

    The documents come in the order of publishing, so that what is said of one does not change with later ones.
    """
    met = Met()
    for document in documents:
        names = paragraphs(document)
        once = dict.fromkeys(names.values())
        often = {name for name, times in zip(once, met.times(once), strict=True) if times >= TIMES}
        yield document, _habits(document, names, often.__contains__)
        met.meet(once)
