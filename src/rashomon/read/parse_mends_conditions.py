"""What parsers get wrong in conditions: verbs behind "should" taken for nouns, participles taken for adjectives."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.clauses import IF, announces
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
CLAUSES = frozenset({"ccomp", "acl", "advcl"})
"""How the clause of a condition may hang on what opens it."""
OPENERS = {
    "case": frozenset({"in"}),
    "that": frozenset({"provided", "providing", "condition", "event", "assuming", "supposing"}),
}
"""The last word of what opens a condition -> the words before it."""
NOMINAL = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "VBZ", "IN"})
"""Tags of a noun phrase, of whose plurals taggers take some for verbs."""
BARE = frozenset({"NN", "NNP", "VB", "VBP", "JJ"})
"""Tags that taggers give a bare verb."""
SUPPOSING = frozenset({"supposing", "assuming", "provided", "providing"})
"""Participles that open a condition."""
REPORTED = frozenset({"parataxis", "punct"})
TO_BE = frozenset({"is", "are", "was", "were"})


def mend_condition(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions below."""
    if token.lower_ == "should":
        _last_behind_should(token)
        if token.dep_ == "aux" and token.head.i > token.i + 1:
            _verb_behind_should(token)
            _condition_behind(token)
            _act_before(token)
    elif token.i == 0 and token.dep_ == "csubj" and token.lower_ in SUPPOSING:
        _act_behind(token)
    elif token.lower_ in OPENERS and token.i and token.nbor(-1).lower_ in OPENERS[token.lower_]:
        _verb_behind_opener(token)
    elif token.tag_ == "JJ" and token.dep_ == "acomp" and token.lower_ in _participles():
        _participle(token)


def _last_behind_should(should: Token) -> None:
    """The last word of a clause with "should" and no verb is its verb: "will sing, should talks resume".

    "Should" needs a verb. Where all behind it, up to a mark or the end, is a noun phrase, and an act is announced
    before it, the last word is one that the tagger took for a noun.
    """
    doc, end = should.doc, should.i + 1
    while end < len(doc) and doc[end].tag_ in NOMINAL:
        end += 1
    words = doc[should.i + 1 : end]
    if len(words) < 2 or end >= len(doc) or not doc[end].is_punct or doc[-1].text == "?":
        return
    verb, before = words[-1], doc[max(should.i - 1, 0)]
    if verb.tag_ not in BARE or verb.i - 1 == should.i or words[-2].tag_ in {"DT", "PRP$", "JJ", "CD", "POS", "IN"}:
        return
    act = next((t.head for t in doc[: should.i] if t.tag_ == "MD" and t.head.i < should.i), None)
    of_should = [t for t in doc[: should.i] if t.dep_ in SUBJECTS and t.head.i >= should.i]
    if act is None or of_should or before.dep_ in SUBJECTS or before.tag_ in {"WP", "WDT", "WRB", "CC", "IN"}:
        return
    _make_verb(should, list(words), act)


def _make_verb(should: Token, words: list[Token], act: Token) -> None:
    """Make the last of the words behind "should" its verb with a subject before it, and hang it on the act."""
    verb = words[-1]
    _lifted(act, [should, *words])
    root = next((t for t in words if t.tag_ == "IN"), None)
    noun = words[-2] if root is None else root.nbor(-1)
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    verb.head, verb.dep_ = act, "advcl"
    should.head, should.dep_ = verb, "aux"
    noun.head, noun.dep_ = verb, "nsubj"
    for t in words[:-1]:
        if t.tag_ == "VBZ":
            t.tag_, t.pos_ = "NNS", "NOUN"
        if t.i < noun.i:
            t.head, t.dep_ = noun, ("det" if t.tag_ == "DT" else "compound")
    if root is not None:
        root.head, root.dep_ = noun, "prep"
        words[-2].head, words[-2].dep_ = root, "pobj"


