"""What a sentence puts in place of what it rules out: "leased not by Orr but by Wynn", "not to Kesh but to Orsk".

Who says so tells that it happened, and corrects one of its circumstances alone (Horn 1985, metalinguistic negation).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.clauses import PARTING
from rashomon.read.tree import children, remembered, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

PHRASES = frozenset({"prep", "agent", "dative"})
"""How the phrase that is ruled out hangs on its verb."""
NOT = frozenset({"not", "n't", "n’t"})


@remembered
def instead(phrase: Token) -> Token | None:
    """The preposition behind "but" that puts another phrase in place of one that is ruled out; None where none is.

    Args:
        phrase: a preposition with its phrase, ruled out by the "not" before it or by that of its verb.
    """
    if phrase.dep_ not in PHRASES or not (_ruled_out(phrase) or any(t.lower_ in NOT for t in children(phrase.head))):
        return None
    but = next((t for t in tokens(phrase.doc)[phrase.i + 1 :] if t.lower_ == "but"), None)
    if but is None or but.i + 1 >= len(phrase.doc):
        return None
    other = but.nbor()
    if other.lower_ != phrase.lower_ or other.head.i > other.i:
        return None  # "did not speak to Kesh but to Orsk made an offer"
    between = tokens(phrase.doc)[phrase.i : but.i]
    return None if any(t.pos_ in {"VERB", "AUX"} or t.text in PARTING for t in between) else other


def _ruled_out(phrase: Token) -> bool:
    return phrase.i > 0 and phrase.nbor(-1).lower_ in NOT


def corrected(verb: Token) -> bool:
    """Whether the "not" of a verb only rules out one of its phrases, and another stands in its place."""
    return any(instead(t) is not None for t in children(verb))


def told_phrase(phrase: Token) -> Token | None:
    """The preposition that tells what is so: this one, what stands in its place, or None where it is ruled out."""
    other = instead(phrase)
    return None if other is None and _ruled_out(phrase) else other or phrase


def ruled_out_in_front(noun: Token) -> bool:
    """Whether a noun is put in front only to say that it is not the one: "It was not Orr who closed the mill"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_.lower() != "be":
        return False
    words = [t.lower_ for t in children(verb) if t.i < noun.i]
    return "it" in words and (not NOT.isdisjoint(words) or noun.left_edge.lower_ in NOT)
