"""Where reported content begins and ends: the parser's complement, mended at both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import TENSED
from rashomon.read.cues import cues
from rashomon.read.syntax import MEANWHILE, stranded_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

BEHIND = frozenset({"advcl", "prep", "npadvmod", "advmod"})
"""Dependents that the parser hangs on the reporting verb though they stand behind its complement."""
EDGES = frozenset(",;:.–—-") | {"--"}
"""Marks at which content is cut or trimmed."""


def reach(child: Token, verb: Token) -> tuple[int, int]:
    """The tokens of a complement, with what the parser hung on the verb though it belongs to the clause."""
    left, right = child.left_edge.i, child.right_edge.i + 1
    if child.i > verb.i:
        left = max(left, verb.i + 1) if left <= verb.i else left
        for later in verb.children:
            if later.i >= right and (_hung(later, right) or _goes_on(later, right) or _parallel(later, child, right)):
                right = later.right_edge.i + 1
        right = min(_cut(child, right), aside(child, right), _turn(child, right))
    elif right > verb.i:
        right = min((c.left_edge.i for c in verb.children if c.dep_ == "nsubj" and c.i > child.i), default=verb.i)
        right = min(right, verb.i)
    return left, right


def _goes_on(later: Token, right: int) -> bool:
    """Whether `and` with a subject of its own, without a comma, goes on with what is reported."""
    join = later.doc[later.left_edge.i - 1] if later.left_edge.i else later
    if later.dep_ != "conj" or join.dep_ != "cc" or join.i != right or cues().verb(later) is not None:
        return False
    return any(c.dep_ == "nsubj" for c in later.children)


def _parallel(later: Token, child: Token, right: int) -> bool:
    """Whether what the parser hung on the reporting verb goes on with its complement.

    `said it would cost more, but would last`: a modal does not go with `said`; `pledged to cap and then reduce`: nor
    does a bare infinitive; `said it failed, because ...`: a reason is that of what is told.
    """
    if later.left_edge.i > right + 2:
        return False
    if later.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ == "because" for c in later.children)
    if later.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in later.children):
        return False
    modal = any(c.tag_ == "MD" for c in later.children)
    if modal:
        return any(c.tag_ == "MD" for c in child.children)
    return later.tag_ == "VB" == child.tag_ and later.head.tag_ != "VB"


def _turn(child: Token, right: int) -> int:
    """The end of a complement before `; ...` or before `, citing ...`, where its speaker speaks on."""
    for token in child.doc[child.i : right]:
        if token.text == ";":
            return token.i
        cue = cues().verb(token) if token.tag_ == "VBG" and token.dep_ == "advcl" else None
        speaking = cue is not None and (cue.takes("q") or "neutral" in cue.classes)
        if speaking and token.left_edge.i and token.doc[token.left_edge.i - 1].text == ",":
            return token.left_edge.i - 1
    return right


def aside(child: Token, right: int) -> int:
    """The end of a complement before a relative clause behind a comma that ends it: the reporter's own addition."""
    last = child.doc[right - 1]
    for token in last.ancestors:
        at = token.left_edge.i
        if (
            token.dep_ == "relcl"
            and at > child.i
            and token.doc[at - 1].text == ","
            and token.doc[at].lower_ in {"which", "who"}
        ):
            return at - 1
        if token == child:
            break
    return right


def meanwhile(child: Token, right: int) -> int:
    """The end of what somebody refuses or promises before `as Norland threatens to ...`, where another speaks."""
    for verb in child.doc[child.i + 1 :]:
        if verb.dep_ != "advcl" or verb.tag_ not in TENSED or cues().verb(verb) is None:
            continue
        stranded = stranded_subject(verb)
        opening = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in MEANWHILE), None)
        opening = stranded.head if stranded is not None else opening
        if opening is not None and child.i < opening.i < right:
            return opening.i
    return right


def added(first: Token, right: int, tags: set[str]) -> int:
    """The end of a phrase before what a comma and a word of one of `tags` add: `..., citing costs`."""
    doc = first.doc
    for at in range(first.i + 1, right - 1):
        if doc[at].text == "," and doc[at + 1].tag_ in tags:
            return at
    return right


def _cut(child: Token, right: int) -> int:
    """The end of a complement before a second reporting verb that the parser took into it: `... and warned that`."""
    for token in child.conjuncts:
        cue = cues().verb(token)
        if cue is None or not cue.takes("q") or token.i >= right or token.tag_ not in {"VBD", "VBZ"}:
            continue
        if any(c.dep_ in {"nsubj", "aux"} for c in token.children):
            continue
        join = token.left_edge.i - 1
        return join if child.doc[join].dep_ == "cc" else token.left_edge.i
    return right


def _hung(later: Token, right: int) -> bool:
    """Whether a later dependent of the reporting verb belongs to its complement: right behind it, without a comma."""
    return later.dep_ in BEHIND and later.left_edge.i == right


def without_asides(head: Token) -> int:
    """The end of a phrase before what only hangs on behind a comma: `..., which he opposed`, `..., a friend`."""
    right = head.right_edge.i + 1
    for child in head.children:
        at = child.left_edge.i
        if (
            child.dep_ in {"relcl", "acl", "appos", "advcl"}
            and at > head.i
            and head.doc[at - 1].text in {",", "-", "--", "—", "–"}
        ):
            right = min(right, at - 1)
    return right
