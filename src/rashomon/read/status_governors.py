"""Which declared class governs a complement, and in which of its ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import FINITE, finite
from rashomon.read.status_cues import verb_cue_governor
from rashomon.read.status_lexicon import Governor, marks, verb_governor
from rashomon.read.status_openings import headline_future, in_vain
from rashomon.read.status_syntax import (
    VERBAL,
    auxiliaries,
    has_modal,
    is_passive,
    lemmas_of,
    light_governor,
    mark_of,
    past_tense,
    subjunctive,
)
from rashomon.read.status_tenses import is_imperative
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


def governor_over(verb: Token, head: Token) -> Governor | None:
    """The class in which a verb governs its complement, by the sense that the complement's form shows."""
    lemmas = lemmas_of(head)
    sense = _sense(verb, head)
    if sense is not None:
        return verb_governor(sense)
    if head.lemma_.lower() == "go" and head.tag_ == "VBG" and verb.dep_ == "xcomp" and _infinitive(verb):
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
    return verb_governor(*lemmas) or verb_cue_governor(head, verb)


def _sense(verb: Token, head: Token) -> str | None:
    """A verb of the class in whose sense a verb of several senses governs, as its complement's form shows."""
    lemma, infinitive = head.lemma_.lower(), _infinitive(verb)
    if ruled_out(verb, head):
        return "deny"
    if infinitive and any(t.dep_ == "advmod" and t.lower_ == "yet" for t in children(head)) and lemma in {"have", "be"}:
        return "fail"
    if infinitive and in_vain(head):
        return "fail"
    if infinitive and lemma == "use" and (is_passive(head) or any(t.dep_ == "dobj" for t in children(head))):
        return "slate"  # "a tool used to spy on them", not "they used to spy"
    if infinitive and lemma == "seek":
        return "try" if past_tense(head) else "intend"
    if infinitive and lemma == "go" and any(t.dep_ == "prt" and t.lower_ == "on" for t in children(head)):
        return "manage"
    if infinitive and lemma in marks()["binding"]:
        return "promise"  # "undertook to close the port", not "undertook a search"
    if infinitive and lemma == "mean":
        return "slate" if is_passive(head) else "intend"
    if lemma == "let" and not infinitive and is_imperative(head) and _us(verb, head):
        return "propose"
    if verb.dep_ == "ccomp" and not infinitive and finite(verb, auxiliaries(verb)):
        return {"forget": "know", "remember": "know", "dream": "consider"}.get(lemma)
    return _phrasal(head) if infinitive else None


def ruled_out(verb: Token, head: Token) -> bool:
    """Whether somebody rules out that something happened, which denies it: "that she fired", but not "selling"."""
    if verb.dep_ != "ccomp" or "rule out" not in lemmas_of(head) or has_modal(verb):
        return False
    return finite(verb, auxiliaries(verb))


def _phrasal(head: Token) -> str | None:
    """What a verb with its noun implies: "took the time to", "missed the chance to" (Karttunen 2012)."""
    lemma = head.lemma_.lower()
    for t in children(head):
        if t.dep_ == "dobj" and t.i > head.i:
            noun = t.lemma_.lower()
            if f"{lemma} {noun}" in marks()["phrase-manage"]:
                return "manage"
            if f"{lemma} {noun}" in marks()["phrase-fail"]:
                return "fail"
        renounced = t.dep_ == "prep" and t.lower_ == "on" and lemma in {"renege", "go"}
        if renounced and any(o.lemma_.lower() in marks()["word-given"] for o in children(t)):
            return "fail"
    return None


def _infinitive(verb: Token) -> bool:
    return any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb))


def _us(verb: Token, head: Token) -> bool:
    return any(t.lower_ in {"us", "'s", "’s"} for t in (*children(head), *children(verb)))


def way_of(verb: Token, word: Token) -> str:
    """The column of the table of classes in which a word governs a complement."""
    helped = any(t.dep_ in {"aux", "auxpass"} and t.tag_ in FINITE for t in children(verb))
    finite = helped or verb.dep_ in {"ccomp", "csubj", "csubjpass"} or verb.dep_ == "acl"
    if verb.pos_ not in VERBAL:
        return "noun"
    if (verb.dep_ == "advcl" and mark_of(verb) == "that") or headline_future(verb):
        return "that"
    if finite and (helped or verb.tag_ in FINITE or has_modal(verb) or mark_of(verb) in {"that", "whether", "if"}):
        return "that"
    if any(t.dep_ in {"nsubj", "nsubjpass"} for t in children(verb)):
        if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.i < word.i:
            return "that"  # "Guard 'lied', says owner", a past tense that the tagger took for a participle
        return "that" if verb.tag_ == "VB" and not any(t.lower_ == "to" for t in children(verb)) else "other"
    if word.pos_ in VERBAL:
        if is_passive(word):
            return "passive" if verb.tag_ != "VBN" or _infinitive(verb) else "that"
        objects = [t for t in children(word) if t.dep_ in {"dobj", "dative"} and t.i < verb.i]
        if word.lemma_.lower() == "call":
            objects += [t for t in children(word) if t.dep_ == "prep"]
        return "other" if objects else "to"
    return "to"


