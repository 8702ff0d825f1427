"""What is set against a demand: "or we will shell the town", "until May to pay or they will publish the letters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.nouns import nouns
from rashomon.read.status_harm import answers, blow, harmless, hostile, objects_of, somebody, takes_away
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import speaks
from rashomon.read.status_syntax import auxiliaries
from rashomon.read.status_tenses import WILL, is_imperative
from rashomon.read.status_threats import announced, powerful
from rashomon.read.status_ties import demanded, grace
from rashomon.read.status_warners import ACTING, ITSELF, OURSELVES, OWN_OF, PLURAL, subject_within, teller_of
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDERING = frozenset({"order", "command", "demand", "give"})
"""Verbs of those who can see to what follows, whoever they are."""
OURS = frozenset({OWN_OF[word] for word in OURSELVES})


def dares(verb: Token) -> bool:
    """Whether an act is what a speaker would answer with: "Cross the river and we will shell the port".

    Behind "or" it may be any act that can answer others, behind "and" only one that harms them.
    """
    first = verb.head
    joining = {t.lower_ for t in children(first) if t.dep_ == "cc" and t.i < verb.i}
    if verb.dep_ != "conj" or not is_imperative(first) or not joining & {"and", "or"} or negators(verb):
        return False
    told = any(t.lower_ in WILL for t in auxiliaries(verb)) or (verb.tag_ == "VBP" and not auxiliaries(verb))
    return told and _ours(verb) and _harms(verb, otherwise="or" in joining)


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
    setting = first if grace(first) else first.head if demanded(first) else None
    subject = subject_within(verb)
    if setting is None or subject is None or negators(verb) or not announced(verb):
        return None
    return setting if _of_who_sets(subject, setting) and _harms(verb, otherwise=True) else None


def _ours(verb: Token) -> bool:
    """Whether an act is the speaker's or that of those who are the speaker's: "we will", "my men will"."""
    subject = subject_within(verb)
    if subject is None:
        return False
    acts = nouns().kinds.get(subject.lemma_.lower()) in ACTING
    return subject.lower_ in OURSELVES or (acts and any(t.lower_ in OURS for t in children(subject)))


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
