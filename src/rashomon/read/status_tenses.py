"""The status that a verb's tense and modal give it, and what is announced only on a condition."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status import State
from rashomon.read.status_conditions import conditional, unreal
from rashomon.read.status_lexicon import Governor, marks
from rashomon.read.status_openings import headline_future, inverted, speaks
from rashomon.read.status_quoted import apart, opens_quotation
from rashomon.read.status_syntax import auxiliaries
from rashomon.read.tree import SENTENCES, children, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODALS = {
    "will": Status.PLANNED,
    "'ll": Status.PLANNED,
    "wo": Status.PLANNED,
    "shall": Status.PLANNED,
    "sha": Status.PLANNED,
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

WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "sha"})
"""The forms by which somebody announces an act, "won't" and "shan't" without their "not"."""
WOULD = frozenset({"would", "'d", "’d"})
"""The forms by which what was announced is told again."""

FUTURE_WORDS = frozenset({"tomorrow", "next", "soon", "shortly", "tonight", "upcoming", "coming", "hence"})

TIME_PHRASE = frozenset({"advmod", "npadvmod", "prep", "pobj", "amod"})
"""The steps from a verb down to a word of time that belongs to it and to no clause beneath it."""

ENDS = frozenset({".", "?", "!", ";", "”", '"', "'", "’", ")"})
"""With what a sentence ends that is no headline."""

WILL_ENDINGS = ("'ll", "’ll")
"""A tokenizer parts "he'll", but often not a name from the curly form of its "will"."""


def tense(verb: Token, *, reported: bool) -> State:
    """The status of a clause by tense and modal alone, before its negation and hedges.

    Args:
        verb: the head of the clause.
        reported: whether the clause stands under a verb of saying, where "would" is a future seen from the past.
    """
    helpers = auxiliaries(verb)
    if any(apart(t, verb) for t in helpers) and speaks(verb):
        helpers = [t for t in helpers if not apart(t, verb)]
    lower = [t.lower_ for t in helpers]
    for t in helpers:
        word = t.lower_ if t.lower_ in MODALS else t.lemma_.lower()
        if word in MODALS and t.tag_ == "MD":
            return _modal(verb, word, perfect="have" in lower or "'ve" in lower, reported=reported)
    if verb.tag_ == "VB" and any(_holds_will(t) for t in children(verb) if t.i < verb.i):
        return _announced(verb, "will")
    if "to" in lower and "have" not in lower and _has_own_infinitive(verb):
        return _announced(verb, "to + infinitive")
    if is_imperative(verb) and not [h for h in helpers if h.lower_ != "do"]:
        return State().step(Status.PROPOSED, "imperative")
    return _progressive(verb, helpers, reported=reported) or (State() if lower else _present(verb))


def _announced(verb: Token, form: str) -> State:
    """The status of an act that is yet to come: planned, or possible where it hangs on a condition.

    One question for every form of the future, negated or not: who will not attack if Bree leaves has refused nothing
    yet, but who will not attack unless it leaves has (`status_conditions.conditions`).
    """
    if conditional(verb):
        return State().step(Status.POSSIBLE, f"{form} + condition", hangs=True)
    return State().step(Status.PLANNED, form)


FORETELLING = frozenset({"due", "about"})
"""Classes of words that foretell an act as "will" does: "is set to close", "is about to close"."""


def foretold(state: State, verb: Token, head: Token, governor: Governor | None = None) -> State:
    """The context of an infinitive behind "going to", "about to" or "is to", open where the act hangs on a condition.

    Args:
        state: the context as those words make it, planned or refused.
        verb: the infinitive.
        head: the word over it.
        governor: the class of that word.
    """
    lemma = head.lemma_.lower()
    telling = lemma == "be" or (lemma == "go" and head.tag_ == "VBG")
    telling = telling or (governor is not None and governor.name in FORETELLING)
    if not telling or state.status not in {Status.PLANNED, Status.REFUSED}:
        return state
    bearers = (verb, head, head.head) if head.pos_ == "ADJ" else (verb, head)
    if any(conditional(one, refused=state.status is Status.REFUSED) for one in bearers):
        return state.step(Status.POSSIBLE, "condition")
    return state


def _progressive(verb: Token, helpers: list[Token], *, reported: bool) -> State | None:
    """The status of "is closing" and "is being closed"; None for other tenses."""
    passive = verb.tag_ == "VBN" and any(t.lower_ == "being" for t in helpers)
    if not (passive or verb.tag_ == "VBG") or not any(t.lemma_ == "be" and t.dep_ == "aux" for t in helpers):
        return None
    if not passive and _looks_ahead(verb) and not _past(helpers):
        return _announced(verb, "progressive + future time")
    lasting = any(t.dep_ == "advmod" and t.lower_ == "still" for t in children(verb))
    return State().step(Status.UNDERWAY, "progressive") if reported or lasting or not _past(helpers) else State()


def _present(verb: Token) -> State:
    """The status of the plain present, which may look ahead or hang on a condition."""
    if verb.tag_ in {"VBZ", "VBP"}:
        if _looks_ahead(verb):
            return _announced(verb, "present + future time")
        if conditional(verb) and not speaks(verb):
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
    if verb.i and verb.nbor(-1).text == ":" and any(t.pos_ == "VERB" for t in verb.doc[: verb.i]):
        return True  # "sent a message: pay the ransom"
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
    if word in WOULD:
        if perfect:
            return _would_have(verb, reported=reported)
        if (not reported or verb.dep_ == "relcl") and _later(verb):
            return State().noted("would + later: told from afterwards")
        if not reported and _habitual(verb):
            return State().noted("would + every: habit")
        return _announced(verb, "would") if reported else State().step(Status.POSSIBLE, "would")
    if word == "should" and inverted(verb) is not None:
        return State().step(Status.POSSIBLE, "should + subject")
    if word == "should" and perfect:
        return State().step(Status.DENIED, "should have")
    if perfect and word in {"must", "ought"}:
        return State().step(Status.POSSIBLE, f"{word} have")
    if word in WILL:
        return _announced(verb, word)
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
def _words_of_future(doc: Doc) -> tuple[Token, ...]:
    return tuple(t for t in tokens(doc) if t.lower_ in FUTURE_WORDS)
