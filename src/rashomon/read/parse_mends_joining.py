"""What parsers join wrongly: inverted conditions and the act that hangs on them, and what goes on behind a clause."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rashomon.core.marks import DOUBLES
from rashomon.read.clauses import IF, TENSED
from rashomon.read.status_lexicon import verb_governor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "acl", "relcl", "conj"})
BEHIND_VERB = frozenset({"IN", "DT", "PRP$", "PRP", "RB", "TO", ","})
"""Tags of what stands behind a bare verb."""


def mend_joining(doc: Doc) -> None:
    """Put right, in a sentence, the arcs between its clauses."""
    for token in doc:
        if token.lower_ == "were" and token.tag_ == "VBD":
            _were_to(token)
        elif token.lower_ == "should" and token.dep_ == "aux":
            _verb_of_should(token)
        elif token.text == ";":
            _behind_question(token)


def _opens_clause(word: Token) -> bool:
    before = word.nbor(-1) if word.i else None
    return before is None or before.is_punct or before.tag_ == "CC" or before.lower_ == "that"


def _were_to(were: Token) -> None:
    """Make "were" before a subject and an infinitive the helper of a condition: "Were the dam to burst, ... would"."""
    doc = were.doc
    subject = next((t for t in doc[were.i + 1 :] if t.dep_ in SUBJECTS and were.i in {t.head.i, t.head.head.i}), None)
    if subject is None or not _opens_clause(were) or doc[-1].text == "?":
        return
    behind = takewhile(lambda t: not t.is_punct, doc[subject.i + 1 :])
    verb = next((t for t in behind if t.dep_ in CLAUSES and _infinitive(t)), None)
    if verb is None:
        return
    modal = next((t for t in doc[verb.i + 1 :] if t.tag_ == "MD" and t.head.i > t.i), None)
    act = modal.head if modal is not None else None
    if act is None or not any(t.text == "," for t in doc[verb.i : act.i]):
        return
    _raised(act, were)
    for t in list(were.children):
        if t.i not in {verb.i, act.i}:
            t.head = verb
    if subject.head.i != verb.i:
        subject.head = verb
    verb.head, verb.dep_ = act, "advcl"
    were.head, were.dep_, were.pos_ = verb, "aux", "AUX"


def _raised(act: Token, opener: Token) -> None:
    """Where an act hangs below the clause of an opener, put it in that clause's place."""
    above = act
    while above.head.i not in {above.i, opener.i}:
        above = above.head
    if above.head.i != opener.i:
        return
    root = opener.head.i == opener.i
    act.head, act.dep_ = (act, "ROOT") if root else (opener.head, opener.dep_)


def _verb_of_should(should: Token) -> None:
    """The subject behind an opening "Should" whose last word is a verb: "Should the squad fire on the crowd, ..."."""
    act = should.head
    noun = next((t for t in should.rights if t.dep_ in SUBJECTS and t.tag_ in {"NN", "NNP"}), None)
    if noun is None or not _opens_clause(should) or noun.i + 1 >= len(noun.doc) or noun.doc[-1].text == "?":
        return
    first = noun.nbor(-1)
    named = first.head.i == noun.i and first.dep_ in {"compound", "nmod", "amod"} and first.pos_ in {"NOUN", "PROPN"}
    own = any(t.dep_ in SUBJECTS and t.i > noun.i for t in act.lefts)
    if not named or not own or noun.nbor().tag_ not in BEHIND_VERB:
        return
    for t in list(noun.lefts):
        if t.i < first.i:
            t.head = first
    first.head, first.dep_ = noun, "nsubj"
    noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_
    noun.head, noun.dep_ = act, "advcl"
    should.head = noun


def _behind_question(mark: Token) -> None:
    """What follows a question behind a semicolon is no part of it: "asked if he had resigned; he walked off"."""
    doc = mark.doc
    for verb in doc[mark.i + 1 :]:
        asking, told = verb.head, verb.tag_ in TENSED or any(t.tag_ in TENSED for t in verb.lefts if t.dep_ == "aux")
        if verb.dep_ != "ccomp" or asking.i > mark.i or not told:
            continue
        asked = next((t for t in verb.lefts if t.i < mark.i and _if_clause(t)), None)
        if asked is None or any(t.text in DOUBLES for t in doc[asking.i : mark.i]):
            continue
        governor = verb_governor(asking.lemma_.lower())
        if governor is not None and governor.name in {"ask", "doubt"}:
            asked.head, asked.dep_ = asking, "ccomp"
            verb.dep_ = "parataxis"


def _if_clause(clause: Token) -> bool:
    return any(t.dep_ == "mark" and t.lower_ in IF | {"whether"} for t in clause.lefts)


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(t.tag_ == "TO" for t in verb.lefts)
