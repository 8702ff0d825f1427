"""Who did it and to whom: the words that stand for actor, target and further roles of a predicate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core.predicates import predicate_class
from rashomon.read.events_found import Found
from rashomon.read.events_frames import framed_target, mutual_object
from rashomon.read.events_idioms import idiom
from rashomon.read.status_lexicon import verb_governor
from rashomon.read.status_marks import VERBAL
from rashomon.read.status_syntax import is_passive, lemmas_of, mark_of, noun_before, ordered, small_clause, wh_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
TIMES = frozenset({"DATE", "TIME", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
TARGET_PREPOSITIONS = ("against", "on", "upon", "with", "to", "at", "over", "for", "from", "into", "of", "in")
"""The prepositions whose object can be a target, likeliest first."""
NOUN_PREPOSITIONS = ("against", "into", "on", "with", "to", "between", "among", "at", "for", "over", "in", "about")
"""The prepositions after a noun whose object can be its target, likeliest first."""
OWNERS = frozenset(
    "order decision plan threat vow pledge promise attempt bid refusal failure offer intention effort move commitment "
    "readiness willingness determination decree desire agreement".split()
)
"""Nouns whose infinitive is done by their owner ("Alba's order to close"); after others it is done by somebody else."""

REPEATING = frozenset({"reiterate", "reaffirm", "repeat", "renew", "express", "announce", "declare", "stress"})
"""Verbs that tell their own subject's pledge or plan ("reiterated its commitment to help")."""
DOCUMENTS = frozenset({"report", "statement", "decree", "letter", "order", "bill", "resolution", "note", "complaint"})
"""Documents by which somebody acts: who "issued a statement accusing Bree" accused Bree."""
MUTUAL = frozenset(
    {"meet", "agree", "negotiate", "discuss", "cooperate", "fight", "collide", "merge", "marry", "divorce"}
)
"""Classes of what two do to each other."""


@dataclass(slots=True)
class Roles:
    """The head tokens of a predicate's roles."""

    actor: Token | None = None
    target: Token | None = None
    others: tuple[tuple[str, Token], ...] = ()


def roles_of(found: Found) -> Roles:
    """The roles of a happening."""
    if found.form == "verb":
        return _verb_roles(found.token)
    if found.form == "light":
        return _light_roles(found)
    if found.form == "adjective":
        return Roles(actor=subject_of(found.token.head), others=tuple(_prepositions(found.token)))
    return _noun_roles(found.token)


def _verb_roles(verb: Token) -> Roles:
    passive = is_passive(verb)
    subject = subject_of(verb)
    others = tuple(_prepositions(verb))
    phrase = idiom(verb)
    if phrase is not None and phrase[1] is not None and phrase[1] == subject:
        passive = True
    if phrase is not None:
        return Roles(actor=_agent(verb) if passive else subject, target=phrase[1], others=others)
    if not passive and small_clause(verb):
        orders = verb.head.lemma_.lower() in {"order", "have", "get"}
        return Roles(actor=subject_of(verb.head) if orders else None, target=subject, others=others)
    if ordered(verb):
        return Roles(actor=subject_of(verb.head.head), target=verb.head, others=others)
    if passive:
        party = framed_target(verb, subject) if subject is not None else None
        return Roles(actor=_agent(verb), target=party or subject, others=_with(others, subject, party))
    carried = _object(verb)
    party = framed_target(verb, carried or _called_for(verb))
    if party is not None:
        return Roles(actor=subject, target=party, others=_with(others, carried, party))
    target = carried or _target_after(verb, None)
    if carried is None or mutual_object(verb, carried):
        target = _reciprocal(verb, subject, carried) or target
    if target is None:
        target = _of_complement(verb)
    return Roles(actor=subject, target=target, others=others)


def _called_for(verb: Token) -> Token | None:
    """What a verb with "for" asks for, which has a party behind it: "called for sanctions against Bree"."""
    asks = verb.lemma_.lower() in {"call", "appeal", "ask", "push", "press", "plead", "apply"}
    return _under(verb, "for") if asks else None


def _with(
    others: tuple[tuple[str, Token], ...], carried: Token | None, party: Token | None
) -> tuple[tuple[str, Token], ...]:
    """Further roles with the object that a party behind a preposition has put out of its place."""
    return others if carried is None or party is None else (("object", carried), *others)


def _reciprocal(verb: Token, subject: Token | None, carried: Token | None) -> Token | None:
    """The second of two subjects of what two do to each other: "Alba and Bree signed", "agreed on a border"."""
    if subject is None or not (carried is not None or predicate_class(verb.lemma_.lower()) in MUTUAL):
        return None
    return next((t for t in subject.children if t.dep_ == "conj"), None)


def _of_complement(verb: Token) -> Token | None:
    """The target of the act that a verb governs ("agreed to help Bree"), where the verb itself has none."""
    for t in verb.children:
        if t.dep_ == "xcomp" and t.pos_ in VERBAL and not is_passive(t):
            return _object(t) or _target_after(t, None)
    return None


