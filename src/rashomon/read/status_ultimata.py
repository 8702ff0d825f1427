"""What is set against a demand: "or we will shell the town", "until May to pay or they will publish the letters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.nouns import nouns
from rashomon.read.status_harm import answers, blow, harmless, hostile, objects_of, somebody, takes_away
from rashomon.read.status_lexicon import marks, noun_governor
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import speaks
from rashomon.read.status_syntax import auxiliaries
from rashomon.read.status_tenses import WILL, is_imperative
from rashomon.read.status_threats import announced, powerful
from rashomon.read.status_ties import demanded, grace
from rashomon.read.status_warners import (
    ACTING,
    ITSELF,
    OURSELVES,
    OWN,
    OWN_OF,
    PLURAL,
    STAFF,
    subject_within,
    teller_of,
    told_by_union,
)
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDERING = frozenset({"order", "command", "demand", "give"})
"""Verbs of those who can see to what follows, whoever they are."""
SENDING = frozenset({"threaten", "warn", "say", "propose", "order"})
"""Classes of nouns for what is sent to others: an ultimatum, a warning, a message, a demand."""
OURS = frozenset({OWN_OF[word] for word in OURSELVES})


def dares(verb: Token) -> bool:
    """Whether an act is what a speaker would answer with: "Cross the river and we will shell the port".

    Behind "or" it may be any act that can answer others, behind "and" only one that harms them.
    """
    link = behind_command(verb)
    if link is None or negators(verb):
        return False
    sender = sender_of(verb)
    own = _ours(verb) or (sender is not None and _theirs(verb, sender))
    return own and _harms(verb, otherwise=link == "or")


def behind_command(verb: Token) -> str | None:
    """The "or" or "and" by which what will be done hangs on whether a command is obeyed; None of other acts."""
    first = verb.head
    if verb.dep_ != "conj" or subject_within(verb) is None:
        return None
    present = verb.tag_ == "VBP" or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_)  # "or we shut the gate"
    told = any(t.lower_ in WILL for t in auxiliaries(verb)) or (present and not auxiliaries(verb))
    if not told or not is_imperative(first):
        return None
    joining = [t.lower_ for t in children(first) if t.dep_ == "cc" and t.i < verb.i]
    return joining[-1] if joining and joining[-1] in {"and", "or"} else None


def sender_of(verb: Token) -> Token | None:
    """Who sends the message, or sets the ultimatum, in which an act is told behind a colon."""
    first = verb.head
    if not first.i or first.nbor(-1).text != ":":
        return None
    for noun in verb.doc[: first.i - 1]:
        governor = noun_governor(noun.lemma_.lower()) if noun.dep_ == "dobj" and noun.pos_ == "NOUN" else None
        if governor is not None and governor.name in SENDING:
            return subject_within(noun.head)
    return None


def pressed(verb: Token) -> bool:
    """Whether a verb tells what befalls somebody who does not do as told: "gave it until May to pay or lose its port".

    Only what nobody would choose counts, so that "to sell the hall or rent it" leaves a choice.
    """
    first = verb.head
    if verb.dep_ != "conj" or not any(t.dep_ == "cc" and t.lower_ == "or" for t in children(first)):
        return False
    return verb.lemma_.lower() in marks()["befalling"] and (_demanded_by_one(first) or _decreed(first))


def or_else(verb: Token) -> Token | None:
    """The word by which others are given a time or an order, where an act is what its subject will do otherwise.

    "Have given the bank until noon to pay or they will publish the letters". A pronoun that can mean the others tells
    what these will do, which is None, as any other act is.
    """
    first = verb.head
    if verb.dep_ != "conj" or not any(t.dep_ == "cc" and t.lower_ == "or" and t.i < verb.i for t in children(first)):
        return None
    timed = grace(first) or any(demanded(t) for t in children(first) if t.dep_ == "xcomp" and t.i < verb.i)
    setting = first if timed else first.head if demanded(first) else None
    subject = subject_within(verb)
    if setting is None or subject is None or negators(verb) or not announced(verb):
        return None
    return setting if _of_who_sets(subject, setting) and _harms(verb, otherwise=True) else None


def _ours(verb: Token) -> bool:
    """Whether an act is the speaker's or that of those who are the speaker's: "we will", "my men will"."""
    subject = subject_within(verb)
    if subject is None:
        return False
    acts = nouns().kinds.get(subject.lemma_.lower()) in ACTING or bool(objects_of(verb))
    return subject.lower_ in OURSELVES or (acts and any(t.lower_ in OURS for t in children(subject)))


def _theirs(verb: Token, sender: Token) -> bool:
    """Whether an act is that of who sends a message, told of him or of those who are his: "her members will"."""
    subject = subject_within(verb)
    if subject is None or subject.lower_ in ITSELF:
        return subject is not None
    if told_by_union(subject, verb, sender):
        return True
    lemma = subject.lemma_.lower()
    acts = nouns().kinds.get(lemma) in ACTING or lemma in STAFF
    return acts and any(t.dep_ == "poss" and t.lower_ in OWN for t in children(subject))


def _harms(verb: Token, *, otherwise: bool) -> bool:
    """Whether an act hurts others, or, where it is told as what comes otherwise, takes from them or lays them bare."""
    objects = objects_of(verb)
    if harmless(verb, objects):
        return False
    if hostile(verb, objects, provoked=True) or blow(verb, objects):
        return True
    bared = verb.lemma_.lower() in marks()["exposing"] and bool(objects)
    return otherwise and (answers(verb, objects) or takes_away(verb, objects) or bared)


def _of_who_sets(subject: Token, setting: Token) -> bool:
    """Whether a pronoun means who sets a time and none of those for whom it is set, by their number or kind."""
    setter = teller_of(setting)
    others = [t for t in children(setting) if t.dep_ in {"dobj", "dative"} and t.i > setting.i]
    if setter is None or subject.lower_ not in ITSELF or not others:
        return False
    if subject.lower_ == "they":
        return setter.tag_ in PLURAL and all(t.tag_ not in PLURAL and t.lower_ != "them" for t in others)
    if setter.tag_ in PLURAL:
        return False
    if subject.lower_ == "it":
        return all(t.tag_ in PLURAL or t.lower_ in {"them", "him", "her"} or _person(t) for t in others)
    return all(t.tag_ in PLURAL or t.lower_ in {"them", "it"} or not somebody(t) for t in others)


def _person(word: Token) -> bool:
    return word.ent_type_ == "PERSON" or nouns().kinds.get(word.lemma_.lower()) is Kind.PERSON


def _demanded_by_one(act: Token) -> bool:
    """Whether an act is demanded by a body or somebody named, who can see to what follows: no doctors, no friends."""
    asking = subject_within(act.head) if demanded(act) else None
    return asking is not None and (powerful(asking) or act.head.lemma_.lower() in ORDERING)


def _decreed(act: Token) -> bool:
    """Whether a body or somebody named tells that an act must be done: "must pay or lose its port, it said"."""
    above = act.head
    if act.dep_ != "ccomp" or not speaks(above) or not any(t.lower_ == "must" for t in auxiliaries(act)):
        return False
    teller = teller_of(above)
    return teller is not None and powerful(teller)
