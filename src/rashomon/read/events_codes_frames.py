"""Whether a verb's subject and object are of the kind that its PLOVER type asks for: one captures no attention."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.events_subjects import acts, subject_of
from rashomon.read.nouns import nouns
from rashomon.read.status_lexicon import table
from rashomon.read.status_syntax import VERBAL, is_passive, subjunctive
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSES = frozenset({"ccomp", "xcomp"})

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})

LISTED = ("envoys", "curbs", "goods")
"""The rules whose objects are listed by their words."""


@cache
def _rules() -> dict[str, frozenset[str]]:
    """Verb -> the rules that hold for it."""
    found: dict[str, set[str]] = {}
    for rule, verbs in table("code_frames.tsv").items():
        if rule != "abstract" and not rule.endswith("-words"):
            for verb in verbs:
                found.setdefault(verb, set()).add(rule)
    return {verb: frozenset(rules) for verb, rules in found.items()}


def fits_frame(verb: Token) -> bool:
    """Whether a verb stands in a frame in which it can have its type; one without declared frames always does."""
    rules = _rules().get(verb.lemma_.lower())
    if rules is None:
        return True
    things = _objects(verb)
    if any(t.lower_.endswith(("self", "selves")) for t in things):
        return False
    return _objects_fit(verb, rules, things) and not (
        ("plain" in rules and any(t.dep_ == "ccomp" and t.pos_ in VERBAL for t in children(verb)))
        or ("asking" in rules and not _asks_an_act(verb, things))
        or ("acting" in rules and not _acting(verb))
    )


def _objects_fit(verb: Token, rules: frozenset[str], things: list[Token]) -> bool:
    """Whether what a verb is done to, or its absence, is as its rules have it."""
    if ("abstract-for" in rules and any(_abstract(t) for t in things)) or ("bare" in rules and things):
        return False
    if "published" in rules and any(t.lemma_.lower() in table("code_frames.tsv")["published-words"] for t in things):
        return False
    if not _lacked(verb) and (
        ("object" in rules and not things) or ("persons" in rules and not any(_personal(t) for t in things))
    ):
        return False
    return all(_listed(verb, rule, things) for rule in LISTED if rule in rules)


def _objects(verb: Token) -> list[Token]:
    """What a verb is done to, with whatever stands beside it in one list: "seized ships and planes"."""
    deps = {"nsubjpass", "dobj"} if is_passive(verb) else {"dobj"}
    things = [t for t in children(verb) if t.dep_ in deps]
    if verb.dep_ == "acl" and is_passive(verb):
        things.append(verb.head)
    return things + [o for t in things for o in children(t) if o.dep_ == "conj"]


def _lacked(verb: Token) -> bool:
    """Whether the object stands elsewhere: before a relative clause, or after the verb coordinated with this one."""
    if verb.dep_ == "relcl" or (verb.dep_ == "conj" and verb.head.pos_ in VERBAL):
        return True
    return any(t.dep_ == "conj" and t.pos_ in VERBAL for t in children(verb)) or verb.dep_ == "amod"


def _abstract(thing: Token) -> bool:
    return thing.lemma_.lower() in table("code_frames.tsv")["abstract"]


def _personal(thing: Token) -> bool:
    """Whether somebody who can act is the object or, as a count or group, in it: "28 of the envoys"."""
    if acts(thing) or thing.pos_ == "PRON" or thing.ent_type_ in NAMED or thing.like_num:
        return not thing.lower_.endswith(("self", "selves")) and thing.lower_ not in {"it", "this", "that", "what"}
    return any(acts(o) for of in children(thing) if of.lower_ == "of" for o in children(of))


def _asks_an_act(verb: Token, things: list[Token]) -> bool:
    """Whether what is wanted is somebody's act: an infinitive with a subject of its own, or a happening."""
    for t in children(verb):
        if t.dep_ in CLAUSES and t.pos_ in VERBAL:
            own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in children(t))
            if (own and t.tag_ in {"VB", "VBN"}) or (t.dep_ == "ccomp" and subjunctive(t)):
                return True
    from rashomon.read.events_found import event_nouns

    return any(t.lemma_.lower() in event_nouns() for t in things)


def _acting(verb: Token) -> bool:
    """Whether the subject can act, or is left out: a ministry gives, a poll does not."""
    subject = subject_of(verb)
    if subject is None or is_passive(verb):
        return True
    if subject.pos_ in {"PROPN", "PRON", "NUM", "DET", "ADJ"} or subject.ent_type_ in NAMED:
        return subject.lower_ not in {"this", "that", "what"}
    lemma = subject.lemma_.lower()
    if subject.is_upper and len(subject) > 1:
        return True  # an abbreviation
    return acts(subject) or lemma in nouns().documents or any(t.ent_type_ in NAMED for t in children(subject))


def _listed(verb: Token, rule: str, things: list[Token]) -> bool:
    words = table("code_frames.tsv")[f"{rule}-words"]
    if not things:
        return _lacked(verb) or any(t.dep_ == "prep" for t in children(verb))
    if rule == "goods":
        things = things + [o for t in children(verb) if t.dep_ == "prep" and t.lower_ == "with" for o in children(t)]
        if _reaches_somebody(verb):
            return True
    parts = [*things, *(c for t in things for c in children(t) if c.dep_ in {"compound", "amod"})]
    parts += [o for t in things for of in children(t) if of.lower_ == "of" for o in children(of)]
    return any(t.lemma_.lower() in words or t.ent_type_ == "MONEY" for t in parts)


def _reaches_somebody(verb: Token) -> bool:
    """Whether somebody gets what is given, words aside: "provided shelter to 1.5 million people"."""
    if verb.lemma_.lower() in {"give", "contribute"}:
        return False
    for t in children(verb):
        if t.dep_ in {"dative", "prep"} and t.lower_ in {"to", "for"}:
            return any(_personal(o) for o in children(t))
        if t.dep_ == "dative" and _personal(t):
            return True
    return False
