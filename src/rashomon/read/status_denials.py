"""Where somebody says that a telling is not so: "the report is false", "denied the accusation", "That's a lie".

A telling that is denied turns the status of its own complement ("denied reports that ships sank"); one that is only
pointed at ("denied the report") is left to `events_denials`, which looks for what was told before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators
from rashomon.read.status_syntax import VERBAL, denies_its_noun
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = frozenset({"this", "that", "it", "these", "those", "all"})
ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying word, what it denies (a noun of telling or a pronoun), and the subject that denies it.

    Without a subject it is the voice of the clause that denies: "the report is false", "they invented this report".
    """

    word: Token
    denied: Token
    denier: Token | None = None


def denial_of(verb: Token) -> Denial | None:
    """The denial of a telling that a verb and its complements make, None where they make none."""
    if verb.pos_ not in VERBAL:
        return None
    lemma = verb.lemma_.lower()
    subject = next((t for t in children(verb) if t.dep_ in {"nsubj", "nsubjpass"}), None)
    negated = bool(negators(verb))
    if subject is not None and _may_be_denied(subject):
        word = _untrue(verb, negated=negated)
        if word is not None:
            return Denial(word, subject)
    if negated:
        return None
    if denies_its_noun(verb) and _may_be_denied(verb.head):
        return Denial(verb, verb.head, subject)  # "a charge that Bree rejects"
    objects = [t for t in children(verb) if t.dep_ == "dobj" and _may_be_denied(t)]
    if objects and lemma in marks()["denying"]:
        return Denial(verb, objects[0], subject)
    if objects and lemma in marks()["inventing"] and objects[0].lemma_.lower() in marks()["telling"]:
        return Denial(verb, objects[0])
    return _called(verb, subject) if lemma in marks()["calling"] else None


def denied_telling(noun: Token) -> Denial | None:
    """The denial under which a noun of telling stands."""
    if noun.lemma_.lower() not in marks()["telling"] or noun.dep_ not in ROLES | {"pobj"}:
        return None
    for verb in (noun.head, noun.head.head):
        denial = denial_of(verb)
        if denial is not None and denial.denied.i == noun.i:
            return denial
    return None


def _may_be_denied(noun: Token) -> bool:
    return noun.lower_ in POINTING or noun.lemma_.lower() in marks()["telling"] | marks()["part-in"]


def _untrue(verb: Token, *, negated: bool) -> Token | None:
    """The word that says its subject is untrue: "is a lie", "is not true", "does not tally with the truth".

    Verbs of agreeing with what is so (`squaring` in the table) deny when negated, as "is not true" does.
    """
    lists = marks()
    for t in children(verb):
        lemma = t.lemma_.lower()
        if _is_be(verb) and t.dep_ in {"acomp", "attr", "dobj"}:
            if not negated and (t.lower_ in lists["untrue"] or lemma in lists["untrue"]):
                return t
            if negated and t.lower_ in lists["true"]:
                return t
        if t.dep_ == "auxpass" and not negated and verb.lower_ in lists["untrue"]:
            return verb
    if not negated:
        return None
    beneath = {t.lemma_.lower() for t in verb.subtree if t.i >= verb.i}
    squares = verb.lemma_.lower() in lists["squaring"] or beneath & lists["squaring"]
    return verb if squares and beneath & {"fact", "truth", "reality"} else None


def _is_be(verb: Token) -> bool:
    """Whether a verb is "be", in the curly short form too, which lemmatizers leave as it is."""
    return verb.lemma_.lower() == "be" or verb.lower_ in {"’s", "’re", "'s", "'re"}


def _called(verb: Token, subject: Token | None) -> Denial | None:
    """What a verb of calling names and how: "called the allegations groundless", "described it as fabricated"."""
    below = [t for t in verb.subtree if verb.i < t.i <= verb.i + 12]
    for t in children(verb):
        told = next((o for o in children(t) if o.dep_ == "pobj" and o.lemma_.lower() in marks()["telling"]), None)
        untrue = next((o for o in children(t) if o.dep_ == "pobj" and o.lemma_.lower() in marks()["untrue"]), None)
        behind = next((o for o in children(verb) if o.dep_ == "dobj" and o.lemma_.lower() in marks()["telling"]), None)
        if t.lower_ == "as" and untrue is not None and behind is not None and behind.i > untrue.i:
            return Denial(untrue, behind, subject)  # "described as a lie reports that"
        if t.lower_ == "as" and told is not None:  # "dismissed as false a report that"
            word = next((o for o in children(told) if o.dep_ == "amod" and o.lower_ in marks()["untrue"]), None)
            if word is not None and word.i == t.i + 1:
                return Denial(word, told, subject)
    noun = next((t for t in below if t.lower_ in POINTING or t.lemma_.lower() in marks()["telling"]), None)
    if noun is None or noun.dep_ not in ROLES:
        return None
    word = next((t for t in below if t.i > noun.i and t.lower_ in marks()["untrue"]), None)
    return Denial(word, noun, subject) if word is not None else None
