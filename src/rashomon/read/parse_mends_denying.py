"""What parsers get wrong in headlines that deny: "Firm denies leak", "Abbey denies bell sold"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.status_lexicon import noun_governor, verb_governor

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE = frozenset({"VB", "VBP"})
SETTING = frozenset({"det", "poss", "nummod", "prep", "punct"})

PARTICIPLES = frozenset({"shut", "hurt", "beset", "overrun", "overcome"})
"""Participles like their bare forms that are no nouns, and that taggers take for names in headlines."""


def mend_denying(word: Token) -> bool:
    """Put right a verb of a headline that was taken for a noun or an auxiliary, and what it denies; whether it did."""
    if word.tag_ in {"NNS", "VBZ"} and word.dep_ in {"nsubj", "aux"} and word.head.tag_ in BARE:
        return _verb_before_noun(word)
    if word.dep_ in {"acl", "dobj"} and _denies(word.head if word.dep_ == "dobj" else word.head.head):
        return _participle_behind(word)
    return False


def _verb_before_noun(verb: Token) -> bool:
    """A third person before a bare last word is the verb, and the last word its object: "Firm denies leak"."""
    noun, lemma = verb.head, verb.lower_.removesuffix("s").removesuffix("ie") + ("y" if "ies" in verb.lower_ else "")
    governor = verb_governor(lemma, verb.lemma_.lower())
    if governor is None or noun_governor(lemma) is not None or noun.i != verb.i + 1 or noun.i + 1 != len(verb.doc):
        return False
    first = verb.nbor(-1) if verb.i else None
    if first is None or first.head.i not in {verb.i, noun.i} or any(t.dep_ in SETTING for t in verb.children):
        return False
    above, dep = noun.head, noun.dep_
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", lemma
    verb.head, verb.dep_ = verb if above.i == noun.i else above, dep
    for t in [*verb.lefts, *noun.lefts]:
        if t.i < verb.i and t.i != first.i:
            t.head = first
    first.head, first.dep_ = verb, "nsubj"
    first.pos_, first.tag_ = ("NOUN", "NN") if first.pos_ == "ADJ" else (first.pos_, first.tag_)
    noun.head, noun.dep_ = verb, "dobj"
    noun.tag_, noun.pos_, noun.lemma_ = "NN", "NOUN", noun.lower_
    return True


def _participle_behind(word: Token) -> bool:
    """A participle behind a bare noun is what is denied of it, no mark of which one: "Abbey denies bell stolen"."""
    if word.doc[-1].is_punct or word.i + 1 != len(word.doc) or not word.i:
        return False
    noun = word.nbor(-1)
    if word.dep_ == "dobj":
        if word.lower_ not in PARTICIPLES or noun.dep_ != "compound" or noun.head.i != word.i:
            return False
        word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", word.lower_
        for t in [t for t in word.lefts if t.i != noun.i]:
            t.head = noun
    elif (
        word.tag_ != "VBN"
        or word.head.i != noun.i
        or noun.dep_ != "dobj"
        or any(t.dep_ in SETTING for t in noun.children)
    ):
        return False
    verb = word.head if word.dep_ == "dobj" else noun.head
    word.head, word.dep_ = verb, "ccomp"
    noun.head, noun.dep_ = word, "nsubjpass"
    return True


def _denies(verb: Token) -> bool:
    governor = verb_governor(verb.lemma_.lower()) if verb.pos_ == "VERB" else None
    return governor is not None and governor.name == "deny"
