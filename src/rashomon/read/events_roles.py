"""Who did it and to whom: the words that stand for actor, target and further roles of a predicate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core.places import country_word
from rashomon.core.predicates import predicate_class
from rashomon.read.clauses import FINITE
from rashomon.read.events_found import Found, words
from rashomon.read.events_frames import framed_target, mutual_object
from rashomon.read.events_idioms import idiom
from rashomon.read.events_subjects import RELATIVE, TIMES, antecedent, bearer_of, object_of, objects_after, subject_of
from rashomon.read.status_contrasts import told_phrase
from rashomon.read.status_lexicon import marks, verb_governor
from rashomon.read.status_nouns import bare
from rashomon.read.status_syntax import (
    VERBAL,
    auxiliaries,
    complement_noun,
    is_passive,
    lemmas_of,
    ordered,
    small_clause,
)
from rashomon.read.syntax import SUBJECTS
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

TARGET_PREPOSITIONS = ("against", "on", "upon", "with", "to", "at", "over", "for", "from", "into", "of", "in")
"""The prepositions whose object can be a target, likeliest first."""

NOUN_PREPOSITIONS = ("against", "into", "on", "with", "to", "between", "among", "at", "for", "over", "in", "about")
"""The prepositions after a noun whose object can be its target, likeliest first."""

ACTS_ITSELF = frozenset(
    {"begin", "stop", "manage", "fail", "intend", "decide", "try", "threaten", "promise", "agree", "admit", "consider"}
    | {"cancel", "postpone", "refuse", "cause", "hope", "avoid", "announce"}
)
"""Classes whose subject is the one that does, or does not do, what their object names."""

BEFALLING = frozenset({"crash", "derail", "sink", "collapse", "explode", "collide"})
"""Classes whose noun has what it befalls right before it: "the plane crash", "a dam collapse"."""

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
        return _verb_roles(found.token, found.part)
    if found.form == "light":
        return _light_roles(found)
    if found.form == "adjective":
        return _said_roles(found.token)
    return _noun_roles(found.token)


def _said_roles(said: Token) -> Roles:
    """The roles of what is said of a subject: who, and of whom or what: "Ilse Tarn was the mayor's cousin"."""
    target = None
    if said.pos_ == "PROPN":
        target = said  # "the victim was Ilse Tarn"
    elif said.pos_ == "NOUN":
        owner = next((t for t in children(said) if t.dep_ == "poss" and t.ent_type_ not in TIMES), None)
        target = owner or object_of(said, "of")
    return Roles(actor=bearer_of(said), target=target, others=tuple(_prepositions(said)))


def _verb_roles(verb: Token, part: Token | None = None) -> Roles:
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
    if (carried := ordered(verb)) is not None:
        return Roles(actor=subject_of(carried.head), target=carried, others=others)
    if passive:
        agent = _agent(verb)
        party = framed_target(verb, subject) if subject is not None else None
        return Roles(actor=agent, target=party or subject, others=_with(others, subject, party))
    carried = _object(verb)
    if carried is not None and part is not None and carried.i == part.i and framed_target(verb, carried) is None:
        return Roles(actor=subject, target=_target_after(verb, None), others=others)
    party = framed_target(verb, carried or _called_for(verb))
    if party is not None:
        return Roles(actor=subject, target=party, others=_with(others, carried, party))
    befalls = predicate_class(verb.lemma_.lower()) in BEFALLING  # "overturned on the bridge" acts on no bridge
    target = carried or (None if befalls else _target_after(verb, None))
    if (carried is None or _between_states(verb, subject, carried)) and (other := _reciprocal(verb, subject, carried)):
        target, others = other, _with(others, carried, other)
    if target is None:
        target = _of_complement(verb)
    return Roles(actor=subject, target=target, others=others)


def _called_for(verb: Token) -> Token | None:
    """What a verb with "for" asks for, which has a party behind it: "called for sanctions against Bree"."""
    asks = verb.lemma_.lower() in {"call", "appeal", "ask", "push", "press", "plead", "apply"}
    return object_of(verb, "for") if asks else None


def _with(
    others: tuple[tuple[str, Token], ...], carried: Token | None, party: Token | None
) -> tuple[tuple[str, Token], ...]:
    """Further roles with the object that a party behind a preposition has put out of its place."""
    return others if carried is None or party is None else (("object", carried), *others)


def _reciprocal(verb: Token, subject: Token | None, carried: Token | None) -> Token | None:
    """The second of two subjects of what two do to each other: "Alba and Bree signed", "agreed on a border"."""
    if subject is None or not (carried is not None or predicate_class(verb.lemma_.lower()) in MUTUAL):
        return None
    return _partner(subject)


def _between_states(verb: Token, subject: Token | None, carried: Token) -> bool:
    """Whether two states do to each other what their object names: "Alba and Bree signed a pact".

    Of others the object is the target: what two firms signed is the contract.
    """
    if subject is None or not mutual_object(verb, carried):
        return False
    return all(one is not None and country_word(one.text) is not None for one in (subject, _partner(subject)))


def _partner(one: Token | None) -> Token | None:
    """The second of two that are named side by side: the Bree of "Alba and Bree"."""
    return None if one is None else next((t for t in children(one) if t.dep_ == "conj"), None)


def _of_complement(verb: Token) -> Token | None:
    """The target of the act that a verb governs ("agreed to help Bree"), where the verb itself has none."""
    for t in children(verb):
        if t.dep_ == "xcomp" and t.pos_ in VERBAL and not is_passive(t):
            return _object(t) or _target_after(t, None)
    return None


def _light_roles(found: Found) -> Roles:
    verb, noun = found.carrier, found.token
    if verb is None:
        return _noun_roles(noun)
    own = _noun_roles(noun)
    if verb.lemma_.lower() == "see":
        return own  # who, or what time, sees a strike does not strike
    passive = is_passive(verb)
    actor = _agent(verb) if passive else subject_of(verb)
    target = framed_target(verb, noun) or own.target or _target_after(verb, noun)
    dative = next((t for t in children(verb) if t.dep_ == "dative" and t.pos_ != "ADP"), None)
    topic = target is None or _isobject_of(target, {"on", "over", "about", "to", "in", "at", "for"})
    if topic and predicate_class(noun.lemma_.lower(), "noun") in MUTUAL and actor is not None:
        target = next((t for t in children(actor) if t.dep_ == "conj"), target)
    return Roles(actor=actor or own.actor, target=target or dative, others=(*own.others, *_prepositions(verb)))


def _carries_out(verb: Token) -> bool:
    """Whether a verb's subject does what its object names: "began the strike", "made the payment"."""
    if verb.pos_ not in VERBAL:
        return False
    if verb.lemma_.lower() == "see":
        return False  # who, or what time, sees a strike does not strike
    governor = verb_governor(*lemmas_of(verb, prepositions=False))
    acts_itself = governor is not None and governor.name in ACTS_ITSELF
    return acts_itself or verb.lemma_.lower() in marks()["light"] or verb.lemma_.lower() in words("aspect")


