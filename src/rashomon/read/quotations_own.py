"""The report itself as one who speaks: "an earlier version of this report said". Nobody is quoted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

EARLIER = frozenset("earlier previous original first initial former prior older past preceding".split())
PIECES = frozenset("article story report piece post item dispatch column page headline caption bulletin entry".split())
"""What an outlet calls a text of its own."""

ITSELF = frozenset({"article", "story", "piece", "dispatch"})
"""Those that mean the text they stand in behind "this"; "this report" may be one that was told of before."""

NOTICES = frozenset({"correction", "corrections", "clarification", "clarifications", "amendment", "editor"})
"""How a notice begins in which "this report" is the one it stands in."""

OWN = frozenset({"this", "the", "our"})


def is_own_text(noun: Token) -> bool:
    """Whether a noun means the text it stands in, or what that text was before."""
    lemma = noun.lemma_.lower()
    before = {t.lower_ for t in noun.lefts}
    if lemma == "version" and before & EARLIER:
        of = next((t for t in noun.rights if t.dep_ == "prep" and t.lower_ == "of"), None)
        return of is None or any(t.dep_ == "pobj" and _is_piece(t) for t in of.rights)
    if lemma == "headline":
        return bool(before & EARLIER) or "this" in before
    return "this" in before and (lemma in ITSELF or (lemma in PIECES and noun.doc[0].lower_ in NOTICES))


def _is_piece(noun: Token) -> bool:
    return noun.lemma_.lower() in PIECES and any(t.lower_ in OWN for t in noun.lefts)
