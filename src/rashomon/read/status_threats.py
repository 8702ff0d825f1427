"""When an act that is warned of is a threat: the warner's own, and one done against somebody or in answer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.places import country_word
from rashomon.core.predicates import predicate_class
from rashomon.read.events_codes import declared, verb_code
from rashomon.read.events_subjects import acts
from rashomon.read.nouns import nouns
from rashomon.read.status_conditions import conditional, conditions
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators
from rashomon.read.status_syntax import VERBAL, is_particle, is_passive, lemmas_of, phrases_of
from rashomon.read.status_tenses import WILL, is_imperative
from rashomon.read.syntax import subject_of
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

ITSELF = frozenset({"it", "they", "he", "she"})
"""Subjects by which a speaker is told of again in its own reported words."""
OURSELVES = frozenset({"we", "i"})
"""Subjects by which a speaker tells of itself in words between marks."""
OWN_OF = {"it": "its", "they": "their", "he": "his", "she": "her", "we": "our", "i": "my"}
OWN = frozenset(OWN_OF.values())
ACTING = frozenset({Kind.PERSON, Kind.BODY, Kind.PEOPLE})
ANYBODY = frozenset({"he", "she", "they", "you", "who", "anyone", "anybody", "someone", "somebody", "others"})
"""Pronouns for those who act; "it" may be anything."""
SOMEBODY = frozenset({"he", "she", "his", "her"})
SOMETHING = frozenset({"it", "its"})
PLURAL = frozenset({"NNS", "NNPS"})
FORCEFUL = frozenset({"ASSAULT", "COERCE"})
"""The types of acts that harm whom they are done to."""
ANSWERING = frozenset({"SANCTION", "REJECT", "MOBILIZE", "PROTEST"})
"""The types of acts that hurt where they answer somebody."""
AGREED = frozenset({"agree"})
"""Classes of nouns that make an act of a hostile verb a friendly one: "would strike a deal"."""


def threatens(verb: Token, warning: Token) -> bool:
    """Whether a warning is a threat: of what the warner itself would do against somebody if something were so.

    A hostile act is one whatever it hangs on ("would sue if the talks failed"). What can also be a precaution, or be
    done to things, is one only where it answers what somebody does on purpose ("would recall its envoy if the bridge
    were closed", "would blow up the dam if the army attacked"). A warning of any other act tells what may come ("would
    report a loss if prices fell"), and so does an act that hangs on somebody's consent ("if the court approved it").
    """
    if not conditional(verb) or negators(verb) or not _own_act(verb, warning):
        return False
    hangs_on = conditions(verb)
    objects = _objects(verb)
    friendly = any(predicate_class(t.lemma_, "noun") in AGREED for t in objects) and not _among(verb, "stopping")
    if friendly or any(_granting(t) for t in hangs_on):
        return False
    if _no_blow(verb):
        return False
    provoked = any(_meant(t, verb) for t in hangs_on)
    return _hostile(verb, objects, provoked=provoked) or (provoked and _answers(verb, objects))


def dares(verb: Token) -> bool:
    """Whether an act is what a speaker would answer with: "Cross the river and we will shell the port"."""
    first = verb.head
    joined = verb.dep_ == "conj" and is_imperative(first)
    if not joined or not any(t.dep_ == "cc" and t.lower_ in {"and", "or"} for t in children(first)):
        return False
    subject = _subject(verb)
    announced = any(t.lower_ in WILL for t in children(verb) if t.dep_ == "aux") and not negators(verb)
    own = subject is not None and subject.lower_ in OURSELVES
    return announced and own and _hostile(verb, _objects(verb), provoked=True)


def _hostile(verb: Token, objects: list[Token], *, provoked: bool) -> bool:
    """Whether an act harms somebody: by its list, or by its type with whom or what it is done to."""
    listed = _among(verb, "hostile")
    forceful = any(one in declared(code) for one in _whole(verb) for code in FORCEFUL)
    if not objects:
        return listed and verb.lemma_.lower() not in declared("COERCE")  # who would arrest arrests somebody
    if not (listed or forceful) or any(_own(t, verb) for t in objects):
        return False  # "would raid its reserves"
    if forceful and not any(_somebody(t) for t in objects):
        return provoked and any(_definite(t) for t in objects)  # "would burn the granary", not "would strike gold"
    return listed or provoked


def _objects(verb: Token) -> list[Token]:
    """What an act is done to, without the words that make it: not the fire of "open fire"."""
    made = {t.i for _, found in phrases_of(verb) for t in found}
    return [t for t in children(verb) if t.dep_ == "dobj" and t.i not in made and t.tag_ not in {"WDT", "WP"}]


def _answers(verb: Token, objects: list[Token]) -> bool:
    """Whether an act can be meant to hurt whoever provoked it: by its list, or by what it stops or takes from them."""
    if _among(verb, "answering"):
        return True
    stopping = _among(verb, "stopping") or _code(verb) in ANSWERING
    return stopping and any(_lifeline(t) or (_somebody(t) and not _own(t, verb)) for t in objects)


def _among(verb: Token, name: str) -> bool:
    """Whether a list holds a verb, with its particle, its object or a phrase: "impose + sanction", "go to court"."""
    listed = marks()[name]
    lemma = verb.lemma_.lower()
    pairs = [f"{lemma} + {t.lemma_.lower()}" for t in children(verb) if t.dep_ == "dobj"]
    behind = ((t.lower_, o.lemma_.lower()) for t in children(verb) if t.dep_ == "prep" for o in children(t))
    pairs += [f"{lemma} {preposition} {noun}" for preposition, noun in behind]
    return any(one in listed for one in (*_whole(verb), *pairs))


def _whole(verb: Token) -> tuple[str, ...]:
    """A verb's lemmas, without the bare one where it has a particle: who storms out of talks storms nothing."""
    lemmas = lemmas_of(verb)
    return lemmas[:-1] if any(t.dep_ == "prt" or is_particle(t) for t in children(verb)) else lemmas


def _code(verb: Token) -> str | None:
    """The type of an act by its whole verb, or with its object."""
    code, lemmas = verb_code(verb), _whole(verb)
    return code if lemmas[-1:] == (verb.lemma_.lower(),) or any(one in declared(code) for one in lemmas) else None


def _no_blow(verb: Token) -> bool:
    return any(one in marks()["no-blow"] for one in lemmas_of(verb))


def _granting(condition: Token) -> bool:
    """Whether a condition is that somebody consents: "if the court approved it", but "if it did not agree"."""
    return condition.lemma_.lower() in marks()["consenting"] and not negators(condition)


def _somebody(word: Token) -> bool:
    """Whether a word names a person, body or place, or what is somebody else's: "the hostages", "the firm's mine"."""
    if word.pos_ in {"PROPN", "PRON"}:
        return word.lower_ not in {"it", "this", "that"} and not word.lower_.endswith(("self", "selves"))
    kind = nouns().kinds.get(word.lemma_.lower())
    return acts(word) or kind in {*ACTING, Kind.PLACE} or any(t.dep_ == "poss" for t in children(word))


def _own(word: Token, act: Token) -> bool:
    """Whether what is acted on belongs to who acts: the reserves in "would raid its reserves"."""
    owner = next((t.lower_ for t in children(word) if t.dep_ == "poss" and t.lower_ in OWN), None)
    subject = _subject(act)
    return owner is not None and (subject is None or OWN_OF.get(subject.lower_, owner) == owner)


def _definite(word: Token) -> bool:
    return any(t.dep_ == "poss" or t.lower_ in {"the", "this", "that", "these", "those"} for t in children(word))


def _lifeline(word: Token) -> bool:
    """Whether others live on a thing or have agreed on it: gas, a grant, a border, a treaty."""
    return word.lemma_.lower() in marks()["lifeline"]


def _meant(condition: Token, act: Token) -> bool:
    """Whether a condition is what somebody does on purpose, and not what comes about by itself: not "if it snowed".

    Args:
        condition: the verb of the condition, or the noun behind "in the event of".
        act: what would be done then; who does it does not threaten itself.
    """
    if condition.pos_ not in VERBAL:
        return _deed(condition)
    if condition.pos_ == "AUX" or condition.lemma_.lower() in marks()["unmeant"]:
        subject = _subject(condition)
        return subject is not None and _deed(subject)  # "if the siege went on"
    if is_passive(condition) or (condition.tag_ in {"VBN", "VBD"} and _subject(condition) is None):
        agent = next((o for t in children(condition) if t.dep_ == "agent" for o in children(t)), None)
        return agent is None or _acts(agent) or _deed(agent)
    subject, own = _subject(condition), _subject(act)
    if subject is None or (own is not None and subject.lower_ == own.lower_):
        return False
    return _acts(subject) or _deed(subject)


def _subject(verb: Token) -> Token | None:
    return next((t for t in children(verb) if t.dep_ in {"nsubj", "nsubjpass"}), None)


def _acts(word: Token) -> bool:
    """Whether a word names somebody who can act."""
    if word.pos_ == "PROPN":
        return word.ent_type_ not in {"EVENT", "DATE", "TIME", "LAW"}
    return word.lower_ in ANYBODY or nouns().kinds.get(word.lemma_.lower()) in ACTING


def _deed(noun: Token) -> bool:
    """Whether a noun names what people do to others: a siege, an attack, a blockade."""
    return noun.lemma_.lower() in marks()["deed"]


def _own_act(verb: Token, warning: Token) -> bool:
    """Whether an act that somebody warns of is one that the warner would do: "warned that it would recall its envoy".

    Args:
        verb: the act, with its subject.
        warning: the word of warning, a verb or a noun.

    Where somebody else is warned, a pronoun that can mean either concludes nothing ("warned the firm that it would
    lose"); nor does a passive.
    """
    subject = next((t for t in children(verb) if t.dep_ == "nsubj"), None)
    warner = _warner(warning)
    if subject is None or warner is None or is_passive(verb):
        return False
    if subject.lower_ in OURSELVES or subject.lemma_.lower() == warner.lemma_.lower():
        return True
    heard = [t for t in children(warning) if t.dep_ in {"dobj", "dative"} and t.pos_ in {"NOUN", "PROPN", "PRON"}]
    owner = next((t for t in children(subject) if t.dep_ == "poss" and t.lower_ in OWN), None)
    pronoun = subject if subject.lower_ in ITSELF else owner
    if heard and (pronoun is None or not all(_can_mean(warner, pronoun) and _cannot_mean(t, pronoun) for t in heard)):
        return False
    if subject.lower_ in ITSELF:
        return True
    if warner.lower_ in ITSELF and warner.i > verb.i:
        return True  # "Bree will close the port if ..., it warned"
    return owner is not None and nouns().kinds.get(subject.lemma_.lower()) in ACTING


def _can_mean(word: Token, pronoun: Token) -> bool:
    """Whether a singular pronoun can mean who is named: "he" no firm, "it" no person, neither of them several."""
    kind = nouns().kinds.get(word.lemma_.lower()) if word.pos_ == "NOUN" else None
    if pronoun.lower_ in SOMEBODY:
        return word.tag_ not in PLURAL and (kind is Kind.PERSON or (word.pos_ == "PROPN" and _person(word)))
    return pronoun.lower_ in SOMETHING and word.tag_ not in PLURAL and kind is not Kind.PERSON and not _person(word)


def _cannot_mean(word: Token, pronoun: Token) -> bool:
    """Whether a singular pronoun cannot mean who is warned: several, or no person where the pronoun is one's."""
    if word.tag_ in PLURAL or word.lower_ in {"them", "us", "me"}:
        return pronoun.lower_ in SOMEBODY | SOMETHING
    kind = nouns().kinds.get(word.lemma_.lower()) if word.pos_ == "NOUN" else None
    if pronoun.lower_ in SOMEBODY:
        return kind in {Kind.BODY, Kind.PLACE} or country_word(word.text) is not None
    return pronoun.lower_ in SOMETHING and kind is Kind.PERSON


def _person(name: Token) -> bool:
    return name.ent_type_ == "PERSON"


def _warner(warning: Token) -> Token | None:
    """Who warns: the subject of the verb, whose the noun is, or who gives the warning."""
    if warning.pos_ in VERBAL:
        return subject_of(warning)
    owner = next((t for t in children(warning) if t.dep_ == "poss"), None)
    return subject_of(warning.head) if owner is None and warning.head.pos_ in VERBAL else owner
