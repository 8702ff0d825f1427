"""A noun that parsers take for a verb, told by its number and by the verb behind it: "the average wait rose"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN = frozenset({"nsubj", "nsubjpass", "expl", "mark", "cc"})
"""Dependents by which a verb has a subject or a clause of its own."""
SETTING = frozenset({"det", "poss", "nummod"})


def mend_agreement(verb: Token) -> None:
    """Make a bare verb with a singular subject the noun it is, where a finite verb without a subject hangs on it.

    A bare verb in the present has no singular subject, and no second finite verb follows it without a comma or "and".
    """
    noun = verb.head
    if verb.tag_ not in {"VBD", "VBZ"} or noun.tag_ not in {"VB", "VBP"} or noun.i >= verb.i or not noun.i:
        return
    subject = noun.nbor(-1)
    if subject.head.i != noun.i or subject.dep_ != "nsubj" or subject.tag_ not in {"JJ", "NN"}:
        return
    if not any(t.dep_ in SETTING for t in subject.children) or any(t.dep_ in {"aux", "neg"} for t in noun.children):
        return
    between = noun.doc[noun.i : verb.i]
    if any(t.is_punct or t.dep_ == "cc" for t in between) or any(t.dep_ in OWN for t in verb.children):
        return
    above, dep = noun.head, noun.dep_
    verb.head, verb.dep_ = verb if above.i == noun.i else above, dep
    for t in list(noun.children):
        if t.i > verb.i:
            t.head = verb
    for t in list(subject.children):
        t.head = noun
    subject.head, subject.dep_ = noun, "amod" if subject.tag_ == "JJ" else "compound"
    noun.tag_, noun.pos_ = "NN", "NOUN"
    noun.head, noun.dep_ = verb, "nsubj"
