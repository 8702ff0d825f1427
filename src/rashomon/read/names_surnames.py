"""Surnames that are words: `Marit Vessel`, of whom it then says `Vessel said`; `Banks`, `Frost`, `Church`.

A recogniser takes many of their bearers for bodies, and a tagger takes the bare surname at the head of a sentence for
a common noun. Both are told by how the name is used: a body keeps its whole name or takes an article, while a
person is called by the last word alone and speaks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Kind, Role
from rashomon.core.places import country_word
from rashomon.read.cues import cues
from rashomon.read.names_found import Found
from rashomon.read.names_titles import FIRM_ENDINGS
from rashomon.read.nouns import given_names
from rashomon.read.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MOST_NAMES = 3
"""The most words of a personal name whose last may be used alone."""

COMMON = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "UH"})
"""The tags that a bare surname gets."""

ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "agent", "appos"})

UNNAMED = frozenset({"det", "poss", "amod", "compound", "nummod"})
"""What hangs on a common noun and on no surname."""


def with_surnames(parsed: Parsed, found: list[Found]) -> list[Found]:
    """The names of a document with the bare surnames that were missed, and with the kind of those who bear them."""
    bearers: dict[str, list[Found]] = {}
    for name in found:
        if 1 < len(name.words) <= MOST_NAMES and name.words[-1].isalpha() and name.words[-1][0].isupper():
            bearers.setdefault(name.words[-1].lower(), []).append(name)
    if not bearers:
        return found
    places = {(name.sentence, at) for name in found for at in range(name.start, name.end)}
    alone = [name for name in found if len(name.words) == 1 and name.words[0].lower() in bearers]
    missed = list(_missed(parsed, bearers, places))
    people = {w for w, fits in bearers.items() if any(f.kind is Kind.PERSON for f in fits)}
    spoken = {name.words[0].lower() for name in (*alone, *missed) if _says(parsed, name)}
    people |= {w for w in spoken if all(_can_be(f) for f in bearers[w]) and _introduced(bearers[w], (*alone, *missed))}
    told = [_as_person(name) if name.words[-1].lower() in people and _can_be(name) else name for name in found]
    told += [name for name in missed if name.words[0].lower() in people]
    return sorted(told, key=lambda name: (name.sentence, name.start))


def _introduced(full: list[Found], alone: Iterable[Found]) -> bool:
    """Whether the report gives the full name before the bare one, as it does with people; a firm by either."""
    word = full[0].words[-1].lower()
    first = min((name.sentence, name.start) for name in full)
    told = [name for name in full if not name.headline]
    bare = ((name.sentence, name.start) for name in alone if not name.headline and name.words[0].lower() == word)
    return bool(told) and all(first < place for place in bare)


def _can_be(name: Found) -> bool:
    """Whether a name may be a person's whatever the recogniser says: no country, no firm, no body by its form."""
    if name.kind is Kind.PERSON:
        return True
    words = name.words
    if country_word(" ".join(words)) is not None or words[-1].lower().rstrip(".") in FIRM_ENDINGS:
        return False
    if len(words) > 1 and not all(w[0].isupper() and not w.isupper() for w in words):
        return False
    return not name.sure or words[0].lower() in given_names()


def _as_person(name: Found) -> Found:
    return name if name.kind is Kind.PERSON else replace(name, kind=Kind.PERSON, sure=False)


def _missed(parsed: Parsed, bearers: Iterable[str], places: set[tuple[int, int]]) -> Iterable[Found]:
    """Capitalised words that are somebody's surname and were taken for common nouns."""
    wanted = set(bearers)
    for sentence in parsed.sentences:
        headline = sentence.passage.role is Role.HEADLINE
        if headline or wanted.isdisjoint(parsed.document.words_at(sentence.span).lower().replace(",", " ").split()):
            continue
        for token in sentence.doc:
            if token.lower_ in wanted and (sentence.number, token.i) not in places and _bare(token):
                yield Found(
                    sentence=sentence.number, start=token.i, end=token.i + 1, words=(token.text,), kind=Kind.PERSON
                )


def _bare(token: Token) -> bool:
    """Whether a word stands as a name does: with a capital, in a role, with nothing that a common noun would have."""
    return (
        token.text[0].isupper()
        and not token.text.isupper()
        and token.tag_ in COMMON
        and token.dep_ in ROLES
        and not any(t.dep_ in UNNAMED for t in token.children)
    )


def _says(parsed: Parsed, name: Found) -> bool:
    """Whether a bare name speaks: it is the subject of a reporting verb, with no article."""
    doc: Doc = parsed.sentences[name.sentence].doc
    token = doc[name.start]
    head = token.head
    if any(t.dep_ in UNNAMED for t in token.children) or name.headline:
        return False
    inverted = token.dep_ in {"dobj", "attr"} and token.i == head.i + 1
    return (token.dep_ == "nsubj" or inverted) and cues().verb(head) is not None