def _light_roles(found: Found) -> Roles:
    verb, noun = found.carrier, found.token
    if verb is None:
        return _noun_roles(noun)
    own = _noun_roles(noun)
    passive = is_passive(verb)
    actor = _agent(verb) if passive else subject_of(verb)
    target = framed_target(verb, noun) or own.target or _target_after(verb, noun)
    dative = next((t for t in verb.children if t.dep_ == "dative" and t.pos_ != "ADP"), None)
    topic = target is None or _is_under(target, {"on", "over", "about", "to", "in", "at", "for"})
    if topic and predicate_class(noun.lemma_.lower(), "noun") in MUTUAL and actor is not None:
        target = next((t for t in actor.children if t.dep_ == "conj"), target)
    return Roles(actor=actor or own.actor, target=target or dative, others=(*own.others, *_prepositions(verb)))


def _noun_roles(noun: Token) -> Roles:
    """Possessor, nationality or by-phrase as actor; of-, against-, on-phrase as target."""
    by = _under(noun, "by")
    owner = next((t for t in noun.children if t.dep_ == "poss"), None)
    adjective = next(
        (
            t
            for t in noun.children
            if t.dep_ in {"amod", "compound", "nmod"} and t.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}
        ),
        None,
    )
    of = _under(noun, "of")
    if by is None and of is not None:
        by = _under(of, "by")  # "the expulsion of four envoys by Norland", read as envoys by Norland
    actor = by or owner or adjective
    target = (framed_target(noun, of) if of is not None else None) or of
    for word in NOUN_PREPOSITIONS:
        target = target or _under(noun, word)
    if by is not None and target is None:
        target = owner or adjective
    if actor is None:
        actor = _under(noun, "from")
        if actor is None and target is None and noun.dep_ == "dobj" and noun.head.pos_ in VERBAL:
            actor = subject_of(noun.head)
    return Roles(actor=actor, target=target if target != actor else None, others=tuple(_prepositions(noun)))


def _is_under(token: Token, prepositions: set[str]) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in prepositions


def _under(head: Token, preposition: str) -> Token | None:
    for t in head.children:
        if t.dep_ in {"prep", "agent"} and t.lower_ == preposition:
            return next((o for o in t.children if o.dep_ == "pobj" and o.ent_type_ not in TIMES), None)
    return None


