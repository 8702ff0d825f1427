"""What parsers get wrong where somebody calls a thing something: "calls closure an act of war", "called it a farce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset({"call", "label", "brand", "term", "dub"})
"""Verbs with an object and what it is called."""
NOMINAL = frozenset({"NOUN", "PROPN"})
TIMES = frozenset({"DATE", "TIME"})


def mend_naming(verb: Token) -> None:
    """Put the object of a verb of naming right, and what it is called."""
    if verb.lemma_.lower() not in NAMING or verb.pos_ != "VERB":
        return
    words = list(verb.rights)
    if words and _noun_taken_for_verb(words):
        words[0].tag_, words[0].pos_, words[0].lemma_, words[0].dep_ = "NN", "NOUN", words[0].lower_, "dobj"
    named = next((t for t in words if t.dep_ == "dobj" and t.pos_ in NOMINAL), None)
    if named is None:
        return
    for t in (*named.rights, *words):
        if t.i > named.i and t.dep_ == "npadvmod" and t.pos_ in NOMINAL and _indefinite(t):
            t.head, t.dep_ = verb, "oprd"
            return


def _noun_taken_for_verb(words: list[Token]) -> bool:
    """Whether a bare noun right behind the verb was taken for what the thing is called, as a verb."""
    first = words[0]
    named = any(t.dep_ in {"oprd", "npadvmod"} and t.i > first.i for t in words[1:])
    bare = first.i == first.head.i + 1 and not any(True for _ in first.children)
    return bare and named and first.dep_ == "oprd" and first.tag_ in {"VB", "VBP", "VBZ"}


def _indefinite(noun: Token) -> bool:
    """Whether a noun says what something is: "a disgrace", and not when it was called so ("a day later")."""
    return noun.ent_type_ not in TIMES and any(t.dep_ == "det" and t.lower_ in {"a", "an"} for t in noun.lefts)
