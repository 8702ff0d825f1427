"""What ties an act to the deeds of those whom it hurts: answers, demands, spans of grace, and whom it is done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.predicates import predicate_class
from rashomon.read.events_codes import noun_code
from rashomon.read.nouns import nouns
from rashomon.read.status_lexicon import marks, verb_governor
from rashomon.read.status_restrictions import which_of_a_kind
from rashomon.read.status_syntax import VERBAL, auxiliaries, lemmas_of, mark_of
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

WHOEVER = frozenset({"whoever", "whomever", "whichever"})
EVERY = frozenset({"every", "each", "any"})
PENAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "REJECT", "MOBILIZE"})
"""The types of deeds with which others are repaid."""
REPAYING = frozenset({"respond"})
MEETING = frozenset({"meet", "match", "repay", "avenge"})
"""Verbs that answer a deed where the deed is their object and another is behind "with"."""
PERSONAL = frozenset({"fine", "sue", "expel", "charge", "sanction"})
"""Classes of acts that are done to somebody who answers for what he did, be it called a shop."""
STRIKING = frozenset({"attack"})
SLAPPING = frozenset({"slap", "target"})
RESUMING = frozenset({"return", "resume", "come", "start", "restart", "renew"})
FORCE = frozenset({"force", "fire", "violence", "gun"})
REMISS = frozenset({"miss", "fail"})
ANYONE = frozenset({"anyone", "anybody", "any", "those", "all", "every", "each", "whoever"})


def spared(condition: Token) -> bool:
    """Whether a condition is what would spare somebody: "unless the council pays"."""
    return mark_of(condition) == "unless"


def until(verb: Token) -> bool:
    """Whether an act goes on until somebody gives in: "would kill one a day until the ransom was paid"."""
    return any(t.dep_ == "advcl" and mark_of(t) in {"until", "till"} for t in children(verb))


def in_answer(verb: Token) -> bool:
    """Whether an act is told as an answer: "in retaliation for the raid", "in protest", "for each house they burn"."""
    if verb.lemma_.lower() == "retaliate":
        return True
    for t in children(verb):
        if t.dep_ != "prep":
            continue
        found = [o for o in children(t) if o.dep_ == "pobj"]
        if t.lower_ == "in" and any(_retort(o) for o in found):
            return True
        if t.lower_ == "for" and any(_each(o) and any(c.dep_ == "relcl" for c in children(o)) for o in found):
            return True
    return False


def free_object(verb: Token) -> Token | None:
    """Whoever does something and has an act done to them for it: "would evict anyone who joined", "fine shops that".

    Things that do something count behind "any" or "every" only ("any drone that crossed", not "birds that sang"), and
    nobody for what they had done before.
    """
    for t in verb.subtree:
        if t.i > verb.i and t.lower_ in WHOEVER:
            return t.head if t.dep_ == "det" else t
        if t.dep_ not in {"relcl", "acl"} or t.i < verb.i or not _done_to(t.head, verb):
            continue
        if which_of_a_kind(t) is None or (t.lemma_.lower() in marks()["unmeant"] and not _remiss(t)):
            continue
        before = any(h.lower_ == "had" for h in auxiliaries(t))
        somebody = t.head.lemma_.lower() in nouns().kinds or any(c.lower_ == "who" for c in children(t))
        somebody |= predicate_class(verb.lemma_, "verb") in PERSONAL
        if not before and (somebody or t.head.pos_ == "PRON" or t.head.lower_ in ANYONE or _each(t.head)):
            return t.head
    return None


def _remiss(verb: Token) -> bool:
    """Whether somebody leaves undone what was due, which is laid to them: "anyone who missed another rehearsal"."""
    who = verb.head.pos_ == "PRON" or nouns().kinds.get(verb.head.lemma_.lower()) is Kind.PERSON
    return who and verb.lemma_.lower() in REMISS


def _done_to(noun: Token, verb: Token) -> bool:
    """Whether an act reaches a noun: as its object, or through it ("the visas of students", "war on anyone")."""
    while noun.i != verb.i and noun.dep_ in {"dobj", "pobj", "prep"}:
        noun = noun.head
    return noun.i == verb.i


def free_subject(verb: Token) -> bool:
    """Whether it is whoever does something that an act in the passive befalls: "anyone who crosses will be shot"."""
    subject = next((t for t in children(verb) if t.dep_ in {"nsubjpass", "csubjpass"}), None)
    if subject is None:
        return False
    words = list(subject.subtree)
    return words[0].lower_ in ANYONE and any(t.pos_ in VERBAL for t in words)


def repays(verb: Token) -> bool:
    """Whether an act repays a deed with another: "will answer every missile with ten", "will be met with force"."""
    lemma = verb.lemma_.lower()
    if lemma not in MEETING and predicate_class(lemma) not in REPAYING:
        return False
    repaid = next((t for t in children(verb) if t.dep_ in {"dobj", "nsubjpass"}), None)
    behind = [o for t in children(verb) if t.lower_ == "with" for o in children(t) if o.dep_ == "pobj"]
    if repaid is None:
        return False
    return any(_penal(o) or (o.pos_ == "NUM" and _each(repaid)) for o in behind)


def resumes(verb: Token) -> bool:
    """Whether an act takes up again what has just been ended: "lifted their blockade but vowed to return"."""
    vow = verb.head
    if verb.dep_ != "xcomp" or vow.dep_ != "conj" or verb.lemma_.lower() not in RESUMING:
        return False
    if any(t.dep_ == "dobj" and not _penal(t) for t in children(verb)):
        return False  # "ended their blockade and promised to resume deliveries"
    ended = predicate_class(vow.head.lemma_, "verb") in {"lift", "end", "postpone"}
    return ended and any(t.dep_ == "dobj" and _penal(t) for t in children(vow.head))


def strikes_with(verb: Token) -> bool:
    """Whether somebody is struck with a penalty: "would hit Kesh with tariffs"."""
    if predicate_class(verb.lemma_, "verb") not in STRIKING and verb.lemma_.lower() not in SLAPPING:
        return False
    behind = [o for t in children(verb) if t.lower_ == "with" for o in children(t) if o.dep_ == "pobj"]
    return any(t.dep_ == "dobj" for t in children(verb)) and any(_penal(o) for o in behind)


def grace(giving: Token) -> bool:
    """Whether somebody is given a time: "gave the bank until noon to pay"; who has weeks to win has them of nobody."""
    if giving.lemma_.lower() not in marks()["idiom-granting"] or giving.lemma_.lower() == "have":
        return False
    return any(t.lower_ == "until" or t.ent_type_ in {"DATE", "TIME"} for t in giving.subtree if giving.i < t.i)


def demanded(act: Token) -> bool:
    """Whether an act is what somebody is told to do: in a time that is given, or by an order."""
    above = act.head
    if above.pos_ not in VERBAL or not any(t.lower_ == "to" for t in children(act)):
        return False
    timed = any(t.lower_ == "until" or t.ent_type_ in {"DATE", "TIME"} for t in above.subtree if above.i < t.i < act.i)
    if above.lemma_.lower() in marks()["idiom-granting"]:
        return timed and above.lemma_.lower() != "have"  # who has weeks to win has them of nobody
    governor = verb_governor(*lemmas_of(above))
    return governor is not None and governor.name in {"order", "tell", "warn", "propose"}


def _retort(noun: Token) -> bool:
    return noun.lemma_.lower() in marks()["adverbial-noun"] - {"suspicion"} or noun.lower_ == "protest"


def _each(noun: Token) -> bool:
    return any(t.lower_ in EVERY for t in children(noun))


def _penal(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in FORCE or lemma in marks()["deed"] or noun_code(noun) in PENAL
