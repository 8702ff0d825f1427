"""What is taken back, comes to nothing, or is called wrong where it is told.

A decision that is reversed is one not to act. A statement that was withdrawn is vouched for by nobody. What "was
wrongly reported" did not happen, as whoever calls the report wrong tells it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status import REAL, UNREAL, State
from rashomon.read.status_lexicon import Governor, marks
from rashomon.read.status_negation import negators
from rashomon.read.status_syntax import VERBAL, is_passive, lemmas_of
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.status_paths import StatusPaths

RESOLVING = frozenset({"order", "decide", "intend", "promise", "agree", "threaten", "propose"})
"""Classes of nouns by which somebody means to act: "decision", "plan", "pledge", "threat", "call"."""
TELLING = frozenset({"say", "claim", "report", "accuse"})
"""Classes of nouns by which somebody tells that something was done."""
MISLEADING = TELLING | {"believe", "think", "suspect", "admit", "announce", "show", "perceive"}
"""Classes of words by which something untrue can be told."""


def turned(paths: StatusPaths, verb: Token, word: Token, governor: Governor, state: State) -> State | None:
    """The context of a clause whose governing word is taken back, missing or called wrong; None of others.

    Args:
        paths: the states of the sentence's words.
        verb: the clause.
        word: the word that governs it.
        governor: that word's class.
        state: that word's own state.
    """
    if (back := _taken_back(paths, verb, word, governor)) is not None:
        return back
    if word.lower_ in marks()["proof"] and state.status in UNREAL:
        return State().step(Status.DENIED, f"no {word.lower_}")
    told = state.status in REAL or state.status is Status.ALLEGED  # "accused the paper of wrongly reporting that"
    wrong = mistaken(word, governor) if told else None
    return state.step(Status.DENIED, wrong) if wrong is not None else None


def _taken_back(paths: StatusPaths, verb: Token, noun: Token, governor: Governor) -> State | None:
    """The context of what somebody had decided, planned or stated and takes back; None where nothing is taken back."""
    above = noun.head
    if noun.pos_ != "NOUN" or above.pos_ not in VERBAL or not _is_object(noun):
        return None
    lemmas = set(lemmas_of(above, prepositions=False))
    outer = paths.state(above).status
    why = f"{above.lemma_.lower()} + {noun.lemma_.lower()}"
    if governor.name in TELLING and lemmas & marks()["withdrawing"]:
        return State().step(Status.ALLEGED, why) if outer in REAL else None
    if governor.name == "propose" and paths.state(noun).status in UNREAL and negators(verb):
        return State().step(Status.POSSIBLE, why)  # who rejects calls not to act may act
    if lemmas & marks()["turning-down"] and _turned_down(noun, governor):
        if outer in UNREAL and negators(above):
            return None  # whoever did not ignore an order obeyed it
        return State().step(Status.REFUSED if outer in REAL | {Status.PLANNED} else Status.POSSIBLE, why)
    if governor.name not in RESOLVING - {"propose"} or not lemmas & marks()["reversing"]:
        return None
    if outer in REAL:
        return State().step(Status.REFUSED, why)
    return None if outer in UNREAL else State().step(Status.POSSIBLE, why)


def _turned_down(noun: Token, governor: Governor) -> bool:
    """Whether a noun is one whose act comes to nothing where it is turned down: a command, an offer, a bid.

    A call that is rejected was made all the same, and a decision that is rejected may stand.
    """
    return governor.name in {"promise", "try"} or noun.lemma_.lower() in marks()["commanding"]


def _is_object(noun: Token) -> bool:
    return noun.dep_ in {"dobj", "nsubjpass"} or (noun.dep_ == "nsubj" and is_passive(noun.head))


def mistaken(word: Token, governor: Governor | None) -> str | None:
    """Why what a word tells is called untrue right there; None where it is not.

    By its adverb ("wrongly reported that", "was falsely accused of"), or by what tells it ("a fake video shows",
    "the false claim that").
    """
    if governor is None or governor.name not in MISLEADING:
        return None
    if word.pos_ not in VERBAL:
        return _forged(word) if word.pos_ == "NOUN" else None
    wrong = next((t.lower_ for t in children(word) if t.dep_ == "advmod" and t.lower_ in marks()["mistaken"]), None)
    teller = next((t for t in children(word) if t.dep_ == "nsubj" and t.pos_ == "NOUN"), None)
    return wrong or (_forged(teller) if teller is not None else None)


def _forged(noun: Token) -> str | None:
    """The adjective that says of a video, letter or claim that it is not what it seems: "fake", "forged"."""
    return next((t.lower_ for t in children(noun) if t.dep_ == "amod" and t.lower_ in marks()["forged"]), None)


def come_to_nothing(verb: Token) -> bool:
    """Whether what a verb is said of did not come about: "the sale fell through", but "a boy fell through the ice"."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 2]]
    if " ".join([verb.lemma_.lower(), *after]) not in marks()["foundering"]:
        return False
    return not any(o.dep_ == "pobj" for o in children(verb.nbor()))


def cut_short(noun: Token, verb: Token) -> bool:
    """Whether what is halted is done only at its end: "halted the sale of the mill", but "halted the bombing".

    Of several ("halted evictions") some may have been carried out, so nothing is concluded.
    """
    one = noun.tag_ == "NN" and noun.lemma_.lower() in marks()["completed"]
    return one and verb.lemma_.lower() in marks()["halting"]
