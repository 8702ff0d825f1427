"""Documents as they are given to a run: each once, in one order, and a sentence as one of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from rashomon.core import Copy, Document, Passage, Problem, RashomonError, Role, Span, Story, content_id

TOLD_CHARS = 60
"""So much of a document is repeated to tell it from another."""


def named(inputs: object) -> Iterable[str]:
    """Inputs by their names; a single path is one of them, and no names of one letter each.

    Raises:
        RashomonError: they are no names.
    """
    if isinstance(inputs, str | os.PathLike):
        return [os.fsdecode(inputs)]
    if isinstance(inputs, Mapping | bytes) or not isinstance(inputs, Iterable):
        raise RashomonError(
            f"inputs are paths, globs or addresses, and no {type(inputs).__name__}; `rashomon.account` takes documents "
            "too"
        )
    return inputs


def claim_document(claim: str) -> Document:
    """A sentence that somebody gives, as a document of one paragraph."""
    text = " ".join(claim.split())
    passage = Passage(span=Span(0, len(text)), role=Role.PARAGRAPH)
    return Document(id=content_id("claim", text), text=text, language="en", passages=(passage,) if text else ())


def document_order(document: Document) -> tuple[bool, str, str]:
    """Documents by publishing time, those without one last, then by id: the order of the input plays no part."""
    published = document.published_at
    return (published is None, published.isoformat() if published else "", document.id)


def within(copies: Iterable[Copy], story: Story) -> list[Copy]:
    """The copies of which both sides are in a story."""
    members = frozenset(story.documents)
    return [c for c in copies if c.origin in members and c.copy in members]


def order_among(documents: Mapping[str, Document], document: str) -> tuple[bool, str, str]:
    """The same for the document of an id."""
    return document_order(documents[document])


def once_each(documents: Iterable[Document]) -> tuple[list[Document], list[Problem]]:
    """Each document once, and a problem for each that was given again or has another's id.

    Of unlike documents with one id the first in the order of publishing stays, whatever the order of the input.
    """
    given: dict[str, list[Document]] = {}
    for d in documents:
        given.setdefault(d.id, []).append(d)
    found: list[Problem] = []
    kept = []
    for same in given.values():
        first = min(same, key=lambda d: (document_order(d), d.text, d.headline or "", d.address or ""))
        kept.append(first)
        others = list(same)
        others.remove(first)
        found += [
            _given_again(other) if _content(other) == _content(first) else _taken(other, first) for other in others
        ]
    return kept, found


def _content(document: Document) -> tuple[object, ...]:
    return document.text, document.headline, document.outlet, document.published_at


def _given_again(document: Document) -> Problem:
    return Problem(
        stage="clean",
        code="given-twice",
        message="the same document was given again; it counts once",
        document=document.id,
        address=document.address,
    )


def told_apart(document: Document) -> str:
    """A document in words that tell it from another of the same id: the beginning of it, and its outlet."""
    words = " ".join((document.headline or document.text).split())
    beginning = f"“{words[:TOLD_CHARS]}{'…' if len(words) > TOLD_CHARS else ''}”"
    return beginning if document.outlet is None else f"{beginning} ({document.outlet})"


def _taken(document: Document, kept: Document) -> Problem:
    return Problem(
        stage="clean",
        code="id-taken",
        message=(
            f"two documents have the id {kept.id}: kept is {told_apart(kept)}, set aside {told_apart(document)}; "
            "give it an id of its own"
        ),
        document=kept.id,
        address=document.address,
        fatal=True,
    )
