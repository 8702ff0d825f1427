"""Who does what a verb says: its own subject, or the one it is understood with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core.predicates import predicate_class
from rashomon.read.nouns import nouns
from rashomon.read.status_conditions import in_condition_phrase
from rashomon.read.status_contrasts import ruled_out_in_front, told_phrase
from rashomon.read.status_lexicon import marks, verb_governor
from rashomon.read.status_syntax import VERBAL, coordinate, is_passive, lemmas_of, mark_of, noun_before, wh_clause
from rashomon.read.status_tenses import is_imperative
from rashomon.read.syntax import SUBJECTS
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})

NAMED_SUBJECTS = SUBJECTS - {"csubj"}

TIMES = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})

OWNERS = frozenset(
    "order decision plan threat vow pledge promise attempt bid refusal failure offer intention effort move commitment "
    "readiness willingness determination decree desire agreement".split()
)
"""Nouns whose infinitive is done by their owner ("Alba's order to close"); after others it is done by somebody else."""

ENGAGING = frozenset({"pay", "hire", "bribe", "recruit", "engage", "employ", "enlist", "appoint", "elect", "choose"})
"""Verbs whose purpose is carried out by whoever is their object: "paid an aide to keep quiet"."""

REPEATING = frozenset({"reiterate", "reaffirm", "repeat", "renew", "express", "announce", "declare", "stress"})
"""Verbs that tell their own subject's pledge or plan ("reiterated its commitment to help")."""

DOCUMENTS = frozenset({"report", "statement", "decree", "letter", "order", "bill", "resolution", "note", "complaint"})
"""Documents by which somebody acts: who "issued a statement accusing Bree" accused Bree."""


def object_of(head: Token, preposition: str) -> Token | None:
    """What stands after a preposition of a word, where it names no time and does not only open a condition."""
    for t in children(head):
        if t.dep_ in {"prep", "agent"} and t.lower_ == preposition:
            counted = preposition == "to"  # "voted 112 to 88"
            found = (o for o in objects_after(t) if not (counted and o.like_num))
            return next(found, None)
    return None


def objects_after(preposition: Token) -> list[Token]:
    """The nouns behind a preposition that can have a role: no times, nor the noun of "in the event of"."""
    told = told_phrase(preposition)
    nouns_behind = (o for o in children(told) if o.dep_ == "pobj") if told is not None else ()
    return [o for o in nouns_behind if o.ent_type_ not in TIMES and not in_condition_phrase(o)]


def antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        head = verb
        while head.dep_ in {"conj", "xcomp", "ccomp"} and head.head.i != head.i:
            head = head.head
        if head.dep_ == "relcl":
            return _not_a_date(head.head)
    return token


def _not_a_date(noun: Token) -> Token:
    """What a clause after a date is about: "the law passed in May, which banned the sale"."""
    while noun.ent_type_ in TIMES and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        above = noun.head.head
        noun = above.head if above.pos_ in VERBAL and above.dep_ in {"acl", "relcl"} else above
        if noun.pos_ in VERBAL:
            break
    return noun


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, its own or the one it is understood with."""
    if depth > 8:
        return None
    for t in children(verb):
        if t.dep_ in NAMED_SUBJECTS:
            who = antecedent(t, verb)
            return None if who.i != t.i and ruled_out_in_front(who) else who
    dep, head = verb.dep_, verb.head
    if head == verb or is_imperative(verb):
        return None
    if dep == "conj":
        return subject_of(coordinate(verb), depth + 1) if head.pos_ in VERBAL else None
    if dep in {"xcomp", "ccomp", "oprd"}:
        return _controller(verb, head, depth)
    if dep == "acl":
        return _of_noun_clause(verb, head, depth)
    if dep == "advcl":
        return _of_adverbial(verb, head, depth)
    if dep == "pcomp" or (dep == "pobj" and verb.tag_ == "VBG"):
        return _of_gerund(head, depth)
    return head if dep == "amod" else None


def _of_adverbial(verb: Token, head: Token, depth: int) -> Token | None:
    """The understood subject of an adverbial clause without one."""
    if any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)) and (noun := noun_before(verb)) is not None:
        return _of_noun_clause(verb, noun, depth)
    if verb.tag_ == "VBN" and not mark_of(verb):
        # "inspected a vessel, suspected of smuggling": the vessel, if it is suspicion, else either of the two
        of_object = next((t for t in children(head) if t.dep_ == "dobj" and head.i < t.i < verb.i), None)
        if of_object is not None:
            return of_object if predicate_class(verb.lemma_.lower()) == "accuse" or verb.lemma_ == "suspect" else None
    if head.lemma_.lower() in ENGAGING and any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)):
        engaged = [t for t in children(head) if t.dep_ in {"dobj", "dative", "nsubjpass"} and acts(t) and t.i < verb.i]
        if engaged:
            return antecedent(engaged[0], head)
    if verb.tag_ == "VBG" and _ends_another(verb, head):
        return None
    if verb.tag_ == "VBG" and verb.i > head.i and (caused := _made_to(verb, head)) is not None:
        return subject_of(caused, depth + 1)
    return subject_of(head, depth + 1) if head.pos_ in VERBAL else None


def _ends_another(verb: Token, head: Token) -> bool:
    """Whether a participle follows a clause embedded in the one the parser hung it on, and may belong to either.

    "are looking into what made the plane crash, killing ten": those who look did not kill.
    """
    between = head.doc[head.i + 1 : verb.i]
    return any(t.dep_ in {"pcomp", "ccomp"} and t.pos_ in VERBAL and wh_clause(t) for t in between)


def _made_to(verb: Token, head: Token) -> Token | None:
    """What a verb of causing brings about and a participle goes on to tell: "made it crash, killing ten"."""
    governor = verb_governor(*lemmas_of(head)) if head.pos_ in VERBAL else None
    if governor is None or governor.name != "cause":
        return None
    return next((t for t in children(head) if t.dep_ in {"xcomp", "ccomp"} and head.i < t.i < verb.i), None)


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    """The understood subject of an infinitive: the governor's object if it has one, else its subject."""
    if head.pos_ == "ADJ":
        return subject_of(head.head, depth + 1)
    if head.pos_ not in VERBAL:
        return None
    if not is_passive(head) and head.lemma_.lower() not in {"promise", "threaten", "vow"}:
        for t in children(head):
            if t.dep_ in {"dobj", "dative"} and t.i < verb.i and t.pos_ in {"NOUN", "PROPN", "PRON"}:
                return antecedent(t, head)
        if head.lemma_.lower() in {"call", "appeal", "rely", "count", "prevail", "plead"}:
            for word in ("on", "upon", "to", "with", "for"):
                if (addressee := object_of(head, word)) is not None:
                    return addressee
    if any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)) or verb.tag_ in {"VBG", "VBN", "VB"}:
        return subject_of(head, depth + 1)
    return None


