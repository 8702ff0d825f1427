"""What a reporting word that no class of status lists does to the clause it reports: by its class among the cues.

`data/cue_statuses.tsv` declares the class of status for each class of cues ("surmise" is a doubt, so alleged).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rashomon.read.cues import Cue, cues
from rashomon.read.status_lexicon import Governor, governors, rows
from rashomon.read.tree import children

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def cue_statuses() -> dict[str, Governor]:
    """Class of cues -> class of status."""
    return {row[0]: governors()[row[1]] for row in rows("cue_statuses.tsv")}


def verb_cue_governor(head: Token, clause: Token) -> Governor | None:
    """The class in which a reporting verb governs a clause, by its cue; None where its frames have no such clause."""
    cue = cues().verb(head)
    if cue is None:
        return None
    if _unfinished(clause):
        return _governor(cue, "i")
    # who gainsays a thing can gainsay that it is so, and what is shouted may be a clause
    return _governor(cue, "c") or _governor(cue, "q") or _governor(cue, "o")


def noun_cue_governor(noun: Token, clause: Token) -> Governor | None:
    """The class in which a noun of reporting governs its clause: "the hunch that it sank"."""
    cue = cues().nouns.get(noun.lemma_.lower())
    return _governor(cue, "i" if _unfinished(clause) else "c") if cue is not None else None


def _governor(cue: Cue, frame: str) -> Governor | None:
    """By the first class in which the word has the frame: "demur" objects to words but doubts that something is so."""
    return next((cue_statuses()[name] for name, frames in cue.framed if frame in frames), None)


def _unfinished(clause: Token) -> bool:
    """Whether a clause is an infinitive or a gerund without a subject."""
    if any(t.dep_ == "aux" and t.lower_ == "to" for t in children(clause)):
        return True
    return clause.tag_ == "VBG" and not any(t.dep_ in {"aux", "nsubj", "nsubjpass"} for t in children(clause))
