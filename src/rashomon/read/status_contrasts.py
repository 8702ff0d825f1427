"""What a sentence puts in place of what it rules out: "leased not by Orr but by Wynn", "not to Kesh but to Orsk".

Who says so tells that it happened, and corrects one of its circumstances alone (Horn 1985, metalinguistic negation).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.read.clauses import PARTING
from rashomon.read.tree import children, remembered, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

PHRASES = frozenset({"prep", "agent", "dative"})
"""How the phrase that is ruled out hangs on its verb."""
SINGLING = frozenset({"only", "just", "merely", "simply", "alone", "solely"})
"""Words with which "it was not" tells that others did it too: "it was not only Orr who"."""
INDEFINITE = frozenset({"a", "an", "any", "every", "one", "not"})
"""Words that begin one of a kind: "it was not a pilot who" tells what somebody is."""
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


@dataclass(frozen=True, slots=True)
class RuledOut:
    """Whom a sentence says that it was not, and the word that says so."""

    noun: Token
    word: Token


def ruled_out_of(verb: Token) -> tuple[RuledOut, ...]:
    """Whom a cleft rules out as those who did something: the "Orr" of "It was not Orr who closed the mill".

    So it does of Orr in "not Orr but Wynn who", of both in "neither Orr nor Wynn who"; "not Orr and Wynn who" may leave
    one of them.

    Args:
        verb: what was done, in the clause behind who or that.
    """
    noun = verb.head
    subject = next((t for t in children(verb) if t.dep_ in {"nsubj", "nsubjpass"}), None)
    relative = subject is not None and subject.tag_ in {"WP", "WDT"}
    if verb.dep_ != "relcl" or not relative or not ruled_out_in_front(noun):
        return ()
    first = noun.left_edge if noun.left_edge.lower_ not in NOT | {"neither"} else noun.doc[noun.left_edge.i + 1]
    if first.lower_ in INDEFINITE or any(t.tag_ == "MD" for t in children(noun.head)):
        return ()  # "not a pilot who", "it may not have been Orr who"
    words = (*children(noun.head), noun.left_edge, *children(noun))
    word = next((t for t in words if t.lower_ in NOT | {"neither"} and t.i < noun.i), None)
    joined = [t for t in children(noun) if t.dep_ == "conj"]
    by = {t.lower_ for t in children(noun) if t.dep_ == "cc" and t.i > noun.i}
    if word is None or (joined and not by <= {"but", "nor"}):
        return ()
    return tuple(RuledOut(one, word) for one in (noun, *(joined if by == {"nor"} else ())))


def ruled_out_in_front(noun: Token) -> bool:
    """Whether a noun is put in front only to say that it is not the one: "It was not Orr who closed the mill"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_.lower() != "be":
        return False
    before = [t for t in children(verb) if t.i < noun.i]
    words = [t.lower_ for t in before]
    if any(t.lower_ in SINGLING for t in _around(noun, before)):
        return False  # "not only Orr who", "not Orr alone who"
    denied = NOT | {"neither"}
    return "it" in words and (not denied.isdisjoint(words) or not denied.isdisjoint(t.lower_ for t in _left(noun)))


def _left(noun: Token) -> list[Token]:
    return [noun.left_edge, *(t for t in children(noun) if t.i < noun.i)]


def _around(noun: Token, before: list[Token]) -> list[Token]:
    """The words beside a noun that is put in front, and beside the "not" before it."""
    return [*before, *(c for t in before for c in children(t)), *children(noun)]
