"""Which words of a sentence name a happening: verbs, nouns, light verbs with a noun, predicative adjectives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rashomon.core.predicates import predicate_class, predicate_classes
from rashomon.read.events_idioms import idiom, verb_phrase
from rashomon.read.status_conditions import in_condition_phrase
from rashomon.read.status_lexicon import marks, table
from rashomon.read.status_nouns import definite
from rashomon.read.status_syntax import VERBAL, is_particle, is_passive, wh_clause
from rashomon.read.tree import children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HAPPENING_ADJECTIVES = {"dead": "die", "responsible": "cause"}
"""Adjectives after "be" that tell a happening, with the verb that stands for it."""

UNSAID = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
"""Kinds of names that say when or how much, not what something is."""

REQUESTING = frozenset({"ask", "tell", "warn", "advise"})
"""Verbs of speech that ask an act of the one addressed."""

NEGATIONS = frozenset({"not", "n't", "n’t"})
"""Negations, which taggers take for verbs where the apostrophe is curly."""

COMPLEMENTS = frozenset({"ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Found:
    """A word that names a happening: its token, the lemma, how it names it, and the light verb that carries it.

    `part` is the word that makes one verb with it: the "lives" of "lost their lives".
    """

    token: Token
    lemma: str
    form: str
    carrier: Token | None = None
    part: Token | None = None


def words(name: str) -> frozenset[str]:
    """A declared list."""
    return table("event_words.tsv")[name]


@cache
def event_nouns() -> frozenset[str]:
    """The nouns that can name a happening."""
    return words("nouns") | {noun for one in predicate_classes() for noun in one.nouns}


@cache
def hedging_adjectives() -> frozenset[str]:
    """The participles before a noun that turn its status and name no happening: "alleged", "planned"."""
    return frozenset(word for key, members in marks().items() if key.startswith("adjective-") for word in members)


def find_predicates(doc: Doc) -> list[Found]:
    """The happenings that a parsed sentence names, in text order."""
    found: list[Found] = []
    nouns: list[Token] = []
    taken: set[int] = set()
    for token in tokens(doc):
        kind = token.pos_
        if kind in VERBAL and (one := _verb(token)) is not None:
            found.append(one)
            taken.add(one.token.i)
            if one.part is not None:
                taken.add(one.part.i)
        elif kind == "ADJ" and token.lower_ in HAPPENING_ADJECTIVES and _predicated(token):
            found.append(Found(token, HAPPENING_ADJECTIVES[token.lower_], "adjective"))
        elif kind in {"NOUN", "PROPN"} and _said_of_a_subject(token):
            found.append(Found(token, "be" if kind == "PROPN" else token.lemma_.lower(), "adjective"))
            taken.add(token.i)
        elif kind == "NOUN":
            nouns.append(token)
    found += [one for one in (_noun(t) for t in nouns if t.i not in taken) if one is not None]
    parts = {one.part.i for one in found if one.part is not None}
    return sorted((one for one in found if one.token.i not in parts), key=lambda f: f.token.i)


def _said_of_a_subject(noun: Token) -> bool:
    """Whether a noun tells what somebody or something is: "Ilse Tarn was his cousin", "the boat is a trawler"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_.lower() != "be" or noun.i < verb.i or noun.lemma_.lower() in event_nouns():
        return False
    if noun.ent_type_ in UNSAID or wh_clause(verb):
        return False
    subject = next((t for t in children(verb) if t.dep_ == "nsubj"), None)
    if subject is None:
        return verb.dep_ == "xcomp" and any(t.lower_ == "to" for t in children(verb))  # "is believed to be the leader"
    return subject.pos_ in {"NOUN", "PROPN", "NUM"} or subject.lower_ in {"he", "she", "they"}


def _predicated(adjective: Token) -> bool:
    """Whether an adjective tells what is so: "is dead", "found dead", "12 feared dead", "eight dead as ..."."""
    if adjective.dep_ in {"acomp", "oprd"}:
        return True
    counted = adjective.head.like_num or any(t.dep_ == "nummod" for t in children(adjective.head))
    return adjective.lower_ == "dead" and adjective.dep_ == "amod" and adjective.i > adjective.head.i and counted


ASKED_BY = frozenset({"for", "on", "upon"})
"""What stands behind "call" where it asks for an act, and does not name, set or summon."""


def lemma_with_particle(verb: Token) -> str:
    """The lemma, with its particle where the verb has one, or the preposition that makes "call" a request."""
    particle = next((t for t in children(verb) if is_particle(t)), None)
    lemma = verb.lemma_.lower()
    if particle is None and lemma == "call":
        particle = _asking(verb)
    return f"{lemma} {particle.lower_}" if particle is not None else lemma


