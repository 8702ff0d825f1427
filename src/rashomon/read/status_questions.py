"""What is asked, owed or makes no difference: the contexts in which a complement is open or taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.core.predicates import predicate_class
from rashomon.read.clauses import finite
from rashomon.read.status import NEGATED, REAL, SUPPOSED, UNREAL, State, compose, governed
from rashomon.read.status_governors import governor_over, how_to
from rashomon.read.status_lexicon import Governor, verb_governor
from rashomon.read.status_negation import negators
from rashomon.read.status_openings import asks_whether, indifferent, ought
from rashomon.read.status_restrictions import semifactive
from rashomon.read.status_syntax import VERBAL, auxiliaries, lemmas_of, mark_of, past_tense, wh_clause
from rashomon.read.status_threats import menaces, threatens
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.status_paths import StatusPaths

WISHED = frozenset({Status.PLANNED, Status.PROPOSED, Status.THREATENED})

TALKING = frozenset({"negotiate", "discuss", "meet"})
"""Classes whose nouns name talks: "in talks to buy"."""

LINKING = frozenset({"be", "become", "remain"})


def asked_context(paths: StatusPaths, verb: Token, head: Token) -> State | None:
    """The context of a complement that is asked after ("unclear who fired") or owed; None for other complements.

    Whether something is so stays open; who, why or how takes it for granted, also where nobody knows or says.
    """
    if asks_whether(verb) and not _suspecting(head):
        return paths.context(head).step(Status.POSSIBLE, mark_of(verb))
    if (modal := ought(verb)) is not None:
        return _under_ought(paths, verb, modal)
    if how_to(verb, head):
        return paths.context(head).step(Status.POSSIBLE, "how to")
    if indifferent(verb):
        return paths.context(head).step(Status.POSSIBLE, "no matter")
    linked = head.pos_ == "ADJ" or head.lemma_.lower() in LINKING
    if (
        linked
        and wh_clause(verb)
        and (past_tense(verb) or (finite(verb, auxiliaries(verb)) and paths.state(head).status in UNREAL))
    ):
        return State(why=("wh-clause: taken for granted",))
    return None


def _suspecting(word: Token) -> bool:
    """Whether an inquiry is what asks: what is being looked into is as good as alleged."""
    verb = word.head if word.dep_ == "prep" else word
    governor = verb_governor(*lemmas_of(verb)) if verb.pos_ in VERBAL else None
    return governor is not None and governor.name == "suspect"


ANNOUNCING = frozenset({"say", "tell", "announce", "promise", "warn"})
"""Classes of words by which somebody announces an act of its own, which is a threat where it hurts those who hear."""


def threatening(governor: Governor, verb: Token, word: Token, state: State) -> State | None:
    """The context of an act with which somebody threatens in saying what it will do; None of others."""
    if governor.name not in ANNOUNCING or state.status not in REAL:
        return None
    if governor.name == "warn" and verb.pos_ in VERBAL and threatens(verb, word):
        return state.step(Status.THREATENED, f"{word.lemma_.lower()} + own act + condition")
    if verb.pos_ in VERBAL and menaces(verb, word):
        return state.step(Status.THREATENED, f"{word.lemma_.lower()} + own act against others")
    return None


def still_open(governor: Governor, verb: Token, word: Token, state: State, *, way: str) -> State | None:
    """What a governing word leaves open where its own state alone would turn it; None where it leaves nothing so.

    What must still be proved is alleged; who was not slow to act, or is not in talks to buy, may act or buy; who warns
    of what it would do itself if something else were so threatens it. What police would do if they found that he lied
    leaves open that he did.
    """
    if (
        SUPPOSED in state.why
        and state.status is Status.POSSIBLE
        and governor.effect(way) == "fact"
        and semifactive(word)
    ):
        return state.noted(f"{word.lemma_.lower()}: not yet found")
    if governor.name == "show" and state.status in WISHED and way == "that" and past_tense(verb):
        return state.step(Status.ALLEGED, f"{word.lemma_.lower()}: still to be shown")
    if governor.name == "consider" and (turned := _turned_down(word, verb)) is not None:
        return state.step(Status.REFUSED, turned)
    if state.status in UNREAL and _undecided(governor, word, way):
        return state.step(Status.POSSIBLE, f"{word.lemma_.lower()}: not yet")
    owned = verb.pos_ == "NOUN" and any(t.dep_ == "prep" for t in children(verb))
    if governor.name == "order" and way == "noun" and word.pos_ in VERBAL and owned and state.status is Status.DENIED:
        return state.step(Status.DENIED, word.lemma_.lower())  # "had not ordered the closing of the mill"
    manner = word.pos_ == "ADJ" and governor.name == "manage"
    talks = word.pos_ == "NOUN" and predicate_class(word.lemma_.lower(), "noun") in TALKING
    if state.status in UNREAL and (manner or talks):
        return state.step(Status.POSSIBLE, f"not {word.lower_}")
    return None


def _undecided(governor: Governor, word: Token, way: str) -> bool:
    """Whether an act is not refused, since nothing is settled yet: "has not yet decided to", "failed to agree on"."""
    if governed(Status.DENIED, governor.effect(way), governor.effects["negated"]) is not Status.REFUSED:
        return False
    bearer = word.head if word.pos_ == "ADJ" else word
    if any(t.dep_ == "advmod" and t.lower_ == "yet" for t in (*children(word), *children(bearer))):
        return True
    above = governor_over(word, word.head) if word.dep_ == "xcomp" and word.head.pos_ in VERBAL else None
    return governor.name in {"decide", "agree"} and above is not None and above.name == "fail"


def _turned_down(weighing: Token, act: Token) -> str | None:
    """How what somebody considers is at once turned down: "considered closing it but decided against it"."""
    for t in (*children(weighing), *children(act)):
        if t.dep_ == "conj" and t.lemma_.lower() in {"decide", "opt", "vote", "rule", "choose", "advise"}:
            against = next((p for p in children(t) if p.dep_ == "prep" and p.lower_ == "against"), None)
            if against is not None and any(o.lower_ in {"it", "this", "that", "doing"} for o in children(against)):
                return f"{t.lower_} against it"
    return None


def _under_ought(paths: StatusPaths, verb: Token, modal: Token) -> State:
    """The context under "ought": a duty that was not met with the perfect ("ought to have left")."""
    perfect = any(t.dep_ == "aux" and t.lower_ == "have" for t in children(verb))
    state = paths.context(modal)
    status = Status.DENIED if perfect else Status.PROPOSED
    if negators(modal):
        status = NEGATED[status]
    return state.step(compose(state.status, status), "ought")
