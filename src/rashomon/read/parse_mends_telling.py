"""What parsers get wrong around words that tell, deny and charge: when it was told, and who is charged with what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.core.predicates import predicate_class
from rashomon.read.clauses import HELPING, TENSED, finite
from rashomon.read.status_lexicon import intransitive, marks, transitive, verb_governor

if TYPE_CHECKING:
    from spacy.tokens import Token

ONE_SYLLABLE = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")

GROWING = frozenset("rise grow fall mount increase exist remain continue last soar work live survive".split())
"""Verbs that stand before a noun as its attribute: "rising costs"."""

ENDING = frozenset({".", "?", "!", "”", '"'})
"""What ends a sentence that is no headline."""

AIMING = frozenset({"intend", "decide", "promise", "agree", "hope", "want", "try", "threaten"})
"""Classes of verbs that have their subject's act behind "to"."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})

WHEN = frozenset({"on", "in", "at", "during", "after", "before"})


def mend_telling(token: Token) -> None:
    """Put the arcs around one word right, where it stands in one of the constructions below."""
    dep = token.dep_
    if dep == "prep" and token.lower_ == "of" and token.head.dep_ == "dobj":
        _charged_with(token)
    elif dep in {"prep", "npadvmod"} and token.head.dep_ == "ccomp" and 0 < token.i < token.head.i:
        _when_said(token)
    elif dep == "amod" and token.tag_ in {"VBN", "VBD"}:
        _with_a_subject(token)
    elif dep in {"amod", "compound"} and token.lower_.endswith("ing"):
        _gerund(token)
    elif dep == "ccomp" and token.tag_ == "VB" and token.head.lower_ == "had" and token.head.i < token.i:
        if any(t.dep_ == "neg" for t in token.children):
            token.tag_ = "VBN"  # "had the rain not come"
    elif dep == "relcl":
        if token.tag_ in TENSED:
            _told_of_whom(token)
        _content(token)
    elif dep == "advcl" and token.i == 0 and token.tag_ == "VB":
        _told_to(token)


def _with_a_subject(verb: Token) -> None:
    """A participle with a subject and "had" is no attribute: "a report that it had sacked clerk Moss".

    It is the content of the report, claim or rumour before its "that", where there is one.
    """
    had = any(t.dep_ == "aux" and t.lemma_.lower() == "have" for t in verb.lefts)
    that = next((t for t in verb.lefts if t.lower_ == "that"), None)
    if not had or that is None or not that.i or not any(t.dep_ in SUBJECTS for t in verb.lefts):
        return
    noun = _noun_of_telling(that.nbor(-1))
    held = verb.head
    while held.dep_ == "compound" and held.head.i > held.i:
        held = held.head
    if noun is None:
        return
    that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
    verb.head, verb.dep_ = noun, "acl"
    held.head, held.dep_ = verb, "dobj"


def _noun_of_telling(noun: Token) -> Token | None:
    """The noun of telling that a phrase ends: this one, or that to which it says where or by whom it was told."""
    while noun.lemma_.lower() not in marks()["telling"]:
        if noun.dep_ != "pobj" or noun.head.dep_ not in {"prep", "agent"}:
            return None
        noun = noun.head.head
    return noun


def _content(verb: Token) -> None:
    """What a report, claim or rumour says is its content and no relative clause: "denied a report that he had died".

    A verb without an object has no place for "that". The content may stand behind where or by whom it was told.
    """
    that = next((t for t in verb.lefts if t.lower_ == "that" and t.dep_ == "dobj"), None)
    if that is None or verb.lemma_.lower() not in intransitive() or not any(t.dep_ in SUBJECTS for t in verb.lefts):
        return
    noun = _noun_of_telling(verb.head)
    if noun is None:
        return
    that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
    verb.head, verb.dep_ = noun, "acl"


