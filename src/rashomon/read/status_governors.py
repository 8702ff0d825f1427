"""Which declared class governs a complement, and in which of its ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.status_lexicon import Governor, verb_governor
from rashomon.read.status_marks import VERBAL
from rashomon.read.status_syntax import (
    has_modal,
    is_passive,
    lemmas_of,
    light_governor,
    mark_of,
    past_tense,
    subjunctive,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def governor_over(verb: Token, head: Token) -> Governor | None:
    """The class in which a verb governs its complement, by the sense that the complement's form shows."""
    lemmas = lemmas_of(head)
    if head.lemma_.lower() == "go" and head.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return verb_governor("intend")
    if head.lemma_.lower() == "have" and verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return verb_governor("manage" if head.tag_ in {"VBD", "VBN"} else "need")
    if head.lemma_.lower() == "suggest" and verb.dep_ == "ccomp" and not subjunctive(verb):
        return verb_governor("claim" if past_tense(verb) else "say")
    if head.lemma_.lower() in {"insist", "argue"} and subjunctive(verb):
        return verb_governor("propose")
    if head.lemma_.lower() in {"vow", "swear", "pledge"} and verb.dep_ == "ccomp" and not has_modal(verb):
        return verb_governor("say" if past_tense(verb) else "promise")
    carried = light_governor(head)
    if carried is not None and verb.dep_ in {"ccomp", "xcomp"}:
        return carried
    return verb_governor(*lemmas)


def way_of(verb: Token, word: Token) -> str:
    """The column of the table of classes in which a word governs a complement."""
    helped = any(t.dep_ in {"aux", "auxpass"} and t.tag_ in {"VBD", "VBP", "VBZ", "MD"} for t in verb.children)
    finite = helped or verb.dep_ in {"ccomp", "csubj", "csubjpass"} or verb.dep_ == "acl"
    if verb.pos_ not in VERBAL:
        return "noun"
    if verb.dep_ == "advcl" and mark_of(verb) == "that":
        return "that"
    if finite and (
        helped
        or verb.tag_ in {"VBD", "VBP", "VBZ", "MD"}
        or has_modal(verb)
        or mark_of(verb) in {"that", "whether", "if"}
    ):
        return "that"
    if any(t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children):
        return "that" if verb.tag_ == "VB" and not any(t.lower_ == "to" for t in verb.children) else "other"
    if word.pos_ in VERBAL:
        if is_passive(word):
            return "passive" if verb.tag_ != "VBN" else "that"
        objects = [t for t in word.children if t.dep_ in {"dobj", "dative"} and t.i < verb.i]
        if word.lemma_.lower() == "call":
            objects += [t for t in word.children if t.dep_ == "prep"]
        return "other" if objects else "to"
    return "to"


def told_of(verb: Token, noun: Token) -> bool:
    """Whether a participle with its own subject is what a noun tells of: "charges of ships selling oil"."""
    return any(t.dep_ == "prep" and t.lower_ == "of" and noun.i < t.i < verb.i for t in noun.children)


def failing(verb: Token) -> Token | None:
    """The verb of failing that a verb of preventing stands under: what one fails to prevent happens."""
    if verb.dep_ != "xcomp" or verb.head.pos_ not in VERBAL:
        return None
    governor = verb_governor(*lemmas_of(verb.head))
    return verb.head if governor is not None and governor.name == "fail" else None
