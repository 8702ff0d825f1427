"""PLOVER event types of predicates, by a declared lexicon of verb senses and objects."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.events_found import Found
from rashomon.read.events_idioms import idiom
from rashomon.read.status_lexicon import table
from rashomon.read.status_paths import lemmas_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _by_lemma(form: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, members in table("codes.tsv").items():
        code, kind = key.split(":")
        if kind == form:
            for member in sorted(members):
                found.setdefault(member, code)
    return found


def code_of(found: Found) -> str | None:
    """The PLOVER type of a happening, None outside them."""
    if found.form in {"noun", "light"}:
        return _of_noun(found.token) or (_of_verb(found.carrier) if found.carrier is not None else None)
    return _of_verb(found.token)


def _of_noun(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    compound = next(
        (f"{t.lower_} {lemma}" for t in noun.children if t.dep_ in {"compound", "amod"} and t.i == noun.i - 1), ""
    )
    return _by_lemma("noun").get(compound) or _by_lemma("noun").get(lemma)


def _of_verb(verb: Token) -> str | None:
    if idiom(verb) is not None:
        return _by_lemma("verb").get("expel")
    lemmas = lemmas_of(verb)
    bare = lemmas[-1]
    complements = []
    for t in verb.children:
        if t.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            complements.append(t.lemma_.lower())
        elif t.dep_ == "prep":
            complements += [o.lemma_.lower() for o in t.children if o.dep_ == "pobj"]
        elif t.dep_ == "acomp":
            complements.append(t.lower_)
    for complement in complements:
        if code := _by_lemma("verb").get(f"{bare} + {complement}"):
            return code
    for lemma in lemmas:
        if code := _by_lemma("verb").get(lemma):
            return code
    return None