def _noun_roles(noun: Token) -> Roles:
    """Possessor, nationality or by-phrase as actor; of-, against-, on-phrase as target."""
    by = object_of(noun, "by")
    owner = next((t for t in children(noun) if t.dep_ == "poss" and t.ent_type_ not in TIMES), None)
    before = [t for t in children(noun) if t.dep_ in {"amod", "compound", "nmod"}]
    adjective = next((t for t in before if t.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"}), None)
    if adjective is None and predicate_class(noun.lemma_.lower(), "noun") in BEFALLING:
        adjective = next((t for t in before if t.dep_ == "compound" and t.pos_ == "NOUN"), None)
    of = object_of(noun, "of")
    if by is None and of is not None:
        by = object_of(of, "by")  # "the expulsion of four envoys by Norland", read as envoys by Norland
    actor = by or owner or adjective
    target = (framed_target(noun, of) if of is not None else None) or of
    for word in NOUN_PREPOSITIONS:
        target = target or object_of(noun, word)
    if by is not None and target is None:
        target = owner or adjective
    if actor is None:
        actor = object_of(noun, "from")
        if actor is None and noun.dep_ == "pobj" and noun.head.head.lemma_.lower() == "be" and bare(noun):
            actor = subject_of(noun.head.head)  # "is in talks"
        if actor is None and target is None and noun.dep_ == "dobj" and _carries_out(noun.head):
            actor = subject_of(noun.head)
    return Roles(actor=actor, target=target if target != actor else None, others=tuple(_prepositions(noun)))


def _isobject_of(token: Token, prepositions: set[str]) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in prepositions


def _agent(verb: Token) -> Token | None:
    for t in children(verb):
        if t.dep_ == "agent" or (t.dep_ == "prep" and t.lower_ == "by"):
            return _told_agent(t)
    return _agent(verb.head) if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.tag_ == "VBN" else None


def _told_agent(by: Token) -> Token | None:
    """Who did it by the words behind "by"; None where only that is in doubt ("was shot, reportedly by her brother")."""
    told = told_phrase(by)
    doubts = marks()["hedge"] | marks()["perhaps"]
    if told is None or (by.i and by.nbor(-1).lower_ in doubts):
        return None
    return next((o for o in children(told) if o.dep_ == "pobj"), None)


def _object(verb: Token) -> Token | None:
    for dep in ("dobj", "dative"):
        for t in children(verb):
            if t.tag_ == "WDT" and complement_noun(verb) is not None:
                continue  # "an allegation by a worker that it dumped waste"
            part = t.ent_type_ == "PERCENT" and any(c.dep_ == "prep" and c.lower_ == "of" for c in children(t))
            if t.dep_ == dep and t.pos_ != "ADP" and (part or t.ent_type_ not in TIMES - {"MONEY", "QUANTITY"}):
                return antecedent(t, verb)
    if verb.dep_ == "relcl" and not any(t.dep_ == "dobj" for t in children(verb)):
        pronouns = [t for t in children(verb) if t.dep_ in SUBJECTS and t.lower_ in RELATIVE]
        # "compounds the government used": the noun itself is what the clause lacks
        if not pronouns and any(t.dep_ in SUBJECTS for t in children(verb)):
            return verb.head
    complement = next((t for t in children(verb) if t.dep_ in {"ccomp", "xcomp"} and verb.lemma_ != "say"), None)
    if complement is not None and complement.pos_ in {"ADJ", "NOUN", "PROPN"}:
        # "found the firm guilty", "called the envoy a liar"
        return next((t for t in children(complement) if t.dep_ == "nsubj" and verb.i < t.i < complement.i), None)
    if complement is not None:
        finite = any(t.tag_ in FINITE for t in auxiliaries(complement))
        bare = (complement.tag_ in {"VB", "VBN", "VBG"} and not finite) or _asks(verb)
        return next((t for t in children(complement) if t.dep_ in {"nsubj", "nsubjpass"} and bare), None)
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.i > verb.head.i:
        later = [t for t in children(verb) if t.dep_ in {"dobj", "prep", "ccomp", "xcomp"}]
        shared = next((t for t in children(verb.head) if t.dep_ == "dobj"), None)
        # "seized and inspected the ship": the object stands after the last verb; "tried X and fled" shares none
        return shared if not later and shared is not None and shared.i > verb.i else None
    following = next((t for t in children(verb) if t.dep_ == "conj" and t.pos_ in VERBAL), None)
    if following is not None and not any(t.dep_ in {"prep", "ccomp", "xcomp"} for t in children(verb)):
        return next((t for t in children(following) if t.dep_ == "dobj" and following.i - verb.i <= 4), None)
    return None


def _asks(verb: Token) -> bool:
    """Whether a verb asks or charges somebody, who then is the subject of its clause: "demanded that Bree pay"."""
    governor = verb_governor(*lemmas_of(verb))
    return governor is not None and governor.name in {"propose", "suggest", "ask", "order", "accuse", "want"}


def _target_after(verb: Token, noun: Token | None) -> Token | None:
    for word in TARGET_PREPOSITIONS[:8]:
        for head in (verb, noun):
            if head is not None and (target := object_of(head, word)) is not None:
                return target
    return None


def _prepositions(head: Token) -> list[tuple[str, Token]]:
    found = []
    for t in children(head):
        if t.dep_ == "prep":
            found += [(t.lower_, o) for o in objects_after(t)]
        elif t.dep_ == "dative" and t.pos_ != "ADP":
            found.append(("to", t))
    return found
