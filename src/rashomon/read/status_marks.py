"""What a clause or noun phrase says of its own status: auxiliaries, negation, hedges, conditions, questions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status import NEGATED, State
from rashomon.read.status_conditions import conditional, has_if_clause, unreal
from rashomon.read.status_lexicon import marks
from rashomon.read.status_negation import negators, no_phrase
from rashomon.read.status_openings import headline_future, inverted, speaks
from rashomon.read.status_quoted import apart, opens_quotation
from rashomon.read.status_syntax import VERBAL, auxiliaries
from rashomon.read.tree import SENTENCES, children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODALS = {
    "will": Status.PLANNED,
    "'ll": Status.PLANNED,
    "wo": Status.PLANNED,
    "shall": Status.PLANNED,
    "would": Status.PLANNED,
    "'d": Status.PLANNED,
    "’ll": Status.PLANNED,
    "’d": Status.PLANNED,
    "may": Status.POSSIBLE,
    "might": Status.POSSIBLE,
    "can": Status.POSSIBLE,
    "ca": Status.POSSIBLE,
    "could": Status.POSSIBLE,
    "should": Status.PROPOSED,
    "must": Status.PROPOSED,
    "ought": Status.PROPOSED,
    "need": Status.PROPOSED,
}
"""What a modal makes of its verb; "would" and "should" are seen to further in `_modal`."""

FUTURE_WORDS = frozenset({"tomorrow", "next", "soon", "shortly", "tonight", "upcoming", "coming", "hence"})

TIME_PHRASE = frozenset({"advmod", "npadvmod", "prep", "pobj", "amod"})
"""The steps from a verb down to a word of time that belongs to it and to no clause beneath it."""

ENDS = frozenset({".", "?", "!", ";", "”", '"', "'", "’", ")"})
"""With what a sentence ends that is no headline."""

WILL_ENDINGS = ("'ll", "’ll")
"""A tokenizer parts "he'll", but often not a name from the curly form of its "will"."""


WOULD_IF = "would + condition"
"""The step of an act that somebody said would be done if something else were so."""


def own_state(verb: Token, *, reported: bool, in_question: bool) -> State:
    """The status of a clause by its own marks alone.

    Args:
        verb: the head of the clause.
        reported: whether the clause stands under a verb of saying, where "would" is a future seen from the past.
        in_question: whether the clause is asked, not told.
    """
    state = _tense(verb, reported=reported)
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
        status = Status.REFUSED
    elif helpers & {"could"}:
        status = Status.DENIED
    elif len({t.i for t in found}) == 2 and any(t.dep_ == "neg" for t in found):
        return state.noted(f"{words}: twice")
    return state.step(status, words)


def _tense(verb: Token, *, reported: bool) -> State:
    helpers = auxiliaries(verb)
    if any(apart(t, verb) for t in helpers) and speaks(verb):
        helpers = [t for t in helpers if not apart(t, verb)]
    lower = [t.lower_ for t in helpers]
    for t in helpers:
        word = t.lower_ if t.lower_ in MODALS else t.lemma_.lower()
        if word in MODALS and t.tag_ == "MD":
            return _modal(verb, word, perfect="have" in lower or "'ve" in lower, reported=reported)
    if verb.tag_ == "VB" and any(_holds_will(t) for t in children(verb) if t.i < verb.i):
        return State().step(Status.PLANNED, "will")
    if "to" in lower and "have" not in lower and _has_own_infinitive(verb):
        return State().step(Status.PLANNED, "to + infinitive")
    if is_imperative(verb) and not [h for h in helpers if h.lower_ != "do"]:
        return State().step(Status.PROPOSED, "imperative")
    return _progressive(verb, helpers, reported=reported) or (State() if lower else _present(verb))


def _progressive(verb: Token, helpers: list[Token], *, reported: bool) -> State | None:
    """The status of "is closing" and "is being closed"; None for other tenses."""
    passive = verb.tag_ == "VBN" and any(t.lower_ == "being" for t in helpers)
    if not (passive or verb.tag_ == "VBG") or not any(t.lemma_ == "be" and t.dep_ == "aux" for t in helpers):
        return None
    if not passive and _looks_ahead(verb) and not _past(helpers):
        return State().step(Status.PLANNED, "progressive + future time")
    lasting = any(t.dep_ == "advmod" and t.lower_ == "still" for t in children(verb))
    return State().step(Status.UNDERWAY, "progressive") if reported or lasting or not _past(helpers) else State()


def _present(verb: Token) -> State:
    """The status of the plain present, which may look ahead or hang on a condition."""
    if verb.tag_ in {"VBZ", "VBP"}:
        if _looks_ahead(verb):
            return State().step(Status.PLANNED, "present + future time")
        if has_if_clause(verb) and not speaks(verb):
            return State().step(Status.POSSIBLE, "present + condition")
    return State()


def _holds_will(token: Token) -> bool:
    return len(token) > 3 and token.lower_.endswith(WILL_ENDINGS)


def _looks_ahead(verb: Token) -> bool:
    """Whether a word of future time belongs to the verb itself: "is leaving next week", not "soon after takeoff"."""
    for t in _words_of_future(verb.doc):
        if t.i <= verb.i or t.head.lower_ in {"after", "before", "afterwards"}:
            continue
        if t.lower_ == "next" and t.dep_ == "advmod":
            continue  # "next to the camp"
        step = t
        while step.i != verb.i and (step.dep_ in TIME_PHRASE or step.ent_type_ in {"DATE", "TIME"}):
            step = step.head
        if step.i == verb.i:
            return True
    return False


def _has_own_infinitive(verb: Token) -> bool:
    """Whether a "to" stands for a future ("Mayor to open bridge"), not for a verb that governs it."""
    if verb.dep_ in {"ROOT", "parataxis"} or headline_future(verb):
        return True
    return verb.dep_ == "conj" and any(t.dep_ in {"nsubj", "nsubjpass"} for t in children(verb))


def is_imperative(verb: Token) -> bool:
    """Whether a verb is a command: a bare form without a subject, at the root or coordinated with one that is."""
    if verb.tag_ not in {"VB", "VBP"} or any(
        t.dep_.startswith("nsubj") or t.tag_ in {"MD", "TO"} or t.dep_ == "expl" for t in children(verb)
    ):
        return False
    if any(t.lower_ == "please" for t in children(verb)):
        return True
    if verb.tag_ != "VB":
        return False
    if verb.dep_ == "conj":
        return is_imperative(verb.head)
    if verb.dep_ in {"ccomp", "parataxis"} and all(t.lower_ in NOT_TO for t in verb.doc[: verb.i]):
        return True
    return verb.dep_ == "ROOT" or (verb.dep_ in SPOKEN and opens_quotation(verb))


NOT_TO = frozenset({"do", "n't", "n’t", "not", "never"})
"""What stands before a command that forbids: "Don't drink the water"."""

SPOKEN = frozenset({"ccomp", "advcl", "parataxis", "dep", "csubj", "xcomp"})
"""Where parsers put direct speech below the verb that reports it."""


def _past(helpers: list[Token]) -> bool:
    return any(t.lower_ in {"was", "were", "had"} for t in helpers)


def _modal(verb: Token, word: str, *, perfect: bool, reported: bool) -> State:
    if word in {"would", "'d"}:
        if perfect:
            return _would_have(verb, reported=reported)
        if (not reported or verb.dep_ == "relcl") and _later(verb):
            return State().noted("would + later: told from afterwards")
        if not reported and _habitual(verb):
            return State().noted("would + every: habit")
        if reported and conditional(verb) and not negators(verb):
            return State().step(Status.POSSIBLE, WOULD_IF)
        return State().step(Status.PLANNED if reported else Status.POSSIBLE, "would")
    if word == "should" and inverted(verb) is not None:
        return State().step(Status.POSSIBLE, "should + subject")
    if word == "should" and perfect:
        return State().step(Status.DENIED, "should have")
    if perfect and word in {"must", "ought"}:
        return State().step(Status.POSSIBLE, f"{word} have")
    if word in {"will", "'ll", "shall"} and conditional(verb):
        return State().step(Status.POSSIBLE, f"{word} + condition")
    return State().step(MODALS[word], word)


def _would_have(verb: Token, *, reported: bool) -> State:
    """What would have been: open where it hangs on something, planned where a speech looked ahead, else not so."""
    if unreal(verb):
        return State().step(Status.POSSIBLE, "would have + condition")
    if reported and _due_by(verb):
        return State().step(Status.PLANNED, "would have + by")
    if verb.doc[-1].text not in ENDS:
        return State().step(Status.POSSIBLE, "would have + condition")  # a headline leaves out on what it hangs
    return State().step(Status.DENIED, "would have")


def _due_by(verb: Token) -> bool:
    """Whether a verb has a time before which it is to be done: "would have finished by May", but "by now"."""
    times = (o for t in children(verb) if t.dep_ in {"prep", "agent"} and t.lower_ == "by" for o in children(t))
    ahead = (o for o in times if o.lower_ not in {"now", "yesterday"})
    return any(o.lower_ == "then" or any(c.ent_type_ in {"DATE", "TIME"} for c in o.subtree) for o in ahead)


def _later(verb: Token) -> bool:
    """Whether "would" tells from afterwards what came: "a deed that would later ruin the abbey"."""
    return any(t.dep_ == "advmod" and t.i < verb.i and t.lower_ in marks()["later"] for t in children(verb))


def _habitual(verb: Token) -> bool:
    """Whether a verb goes with a word of repetition: "every spring", "often"."""
    for t in children(verb):
        if t.dep_ == "advmod" and t.lower_ in {"often", "usually", "regularly", "always", "routinely", "sometimes"}:
            return True
        if t.dep_ == "npadvmod" and any(c.lower_ in {"every", "each", "most"} for c in children(t)):
            return True
    return False


@lru_cache(maxsize=SENTENCES)
def _last_question(doc: Doc) -> int:
    """Where the last question mark of a sentence stands, -1 without one."""
    return max((t.i for t in tokens(doc) if t.text == "?"), default=-1)


@lru_cache(maxsize=SENTENCES)
def _words_of_future(doc: Doc) -> tuple[Token, ...]:
    return tuple(t for t in tokens(doc) if t.lower_ in FUTURE_WORDS)


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