def _agent(verb: Token) -> Token | None:
    for t in verb.children:
        if t.dep_ == "agent" or (t.dep_ == "prep" and t.lower_ == "by"):
            return next((o for o in t.children if o.dep_ == "pobj"), None)
    return _agent(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ == "VBN" else None


def _object(verb: Token) -> Token | None:
    for dep in ("dobj", "dative"):
        for t in verb.children:
            if t.dep_ == dep and t.pos_ != "ADP" and t.ent_type_ not in TIMES - {"MONEY", "QUANTITY"}:
                return _antecedent(t, verb)
    if verb.dep_ == "relcl" and not any(t.dep_ == "dobj" for t in verb.children):
        pronouns = [t for t in verb.children if t.dep_ in SUBJECTS and t.lower_ in RELATIVE]
        # "compounds the government used": the noun itself is what the clause lacks
        if not pronouns and any(t.dep_ in SUBJECTS for t in verb.children):
            return verb.head
    complement = next((t for t in verb.children if t.dep_ in {"ccomp", "xcomp"} and verb.lemma_ != "say"), None)
    if complement is not None:
        bare = complement.tag_ in {"VB", "VBN", "VBG"} or _asks(verb)
        return next((t for t in complement.children if t.dep_ in {"nsubj", "nsubjpass"} and bare), None)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.i > verb.head.i:
        later = [t for t in verb.children if t.dep_ in {"dobj", "prep", "ccomp", "xcomp"}]
        shared = next((t for t in verb.head.children if t.dep_ == "dobj"), None)
        # "seized and inspected the ship": the object stands after the last verb; "tried X and fled" shares none
        return shared if not later and shared is not None and shared.i > verb.i else None
    following = next((t for t in verb.children if t.dep_ == "conj" and t.pos_ in VERBAL), None)
    if following is not None and not any(t.dep_ in {"prep", "ccomp", "xcomp"} for t in verb.children):
        return next((t for t in following.children if t.dep_ == "dobj" and following.i - verb.i <= 4), None)
    return None


def _asks(verb: Token) -> bool:
    """Whether a verb asks or charges somebody, who then is the subject of its clause: "demanded that Bree pay"."""
    governor = verb_governor(*lemmas_of(verb))
    return governor is not None and governor.name in {"propose", "suggest", "ask", "order", "accuse", "want"}


def _target_after(verb: Token, noun: Token | None) -> Token | None:
    for word in TARGET_PREPOSITIONS[:8]:
        for head in (verb, noun):
            if head is not None and (target := _under(head, word)) is not None:
                return target
    return None


def _prepositions(head: Token) -> list[tuple[str, Token]]:
    found = []
    for t in head.children:
        if t.dep_ == "prep":
            found += [(t.lower_, o) for o in t.children if o.dep_ == "pobj" and o.ent_type_ not in TIMES]
        elif t.dep_ == "dative" and t.pos_ != "ADP":
            found.append(("to", t))
    return found


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        head = verb
        while head.dep_ in {"conj", "xcomp", "ccomp"} and head.head.i != head.i:
            head = head.head
        if head.dep_ == "relcl":
            return head.head
    return token


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, its own or the one it is understood with."""
    if depth > 8:
        return None
    for t in verb.children:
        if t.dep_ in SUBJECTS - {"csubj"}:
            return _antecedent(t, verb)
    dep, head = verb.dep_, verb.head
    if head == verb:
        return None
    if dep == "conj":
        return subject_of(head, depth + 1) if head.pos_ in VERBAL else None
    if dep in {"xcomp", "ccomp", "oprd"}:
        return _controller(verb, head, depth)
    if dep == "acl":
        return _of_noun_clause(verb, head, depth)
    if dep == "advcl":
        return _of_adverbial(verb, head, depth)
    if dep == "pcomp":
        return _of_gerund(head, depth)
    return head if dep == "amod" else None


def _of_adverbial(verb: Token, head: Token, depth: int) -> Token | None:
    """The understood subject of an adverbial clause without one."""
    if any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children) and (noun := noun_before(verb)) is not None:
        return _of_noun_clause(verb, noun, depth)
    if verb.tag_ == "VBN" and not mark_of(verb):
        # "inspected a vessel, suspected of smuggling": the vessel, if it is suspicion, else either of the two
        of_object = next((t for t in head.children if t.dep_ == "dobj" and head.i < t.i < verb.i), None)
        if of_object is not None:
            return of_object if predicate_class(verb.lemma_.lower()) == "accuse" or verb.lemma_ == "suspect" else None
    if verb.tag_ == "VBG" and _ends_another(verb, head):
        return None
    return subject_of(head, depth + 1) if head.pos_ in VERBAL else None


def _ends_another(verb: Token, head: Token) -> bool:
    """Whether a participle follows a clause embedded in the one the parser hung it on, and may belong to either.

    "are looking into what made the plane crash, killing ten": those who look did not kill.
    """
    between = head.doc[head.i + 1 : verb.i]
    return any(t.dep_ in {"pcomp", "ccomp"} and t.pos_ in VERBAL and wh_clause(t) for t in between)


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    """The understood subject of an infinitive: the governor's object if it has one, else its subject."""
    if head.pos_ == "ADJ":
        return subject_of(head.head, depth + 1)
    if head.pos_ not in VERBAL:
        return None
    if not is_passive(head) and head.lemma_.lower() not in {"promise", "threaten", "vow"}:
        for t in head.children:
            if t.dep_ in {"dobj", "dative"} and t.i < verb.i and t.pos_ in {"NOUN", "PROPN", "PRON"}:
                return _antecedent(t, head)
        if head.lemma_.lower() in {"call", "appeal", "rely", "count", "prevail", "plead"}:
            for word in ("on", "upon", "to", "with", "for"):
                if (addressee := _under(head, word)) is not None:
                    return addressee
    if any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children) or verb.tag_ in {"VBG", "VBN", "VB"}:
        return subject_of(head, depth + 1)
    return None


def _of_noun_clause(verb: Token, noun: Token, depth: int) -> Token | None:
    if not any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.children):
        if noun.lower_ == "those" and noun.dep_ == "pobj" and noun.head.head.lemma_ == "be":
            return subject_of(noun.head.head, depth + 1)  # "was among those praising"
        issued = noun.lemma_.lower() in DOCUMENTS and noun.dep_ == "dobj" and noun.head.pos_ in VERBAL
        return (subject_of(noun.head, depth + 1) or noun) if issued and verb.tag_ == "VBG" else noun
    if noun.lemma_.lower() not in OWNERS:
        return None
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in REPEATING:
        return subject_of(noun.head, depth + 1)
    owner = next((t for t in noun.children if t.dep_ == "poss"), None) or _under(noun, "by")
    if owner is not None:
        return owner
    return subject_of(noun.head, depth + 1) if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL else None


def _of_gerund(preposition: Token, depth: int) -> Token | None:
    """The understood subject after a preposition: "accused X of acting", "X responded by acting"."""
    head = preposition.head
    if head.pos_ in VERBAL:
        if preposition.lower_ in {"of", "from", "for", "into"} and not is_passive(head):
            for t in head.children:
                if t.dep_ == "dobj":
                    return _antecedent(t, head)
        return subject_of(head, depth + 1)
    if head.pos_ == "ADJ":
        return subject_of(head.head, depth + 1)
    return next((t for t in head.children if t.dep_ == "poss"), None)
