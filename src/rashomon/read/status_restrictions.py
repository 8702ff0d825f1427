"""Which clauses after a noun only say which of a kind are meant, and tell no happening: "any minister who lied".

A restrictive clause describes what its noun may stand for. Where the noun stands for nobody in particular, nobody is
told to have done what the clause says ("would sack any minister who lied": perhaps none did).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status_lexicon import marks, noun_governor, verb_governor
from rashomon.read.status_syntax import VERBAL, lemmas_of, mark_of, past_tense
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

FREE = frozenset({"any", "no", "whichever", "whatever", "anyone", "anybody", "anything", "nobody", "nothing", "none"})
"""Determiners and pronouns that stand for nobody in particular wherever they stand."""
ALL = frozenset({"every", "each", "all", "those", "everyone", "everybody", "everything", "whoever"})
"""Those that do so where what is done to them is open, and else stand for all who are there."""
DETERMINING = frozenset({"det", "poss", "nummod", "predet", "neg"})
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
"""Where a bare plural is as open as its verb: "would expel members who", but not "the sale of ships that"."""
OPEN = frozenset({Status.PLANNED, Status.PROPOSED, Status.THREATENED, Status.REFUSED, Status.POSSIBLE})
"""The statuses of an act yet to come, whose "all" and bare plurals need stand for nobody."""
DATES = frozenset({"DATE", "TIME"})


def which_of_a_kind(verb: Token) -> str | None:
    """The word by which a restrictive clause, or the subject clause of a "whoever", is of nobody in particular.

    None where a clause is of somebody in particular, or adds something about all of a kind behind a comma.
    """
    if verb.dep_ in {"csubj", "csubjpass"}:
        return next((t.lower_ for t in children(verb) if t.dep_ == "nsubj" and t.lower_ == "whoever"), None)
    noun = verb.head
    if not _restricts(verb, noun) or noun.pos_ == "PROPN" or noun_governor(noun.lemma_.lower()) is not None:
        return None
    if noun.lower_ == "those" and (verb.dep_ == "acl" or past_tense(verb)):
        return None  # they are there: "those who fought for the town", but "those who strike"
    if noun.lower_ in FREE | ALL:
        return noun.lower_
    if noun.lower_ == "one" and noun.i and noun.nbor(-1).lower_ in {"no", "any"}:
        return noun.nbor(-1).lower_
    before = [t for t in children(noun) if t.dep_ in DETERMINING and t.i < noun.i]
    word = next((t.lower_ for t in before if t.lower_ in FREE | ALL), None)
    if word is not None or before:
        there = any(t.dep_ in {"nummod", "poss"} or t.lower_ == "the" for t in before)  # "all the miners who"
        others = any(t.lower_ == "other" for t in children(noun))  # "any other shop that she asked": she did ask
        return word if not there and not others else None
    return "plural" if _bare_plural(noun, verb) else None


def _bare_plural(noun: Token, verb: Token) -> bool:
    """Whether a clause is of a bare plural that is as open as the verb over it.

    So is an object ("would expel members who voted"), and of the present the subject of an act too ("teachers who
    strike will pay"); but "parents whose children died will sue" tells of some who are there.
    """
    there = verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}  # "would break rules drafted in 2009"
    past = noun.dep_ == "nsubj" and past_tense(verb)
    governor = verb_governor(*lemmas_of(noun.head)) if noun.head.pos_ in VERBAL else None
    there |= governor is not None and governor.name == "perceive"  # "can hear parrots that talk"
    return noun.tag_ == "NNS" and noun.dep_ in ROLES and not there and not past


def free(word: str) -> bool:
    """Whether a word of `which_of_a_kind` stands for nobody in particular even where what is done to them is told."""
    return word in FREE


def dated(verb: Token) -> bool:
    """Whether a clause says when it happened, which it then did: "will pardon rebels who looted it on Monday"."""
    words = (t for t in verb.subtree if t.i > verb.i)
    return any(t.ent_type_ in DATES for t in words)


def bearer_above(noun: Token) -> Token | None:
    """The verb in whose clause a noun stands, through phrases that hold it: "the sale of any ship"."""
    above = noun
    while above.head.i != above.i:
        above = above.head
        if above.pos_ in VERBAL:
            return above
    return None


def _restricts(verb: Token, noun: Token) -> bool:
    """Whether a clause after a noun has the noun in one of its roles, and no comma parts the two."""
    if verb.dep_ not in {"relcl", "acl"} or noun.i > verb.i or noun.pos_ not in {"NOUN", "PRON", "DET", "PROPN"}:
        return False
    if mark_of(verb) == "that" or any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)):
        return False
    first = verb.left_edge
    return first.i > noun.i and not any(t.text in {",", "–", "—", "("} for t in verb.doc[noun.i + 1 : first.i])


def semifactive(word: Token) -> bool:
    """Whether a verb takes its complement for granted only where it is told: "if police find that he lied" does not."""
    return word.lemma_.lower() in marks()["finding"]
