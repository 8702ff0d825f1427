"""Labels that papers set before a colon to say what kind of piece or note follows; nobody speaks there."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

RUBRICS = frozenset(
    """
    analysis explainer explained exclusive watch video live opinion comment editorial breaking update updated updates
    interview profile timeline factbox fact-check review recap preview gallery photos pictures podcast listen quiz
    letter letters obituary feature special column blog poll-watch insight background factfile read more correction
    reporter columnist commentator editor reviewer latest developing flash alert newsflash in-depth clarification
    erratum corrigendum retraction amendment
    """.split()
)
"""What papers set before a colon to say what kind of piece follows."""
WITH = frozenset("news story now report blog in full long a the and just this note notes".split())
"""What such a label may hold besides: `Breaking news`, `Live updates`, `In pictures`, `Editor's note`."""
LABEL = re.compile(r"\s*(?P<words>[A-Za-z’'-]+(?: [A-Za-z’'-]+){0,2})\s*[:|]\s+(?=\S)")
OWNED = re.compile(r"[’']s?(?=\s|$)")
"""The ending of an owner: `Editor's`, `Editors’`."""
MOST_RUBRIC_TOKENS = 5
"""A label ends, with its colon, within so many tokens."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@lru_cache(maxsize=1 << 10)
def behind_rubric(words: str) -> int:
    """Where a headline or sentence begins behind such a label; 0 where it has none."""
    match = LABEL.match(words)
    label = OWNED.sub("", match["words"].lower()).split() if match is not None else []
    if match is None or RUBRICS.isdisjoint(label) or not set(label) <= RUBRICS | WITH:
        return 0
    return match.end()


def rubric_tokens(token: Token) -> int:
    """How many tokens the label takes up in which a token stands; 0 where it stands in none."""
    if token.i >= MOST_RUBRIC_TOKENS:
        return 0
    end = behind_rubric(token.doc.text)
    return sum(t.idx < end for t in token.doc[: MOST_RUBRIC_TOKENS + 1]) if token.idx < end else 0


def told_behind(token: Token, end: int) -> Token | None:
    """The subject or apposition behind a label of `end` tokens, which the parser hung beside the label's word."""
    head = token
    while head.head.i < end and head.head.i != head.i:
        head = head.head
    beside = [c for c in head.children if c.dep_ == "appos"]
    if head.dep_ in SUBJECTS:
        beside += [c for c in head.head.children if c.dep_ in SUBJECTS]
    return next((t for t in beside if t.i >= end), None)
