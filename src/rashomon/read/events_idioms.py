"""Set phrases whose verb alone does not name the happening: "gave the tenants a week to go".

Their words are declared in `data/status_marks.tsv` (`idiom-...`). To give somebody a time in which to act orders the
act: to leave within a time orders somebody out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.core.predicates import predicate_classes
from rashomon.read.status_lexicon import marks
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def idiom(verb: Token) -> tuple[str, Token | None] | None:
    """The lemma that a set phrase around a verb stands for, with its target; None outside one."""
    lemma = verb.lemma_.lower()
    if lemma in marks()["idiom-granting"]:
        return _hours_to_leave(verb)
    if lemma in marks()["idiom-naming"]:
        return _unwelcome(verb)
    return None


def _hours_to_leave(verb: Token) -> tuple[str, Token | None] | None:
    """Whether they are ordered out: "gave the tenants a week to go", "the crew had a day to depart"."""
    doc = verb.doc
    for t in doc[verb.i + 1 : verb.i + 16]:
        if t.lemma_.lower() not in marks()["idiom-period"]:
            continue
        after = [word.lemma_.lower() for word in doc[t.i + 1 : t.i + 3]]
        if after[:1] == ["to"] and after[1:] and after[1] in marks()["idiom-leaving"]:
            return "order out", _recipient(verb, t)
    return None


def _recipient(verb: Token, period: Token) -> Token | None:
    passive = next((t for t in children(verb) if t.dep_ == "nsubjpass"), None)
    if passive is not None:
        return passive
    if verb.lemma_.lower() == "have":
        return next((t for t in children(verb) if t.dep_ == "nsubj"), None)
    objects = [t for t in children(verb) if t.dep_ in {"dative", "dobj"} and t.i != period.i and t.pos_ != "ADP"]
    if objects:
        return objects[0]
    return period.head if period.head.pos_ in {"NOUN", "PROPN", "PRON"} and period.head.i > verb.i else None


def _unwelcome(verb: Token) -> tuple[str, Token | None] | None:
    """Whether they are expelled: "declared four envoys personae non gratae"."""
    after = verb.doc[verb.i + 1 : verb.i + 14]
    mark = next((t for t in after if t.lower_ in marks()["idiom-unwelcome"]), None)
    if mark is None:
        return None
    passive = next((t for t in children(verb) if t.dep_ == "nsubjpass"), None)
    if passive is not None:
        return "declare persona non grata", passive
    latin = {"non", "grata", "gratae", "gratas", "grate"} | marks()["idiom-unwelcome"]
    heads = [
        t
        for t in after
        if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.lower_ not in latin and t.dep_ not in {"compound", "poss"}
    ]
    before = [t for t in heads if t.i < mark.i]
    return "declare persona non grata", next(iter(before or heads), None)


@cache
def _phrases() -> dict[str, frozenset[tuple[str, ...]]]:
    """The declared verbs of more than one word, by their first: "lose life", "find guilty", "go on strike"."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for one in predicate_classes():
        for verb in one.verbs:
            first, *rest = verb.split()
            if rest:
                found.setdefault(first, set()).add(tuple(rest))
    return {first: frozenset(rests) for first, rests in found.items()}


def verb_phrase(verb: Token) -> tuple[str, Token] | None:
    """The declared verb that a verb makes with its object, adjective or preposition and noun, and that word.

    "Lost their lives" is "lose life", "was found guilty" "find guilty", "went on strike" "go on strike". A bare
    preposition makes none, since "crashed into" is still a crash. None where the words make none.
    """
    lemma = verb.lemma_.lower()
    rests = _phrases().get(lemma, frozenset())
    for t in children(verb) if rests else ():
        if t.i < verb.i:
            continue
        if t.dep_ == "dobj" and ((t.lower_,) in rests or (t.lemma_.lower(),) in rests):
            return f"{lemma} {t.lower_ if (t.lower_,) in rests else t.lemma_.lower()}", t
        if (
            (t.dep_ in {"acomp", "oprd", "xcomp", "ccomp"} or t.i == verb.i + 1)
            and t.tag_ != "IN"
            and (t.lower_,) in rests
        ):
            return f"{lemma} {t.lower_}", t
        if t.dep_ == "prep":
            for o in children(t):
                if o.dep_ == "pobj" and (t.lower_, o.lemma_.lower()) in rests:
                    return f"{lemma} {t.lower_} {o.lemma_.lower()}", o
    return None
