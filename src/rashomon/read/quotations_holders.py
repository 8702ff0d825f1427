"""Whose words a noun holds: `Kerr's claim`, `claims by Kerr`, `Kerr made the claim that ...`.

A noun belongs to its owner, or to the subject of a verb that brings it out. Whoever denies, faces, hears or looks into
a claim is not the one who makes it, so every other verb leaves its holder open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.nouns import nouns
from rashomon.read.syntax import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from rashomon.read.cues import Cue

BRINGS = frozenset(
    """
    make issue repeat publish release give send write post deliver circulate renew voice level offer express air
    broadcast print run carry spread state raise utter reiterate restate reaffirm submit lodge file put advance
    present announce declare provide add sound hold have share harbour harbor retain lay bring float table extend
    exchange draw reach come win secure
    """.split()
)
"""Verbs whose subject is where the noun that they carry comes from, or holds it as a view."""
BRINGS_WITH = frozenset(
    """
    respond reply answer counter retort react come go open begin start end close conclude follow hit write speak
    say add
    """.split()
)
"""Verbs that bring out a noun behind `with`: `replied with the claim that ...`."""
TARGETS = frozenset({"criticism", "denial", "praise"})
"""Classes of nouns whose `of` names what they are about, so that a `by` behind it is their own."""


def holder_of(noun: Token, cue: Cue) -> Token | None:
    """Whose words a noun holds, None where the sentence leaves it open."""
    owner = _owner(noun, cue)
    if owner is not None:
        return owner
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma_.lower() in BRINGS:
        return subject_of(above)
    if noun.dep_ == "pobj" and above.lower_ == "in":
        return subject_of(above.head)
    if noun.dep_ == "pobj" and above.lower_ == "with" and above.head.lemma_.lower() in BRINGS_WITH:
        return subject_of(above.head)
    return None


def _owner(noun: Token, cue: Cue) -> Token | None:
    """The owner of a noun: before it, or behind `by` or `from`, or behind an `of` that does not name its content."""
    for child in noun.children:
        if child.i < noun.i and (child.dep_ == "poss" or any(c.tag_ == "POS" for c in child.children)):
            return child
    about = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    for child in noun.children:
        if child.dep_ not in {"prep", "agent"} or child.lower_ not in {"by", "from", "of"}:
            continue
        if child.lower_ == "of" and cue.takes("of"):
            continue  # "allegations of police violence", "criticism of the mayor": whom or what it is about
        owner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if owner is None or not (owner.pos_ == "PROPN" or nouns().kinds.get(owner.lemma_.lower())):
            continue
        if child.lower_ == "by" and about is not None and about.i < child.i and _does_it(about, cue):
            continue
        return owner
    return _giver(noun)


def _does_it(about: Token, cue: Cue) -> bool:
    """Whether the agent behind `of ... by` does what is told: `allegations of torture of prisoners by guards`."""
    if not cue.takes("of"):
        return False
    if TARGETS.isdisjoint(cue.classes):
        return True
    return any(c.lower_ == "of" for told in about.children for c in told.children)


def _giver(noun: Token) -> Token | None:
    """The subject of a clause that says who brought the noun out: `a warning Kerr issued that ...`."""
    for child in noun.children:
        if child.dep_ == "relcl" and child.lemma_.lower() in BRINGS:
            giver = next((c for c in child.children if c.dep_ == "nsubj"), None)
            if giver is not None and giver.tag_ not in {"WP", "WDT"}:
                return giver
    return None
