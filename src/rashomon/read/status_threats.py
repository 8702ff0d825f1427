"""When an act that is told of is a threat: the teller's own, done against somebody, and tied to what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.core.predicates import predicate_class
from rashomon.read.clauses import IF
from rashomon.read.events_codes import COOPERATIVE, noun_code, verb_code
from rashomon.read.nouns import does_something, nouns
from rashomon.read.status_conditions import conditional, conditions, failing_which, otherwise
from rashomon.read.status_harm import (
    among,
    answers,
    blow,
    deed,
    forceful,
    harmless,
    hostile,
    kills,
    objects_of,
    own,
    somebody,
    takes_away,
    vague,
    wrong,
)
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import inverted
from rashomon.read.status_syntax import VERBAL, auxiliaries, is_passive, mark_of
from rashomon.read.status_tenses import WILL, WOULD
from rashomon.read.status_ties import (
    free_object,
    free_subject,
    in_answer,
    repays,
    resumes,
    spared,
    strikes_with,
    until,
)
from rashomon.read.status_warners import (
    ACTING,
    ITSELF,
    OURSELVES,
    PLURAL,
    own_act,
    subject_within,
    teller_of,
    tells_of_itself,
)
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

ANYBODY = frozenset({"he", "she", "they", "you", "who", "anyone", "anybody", "someone", "somebody", "others"})
"""Pronouns for those who act; "it" may be anything."""
CHOSEN = frozenset({"elect", "win"})
"""Classes of what is nobody's provocation: "if elected"."""
STRIKING = frozenset({"shoot", "kidnap", "stab"})
"""Classes of acts that are meant, whoever does them."""
ACCIDENTS = frozenset({"kill", "injure", "burn", "explode", "infect"})
"""Classes of what befalls somebody without anybody meaning it too."""
MOVING = frozenset({"come", "go", "stay", "remain", "change"})
"""Verbs that tell what comes about, or what somebody does who can act: "if the council did not come"."""
CONDUCT = frozenset({"apologise", "apologize", "resign", "retract", "reinstate", "negotiate", "sack", "evict"})
"""Verbs of what nobody but people does, whatever noun tells of them: "unless the overseer apologised"."""
IMPOSED = frozenset({"SANCTION", "COERCE"})
"""Types of what only those in power bring about: sanctions, tariffs, bans."""
COMING = frozenset({"snap", "follow", "come", "resume", "return", "impose", "introduce", "apply", "rise", "double"})
"""Verbs by which penalties come over somebody."""


def threatens(verb: Token, warning: Token) -> bool:
    """Whether a warning is a threat: of what the warner itself would do against somebody if something were so.

    A hostile act is one whatever it hangs on ("would sue if the talks failed"). What can also be a precaution, or be
    done to things, is one only where it answers what somebody does on purpose ("would recall its envoy if the bridge
    were closed", "would blow up the dam if the army attacked"). A warning of any other act tells what may come ("would
    report a loss if prices fell"), and so does an act that hangs on somebody's consent ("if the court approved it").
    """
    if not conditional(verb) or negators(verb) or not own_act(verb, warning):
        return False
    hangs_on, objects = conditions(verb), objects_of(verb)
    if harmless(verb, objects) or any(_granting(t) for t in hangs_on):
        return False
    provoked = any(_meant(t, verb) for t in hangs_on)
    if hostile(verb, objects, provoked=provoked):
        return True
    return provoked and (answers(verb, objects) or blow(verb, objects))


def menaces(verb: Token, telling: Token | None) -> bool:
    """Whether what somebody says it will do is a threat, though the word of saying does not tell so.

    It is where the act is the teller's own, hurts others and is tied to what they do: by a condition that they bring
    about on purpose ("would shut the port unless the council paid"), as an answer ("in revenge for the raid"), or by
    whom it is done to ("would evict anyone who joined"). Who is not named may be hurt by an act in the passive
    ("anyone who crosses will be shot").

    Args:
        verb: the act.
        telling: the word that tells it, None where speakers tell of themselves ("we will").
    """
    if negators(verb) or not announced(verb):
        return False
    if is_passive(verb):
        return telling is not None and (_free_victim(verb, telling) or _penalty(verb, telling) or repays(verb))
    if telling is not None and _penalty(verb, telling):
        return True
    if not _own(verb, telling):
        return False
    if repays(verb) or _in_repayment(verb) or (resumes(verb) and conditional(verb)):
        return True
    doer = free_object(verb)
    objects = objects_of(verb) or ([doer] if doer is not None else [])
    hangs_on = _conditions(verb)
    relief = any(wrong(t) and not among(verb, "hostile") for t in objects)
    if (harmless(verb, objects) and not strikes_with(verb)) or relief:
        return False
    if any(_granting(t) for t in hangs_on):
        return False
    promised = telling is not None and predicate_class(telling.lemma_, "verb") == "promise"
    return _tied(verb, objects, hangs_on, promised=promised)


