"""What negates a clause or a noun phrase: not, never, no longer, no one, neither, nor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.status_lexicon import marks
from rashomon.read.status_syntax import shares
from rashomon.read.tree import children, remembered

if TYPE_CHECKING:
    from spacy.tokens import Token


@remembered
def negators(verb: Token) -> list[Token]:
    """The words that negate a verb's own clause: not, never, no longer, no one, "took no action"."""
    found = []
    for t in children(verb):
        adverb = t.dep_ == "advmod" and (_is_never(t, verb) or _no_longer(t))
        role = t.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "expl"} and no_phrase(t)
        if role and t.dep_ == "dobj" and verb.lemma_.lower() == "leave":
            continue  # what leaves no survivors does happen
        if t.lower_ == "neither" and t.dep_ in {"preconj", "cc"}:
            adverb = True
        if adverb or role or (t.dep_ == "neg" and not _only(t, verb)):
            found.append(t)
    if not found and verb.dep_ == "conj":
        found = [t for t in children(verb.head) if t.dep_ == "cc" and t.lower_ == "nor" and t.i < verb.i]
    if not found and shares(verb) and not any(t.dep_ == "cc" and t.lower_ == "but" for t in children(verb.head)):
        return negators(verb.head)
    return found


@remembered
def no_phrase(noun: Token) -> bool:
    """Whether a noun phrase is negative: "no retaliation", "nobody", "none of them", "neither side"."""
    if noun.lower_ in marks()["nobody"]:
        return noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ != "but"
    if any(t.dep_ in {"det", "neg"} and t.lower_ in {"no", "neither"} for t in children(noun)):
        return True
    return noun.lower_ == "one" and any(t.lower_ == "no" for t in children(noun))


def _is_never(adverb: Token, verb: Token) -> bool:
    """Whether an adverb negates its verb: "never" anywhere, "hardly" only right before it ("hardly a month after")."""
    word = adverb.lower_
    if word in {"hardly", "scarcely", "barely"}:
        return adverb.i == verb.i - 1
    return word in marks()["never"]


def _only(negator: Token, verb: Token) -> bool:
    """Whether "not" belongs to "not only", "not just"."""
    after = negator.i + 1
    return after < len(verb.doc) and verb.doc[after].lower_ in {"only", "just", "merely", "simply", "necessarily"}


def _no_longer(adverb: Token) -> bool:
    return adverb.lower_ in {"longer", "more"} and any(t.lower_ in {"no", "not"} for t in children(adverb))
