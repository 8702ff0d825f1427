"""Titles and offices beside a name: which of them make it a person's, and which words name an office alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.nouns import given_names, nouns

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIRM_ENDINGS = frozenset("inc ltd llc plc corp corporation gmbh ag nv spa co".split())
CLUBS = frozenset("united rovers wanderers athletic albion rangers town city county villa hotspur sporting".split())
"""How names of clubs end."""
PROPER = frozenset({"NNP", "NNPS"})


def behind_a_title(doc: Doc, start: int, end: int, kind: Kind | None) -> bool:
    """Whether a title stands right before a name: `Councillor Thamm`, and `councillor Uwe Thamm` of no other kind."""
    if doc[start - 1].lower_ in nouns().titles and doc[start - 1].text[0].isupper():
        return True
    return kind in {Kind.BODY, None} and end - start > 1 and _behind_an_office(doc, start, end)


def _behind_an_office(doc: Doc, start: int, end: int) -> bool:
    """Whether a name follows the office of whom it names, in small letters: `councillor Uwe Thamm`.

    Any word for a person will do before a given name; others (`employer`, `host`) may stand before a body's name.
    """
    if doc[start - 1].tag_ != "NN":
        return False
    office, words = doc[start - 1], doc[start:end]
    root = words.root
    beside = start <= office.head.i < end or (root.head.i == office.i and root.dep_ == "appos")
    title = office.lower_ in nouns().titles or words[0].lower_ in given_names()
    if not (beside and title and nouns().kinds.get(office.lemma_.lower()) is Kind.PERSON):
        return False
    named = all(t.tag_ == "NNP" and t.is_title and t.lower_ not in nouns().kinds for t in words)
    return named and words[-1].lower_.rstrip(".") not in FIRM_ENDINGS | CLUBS


def person_behind_title(doc: Doc, start: int, end: int) -> int | None:
    """Where the person begins in `Lys Chief Minister Rajni Pathare`: behind the last title that stands inside."""
    kinds = nouns().kinds
    for at in range(end - 3, start, -1):
        word = doc[at].lower_.rsplit("-", 1)[-1]
        if word in nouns().titles and kinds.get(word) is Kind.PERSON:
            rest = {t.lower_ for t in doc[at + 1 : end]}
            return at + 1 if not rest & kinds.keys() and all(t.tag_ in PROPER for t in doc[at + 1 : end]) else None
    return None


def is_office(words: tuple[str, ...]) -> bool:
    """Whether words name an office by what it is over: `Minister of Transport`, `Inspector-General of Police`."""
    if "of" not in words[1:-1]:
        return False
    head = words[words.index("of") - 1].lower().rsplit("-", 1)[-1]
    return nouns().kinds.get(head) is Kind.PERSON and head in nouns().titles
