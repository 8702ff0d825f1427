"""Which acts hurt others: by the declared lists and types, with whom or what they are done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.predicates import predicate_class
from rashomon.read.events_codes import declared, noun_code, verb_code
from rashomon.read.events_subjects import acts
from rashomon.read.nouns import nouns
from rashomon.read.status_lexicon import marks
from rashomon.read.status_syntax import is_particle, lemmas_of, phrases_of
from rashomon.read.status_warners import ACTING, OWN, OWN_OF, subject_within
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

FORCEFUL = frozenset({"ASSAULT", "COERCE"})
"""The types of acts that harm whom they are done to."""
ANSWERING = frozenset({"SANCTION", "REJECT", "MOBILIZE", "PROTEST"})
"""The types of acts that hurt where they answer somebody."""
HARMFUL = FORCEFUL | {"SANCTION", "PROTEST", "THREATEN", "MOBILIZE"}
"""The types of deeds of which it is no harm to end them."""
BLOWS = frozenset(
    {"kill", "injure", "shoot", "shoot-down", "stab", "kidnap", "attack", "burn", "sink", "explode", "harm", "steal"}
)
"""Classes of acts that harm whatever is somebody's, where somebody means them to."""
STOPPING = frozenset({"close", "end", "break-off"})
"""Classes of acts that take from others what goes on, whatever it is."""
VAGUE = frozenset({"respond", "react", "act", "intervene", "take", "deploy", "mobilise", "mobilize", "send"})
"""Verbs that answer somebody without saying whether they hurt."""
AGREED = frozenset({"agree"})
"""Classes of nouns that make an act of a hostile verb a friendly one: "would strike a deal"."""
POINTING = frozenset({"the", "this", "that", "these", "those", "any", "every", "each", "whichever"})
LIVING = frozenset({"kill", "injure", "shoot", "stab", "kidnap"})
"""Classes of acts that are done to living beings."""
FILMED = frozenset({"film", "movie", "scene", "video", "series", "episode", "documentary", "picture", "photo"})
OBJECTS = frozenset({"dobj", "npadvmod", "nsubjpass"})


def harmless(verb: Token, objects: list[Token]) -> bool:
    """Whether words of harm harm nobody: "strike a deal", "fight the fire", "shoot a film"."""
    if verb.lemma_.lower() == "shoot" and any(t.lemma_.lower() in FILMED for t in objects):
        return True
    if verb.lemma_.lower() in marks()["contending"] and any(t.lemma_.lower() in marks()["standing"] for t in objects):
        return True
    if any(one in marks()["no-blow"] for one in lemmas_of(verb)):
        return True
    return any(predicate_class(t.lemma_, "noun") in AGREED for t in objects) and not among(verb, "stopping")


def hostile(verb: Token, objects: list[Token], *, provoked: bool) -> bool:
    """Whether an act harms somebody: by its list, or by its type with whom or what it is done to."""
    listed = among(verb, "hostile")
    forceful = any(one in declared(code) for one in _whole(verb) for code in FORCEFUL)
    if not objects:
        return listed and verb.lemma_.lower() not in declared("COERCE")  # who would arrest arrests somebody
    if not (listed or forceful) or any(own(t, verb) for t in objects):
        return False  # "would raid its reserves"
    if forceful and not any(somebody(t) for t in objects):
        return provoked and any(_definite(t) for t in objects)  # "would burn the granary", not "would strike gold"
    return listed or provoked


def answers(verb: Token, objects: list[Token]) -> bool:
    """Whether an act can be meant to hurt whoever provoked it: by its list, or by what it stops or takes from them."""
    if among(verb, "answering"):
        return True
    stopping = among(verb, "stopping") or _code(verb) in ANSWERING
    return stopping and any(_lifeline(t) or (somebody(t) and not own(t, verb)) for t in objects)


def blow(verb: Token, objects: list[Token]) -> bool:
    """Whether an act is a blow where it is meant to be one: "would burn the mill", "would raze three"."""
    classes = {predicate_class(one) for one in _whole(verb)}
    if not classes & BLOWS:
        return False
    if classes & LIVING and any(t.tag_ in {"NN", "NNS"} and not own(t, verb) for t in objects):
        return True
    return any(not own(t, verb) and (somebody(t) or _definite(t) or t.pos_ == "NUM") for t in objects)


