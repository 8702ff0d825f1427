"""What somebody is told not to have said: "the mayor did not say that the bridge would close".

Nobody tells there that the bridge will close, neither the mayor nor whoever tells what the mayor did not say; so it is
no telling, as a condition is none. What a verb passes over that takes its content as so ("did not mention that the
army fired", "did not explain that") is left open instead, as is what is asked ("did not say whether").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Status
from rashomon.read.status import SUPPOSED, UNREAL, State
from rashomon.read.status_lexicon import Governor
from rashomon.read.status_syntax import VERBAL, coordinate, mark_of, wh_clause
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token

UNSAID = f"unsaid + clause: {Status.POSSIBLE}"
"""The step of a clause that somebody did not say; the account takes it for no report, as it does "any who lied"."""

LAYING = frozenset({"say", "claim"})
"""Classes of verbs that lay words to their subject."""

TAKEN_AS_SO = frozenset(
    """
    mention note remark comment observe recall stress emphasise emphasize underline underscore reiterate repeat explain
    inform notify brief read hear add go cite quote describe relate recount
    """.split()
)
"""Verbs of those classes that take their content as so when negated, or that tell of hearing."""


def unsaid(verb: Token, word: Token, governor: Governor, state: State) -> State | None:
    """The context of a clause that its verb of saying is told not to have said; None of others.

    Args:
        verb: the clause.
        word: the word that governs it.
        governor: that word's class.
        state: that word's own state.
    """
    if word.pos_ not in VERBAL or governor.name not in LAYING or state.status not in UNREAL:
        return None
    if verb.dep_ != "ccomp" or verb.i < word.i or word.lemma_.lower() in TAKEN_AS_SO:
        return None
    if wh_clause(verb) or mark_of(verb) in {"whether", "if"}:
        return None
    return State(Status.POSSIBLE, (*state.why, UNSAID, SUPPOSED))


def said_instead(verb: Token) -> Token | None:
    """The verb of saying behind whose "not" and "but" a clause is what was said: "did not say that A but that B"."""
    first = coordinate(verb)
    joined = any(t.dep_ == "cc" and t.lower_ == "but" for t in children(verb.head))
    if first.dep_ != "ccomp" or not joined or mark_of(verb) != "that":
        return None
    return first.head