def _of_noun_clause(verb: Token, noun: Token, depth: int) -> Token | None:
    if not any(t.dep_ == "aux" and t.lower_ == "to" for t in children(verb)):
        if noun.lower_ == "those" and noun.dep_ == "pobj" and noun.head.head.lemma_ == "be":
            return subject_of(noun.head.head, depth + 1)  # "was among those praising"
        issued = noun.lemma_.lower() in DOCUMENTS and noun.dep_ == "dobj" and noun.head.pos_ in VERBAL
        return (subject_of(noun.head, depth + 1) or noun) if issued and verb.tag_ == "VBG" else noun
    if noun.lemma_.lower() not in OWNERS:
        return None
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in REPEATING:
        return subject_of(noun.head, depth + 1)
    owner = next((t for t in children(noun) if t.dep_ == "poss"), None) or object_of(noun, "by")
    if owner is not None:
        return owner
    if noun.dep_ != "dobj" or noun.head.pos_ not in VERBAL or _of_another(noun):
        return None
    return subject_of(noun.head, depth + 1)


def _of_another(noun: Token) -> bool:
    """Whether an order, a bid or a plan is turned down or overruled, and so is not of whoever does that.

    "Turned down an offer to help", "threw out the order to close". Who ignores an order is the one who was ordered.
    """
    lemmas = set(lemmas_of(noun.head, prepositions=False))
    if lemmas & marks()["flouting"] and noun.lemma_.lower() in marks()["commanding"]:
        return False
    return bool(lemmas & (marks()["turning-down"] | marks()["overruling"]))


def _of_gerund(preposition: Token, depth: int) -> Token | None:
    """The understood subject after a preposition: "accused X of acting", "X responded by acting"."""
    head = preposition.head
    if head.pos_ in VERBAL:
        if preposition.lower_ in {"of", "from", "for", "into", "against"} and not is_passive(head):
            for t in children(head):
                if t.dep_ == "dobj" and t.i < preposition.i:
                    return antecedent(t, head)
        return subject_of(head, depth + 1)
    if head.pos_ == "ADJ":
        return bearer_of(head) or subject_of(head.head, depth + 1)
    owner = next((t for t in children(head) if t.dep_ == "poss"), None)
    addressed = head.dep_ == "dobj" and head.head.pos_ in VERBAL and _blames(head.head) and acts(head)
    return owner if owner is not None else (head if addressed else None)


def bearer_of(adjective: Token) -> Token | None:
    """Who or what an adjective is said of: the subject of "is dead", the object of "left six dead"."""
    own = next((t for t in children(adjective) if t.dep_ == "nsubj"), None)
    verb = adjective.head
    if own is not None or verb.pos_ not in VERBAL:
        return own or (verb if adjective.dep_ == "amod" else None)
    if adjective.dep_ in {"oprd", "xcomp", "ccomp"} and not is_passive(verb):
        return next((t for t in children(verb) if t.dep_ == "dobj"), None) or subject_of(verb)
    return subject_of(verb)


def _blames(verb: Token) -> bool:
    """Whether what follows a verb's object is what is laid to it: "accused the firm of", "fined the bank for"."""
    governor = verb_governor(verb.lemma_.lower(), *lemmas_of(verb))
    return governor is not None and governor.name in {
        "accuse",
        "suspect",
        "blame",
        "lay",
        "convict",
        "prevent",
        "ban",
        "clear",
    }


def acts(noun: Token) -> bool:
    """Whether a noun names somebody who can act: a name, a person, a group or a body."""
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in nouns().kinds
