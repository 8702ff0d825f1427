"""What parsers get wrong where somebody calls a thing something: "calls closure an act of war", "called it a farce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset({"call", "label", "brand", "term", "dub"})
"""Verbs with an object and what it is called."""
NOMINAL = frozenset({"NOUN", "PROPN"})
BARE = frozenset({"VB", "VBP", "VBZ"})
"""Tags that taggers give a noun behind the verb of a headline."""
TIMES = frozenset({"DATE", "TIME"})


def mend_naming(verb: Token) -> None:
    """Put the object of a verb of naming right, and what it is called."""
    if verb.lemma_.lower() not in NAMING or verb.pos_ != "VERB":
        return
    first = next(verb.rights, None)
    if first is not None and first.i == verb.i + 1 and first.tag_ in BARE:
        _noun_taken_for_verb(first)
    words = list(verb.rights)
    named = next((t for t in words if t.dep_ == "dobj" and t.pos_ in NOMINAL), None)
    if named is None:
        return
    for t in (*named.rights, *words):
        second = t.dep_ == "npadvmod" or (t.dep_ == "dobj" and t.head.i == verb.i)
        if t.i > named.i and second and t.pos_ in NOMINAL and _says_what(t):
            t.head, t.dep_ = verb, "oprd"
            return


def _noun_taken_for_verb(word: Token) -> None:
    """A bare noun right behind the verb is what is called something: "calls strike a disgrace"."""
    under = list(word.children)
    if word.dep_ == "oprd" and not under:
        called = next((t for t in word.head.rights if t.i > word.i and t.dep_ in {"oprd", "npadvmod"}), None)
    elif word.dep_ == "xcomp" and len(under) == 1:
        called = next((t for t in under if t.dep_ == "dobj" and t.i > word.i and _says_what(t)), None)
    else:
        return
    if called is not None:
        called.head = word.head
        called.dep_ = "oprd"
        word.tag_, word.pos_, word.lemma_, word.dep_ = "NN", "NOUN", word.lower_, "dobj"


def _says_what(noun: Token) -> bool:
    """Whether a noun says what something is, and not when it was called so: "a disgrace", "'act of war'"."""
    if noun.ent_type_ in TIMES:
        return False
    first = noun.left_edge
    return first.lower_ in {"a", "an"} or (first.i > 0 and first.nbor(-1).is_quote)
