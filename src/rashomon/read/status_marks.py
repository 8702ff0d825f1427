"""What a clause or noun phrase says of its own status: auxiliaries, negation, hedges, conditions, questions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status import NEGATED, State
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators, no_phrase
from rashomon.read.status_openings import speaks
from rashomon.read.status_quoted import apart
from rashomon.read.status_syntax import VERBAL, auxiliaries
from rashomon.read.status_tenses import MODALS, tense
from rashomon.read.tree import SENTENCES, children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def own_state(verb: Token, *, reported: bool, in_question: bool) -> State:
    """The status of a clause by its own marks alone.

    Args:
        verb: the head of the clause.
        reported: whether the clause stands under a verb of saying, where "would" is a future seen from the past.
        in_question: whether the clause is asked, not told.
    """
    state = tense(verb, reported=reported)
    lists = marks()
    for t in (*_shared_hedges(verb), *children(verb)):
        if t.dep_ in {"advmod", "npadvmod"} and not (apart(t, verb) and speaks(verb)):
            if t.lower_ in lists["hedge"]:
                state = state.step(Status.ALLEGED, t.lower_)
            elif t.lower_ in lists["perhaps"] and state.status in {Status.DONE, Status.UNDERWAY, Status.PLANNED}:
                state = state.step(Status.POSSIBLE, t.lower_)
            elif t.lower_ in lists["almost"] and t.i == verb.i - 1 and state.status is Status.DONE and not speaks(verb):
                state = state.step(Status.DENIED, t.lower_)
    if state.status is Status.DONE and _all_but(verb):
        state = state.step(Status.DENIED, "all but")
    if found := negators(verb):
        state = _negate(verb, state, found)
    if in_question and state.status is not Status.REFUSED:
        state = state.step(Status.POSSIBLE, "question")
    return state


def _all_but(verb: Token) -> bool:
    """Whether "all but" stands right before a verb, which then nearly happened: "the talks have all but failed"."""
    return verb.i > 1 and verb.nbor(-1).lower_ == "but" and verb.nbor(-2).lower_ == "all"


def _shared_hedges(verb: Token) -> list[Token]:
    """The hedges before the first of two verbs with one subject: "allegedly robbed the bank and burned the car"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or any(t.dep_.startswith("nsubj") for t in children(verb)):
        return []
    first = verb.head
    own = [t for t in children(first) if t.dep_ == "advmod" and t.i < first.i and t.lower_ in marks()["hedge"]]
    return own or _shared_hedges(first)


def hedged(verb: Token) -> bool:
    """Whether a verb's own adverb, or a perfect modal, leaves open whether it was this that did it.

    "The wind probably caused the crash", "may have caused": the cause is in doubt, not the crash.
    """
    adverb = any(t.dep_ == "advmod" and t.lower_ in marks()["perhaps"] | marks()["hedge"] for t in children(verb))
    helpers = {t.lower_ for t in auxiliaries(verb)}
    perfect = "have" in helpers and bool(helpers & {"may", "might", "could", "must"})
    return perfect or (adverb and verb.tag_ in {"VBD", "VBN"} and not any(h in MODALS for h in helpers))


def _negate(verb: Token, state: State, found: list[Token]) -> State:
    helpers = {t.lower_ for t in auxiliaries(verb)}
    words = " + ".join(dict.fromkeys(t.lower_ if t.dep_ in {"neg", "advmod"} else "no" for t in found))
    status = NEGATED[state.status]
    if not helpers and verb.tag_ == "VB" and verb.dep_ != "ROOT":
        status = Status.REFUSED  # a modal that the tokenizer did not part from its subject
    elif helpers & {"can", "ca"}:
        status = Status.DENIED if "have" in helpers else Status.REFUSED  # "cannot have lied" did not
    elif helpers & {"could"}:
        status = Status.DENIED
    elif len({t.i for t in found}) == 2 and any(t.dep_ == "neg" for t in found):
        return state.noted(f"{words}: twice")
    return state.step(status, words, hangs=state.hangs)


@lru_cache(maxsize=SENTENCES)
def _last_question(doc: Doc) -> int:
    """Where the last question mark of a sentence stands, -1 without one."""
    return max((t.i for t in tokens(doc) if t.text == "?"), default=-1)


def asked(root: Token) -> bool:
    """Whether a clause is a yes-no question; one with why, when, how takes its happening for granted."""
    if _last_question(root.doc) < root.i:
        return False
    first = next((t for t in root.subtree if not t.is_punct and not t.is_space), root)
    if first.tag_ in {"WRB", "WP", "WDT"}:
        return False
    helpers = [t for t in children(root) if t.dep_ in {"aux", "auxpass", "neg"}] + (
        [root] if root.pos_ == "AUX" else []
    )
    subjects = [t for t in children(root) if t.dep_ in {"nsubj", "nsubjpass", "expl"}]
    return not subjects or any(h.i < s.i for h in helpers for s in subjects)


def noun_state(noun: Token, *, negated: bool = False) -> State:
    """The status that a noun phrase gives the happening it names: "alleged hacking", "planned closure", "no attack".

    With `negated` the verb has already taken up the phrase's "no" ("there will be no attack").
    """
    lists = marks()
    state = State()
    for t in children(noun):
        if t.dep_ in {"amod", "compound", "advmod"}:
            if t.lower_ == "called" and any(c.lower_ == "so" for c in children(t)):
                state = state.step(Status.ALLEGED, "so-called")
            for status in Status:
                if t.lower_ in lists.get(f"adjective-{status}", ()):
                    state = state.step(status, t.lower_)
    if not negated and no_phrase(noun):
        state = state.step(NEGATED[state.status], "no")
    return state