def _told_of_whom(verb: Token) -> None:
    """What somebody is said to have done is told by who says it: "Orr, who the Post reported had robbed it, resigned".

    Parsers take the act for the main clause, or give the reporting verb two subjects.
    """
    who = next((t for t in verb.lefts if t.tag_ in {"WP", "WDT"} and t.dep_ in {"dobj", "nsubj"}), None)
    teller = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.tag_ not in {"WP", "WDT"}), None)
    governor = verb_governor(verb.lemma_.lower())
    if who is None or teller is None or governor is None or not governor.gives_voice or verb.i + 1 == len(verb.doc):
        return
    behind = verb.nbor()
    act = behind.head if behind.dep_ in HELPING else behind
    if not finite(act) or act.i <= verb.i or any(t.dep_ in SUBJECTS and t.i > verb.i for t in act.lefts):
        return
    if not (act.head.i == verb.i or (verb.head.head.i == act.i and _main_behind(act, verb.head))):
        return
    act.head, act.dep_ = verb, "ccomp"
    who.head, who.dep_ = act, _subject_arc(act)


def _main_behind(act: Token, noun: Token) -> bool:
    """Give the subject of an act, with its place in the tree, to the verb behind a comma; whether there is one."""
    main = next((t for t in act.rights if t.dep_ == "conj" and finite(t)), None)
    if main is None or noun.dep_ not in SUBJECTS or any(t.dep_ in SUBJECTS for t in main.lefts):
        return False
    between = act.doc[act.i : main.i]
    if not any(t.text == "," for t in between) or any(t.dep_ == "cc" for t in between):
        return False
    main.dep_, main.head = act.dep_, main if act.head.i == act.i else act.head
    for t in list(act.children):
        if t.i > main.i or (t.is_punct and t.i > act.i):
            t.head = main
    noun.head, noun.dep_ = main, _subject_arc(main)
    return True


def _subject_arc(verb: Token) -> str:
    return "nsubjpass" if any(t.dep_ == "auxpass" for t in verb.lefts) else "nsubj"


def mend_intending(word: Token) -> bool:
    """An aim denied or admitted is no object, and the act is its own: "denied planning to sell the mill".

    The words decide, since parsers take the aim for a noun as often as not, and hang the act on it or beside it.
    Returns whether the word is such an aim.
    """
    act = _act_behind(word)
    above = word.nbor(-1) if word.i else word
    while above.i and above.pos_ == "ADV":
        above = above.nbor(-1)  # "denied ever planning to"
    lemma = _aim_of(word)
    denial = verb_governor(above.lemma_.lower()) if above.pos_ == "VERB" else None
    if act is None or lemma is None or denial is None or denial.name not in {"deny", "admit"}:
        return False
    refused_it = any(t.dep_ == "auxpass" for t in above.children)  # "was denied planning to build"
    if refused_it or act.is_ancestor(above) or word.is_ancestor(above):
        return False
    word.head, word.dep_, word.tag_, word.pos_, word.lemma_ = above, "xcomp", "VBG", "VERB", lemma
    act.head, act.dep_ = word, "xcomp"
    return True


def _act_behind(word: Token) -> Token | None:
    """The infinitive right behind a word: the "sell" of "planning to sell"."""
    to = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return to.head if to.lower_ == "to" and to.dep_ == "aux" and to.head.tag_ == "VB" and to.head.i > to.i else None


def _aim_of(word: Token) -> str | None:
    """The verb of which a word is the gerund, where it is one that governs what is still to be done."""
    stem = word.lower_.removesuffix("ing")
    for one in (stem, f"{stem}e", stem[:-1]):
        governor = verb_governor(one)
        if governor is not None and governor.name in AIMING:
            return one
    return None


