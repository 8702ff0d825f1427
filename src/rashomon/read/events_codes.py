"""PLOVER event types of predicates, by a declared lexicon of verb senses and objects."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.core.predicates import predicate_class
from rashomon.read.events_codes_blows import no_assault, stops_work, strikes_with_arms
from rashomon.read.events_codes_frames import fits_frame
from rashomon.read.events_found import Found
from rashomon.read.events_idioms import idiom
from rashomon.read.events_subjects import acts
from rashomon.read.status_lexicon import adjective_governor, marks, table
from rashomon.read.status_syntax import VERBAL, is_passive, lemmas_of
from rashomon.read.tree import children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _by_lemma(form: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, members in table("codes.tsv").items():
        code, kind = key.split(":")
        if kind == form:
            for member in sorted(members):
                found.setdefault(member, code)
    return found


@cache
def declared(code: str | None) -> frozenset[str]:
    """The verbs that are declared of a type."""
    return frozenset(lemma for lemma, one in _by_lemma("verb").items() if one == code)


def noun_code(noun: Token) -> str | None:
    """The PLOVER type that is declared of a noun by itself, None outside them."""
    return _by_lemma("noun").get(noun.lemma_.lower())


FORCEFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})
"""The types whose announcement is a threat: who vows to attack agrees to nothing."""

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"})


def code_of(found: Found, status: Status = Status.DONE) -> str | None:
    """The PLOVER type of a happening, None outside them.

    As the codebook has it, a promise to act is an agreement, one to use force a threat; a cooperative act that is
    announced, or that somebody is willing to do, is an agreement too; to refuse a cooperative act is to reject.
    """
    code = _by_lemma("verb").get(found.lemma) if found.part is not None else None
    if code == "ASSAULT" and no_assault(found.token):
        return None
    code = code or _named(found)
    if code in COOPERATIVE and (status is Status.PLANNED or _willing(found)):
        return "AGREE"
    if found.form == "verb" and found.token.dep_ == "xcomp" and found.token.head.pos_ in VERBAL:
        governor = found.token.head.lemma_.lower()
        if predicate_class(governor) == "promise" and status is Status.PLANNED:
            return _promised(code)
    return "REJECT" if status is Status.REFUSED and code in COOPERATIVE else code


def _promised(code: str | None) -> str:
    """The type of an act that somebody vows to do, by the type of the act."""
    if code in FORCEFUL:
        return "THREATEN"
    return "REJECT" if code == "REJECT" else "AGREE"


def _willing(found: Found) -> bool:
    """Whether an act is one that somebody is willing or ready to do."""
    governor = adjective_governor(found.token.head.lemma_.lower()) if found.token.head.pos_ == "ADJ" else None
    return found.token.dep_ in {"xcomp", "ccomp"} and governor is not None and governor.name == "ready"


def _named(found: Found) -> str | None:
    if found.form in {"noun", "light"}:
        return _of_noun(found.token) or (verb_code(found.carrier) if found.carrier is not None else None)
    return verb_code(found.token)


def _score(word: Token) -> bool:
    """Whether a word is a score, or the dash of one: "3-1"."""
    parts = word.text.replace("–", "-").split("-")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        return True
    inside = word.text in {"-", "–"} and 0 < word.i < len(word.doc) - 1
    return inside and word.nbor(-1).text.isdigit() and word.nbor(1).text.isdigit()


def _persons(verb: Token) -> bool:
    """Whether a verb is done to persons: who fires nurses shoots nobody."""
    roles = {"nsubjpass"} if is_passive(verb) else {"dobj"}
    return any(t.dep_ in roles and (t.pos_ in {"PROPN", "PRON"} or acts(t)) for t in children(verb))


def _deed_fought(verb: Token) -> str | None:
    """The deed or plan of somebody's that is fought, which is opposed and not struck: "fight the closure"."""
    from rashomon.read.events_found import event_nouns

    things = [t for t in children(verb) if t.dep_ in {"dobj", "nsubjpass"}]
    nouns = [t.lemma_.lower() for t in things]
    return next((noun for noun in nouns if noun in event_nouns() | marks()["standing"] - marks()["warlike"]), None)


def _of_noun(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    before = [t.lower_ for t in children(noun) if t.dep_ in {"compound", "amod"}]
    if lemma == "attack" and ("personal" in before or "verbal" in before):
        return "ACCUSE"
    if lemma == "strike" and strikes_with_arms(noun):
        return "ASSAULT"
    if lemma == "rally" and _candidate(noun):
        return None
    if lemma == "plea" and (set(before) & {"guilty"} or any(t.lower_ in {"bargain", "deal"} for t in [noun.head])):
        return None  # what the accused says in court asks nobody for anything
    for phrase in _with_of(noun):
        if code := _by_lemma("noun").get(phrase):
            return code
    compound = next(
        (f"{t.lower_} {lemma}" for t in children(noun) if t.dep_ in {"compound", "amod"} and t.i == noun.i - 1), ""
    )
    return _by_lemma("noun").get(compound) or _by_lemma("noun").get(lemma)


def _candidate(rally: Token) -> bool:
    """Whether a rally is one for a candidate, against which nobody protests: "a Brandt rally", "a campaign rally"."""
    return any(
        t.dep_ in {"compound", "poss"} and (t.ent_type_ == "PERSON" or t.lower_ in {"campaign", "election", "victory"})
        for t in children(rally)
    )


def _with_of(noun: Token) -> list[str]:
    """A noun with what it is one of: "state of emergency"."""
    lemma = noun.lemma_.lower()
    return [f"{lemma} of {o.lemma_.lower()}" for of in children(noun) if of.lower_ == "of" for o in children(of)]


def verb_code(verb: Token) -> str | None:
    """The PLOVER type of what a verb tells, None outside them."""
    if idiom(verb) is not None:
        return _by_lemma("verb").get("expel")
    lemmas = lemmas_of(verb)
    bare = lemmas[-1]
    if bare in marks()["contest-verb"] and any(t.lower_ in marks()["contest"] or _score(t) for t in tokens(verb.doc)):
        return None
    if (bare == "fire" and _persons(verb)) or set(lemmas) & marks()["no-blow"]:
        return None
    if bare in marks()["contending"] and (fought := _deed_fought(verb)) is not None:
        return None if fought in marks()["standing"] else "REJECT"
    complements = []
    for t in children(verb):
        if t.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}:
            complements += [*_with_of(t), t.lemma_.lower()]
        elif t.dep_ == "prep":
            complements += [o.lemma_.lower() for o in children(t) if o.dep_ == "pobj"]
        elif t.dep_ == "acomp":
            complements.append(t.lower_)
    whole = (_by_lemma("verb").get(f"{bare} + {complement}") for complement in complements)
    if code := next((c for c in whole if c), None):
        return code
    if no_assault(verb):
        return "PROTEST" if stops_work(verb) else None
    if not fits_frame(verb):
        return None
    return next((_by_lemma("verb")[lemma] for lemma in lemmas if lemma in _by_lemma("verb")), None)
