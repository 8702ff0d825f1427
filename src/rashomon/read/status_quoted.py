"""Quotation marks and status: what somebody's own words hold is no mark of the verb that reports them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.read.tree import SENTENCES, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HELD = frozenset("'‘’\"“”")
LONGEST_HELD = 4
"""How many words the marks of a headline may hold for them to be no quotation of their own."""

OPENING, CLOSING, STRAIGHT = "“«„", "”»", frozenset({'"', "``", "''"})


@lru_cache(maxsize=SENTENCES)
def _inside(doc: Doc) -> frozenset[int]:
    """The words of a sentence that stand between double marks, or before a mark that closes an earlier sentence's."""
    found: set[int] = set()
    opened: int | None = None
    seen = False
    for token in tokens(doc):
        text = token.text
        if text not in STRAIGHT and text not in OPENING and text not in CLOSING:
            continue
        closes = text in CLOSING or (text in STRAIGHT and (opened is not None or _closing(token)))
        if closes and (opened is not None or not seen):
            found.update(range((opened if opened is not None else -1) + 1, token.i))
            opened = None
        elif not closes:
            opened = token.i
        seen = True
    if opened is not None:
        found.update(range(opened + 1, len(doc)))
    return frozenset(found)


def _closing(mark: Token) -> bool:
    """Whether a straight mark follows a word at once and no word follows it at once."""
    return mark.i > 0 and not mark.doc[mark.i - 1].whitespace_


def quoted_in(word: Token) -> bool:
    """Whether a word stands between quotation marks."""
    return word.i in _inside(word.doc)


def scare_quoted(verb: Token) -> bool:
    """Whether a headline holds a verb at arm's length: "Wolf 'killed' by hunters", told in nobody's name."""
    doc = verb.doc
    if (
        doc[-1].text in {".", "?", "!", "”", '"'}
        or not verb.i
        or verb.nbor(-1).text not in HELD
        or verb.nbor(-1).whitespace_
    ):
        return False
    return any(t.text in HELD for t in doc[verb.i + 1 : verb.i + LONGEST_HELD])


def apart(word: Token, verb: Token) -> bool:
    """Whether a word stands between quotation marks and the verb it hangs on does not."""
    inside = _inside(verb.doc)
    return bool(inside) and word.i in inside and verb.i not in inside


def opens_quotation(word: Token) -> bool:
    """Whether a word is the first between quotation marks, "please" aside."""
    first = word.i
    while first > 0 and word.doc[first - 1].lower_ in {"please", "just", "do", "n't", "not", "never", "always"}:
        first -= 1
    return first > 0 and quoted_in(word) and not word.doc[first - 1].is_alpha and first - 1 not in _inside(word.doc)