def _asking(call: Token) -> Token | None:
    """What makes "call" ask: the preposition of "called for talks", the mark of "called for her to go".

    None of "called a strike for Monday", "called on Monday".
    """
    behind = (t for t in children(call) if t.i > call.i and t.dep_ not in {"advmod", "npadvmod", "punct", "neg"})
    first = next((t for t in behind if not any(o.ent_type_ in {"DATE", "TIME"} for o in children(t))), None)
    if first is not None and first.pos_ in VERBAL:
        first = next((t for t in children(first) if t.dep_ == "mark" and t.lower_ == "for"), None)
    asks = first is not None and first.dep_ in {"prep", "mark"} and first.lower_ in ASKED_BY
    return first if asks else None


def light_noun(verb: Token, lemma: str) -> Token | None:
    """The event noun that a light verb carries: "issued an order", "sanctions were imposed".

    None where the noun is known and the verb tells something else of it: "saw the attack", "extended the ban".
    """
    if verb.lemma_.lower() not in marks()["light"] and lemma not in marks()["light"]:
        return None
    for t in children(verb):
        if t.dep_ in {"dobj", "nsubjpass"} and t.pos_ == "NOUN" and t.lemma_.lower() in event_nouns():
            the = any(c.lower_ in {"the", "this", "that", "these", "those"} for c in children(t) if c.dep_ == "det")
            of_its_own = t.dep_ == "nsubjpass" and verb.lemma_.lower() == "hold"  # "the election will be held in May"
            known = the and not of_its_own and not any(c.dep_ in {"acl", "prep"} for c in children(t))
            there = definite(t) and verb.lemma_.lower() in marks()["prolonging"] | marks()["joining"]
            return None if known or there else t
    return None


def _verb(verb: Token) -> Found | None:
    if verb.dep_ in {"aux", "auxpass", "case", "mark", "prep", "compound"} or not verb.text[:1].isalpha():
        return None
    if verb.pos_ == "AUX" or verb.lemma_.lower() == "be" or verb.lower_ in NEGATIONS or in_condition_phrase(verb):
        return None
    lemma = lemma_with_particle(verb)
    if verb.dep_ == "amod":
        return _participle(verb, lemma)
    phrase = idiom(verb)
    if phrase is not None:
        return Found(verb, phrase[0], "verb")
    noun = light_noun(verb, lemma)
    if noun is not None:
        return Found(noun, noun.lemma_.lower(), "light", verb)
    if (whole := verb_phrase(verb)) is not None:
        return Found(verb, whole[0], "verb", part=whole[1])
    complement = any(t.dep_ in COMPLEMENTS and t.pos_ in {"VERB", "AUX"} for t in children(verb))
    if complement and predicate_class(lemma) == "promise":
        return None  # a promise to act is the telling of an act that is planned
    if complement and lemma in words("aspect"):
        return None
    if lemma in REQUESTING and _addresses(verb):
        return Found(verb, lemma, "verb")
    reports = complement or verb.dep_ == "parataxis"
    if lemma in words("speech") and (reports or not any(t.dep_ in {"dobj", "prep"} for t in children(verb))):
        return None
    if lemma in words("stative"):
        return None
    return Found(verb, lemma, "verb")


def _participle(verb: Token, lemma: str) -> Found | None:
    """A participle before its noun that names a happening: "the seized ship", not "the hit series"."""
    if lemma in words("before-noun") or any(t.lower_ == "so" for t in children(verb)):
        return None  # "the so-called reform"
    known = verb.tag_ == "VBN" and predicate_class(lemma) is not None and verb.head.pos_ in {"NOUN", "PROPN"}
    return Found(verb, lemma, "verb") if known and verb.lower_ not in hedging_adjectives() else None


def _addresses(verb: Token) -> bool:
    """Whether somebody is asked or told to act, which is an act itself: "asked the firm to pay"."""
    for t in children(verb):
        if t.dep_ in {"xcomp", "ccomp"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in children(t)):
            own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in children(t))
            return own or is_passive(verb) or any(c.dep_ in {"dobj", "dative"} and c.i < t.i for c in children(verb))
    return False


def _noun(noun: Token) -> Found | None:
    lemma = noun.lemma_.lower()
    if noun.dep_ in {"compound", "npadvmod", "nmod"} or lemma not in event_nouns():
        return None
    if _adverbial(noun, lemma) or (lemma == "event" and in_condition_phrase(noun)):
        return None
    argued = any(
        t.dep_ == "poss"
        or (
            t.dep_ == "prep"
            and t.i > noun.i
            and t.lower_ in {"of", "by", "against", "on", "with", "between", "to", "from", "in"}
        )
        or (t.dep_ in {"amod", "compound"} and (t.ent_type_ in {"NORP", "GPE", "ORG", "PERSON"} or t.pos_ == "PROPN"))
        or t.dep_ == "acl"
        for t in children(noun)
    )
    placed = noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}
    return Found(noun, lemma, "noun") if argued or placed else None


def _adverbial(noun: Token, lemma: str) -> bool:
    """Whether a noun with its preposition is but a link between two happenings: "in response to", "on suspicion of"."""
    if noun.dep_ != "pobj" or lemma not in marks()["adverbial-noun"] or noun.head.lower_ not in {"in", "as", "on"}:
        return False
    return all(t.dep_ in {"det", "prep", "punct", "acl", "amod"} for t in children(noun))
