"""What parsers get wrong in conditions: verbs behind "should" taken for nouns, participles taken for adjectives."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.clauses import IF
from rashomon.read.status_lexicon import transitive

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset({"compound", "nmod", "amod"})
"""How the subject of a verb hangs on it where the parser took the verb for a noun."""
BEFORE = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
"""What stands before that subject and belongs to it."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
AFTER_VERB = frozenset({"DT", "PRP$", "PRP", "IN", "RB"})
"""Tags of what goes on behind a verb."""
TO_BE = frozenset({"is", "are", "was", "were"})


def mend_condition(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions below."""
    if token.lower_ == "should" and token.dep_ == "aux" and token.head.i > token.i + 1:
        _verb_behind_should(token)
        _condition_behind(token)
        _act_before(token)
    elif token.lower_ == "case" and token.i and token.nbor(-1).lower_ == "in":
        _verb_in_case(token)
    elif token.tag_ == "JJ" and token.dep_ == "acomp" and token.lower_ in _participles():
        _participle(token)


def _verb_behind_should(should: Token) -> None:
    """A word behind "should" and a noun is the verb of that noun: "would leave should the council vote against it"."""
    word = should.head
    if word.tag_ not in {"NN", "VB", "NNP"} or any(t.dep_.startswith("nsubj") or t.dep_ == "prep" for t in word.lefts):
        return
    noun = word.nbor(-1)
    if noun.head.i != word.i or noun.dep_ not in NAMING or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for t in list(word.lefts):
        if should.i < t.i < noun.i and t.dep_ in BEFORE:
            t.head = noun
    noun.dep_ = "nsubj"
    if word.tag_ != "VB":
        word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_
        if word.dep_ in {"dobj", "attr", "npadvmod"}:
            word.dep_ = "advcl"


def _condition_behind(should: Token) -> None:
    """A clause with "should" before its subject, right behind an act that is announced, is the condition of that act.

    Parsers take it for what is said: "said it would recall its ambassador should the bridge be closed".
    """
    verb, before = should.head, should.nbor(-1) if should.i else None
    if verb.dep_ != "ccomp" or before is None or before.tag_ in {"WP", "WDT", "WRB", "CC", "IN"}:
        return
    words = [t for above in (verb, *verb.lefts) for t in above.lefts if t.dep_ in {"nsubj", "nsubjpass", "expl"}]
    if not any(t.i > should.i for t in words) or verb.doc[-1].text == "?":
        return
    acts = [verb.head, *(t for t in verb.head.children if t.dep_ == "ccomp" and t.i < should.i)]
    act = next((t for t in reversed(acts) if t.i < should.i and any(m.tag_ == "MD" for m in t.lefts)), None)
    if act is not None:
        verb.head, verb.dep_ = act, "advcl"


def _act_before(should: Token) -> None:
    """An act that is announced stands over its condition, where the parser put it under: "will leave should it rain".

    So it does before a closing "she said": "The bank will raise rates should prices rise, the governor said."
    """
    verb = should.head
    subject = next((t for t in verb.lefts if t.dep_ in SUBJECTS and t.i > should.i), None)
    act = next((t for t in verb.lefts if t.dep_ == "ccomp" and t.right_edge.i == should.i - 1), None)
    if subject is None or act is None or verb.doc[-1].text == "?" or not any(t.tag_ == "MD" for t in act.lefts):
        return
    if verb.head.i == verb.i:
        act.head, act.dep_ = act, "ROOT"
    else:
        act.head, act.dep_ = verb.head, verb.dep_
    verb.head, verb.dep_ = act, "advcl"


def _verb_in_case(case: Token) -> None:
    """A word after "in case", which opens a clause, and a noun is the verb of that noun: "in case the dam breaks"."""
    doc = case.doc
    if case.i + 2 >= len(doc) or doc[case.i + 1].lower_ in {"of", "that"} or doc[case.i + 1].dep_ == "punct":
        return
    word = doc[case.i + 1].head
    noun = word.nbor(-1)
    if word.tag_ not in {"VBZ", "NNS"} or noun.i <= case.i + 1 or noun.head.i != word.i or noun.dep_ not in NAMING:
        return
    behind = word.i + 1 >= len(doc) or doc[word.i + 1].is_punct or doc[word.i + 1].tag_ in AFTER_VERB
    if not behind or word.left_edge.i != case.i + 1:
        return
    for t in list(word.lefts):
        if t.i < noun.i and t.dep_ in BEFORE:
            t.head = noun
    word.tag_, word.pos_, noun.dep_ = "VBZ", "VERB", "nsubj"
    word.dep_ = "advcl"


@cache
def _participles() -> frozenset[str]:
    """The participles that taggers take for adjectives, of verbs that are never without an object."""
    return frozenset(f"{verb}d" for verb in transitive() if verb.endswith("e"))


def _participle(word: Token) -> None:
    """What would be done to a thing is told of an act: "if the bridge were closed"."""
    helper = word.head
    if helper.lower_ not in TO_BE or helper.i > word.i or any(t.dep_ == "prep" for t in word.children):
        return
    if not any(t.dep_ == "mark" and t.lower_ in IF and t.i < helper.i for t in helper.children):
        return
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", word.lower_[:-1]
    word.head, word.dep_ = helper.head, helper.dep_
    for t in list(helper.children):
        t.head = word
        t.dep_ = "nsubjpass" if t.dep_ == "nsubj" else t.dep_
    helper.head, helper.dep_, helper.pos_ = word, "auxpass", "AUX"
