"""What negates a clause or a noun phrase: not, never, no longer, no one, neither, nor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.read.status_contrasts import NOT, corrected
from rashomon.read.status_lexicon import marks, verb_governor
from rashomon.read.status_quoted import apart
from rashomon.read.status_syntax import lemmas_of, shares
from rashomon.read.tree import children, remembered

if TYPE_CHECKING:
    from spacy.tokens import Token


@remembered
def negators(verb: Token) -> list[Token]:
    """The words that negate a verb's own clause: not, never, no longer, no one, "took no action"."""
    found = []
    elsewhere = corrected(verb)  # "was not sold to Kesh but to Orsk" was sold
    for t in children(verb):
        if elsewhere and t.dep_ == "neg" and t.lower_ in NOT:
            continue
        adverb = t.dep_ == "advmod" and (_is_never(t, verb) or _no_longer(t))
        role = t.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "expl"} and no_phrase(t)
        if role and t.dep_ == "dobj" and verb.lemma_.lower() == "leave":
            continue  # what leaves no survivors does happen
        if t.lower_ == "neither" and t.dep_ in {"preconj", "cc"}:
            adverb = True
        if t.lower_ == "nor" and t.dep_ == "cc" and t.i < verb.i:
            adverb = True  # "Nor should it close"
        if apart(t, verb) and _reports(verb):
            continue  # '"Not now," she said' is said
        if adverb or role or (t.dep_ == "neg" and not _only(t, verb)):
            found.append(t)
    if not found and verb.lemma_.lower() == "find":  # "was found not guilty"
        found = [n for t in children(verb) if t.lower_ == "guilty" for n in children(t) if n.dep_ == "neg"]
    if not found and (neither := _neither_nor(verb)) is not None:
        found = [neither]
    if not found and verb.dep_ == "conj":
        joining = [t for t in children(verb.head) if t.dep_ == "cc" and t.i < verb.i]
        found = [t for t in joining[-1:] if t.lower_ == "nor"]  # not "neither left nor paid, but said"
    if not found and shares(verb) and not any(t.dep_ == "cc" and t.lower_ == "but" for t in children(verb.head)):
        return negators(verb.head)
    return found


def _reports(verb: Token) -> bool:
    governor = verb_governor(*lemmas_of(verb))
    return governor is not None and governor.gives_voice


def _neither_nor(verb: Token) -> Token | None:
    """The "neither" before the first of two verbs, which parsers hang on the subject: "They neither came nor rang"."""
    nor = any(t.lower_ == "nor" and t.i > verb.i for t in children(verb))
    if not nor or verb.i == 0:
        return None
    before = verb.nbor(-1)
    return before if before.lower_ == "neither" else None


@remembered
def no_phrase(noun: Token) -> bool:
    """Whether a noun phrase is negative: "no retaliation", "nobody", "none of them", "neither side"."""
    if noun.lower_ in marks()["nobody"] and noun.pos_ != "PROPN":  # "Ida Noone left"
        return noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ != "but"
    for t in children(noun):
        if t.dep_ in {"det", "neg", "preconj", "cc"} and t.lower_ in {"no", "neither"}:
            return t.i + 1 >= len(noun.doc) or noun.doc[t.i + 1].lower_ not in MEASURING
        if t.lower_ in SCARCE and t.i + 1 < len(noun.doc) and noun.doc[t.i + 1].lower_ in ANY:
            return True
    if _not_one(noun):
        return True
    if (
        noun.dep_ in {"nsubj", "nsubjpass"}
        and noun.lower_ in ANY | {"one"}
        and noun.i
        and noun.nbor(-1).lower_ in SCARCE | {"not"}
    ):
        return True
    return noun.lower_ == "one" and any(t.lower_ == "no" for t in children(noun))


def _not_one(noun: Token) -> bool:
    """Whether a noun phrase begins with "not one" or "not a": "not one lorry", but "not a tap but a kick"."""
    first = noun.left_edge
    if first.lower_ != "not" or first.i + 2 > noun.i:
        return False
    words = [t.lower_ for t in noun.doc[first.i + 1 : first.i + 3]]
    counted = words[0] == "one" or words == ["a", "single"]
    subject = noun.dep_ in {"nsubj", "nsubjpass"} and (counted or words[0] in {"a", "an"})
    if words[1] in {"few", "little"}:
        return False  # "not a few" are many
    corrected_by = any(t.lower_ == "but" and t.dep_ == "cc" for t in noun.subtree)
    return (subject or (counted and noun.dep_ == "dobj")) and not corrected_by


SCARCE = frozenset({"hardly", "scarcely", "barely"})
"""Adverbs that deny with a word of the kind of "any"."""

ANY = frozenset({"any", "anyone", "anybody", "anything"})

MEASURING = frozenset({"more", "fewer", "less", "doubt", "matter"})
"""Words after which "no" only measures: "no more than five" are some."""


def _is_never(adverb: Token, verb: Token) -> bool:
    """Whether an adverb negates its verb: "never" anywhere, "hardly" only right before it ("hardly a month after")."""
    word = adverb.lower_
    if word in SCARCE:
        if _just_before(adverb):
            return False
        # "barely survived" did survive, "barely anyone survived" did not
        return (adverb.i == verb.i - 1 and word != "barely") or (adverb.i < verb.i and adverb.nbor().lower_ in ANY)
    return word in marks()["never"]


def _just_before(adverb: Token) -> bool:
    """Whether an adverb says how shortly before something else it was: "hardly had it left when it sank" (it left)."""
    doc = adverb.doc
    near = {t.lower_ for t in doc[max(0, adverb.i - 1) : adverb.i + 2]}
    return bool(near & {"had", "'d", "’d"}) and any(t.lower_ in {"when", "before"} for t in doc[adverb.i + 2 :])


def _only(negator: Token, verb: Token) -> bool:
    """Whether "not" belongs to "not only", "not just"."""
    after = negator.i + 1
    return after < len(verb.doc) and verb.doc[after].lower_ in {"only", "just", "merely", "simply", "necessarily"}


def _no_longer(adverb: Token) -> bool:
    return adverb.lower_ in {"longer", "more"} and any(t.lower_ in {"no", "not"} for t in children(adverb))