OPENINGS = frozenset({":", '"', "“", "'", "‘"})
"""What stands between who speaks and what is spoken."""


def how_to(verb: Token, head: Token) -> bool:
    """Whether an infinitive is what is asked: "asked how to cross", "debated when to vote", "weighed how far to go".

    A question with an infinitive asks what could or should be done, with whatever word it opens, so that the act is
    open (Huddleston and Pullum 2002, ch. 11). Who has decided how to act, plans to act.
    """
    to = next((t for t in children(verb) if t.dep_ == "aux" and t.lower_ == "to"), None)
    if to is None or not any(t.tag_ == "WRB" for t in verb.doc[max(0, to.i - 2) : to.i]):
        return False
    above = head if head.pos_ in VERBAL else head.head
    governor = verb_governor(*lemmas_of(above)) if above.pos_ in VERBAL else None
    return governor is None or governor.name not in {"decide", "intend", "agree", "promise", "announce"}


def advice_before(verb: Token, head: Token, word: str) -> Token | None:
    """The advice that a gerund is about, where the parser hung it on the verb: "made suggestions regarding acting"."""
    if verb.tag_ != "VBG" or word not in {"regarding", "concerning", "about", "on", "for"}:
        return None
    found = [t for t in children(head) if t.dep_ == "dobj"]
    # "presented to the board suggestions regarding acting": the parser takes the board's suggestions for one phrase
    found += [t.doc[t.i - 1] for t in children(head) if t.dep_ == "prep" and t.lower_ == word and head.i < t.i < verb.i]
    return next((t for t in found if t.lemma_.lower() in marks()["advising"]), None)


def implied_by_phrase(head: Token) -> Governor | None:
    """The class of a verb with its noun ("took the trouble to"), None where the two imply nothing."""
    sense = _phrasal(head) if head.pos_ in VERBAL else None
    return verb_governor(sense) if sense is not None else None


def that_complement(verb: Token) -> bool:
    """Whether a clause after a noun has a "that" that is no role in it, whatever the parser made of it."""
    that = next((t for t in children(verb) if t.lower_ == "that" and t.i < verb.i), None)
    return that is not None and that.dep_ == "dobj" and verb.dep_ == "acl"


def reproach(verb: Token, adjective: Token) -> bool:
    """Whether a speaker's own words reproach somebody with an act: "I am appalled that Bree lets the oil through".

    Anger in the first person lays blame, as "blame" and "accuse" do (Searle 1976, "A classification of illocutionary
    acts"). Told by somebody else ("Alba was appalled that ...") the attitude takes its content for granted.
    """
    if adjective.lower_ not in marks()["reproach"] or not finite(verb, auxiliaries(verb)):
        return False
    bearer = adjective if adjective.dep_ == "ROOT" or adjective.pos_ in VERBAL else adjective.head
    subject = next((t for t in (*children(adjective), *children(bearer)) if t.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ in {"i", "we"}:
        return True
    between = adjective.doc[min(subject.i, adjective.i) : max(subject.i, adjective.i)]
    return any(t.text in OPENINGS for t in between)  # the subject of the verb of saying


def announced(noun: Token) -> bool:
    """Whether a noun is what somebody makes known: who "announced its decision to close the mill" still has to."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or noun.head.pos_ not in VERBAL:
        return False
    governor = verb_governor(noun.head.lemma_.lower())
    return governor is not None and governor.name == "announce"


def told_of(verb: Token, noun: Token) -> bool:
    """Whether a participle with its own subject is what a noun tells of: "charges of ships selling oil"."""
    return any(t.dep_ == "prep" and t.lower_ == "of" and noun.i < t.i < verb.i for t in children(noun))


def failing(verb: Token) -> Token | None:
    """The verb of failing that a verb of preventing stands under: what one fails to prevent happens."""
    if verb.dep_ != "xcomp" or verb.head.pos_ not in VERBAL:
        return None
    governor = verb_governor(*lemmas_of(verb.head))
    return verb.head if governor is not None and governor.name == "fail" else None