def _gerund(word: Token) -> None:
    """An act denied or laid to somebody, with its object behind it, is no attribute of that object.

    "Denies hiding losses", "accused the brothers of smuggling amber", but "denies rising costs".
    """
    noun, before = word.head, word.nbor(-1) if word.i else None
    lemma = _verb_of(word)
    if before is None or lemma is None or noun.i != word.i + 1 or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    if noun.lemma_.lower() in marks()["telling"] or any(t.dep_ in {"det", "poss"} for t in noun.children):
        return  # "denies smuggling charges"
    if noun.dep_ == "dobj" and noun.head.i == before.i:
        governor = verb_governor(before.lemma_.lower())
        arc = "xcomp" if governor is not None and governor.name in {"deny", "admit"} else None
    elif noun.dep_ == "pobj" and noun.head.i == before.i and before.lower_ in {"of", "to", "with"}:
        arc = "pcomp" if _charging(before) else None
    else:
        arc = None
    if arc is not None:
        word.head, word.dep_, word.tag_, word.pos_, word.lemma_ = before, arc, "VBG", "VERB", lemma
        noun.head, noun.dep_ = word, "dobj"


def _charged_with(of: Token) -> None:
    """What somebody is accused of hangs on the accusing, not on their name: "accused the firm of dumping waste"."""
    for t in of.children:
        bare = t.dep_ == "pobj" and t.tag_ == "VBG" and not any(c.i < t.i for c in t.children)
        if (t.dep_ == "pcomp" or bare) and _charging(of):
            t.dep_ = "pcomp"


def _when_said(word: Token) -> None:
    """What stands between a reporting verb and the subject of its clause tells of the saying.

    "said on Monday it would reopen the bridge on Friday": what would be reopened, on Friday.
    """
    clause = word.head
    verb = clause.head
    if (
        verb.i != word.i - 1
        or verb.pos_ != "VERB"
        or (word.lower_ not in WHEN and word.ent_type_ not in {"DATE", "TIME"})
    ):
        return
    governor = verb_governor(verb.lemma_.lower())
    subject = next((t for t in clause.children if t.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if governor is None or not governor.gives_voice or subject is None or subject.i < word.i:
        return
    if any(t.dep_ == "mark" and t.i < word.i for t in clause.children) or any(t.dep_ == "pcomp" for t in word.children):
        return
    word.head = verb


def _charging(preposition: Token) -> bool:
    """Whether a preposition tells of what somebody is accused, cleared or guilty; it is hung on the verb if so."""
    head = preposition.head
    verb = head.head if head.dep_ == "dobj" else head
    if verb.pos_ == "ADJ":
        return verb.lower_ in {"guilty", "innocent"}
    governor = verb_governor(f"{verb.lemma_.lower()} {preposition.lower_}", verb.lemma_.lower())
    charges = governor is not None and governor.name in {"accuse", "suspect", "clear", "convict"}
    if charges:
        preposition.head = verb
    return charges


def _verb_of(word: Token) -> str | None:
    """The verb of which a word is the gerund, where it is one that happens to an object; None for others."""
    stem = word.lower_.removesuffix("ing")
    known = (one for one in (stem, f"{stem}e", stem[:-1]) if predicate_class(one) is not None or one in transitive())
    short = f"{stem}e" if ONE_SYLLABLE.fullmatch(stem) else None  # "hiding", but "digging"
    found = next(known, word.lemma_ if word.tag_ == "VBG" else short)
    return None if found is None or found in intransitive() or found in GROWING else found


def _told_to(verb: Token) -> None:
    """A command before the verb by which it is given is its words: "Keep off the ice, coastguard tells skaters"."""
    head = verb.head
    governor = verb_governor(head.lemma_.lower()) if head.pos_ == "VERB" and head.i > verb.i else None
    named = any(t.dep_ in {"nsubj", "mark"} or t.lower_ == "to" for t in verb.children)
    behind = verb.right_edge.i + 1
    if verb.doc[-1].text in ENDING or verb.doc[behind].text != ",":
        return
    if governor is not None and governor.gives_voice and not named and head.tag_ in {"VBZ", "VBD", "VBP"}:
        verb.dep_ = "ccomp"
