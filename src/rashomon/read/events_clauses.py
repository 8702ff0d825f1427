"""The words of one happening's own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.events_found import Found
from rashomon.read.status_syntax import VERBAL
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

FOREIGN = frozenset({"relcl", "parataxis", "advcl", "conj", "cc", "punct", "csubj", "intj", "appos"})
"""Dependents that are clauses of their own, or join one."""


def clause_of(found: Found) -> Phrase:
    """The predicate's own clause, from its subject to its last complement, as one stretch of words.

    An infinitive takes in the verbs that govern it ("decided to expel"), since without them its status is lost.
    """
    head = found.carrier if found.carrier is not None else found.token
    if found.form == "adjective":
        head = head.head
    top = head
    while top.dep_ in {"xcomp", "oprd"} and top.head.pos_ in VERBAL | {"ADJ"} and top.head.i != top.i:
        top = top.head
    left, right = _reach(head, head.i, head.i, top=True)
    if top.i != head.i:
        left = min(
            [left, top.i, *(t.i for c in children(top) if c.i < head.i and c.dep_ not in FOREIGN for t in c.subtree)]
        )
    doc = head.doc
    while right > left and doc[right].is_punct and doc[right].text not in {"'", "’"}:
        right -= 1
    while left < right and (doc[left].is_punct or (doc[left].dep_ == "mark" and doc[left].lower_ == "that")):
        left += 1
    return doc[left : right + 1]


def _reach(token: Token, left: int, right: int, *, top: bool = False) -> tuple[int, int]:
    at = token.i
    left, right = (min(left, at)), (max(right, at))
    for child in children(token):
        if child.dep_ in FOREIGN and not _kept(child):
            continue
        if top and child.i < token.i and (child.dep_ == "ccomp" or _leading(child)):
            continue
        left, right = _reach(child, left, right)
    return left, right


def _leading(child: Token) -> bool:
    """Whether a dependent before the verb is an opening that the clause can go without: a phrase that names no time."""
    if child.dep_ == "prep":
        return not any(t.ent_type_ in {"DATE", "TIME"} for t in child.subtree)
    return child.dep_ in {"advmod", "mark"} and child.i + 1 < len(child.doc) and child.nbor().text == ","


def _kept(child: Token) -> bool:
    """Coordinated nouns and adjectives stay with their phrase; so do short purpose clauses, and a name behind its noun.

    "The operator Quay Lines" is one phrase; what a comma parts from its noun is an aside.
    """
    if child.dep_ == "appos":
        return child.left_edge.i == child.head.i + 1
    if child.dep_ in {"conj", "cc"}:
        return child.head.pos_ not in VERBAL and child.pos_ not in VERBAL
    if child.dep_ == "advcl":
        return any(t.dep_ == "aux" and t.lower_ == "to" for t in children(child))
    return False
