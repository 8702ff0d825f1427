"""What makes a clause finite, how a main clause may hang, which marks part a sentence: one answer for all who ask."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.core.marks import DOUBLES

if TYPE_CHECKING:
    from spacy.tokens import Token

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of words that bear a tense themselves."""
FINITE = TENSED | {"MD"}
"""Tags of words that make a clause finite, as its verb or as an auxiliary."""
HELPING = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
"""How a subject of any kind hangs on its verb."""
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""How the verb of a main clause may hang where a reporting clause stands beside it."""
IF = frozenset({"if", "unless"})
"""Words that open a condition by themselves."""
PARTING = DOUBLES | frozenset(":;")
"""Marks that leave open how much of a sentence a reporting clause reports."""


def finite(verb: Token, helpers: Iterable[Token] | None = None) -> bool:
    """Whether a verb has a tense or a modal, its own or an auxiliary's.

    Args:
        verb: the verb.
        helpers: its auxiliaries, those it shares too; without them those that hang on it as the tree now stands. Who
            mends a tree asks so: what is remembered of a tree (`read.tree`) must not be asked for before it is whole.
    """
    if helpers is None:
        helpers = (t for t in verb.children if t.dep_ in HELPING)
    return verb.tag_ in FINITE or any(t.tag_ in FINITE for t in helpers)


def announces(act: Token) -> bool:
    """Whether an act is told with a modal or as one that is going to come: "will close", "is going to close"."""
    if any(t.tag_ == "MD" for t in act.lefts):
        return True
    going = act.lemma_ == "be" or act.lower_ == "going"
    return going and any(t.dep_ == "xcomp" and any(to.tag_ == "TO" for to in t.lefts) for t in act.rights)
