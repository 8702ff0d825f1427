"""Whether harm that is told is a blow that somebody deals: what a crash, a ferry or a storm does is no assault.

A doer decides where there is one. Where none is named, harm is a blow if the report tells of arms somewhere; else it
may as well be a mishap, and has no type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.events_codes_frames import NAMED
from rashomon.read.events_subjects import acts, subject_of
from rashomon.read.status_lexicon import table
from rashomon.read.status_syntax import VERBAL, is_passive, lemmas_of
from rashomon.read.tree import children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

NOBODY = frozenset({"it", "this", "that", "what", "these", "those"})
LATER = frozenset({"relcl", "advcl", "acl"})
OVER = frozenset({"for", "over", "against"})


def _of(name: str) -> frozenset[str]:
    return frozenset(table("code_blows.tsv")[name])


def no_assault(verb: Token) -> bool:
    """Whether a verb that could tell an assault tells none: a mishap, work laid down, a quarrel."""
    return contends(verb) or (may_be_mishap(verb) and not is_blow(verb))


def may_be_mishap(verb: Token) -> bool:
    """Whether a verb is one of harm that mishaps do too."""
    return bool(_of("harm") & set(lemmas_of(verb)))


def is_blow(verb: Token) -> bool:
    """Whether the harm that a verb tells is a blow that somebody deals."""
    doer = _doer(verb)
    bare = verb.lemma_.lower()
    if doer is not None and not is_passive(verb) and _of("bursting") & set(lemmas_of(verb)) and not _things(verb):
        return _armed(doer)  # what bursts does it to nobody
    if doer is None:
        return _is_noun(verb) or (not _in_a_mishap(verb) and _tells_of_arms(verb))
    if _armed(doer):
        return True
    lemma = doer.lemma_.lower()
    if verb.dep_ in LATER and _tells_of_arms(verb):
        return lemma not in _of("moving") | _of("traffic")  # what such a clause is about may be named further off
    if lemma == "strike":
        return bare in _of("killing")
    if lemma in _of("moving") | _of("traffic") or doer.lower_ in NOBODY:
        return False
    if bare == "strike" and not _things(verb) and not is_passive(verb):
        return False  # who strikes nobody may have laid down work
    return acts(doer) or doer.pos_ in {"PROPN", "PRON"} or doer.ent_type_ in NAMED


def stops_work(verb: Token) -> bool:
    """Whether "strike" tells that work is laid down: by workers, or for what work is laid down for."""
    if verb.lemma_.lower() != "strike" or _things(verb) or is_passive(verb):
        return False
    subject = subject_of(verb)
    if subject is None or _armed(subject):
        return False
    stakes = (o for t in children(verb) if t.dep_ == "prep" and t.lower_ in OVER for o in children(t))
    return bool(
        {subject.lemma_.lower(), subject.lower_.rstrip("s")} & _of("workers")
        or any(stake.lemma_.lower() in _of("stakes") for stake in stakes)
    )


def strikes_with_arms(noun: Token) -> bool:
    """Whether a strike is one of arms, since it kills: "the strike on the depot killed four"."""
    head = noun.head
    return noun.dep_ in {"nsubj", "agent"} and head.pos_ in VERBAL and head.lemma_.lower() in _of("killing")


def contends(verb: Token) -> bool:
    """Whether who fights or clashes does so for or over something alone, and with nobody: with words, or by trying."""
    if verb.lemma_.lower() not in _of("contending") or _things(verb):
        return False
    after = {t.lower_ for t in children(verb) if t.dep_ == "prep"}
    return bool(after & {"for", "over", "about"}) and not after & {"with", "against"}


def _in_a_mishap(verb: Token) -> bool:
    """Whether what the harm came of is named, and is a mishap: "killed in a bus crash"."""
    named = (o.lemma_.lower() for t in children(verb) if t.dep_ in {"prep", "agent"} for o in children(t))
    return any(lemma in _of("moving") for lemma in named)


def _tells_of_arms(verb: Token) -> bool:
    return any(t.lemma_.lower() in _of("arms") for t in tokens(verb.doc) if t.i != verb.i)


def _is_noun(verb: Token) -> bool:
    """Whether a verb stands as a noun: "the killing of the mayor"."""
    return verb.tag_ == "VBG" and any(t.dep_ in {"det", "amod", "poss"} for t in children(verb))


def _doer(verb: Token) -> Token | None:
    """Who or what does it: the subject, or who stands after "by"."""
    if not is_passive(verb):
        return None if verb.dep_ == "acl" and verb.tag_ == "VBN" else subject_of(verb)
    agents = (t for t in children(verb) if t.dep_ in {"agent", "prep"} and t.lower_ == "by")
    return next((o for agent in agents for o in children(agent) if o.dep_ == "pobj"), None)


def _things(verb: Token) -> list[Token]:
    return [t for t in children(verb) if t.dep_ in {"dobj", "dative"}]


def _armed(doer: Token) -> bool:
    """Whether a doer is of arms, by its noun or what stands before it: "rocket fire", "army lorry"."""
    before = [t.lemma_.lower() for t in children(doer) if t.dep_ in {"compound", "amod"}]
    if doer.lemma_.lower() == "strike" and _of("from-above") & set(before):
        return True
    return any(lemma in _of("arms") for lemma in (doer.lemma_.lower(), *before))
