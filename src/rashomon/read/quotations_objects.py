"""Objects of reporting words that are no words: the person questioned, the house pointed to, the rival mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.nouns import concrete_nouns, nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.cues import Cue

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""What the parser calls places."""
WANTED = frozenset({"demand", "proposal", "promise", "statement", "prediction"})
"""Classes of words that ask for their object or announce it, so that to name it is to say what is to be."""
HEARERS = frozenset({"tell", "inform", "remind", "assure", "reassure", "warn", "notify", "advise", "brief"})
"""Verbs whose object is whoever hears the words."""
QUESTIONING = frozenset({"question", "query", "quiz", "press"})
"""Verbs that, with somebody as their object, tell of an interrogation and not of what is asked."""


def is_no_words(head: Token, cue: Cue) -> bool:
    """Whether the object that a noun heads, with nothing said of it, is a person, a place or a thing.

    A body is one too for words of saying that only name what they are about: `mentioned the council`; to criticize it
    is to say something of what it does.
    """
    lemma = head.lemma_.lower()
    if cue.lemma == "contradict":
        return True  # "contradicting earlier reports": how the words stand to others', and no words themselves
    if lemma in nouns().documents or any(c.dep_ == "conj" for c in head.children):
        return False  # what stands in a paper may be told; `his parents and their beliefs`: more than a person
    if cue.lemma in HEARERS:
        return is_somebody(head)
    if not WANTED.isdisjoint(cue.classes):
        return False
    body = nouns().kinds.get(lemma) is Kind.BODY and "neutral" in cue.classes
    return body or is_somebody(head) or head.ent_type_ in PLACES or lemma in concrete_nouns()


def is_somebody(head: Token) -> bool:
    """Whether a noun heads the phrase for a person or people."""
    return nouns().kinds.get(head.lemma_.lower()) in {Kind.PERSON, Kind.PEOPLE} or head.ent_type_ == "PERSON"


def is_questioned(head: Token, cue: Cue) -> bool:
    """Whether an object is whoever is asked: `questioned a man over the fire`."""
    return cue.lemma in QUESTIONING and is_somebody(head)
