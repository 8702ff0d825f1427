"""Noun phrases: from a head word to the words that belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

OUTSIDE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis", "dep"})
"""Dependents of a noun that are not part of the phrase that names it."""


def noun_phrase(head: Token) -> Phrase:
    """The noun phrase of a head: its determiner, modifiers and `of`-like complements, no clauses or appositions."""
    left = right = head.i
    for child in children(head):
        if child.dep_ in OUTSIDE or (child.dep_ == "prep" and child.i < head.i):
            continue
        if child.dep_ == "prep" and child.lower_ not in {
            "of",
            "from",
            "in",
            "at",
            "for",
            "to",
            "on",
            "against",
            "with",
        }:
            continue
        left, right = _reach(child, left, right)
    return head.doc[left : right + 1]


def _reach(token: Token, left: int, right: int) -> tuple[int, int]:
    """The bounds widened to a dependent and all of its own that are not clauses."""
    at = token.i
    left, right = (min(left, at)), (max(right, at))
    for child in children(token):
        if child.dep_ not in OUTSIDE:
            left, right = _reach(child, left, right)
    return left, right


def modifiers_of(head: Token) -> tuple[str, ...]:
    """Lower-case lemmas of the content words that stand with a head, in text order, numbers and the head left out."""
    phrase = noun_phrase(head)
    return tuple(
        t.lemma_.lower()
        for t in phrase
        if t.i != head.i and t.pos_ in {"ADJ", "NOUN", "PROPN", "VERB"} and not t.like_num and t.lemma_.strip()
    )
