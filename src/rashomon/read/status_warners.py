"""Whether an act that somebody tells of is the teller's own: "it would recall its envoy", "its minister said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_word
from rashomon.read.nouns import does_something, nouns
from rashomon.read.status_syntax import VERBAL, is_passive, lemmas_of
from rashomon.read.syntax import subject_of
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

ITSELF = frozenset({"it", "they", "he", "she"})
"""Subjects by which a speaker is told of again in its own reported words."""
OURSELVES = frozenset({"we", "i"})
"""Subjects by which a speaker tells of itself in words between marks."""
OWN_OF = {"it": "its", "they": "their", "he": "his", "she": "her", "we": "our", "i": "my"}
OWN = frozenset(OWN_OF.values())
ACTING = frozenset({Kind.PERSON, Kind.BODY, Kind.PEOPLE})
UNIONS = frozenset({"union", "guild", "federation", "brotherhood", "syndicate"})
STAFF = frozenset({"staff", "member", "crew"})
STOPPING_WORK = frozenset({"strike", "walk out", "picket"})
DOWNING = frozenset({"down tools", "stop work"})
SOMEBODY = frozenset({"he", "she", "his", "her"})
SOMETHING = frozenset({"it", "its"})
SEVERAL = frozenset({"they", "their"})
PLURAL = frozenset({"NNS", "NNPS"})


def subject_within(verb: Token) -> Token | None:
    """The subject that a verb has in its own clause."""
    return next((t for t in children(verb) if t.dep_ in {"nsubj", "nsubjpass"}), None)


def own_act(verb: Token, warning: Token) -> bool:
    """Whether an act that somebody warns of is one that the warner would do: "warned that it would recall its envoy".

    Args:
        verb: the act, with its subject.
        warning: the word of warning, a verb or a noun.

    Where somebody else is warned, a pronoun that can mean either concludes nothing ("warned the firm that it would
    lose"); nor does a passive.
    """
    subject = next((t for t in children(verb) if t.dep_ == "nsubj"), None)
    warner = teller_of(warning)
    if subject is None or warner is None or is_passive(verb):
        return False
    if subject.lower_ in OURSELVES or subject.lemma_.lower() == warner.lemma_.lower():
        return True
    heard = [t for t in children(warning) if t.dep_ in {"dobj", "dative"} and t.pos_ in {"NOUN", "PROPN", "PRON"}]
    owner = next((t for t in children(subject) if t.dep_ == "poss" and t.lower_ in OWN), None)
    pronoun = subject if subject.lower_ in ITSELF else owner
    if heard and (pronoun is None or not all(_can_mean(warner, pronoun) and _cannot_mean(t, pronoun) for t in heard)):
        return False
    if subject.lower_ in ITSELF:
        return True
    if warner.lower_ in ITSELF and warner.i > verb.i:
        return True  # "Bree will close the port if ..., it warned"
    return owner is not None and nouns().kinds.get(subject.lemma_.lower()) in ACTING


def _can_mean(word: Token, pronoun: Token) -> bool:
    """Whether a pronoun can mean who is named: "he" no firm, "it" no person, neither several, "they" no king."""
    kind = nouns().kinds.get(word.lemma_.lower()) if word.pos_ == "NOUN" else None
    if pronoun.lower_ in SEVERAL:
        return word.tag_ in PLURAL or kind in {Kind.BODY, Kind.PEOPLE}
    if pronoun.lower_ in SOMEBODY:
        doer = word.pos_ == "NOUN" and kind is None and does_something(word.lemma_.lower())
        return word.tag_ not in PLURAL and (kind is Kind.PERSON or doer or (word.pos_ == "PROPN" and _person(word)))
    # the name of a firm may look like one of several: "Orr Motors"
    return pronoun.lower_ in SOMETHING and word.tag_ != "NNS" and kind is not Kind.PERSON and not _person(word)


def _cannot_mean(word: Token, pronoun: Token) -> bool:
    """Whether a pronoun cannot mean who is warned: several, or one person, or no person where it is a person's."""
    if pronoun.lower_ in SEVERAL:
        named = word.pos_ == "PROPN" and _person(word)
        return word.tag_ == "NN" and (named or nouns().kinds.get(word.lemma_.lower()) is Kind.PERSON)
    if word.tag_ in PLURAL or word.lower_ in {"them", "us", "me"}:
        return pronoun.lower_ in SOMEBODY | SOMETHING
    kind = nouns().kinds.get(word.lemma_.lower()) if word.pos_ == "NOUN" else None
    if pronoun.lower_ in SOMEBODY:
        return kind in {Kind.BODY, Kind.PEOPLE, Kind.PLACE} or country_word(word.text) is not None
    return pronoun.lower_ in SOMETHING and kind is Kind.PERSON


def _person(name: Token) -> bool:
    """Whether a name is a person's: by its kind, or by the title before it where the recogniser knows no kind."""
    before = (nouns().kinds.get(t.lower_) for t in children(name) if t.dep_ == "compound")
    return name.ent_type_ == "PERSON" or (not name.ent_type_ and Kind.PERSON in before)


def teller_of(warning: Token) -> Token | None:
    """Who warns: the subject of the verb, whose the noun is, or who gives the warning."""
    if warning.pos_ in VERBAL:
        return subject_of(warning)
    owner = next((t for t in children(warning) if t.dep_ == "poss"), None)
    return subject_of(warning.head) if owner is None and warning.head.pos_ in VERBAL else owner


def told_for(verb: Token, telling: Token) -> bool:
    """Whether somebody tells of the act of those for whom he speaks: "the army will attack, its commander said".

    So does a speaker with whose they are ("their lawyers"), or with "for" and their name ("lawyers for Mara Holt").
    """
    subject, teller = subject_within(verb), teller_of(telling)
    if subject is None or teller is None or is_passive(verb):
        return False
    if told_by_union(subject, verb, teller):
        return True
    if teller.pos_ != "NOUN":
        return False
    owner = next((t for t in children(teller) if t.dep_ == "poss" and t.lower_ in OWN), None)
    if owner is not None and subject.i < teller.i:
        several = subject.tag_ in PLURAL or nouns().kinds.get(subject.lemma_.lower()) in {Kind.BODY, Kind.PEOPLE}
        return several if owner.lower_ == "their" else _may_mean(subject, owner)
    client = next((o for t in children(teller) if t.lower_ == "for" for o in children(t) if o.dep_ == "pobj"), None)
    return client is not None and subject.lower_ in ITSELF and _may_mean(client, subject)


def tells_of_itself(verb: Token, telling: Token) -> bool:
    """Whether an act may be its teller's own; a pronoun that cannot mean the teller tells of another."""
    if told_for(verb, telling):
        return True
    subject, teller = subject_within(verb), teller_of(telling)
    if subject is None or teller is None or not own_act(verb, telling):
        return False
    return subject.lower_ not in ITSELF or teller.lower_ in ITSELF or _may_mean(teller, subject)


def told_by_union(subject: Token, verb: Token, teller: Token) -> bool:
    """Whether a union or its leader tells that workers will down tools: "union leader Ida Kant said drivers would".

    Employers never strike, so that bare "workers" or "drivers" behind a union are its own.
    """
    bare = subject.tag_ == "NNS" and all(t.dep_ not in {"det", "poss", "nummod"} for t in children(subject))
    lemma, whole = subject.lemma_.lower(), set(lemmas_of(verb))
    words = {t.lemma_.lower() for t in teller.subtree if t.i <= teller.i or t.dep_ != "relcl"}
    staff = nouns().kinds.get(lemma) in ACTING or lemma in STAFF | words
    alone = not any(t.dep_ == "dobj" for t in children(verb))
    stops = bool(whole & DOWNING) or (alone and bool(whole & STOPPING_WORK))
    return bare and staff and stops and bool(words & (UNIONS | {lemma}))


def _may_mean(word: Token, pronoun: Token) -> bool:
    """Whether a pronoun is not one that cannot mean who is named: "she" no miners, "it" no king."""
    if pronoun.lower_ == "they":
        return word.tag_ != "NN" or nouns().kinds.get(word.lemma_.lower()) is not Kind.PERSON
    unknown = word.tag_ == "NNP" or (word.tag_ == "NN" and word.lemma_.lower() not in nouns().kinds)
    return unknown or _can_mean(word, pronoun)
