"""People whom a recogniser takes for bodies, in `Ida Kant sold the mill. "I wept," she said`.

A given name does not tell by itself (`Morgan Stanley`); the report must go on with a pronoun of that sex, and have
nobody else of whom it may be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.names_antecedents import gender_of
from rashomon.read.names_found import Found
from rashomon.read.names_titles import FIRM_ENDINGS
from rashomon.read.nouns import given_names, nouns
from rashomon.read.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_WORDS = 3


def with_people(parsed: Parsed, found: list[Found]) -> list[Found]:
    """The names of a document, with the kind of the one person in it whom the recogniser took for a body."""
    doubtful = {name.words for name in found if _looks_like_one(parsed, name)}
    if len(doubtful) != 1:
        return found
    words = next(iter(doubtful))
    first = next(name for name in found if name.words == words)
    gender = given_names()[words[0].lower()]
    pronouns = [gender_of(t) for t in _pronouns_behind(parsed, first)]
    others = any(name.kind is Kind.PERSON and not set(name.words) <= set(words) for name in found)
    if others or not pronouns or pronouns[0] != gender:
        return found
    return [replace(n, kind=Kind.PERSON) if n.words == words and n.kind is Kind.BODY else n for n in found]


def _looks_like_one(parsed: Parsed, name: Found) -> bool:
    """Whether what is taken for a body begins with a given name, without an article, and has no body's word in it."""
    if name.kind is not Kind.BODY or name.sure or not 1 < len(name.words) <= MOST_WORDS:
        return False
    doc = parsed.sentences[name.sentence].doc
    if name.start and doc[name.start - 1].dep_ == "det":
        return False
    rest = [word.lower().rstrip(".") for word in name.words[1:]]
    plain = all(word.isalpha() and word not in nouns().kinds and word not in FIRM_ENDINGS for word in rest)
    return plain and name.words[0].lower() in given_names()


def _pronouns_behind(parsed: Parsed, name: Found) -> Iterator[Token]:
    """The pronouns for one person of known sex behind a name, in text order."""
    for sentence in parsed.sentences[name.sentence :]:
        for token in sentence.doc:
            behind = sentence.number > name.sentence or token.i >= name.end
            if behind and token.tag_ in {"PRP", "PRP$"} and gender_of(token):
                yield token