def _lifted(act: Token, words: list[Token]) -> None:
    """Where an act hangs below some words, however far, put what holds it in the place of the topmost of these."""
    within = {t.i for t in words}
    top = act
    while top.head.i not in within and top.head.i != top.i:
        top = top.head
    if top.head.i in within:
        above = next(t for t in words if t.head.i not in within or t.head.i == t.i)
        top.head, top.dep_ = (top, "ROOT") if above.head.i == above.i else (above.head, above.dep_)


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
    act = next((t for t in reversed(acts) if t.i < should.i and announces(t)), None)
    if act is not None:
        verb.head, verb.dep_ = act, "advcl"


def _act_before(should: Token) -> None:
    """An act that is announced stands over its condition, where the parser put it under: "will leave should it rain".

    So it does before a closing "she said": "The bank will raise rates should prices rise, the governor said."
    """
    verb = should.head
    subject = next((t for t in verb.lefts if t.dep_ in SUBJECTS and t.i > should.i), None)
    act = next((t for t in verb.lefts if t.dep_ == "ccomp" and _reaches(t, should)), None)
    if subject is None or act is None or verb.doc[-1].text == "?":
        return
    told = next((t for t in (act, *act.rights) if announces(t)), None)
    if told is None or (told.i != act.i and told.dep_ != "ccomp"):
        return
    if verb.head.i == verb.i:
        act.head, act.dep_ = act, "ROOT"
    else:
        act.head, act.dep_ = verb.head, verb.dep_
    for t in list(verb.lefts):
        if act.i < t.i < should.i:
            t.head = act
    verb.head, verb.dep_ = told, "advcl"


def _act_behind(opener: Token) -> None:
    """An act stands over the condition before it, where the parser put it under: "Supposing he agrees, it will"."""
    verb = opener.head
    subject = any(t.dep_ in SUBJECTS and opener.i < t.i < verb.i for t in verb.lefts)
    act = next((t for t in verb.rights if t.dep_ == "ccomp" and t.left_edge.nbor(-1).text == ","), None)
    act = act or next((t for t in verb.rights if t.dep_ == "ccomp" and t.left_edge.text == ","), None)
    if act is None or not subject or not announces(act) or verb.head.i != verb.i:
        return
    act.head, act.dep_ = act, "ROOT"
    verb.head, verb.dep_ = act, "advcl"
    opener.dep_ = "mark"


def _reaches(act: Token, should: Token) -> bool:
    """Whether only a comma, or who tells it, parts an act from its condition: "would move, she said, should"."""
    behind = act.right_edge.i
    between = [t for t in should.head.lefts if behind < t.i < should.i]
    covered = sum(t.right_edge.i - t.left_edge.i + 1 for t in between)
    return behind < should.i and covered == should.i - 1 - behind and all(t.dep_ in REPORTED for t in between)


def _verb_behind_opener(case: Token) -> None:
    """A word after "in case" or "provided that" and a noun is the verb of that noun: "in case the dam breaks".

    Args:
        case: the last word of what opens the condition.
    """
    doc = case.doc
    if case.i + 2 >= len(doc) or doc[case.i + 1].lower_ in {"of", "that"} or doc[case.i + 1].dep_ == "punct":
        return
    word = doc[case.i + 1].head
    noun = word.nbor(-1)
    alone = noun.i == case.i + 1 and case.lower_ != "that" and noun.pos_ != "PROPN"  # "in case law books"
    if word.tag_ not in {"VBZ", "NNS"} or noun.i <= case.i or alone or noun.head.i != word.i or noun.dep_ not in NAMING:
        return
    behind = word.i + 1 >= len(doc) or doc[word.i + 1].is_punct or doc[word.i + 1].tag_ in AFTER_VERB
    if not behind or word.left_edge.i not in {case.i, case.i + 1}:
        return
    for t in list(word.lefts):
        if t.i < noun.i and t.dep_ in BEFORE:
            t.head = noun
    word.tag_, word.pos_, noun.dep_ = "VBZ", "VERB", "nsubj"
    if case.lower_ != "that":
        word.dep_ = "advcl"
    elif word.dep_ not in CLAUSES:
        word.dep_ = "ccomp"


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