def kills(verb: Token) -> bool:
    """Whether an act is one of taking lives or people: "execute", "shoot", "kidnap"."""
    return any(predicate_class(one) in LIVING for one in _whole(verb))


def forceful(verb: Token) -> bool:
    """Whether an act is a blow or an act of force by its list or type, whoever it is done to."""
    return among(verb, "hostile") or any(one in declared(code) for one in _whole(verb) for code in FORCEFUL)


def takes_away(verb: Token, objects: list[Token]) -> bool:
    """Whether an act ends what goes on, and no harm: "would shut the terminal", but not "would end its strike"."""
    stopping = any(predicate_class(one) in STOPPING for one in _whole(verb))
    return stopping and bool(objects) and not any(wrong(t) for t in objects)


def wrong(noun: Token) -> bool:
    """Whether a noun names what it is a relief to see ended: a siege, a strike, a war."""
    return deed(noun) or noun.lemma_.lower() in marks()["warlike"] or noun_code(noun) in HARMFUL


def vague(verb: Token) -> bool:
    """Whether an act may answer somebody without hurting them: "would respond", "would take steps"."""
    return verb.lemma_.lower() in VAGUE


def objects_of(verb: Token) -> list[Token]:
    """What an act is done to, without the words that make it: not the fire of "open fire", nor when it is done."""
    made = {t.i for _, found in phrases_of(verb) for t in found}
    found = (t for t in children(verb) if t.dep_ in OBJECTS and t.i not in made and t.tag_ not in {"WDT", "WP"})
    return [t for t in found if t.dep_ != "npadvmod" or (t.i > verb.i and t.ent_type_ not in {"DATE", "TIME"})]


def among(verb: Token, name: str) -> bool:
    """Whether a list holds a verb, with its particle, its object or a phrase: "impose + sanction", "go to court"."""
    listed = marks()[name]
    lemma = verb.lemma_.lower()
    pairs = [f"{lemma} + {t.lemma_.lower()}" for t in children(verb) if t.dep_ in OBJECTS]
    behind = ((t.lower_, o.lemma_.lower()) for t in children(verb) if t.dep_ == "prep" for o in children(t))
    pairs += [f"{lemma} {preposition} {noun}" for preposition, noun in behind]
    return any(one in listed for one in (*_whole(verb), *pairs))


def somebody(word: Token) -> bool:
    """Whether a word names a person, body or place, or what is somebody else's: "the hostages", "the firm's mine"."""
    if word.pos_ in {"PROPN", "PRON"}:
        return word.lower_ not in {"it", "this", "that"} and not word.lower_.endswith(("self", "selves"))
    kind = nouns().kinds.get(word.lemma_.lower())
    return acts(word) or kind in {*ACTING, Kind.PLACE} or any(t.dep_ == "poss" for t in children(word))


def own(word: Token, act: Token) -> bool:
    """Whether what is acted on belongs to who acts: the reserves in "would raid its reserves"."""
    owner = next((t.lower_ for t in children(word) if t.dep_ == "poss" and t.lower_ in OWN), None)
    subject = subject_within(act)
    if owner is None or subject is None:
        return owner is not None
    whose = next((t.lower_ for t in children(subject) if t.dep_ == "poss" and t.lower_ in OWN), owner)
    return whose == owner and OWN_OF.get(subject.lower_, owner) == owner  # not "his army would raze their camps"


def deed(noun: Token) -> bool:
    """Whether a noun names what people do to others: a siege, an attack, a blockade."""
    return noun.lemma_.lower() in marks()["deed"]


def _whole(verb: Token) -> tuple[str, ...]:
    """A verb's lemmas, without the bare one where it has a particle: who storms out of talks storms nothing."""
    lemmas = lemmas_of(verb)
    return lemmas[:-1] if any(t.dep_ == "prt" or is_particle(t) for t in children(verb)) else lemmas


def _code(verb: Token) -> str | None:
    """The type of an act by its whole verb, or with its object."""
    code, lemmas = verb_code(verb), _whole(verb)
    return code if lemmas[-1:] == (verb.lemma_.lower(),) or any(one in declared(code) for one in lemmas) else None


def _definite(word: Token) -> bool:
    return any(t.dep_ == "poss" or t.lower_ in POINTING for t in children(word))


def _lifeline(word: Token) -> bool:
    """Whether others live on a thing or have agreed on it: gas, a grant, a border, a treaty."""
    return word.lemma_.lower() in marks()["lifeline"]