def _tied(verb: Token, objects: list[Token], hangs_on: list[Token], *, promised: bool) -> bool:
    """Whether an act of the teller's hurts others for what they do."""
    hurts = hostile(verb, objects, provoked=True) or blow(verb, objects) or strikes_with(verb)
    if hangs_on and hurts and kills(verb) and any(_acts(t) for t in objects):
        return True  # whatever it hangs on
    if until(verb) and hurts and bool(objects):
        return True
    if in_answer(verb) or otherwise(verb):
        return hurts or answers(verb, objects) or (otherwise(verb) and takes_away(verb, objects))
    if (doer := free_object(verb)) is not None:
        against = answers(verb, objects) or among(verb, "excluding")
        return hurts or (_acts(doer) and against and not vague(verb))
    provoking = [t for t in hangs_on if _meant(t, verb) and not _welcome(t)]
    if sparing := [t for t in provoking if spared(t) or negators(t)]:  # "if the arrears are not paid"
        averted = any(t.lemma_.lower() not in MOVING for t in sparing)  # not "unless visitors came back"
        return hurts or answers(verb, objects) or (averted and takes_away(verb, objects))
    if hurts and provoking:
        return True
    if provoking and not promised and predicate_class(verb.lemma_, "verb") == "resign":
        return True
    done_by_somebody = any(t.pos_ in VERBAL and not is_passive(t) and subject_within(t) is not None for t in provoking)
    return done_by_somebody and not promised and answers(verb, objects) and not vague(verb)


def announced(verb: Token) -> bool:
    """Whether an act is told as one to come: with "will" or "would", or an infinitive behind what promises it."""
    helpers = {t.lower_ for t in auxiliaries(verb)}
    return bool(helpers & (WILL | WOULD | {"to"})) and "have" not in helpers


def _own(verb: Token, telling: Token | None) -> bool:
    subject = subject_within(verb)
    if telling is None:
        return subject is not None and subject.lower_ in OURSELVES
    if subject is not None and failing_which(verb):
        return subject.lower_ in ITSELF  # who sets a time does what follows
    if subject is None:
        return verb.dep_ == "xcomp" and verb.head.i == telling.i and not is_passive(telling)
    return tells_of_itself(verb, telling)


def _conditions(verb: Token) -> list[Token]:
    """What an act hangs on by a clause of its own, or of the verb that promises it: not "on condition that"."""
    above = conditions(verb.head) if verb.dep_ == "xcomp" else []
    return [t for t in (*conditions(verb), *above) if mark_of(t) in IF or inverted(t) is not None]


def _granting(condition: Token) -> bool:
    """Whether a condition is that somebody consents: "if the court approved it", but "if it did not agree".

    What is approved of something else consents to nothing: "would resign if the sale was approved".
    """
    if _of_another(condition):
        return False
    return condition.lemma_.lower() in marks()["consenting"] and not negators(condition) and not spared(condition)


def _of_another(condition: Token) -> bool:
    """Whether a condition is what is done to something else, in the passive: "if the sale is approved"."""
    other = subject_within(condition)
    return is_passive(condition) and other is not None and other.pos_ in {"NOUN", "PROPN"} and not _acts(other)


def _welcome(condition: Token) -> bool:
    """Whether a condition is nobody's provocation: "if elected", "if Kesh pays", but "unless Kesh pays"."""
    good = predicate_class(condition.lemma_, "verb") in CHOSEN
    paid = predicate_class(condition.lemma_, "verb") == "pay"
    good |= paid and not any(t.dep_ == "dobj" for t in children(condition))  # not "paid its players in secret"
    good |= condition.pos_ in VERBAL and not _of_another(condition) and verb_code(condition) in COOPERATIVE
    return good and not spared(condition) and not negators(condition)


def _meant(condition: Token, act: Token) -> bool:
    """Whether a condition is what somebody does on purpose, and not what comes about by itself: not "if it snowed".

    Args:
        condition: the verb of the condition, or the noun behind "in the event of".
        act: what would be done then; who does it does not threaten itself.
    """
    if condition.pos_ not in VERBAL:
        return deed(condition)
    subject, own = subject_within(condition), subject_within(act)
    if subject is not None and subject.lemma_.lower() in marks()["measure"]:
        return True  # "if the levy becomes law": somebody makes it one
    if _harming(condition) and _forced_on_others(act):
        return True
    moving = condition.lemma_.lower() in MOVING and subject is not None and _acts(subject)
    if condition.pos_ == "AUX" or (condition.lemma_.lower() in marks()["unmeant"] and not moving):
        return subject is not None and deed(subject)  # "if the siege went on"
    if is_passive(condition) or (condition.tag_ in {"VBN", "VBD"} and subject is None):
        agent = next((o for t in children(condition) if t.dep_ == "agent" for o in children(t)), None)
        return agent is None or _acts(agent) or deed(agent)
    if subject is None or (own is not None and subject.lower_ == own.lower_):
        return False
    if subject.lower_ == "it" and own is not None:  # "would sue the firm if it released the tapes"
        return any(_acts(t) and t.tag_ not in PLURAL for t in objects_of(act))
    if condition.lemma_.lower() in CONDUCT:
        return True
    return _acts(subject) or deed(subject) or predicate_class(condition.lemma_, "verb") in STRIKING


def _harming(condition: Token) -> bool:
    """Whether a condition is that people come to harm by somebody who is not named: "if one villager is harmed"."""
    whom = subject_within(condition)
    lemma = whom.lemma_.lower() if whom is not None else ""
    living = nouns().kinds.get(lemma) in {Kind.PERSON, Kind.PEOPLE} or does_something(lemma)
    return living and is_passive(condition) and condition.lemma_.lower() == "harm"


def _forced_on_others(act: Token) -> bool:
    """Whether an act is a blow against somebody or against things, not against beasts: "would shoot the bear"."""
    objects = [t for t in objects_of(act) if not own(t, act)]
    if not (forceful(act) or blow(act, objects)):
        return False
    return any(somebody(t) for t in objects) if kills(act) else bool(objects)


def _acts(word: Token) -> bool:
    """Whether a word names somebody who can act."""
    if word.pos_ == "PROPN":
        return word.ent_type_ not in {"EVENT", "DATE", "TIME", "LAW"}
    return word.lower_ in ANYBODY or nouns().kinds.get(word.lemma_.lower()) in ACTING


def _free_victim(verb: Token, telling: Token) -> bool:
    """Whether whoever does something is told that it will be hurt: "anyone who crosses will be shot"."""
    teller = teller_of(telling)
    if teller is None or not _acts(teller) or not free_subject(verb):
        return False
    if predicate_class(verb.lemma_, "verb") in ACCIDENTS:
        return among(verb, "hostile")
    return forceful(verb) or predicate_class(verb.lemma_, "verb") == "sink"


def _penalty(verb: Token, telling: Token) -> bool:
    """Whether a body tells that a penalty will come if somebody acts: "sanctions will follow if Kesh shuts it"."""
    subject, teller = subject_within(verb), teller_of(telling)
    if subject is None or teller is None or not (verb.lemma_.lower() in COMING and _imposed(subject)):
        return False
    return powerful(teller) and any(_meant(t, verb) for t in conditions(verb))


def _imposed(noun: Token) -> bool:
    """Whether a noun names what only those in power bring about: sanctions and tariffs, but not riots."""
    return noun_code(noun) in IMPOSED


def powerful(teller: Token) -> bool:
    """Whether who tells is a body or somebody with a name, who can see to what follows."""
    return teller.pos_ == "PROPN" or nouns().kinds.get(teller.lemma_.lower()) is Kind.BODY


def _in_repayment(verb: Token) -> bool:
    """Whether an act is told of what repays somebody: "answered with a tariff, which he said he would impose"."""
    return any(above.pos_ in VERBAL and repays(above) for above in verb.ancestors)
