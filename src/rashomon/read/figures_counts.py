"""What a number counts: the noun phrase that the parse, or failing that the word order, gives to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.read.figures_shares import SHARE, TIMES
from rashomon.read.figures_tables import (
    CALENDAR_NOUNS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    HELD,
    HYPHENED_COUNTS,
    MEASURES,
    PEOPLE_UNSAID,
    PHRASAL,
    SPELLINGS,
    STATES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

CURRENCIES = frozenset({*CURRENCY_SIGNS.values(), *CURRENCY_WORDS.values()})
INSIDE = frozenset({"ADJ", "NOUN", "PROPN"})
LINKED = frozenset({"compound", "nmod", "amod", "poss"})
"""How a noun hangs on a later one that is the head of both."""

QUOTATION_MARKS = frozenset("“\"‘'")
REACHED = frozenset({"of", "from", "at", "in"})
"""Prepositions whose complement belongs to the counted phrase; `in` and `at` only with a name."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted phrase with its head, and the measure that stands between ("600 tons of oil": ton)."""

    phrase: Phrase | None = None
    head: Token | None = None
    unit: str | None = None


def counted(doc: Doc, last: int, *, money: str | None = None) -> Counted:
    """What the number that ends with token `last` counts.

    With a currency or percent as `money` the number has its unit already: what follows `of` is counted, behind an
    amount of money also what follows `in` ("$5m in aid").
    """
    at = last + 1
    if money is not None:
        return _of_unit(doc, last, money)
    if at + 1 < len(doc) and doc[at].text == "-":
        at += 1
        if unit := measure(doc[at]):
            return Counted(unit=unit)
        if doc[at].lemma_.lower() in HYPHENED_COUNTS:
            return Counted(phrase=doc[at : at + 1], head=doc[at])
        if doc[at].lower_ == "strong":
            return Counted()
        at += doc[at].lower_ == "plus"
    return _following(doc, at + 1 if at < len(doc) and doc[at].text == "+" else at)


def _measured_part(doc: Doc, part: Counted) -> Counted:
    """The part itself, or where its head only measures ("millions of tons of coal") what is measured."""
    unit = measure(part.head) if part.head is not None else None
    if part.head is None or unit is None:
        return part
    behind = part.head.i + 1
    inner = _of_part(doc, behind) if behind < len(doc) and doc[behind].lower_ == "of" else Counted()
    return Counted(phrase=inner.phrase, head=inner.head, unit=unit)


def _of_unit(doc: Doc, last: int, unit: str) -> Counted:
    """What an amount counts that has its unit already: money, percent, a share or a factor."""
    at = last + 1
    if unit == TIMES:
        noun = _noun_from(doc, at) if doc[last].lower_ in {"many", "more"} else None
        return Counted(phrase=_phrase(doc, at, noun), head=noun) if noun is not None else Counted()
    if unit == SHARE:
        return _of_part(doc, at if at < len(doc) and doc[at].lower_ == "of" else last)
    return _of_amount(doc, at, into={"of", "in"} if unit in CURRENCIES else {"of"})


def _following(doc: Doc, at: int) -> Counted:
    """What stands behind the number itself, its hyphens and signs past."""
    if at < len(doc) and doc[at].lower_ in STATES and not (at + 1 < len(doc) and doc[at + 1].pos_ in INSIDE):
        return Counted(phrase=doc[at : at + 1], head=doc[at])  # "25 wounded", but not "25 wounded soldiers"
    if at < len(doc) and doc[at].lower_ in PEOPLE_UNSAID:
        at += 1
        if at >= len(doc) or doc[at].pos_ not in INSIDE:
            return Counted()
    if at < len(doc) and doc[at].lower_ == "of":
        return _measured_part(doc, _of_part(doc, at))
    noun = _noun_from(doc, at)
    if noun is None:
        return Counted()
    unit = measure(noun) if noun.i == at or noun.lemma_.lower() not in HELD else None
    if unit is None and noun.i > at and noun.tag_ in {"NN", "NNP"} and doc[at].tag_ == "NN" and measure(doc[at]):
        return Counted(unit=measure(doc[at]))  # "the 9.5 ton station"
    if unit is None:
        return Counted(phrase=_phrase(doc, at, noun), head=noun)
    if noun.i + 1 < len(doc) and doc[noun.i + 1].lower_ == "of":
        inner = _of_part(doc, noun.i + 1)
        return Counted(phrase=inner.phrase, head=inner.head, unit=unit)
    return Counted(unit=unit)


def measure(noun: Token) -> str | None:
    """The unit that a noun names, in one spelling, or None where it is a thing that can be counted."""
    lemma = noun.lemma_.lower()
    for word in (lemma, noun.lower_, noun.lower_.removesuffix("s")):
        if word in MEASURES or word in SPELLINGS:
            return SPELLINGS.get(word, word)
    return None


def _of_amount(doc: Doc, at: int, *, into: set[str]) -> Counted:
    if at + 1 < len(doc) and doc[at].text.startswith("-") and any(c.isdigit() for c in doc[at : at + 2].text):
        return Counted()  # "a 60%-30% divide"
    if at < len(doc) and doc[at].lower_ == "worth":
        at += 1
    if at < len(doc) and doc[at].lower_ in into:
        part = _of_part(doc, at)
        usable = part.head is not None and part.head.pos_ == "NOUN" and part.head.lower_ not in PHRASAL
        return part if doc[at].lower_ == "of" or usable else Counted()
    noun = _noun_from(doc, at)
    return Counted(phrase=_phrase(doc, at, noun), head=noun) if noun is not None else Counted()


def _of_part(doc: Doc, at: int) -> Counted:
    """The complement of `of`: "10 of the 12 victims", "dozens of angry villagers"."""
    at += 1
    while at < len(doc) and (doc[at].pos_ in {"DET", "NUM"} or doc[at].tag_ == "PRP$"):
        at += 1
    noun = _noun_from(doc, at)
    if noun is None and at < len(doc) and doc[at].pos_ == "ADJ" and doc[at - 1].lower_ in {"the", "those"}:
        noun = doc[at]  # "nine of the dead"
    if noun is None:
        return Counted()
    return Counted(phrase=_phrase(doc, at, noun), head=noun)


def _noun_from(doc: Doc, at: int) -> Token | None:
    """The head of the nominal that begins at a token: the last noun of an unbroken run of modifiers and nouns."""
    best: Token | None = None
    i = at
    while i < len(doc) and i < at + 8:
        token = doc[i]
        if token.pos_ in {"NOUN", "PROPN"} and (
            token.ent_type_ not in {"DATE", "TIME"} or not _of_calendar(token) or measure(token)
        ):
            if best is not None and best.pos_ == "NOUN" and best.dep_ not in LINKED:
                break
            best = token
        elif not _modifies(doc, token, at):
            break
        i += 1
    return best


def _of_calendar(token: Token) -> bool:
    return token.lemma_.lower() in CALENDAR_NOUNS or not token.is_alpha


def _modifies(doc: Doc, token: Token, at: int) -> bool:
    """Whether a token can stand between a number and its noun."""
    if token.pos_ == "NUM" and doc[token.i - 1].tag_ == "POS" and token.i > at:
        return True  # "half the island's 400 people"
    if token.pos_ == "NUM" and token.text[0].isdigit() and _measures_next(doc, token):
        return True
    if token.pos_ == "ADJ" or token.text in {"-", "–"} or (token.text == "." and token.i > at):
        return True
    noun_follows = any(t.pos_ in {"NOUN", "PROPN"} for t in doc[token.i + 1 : token.i + 5])
    if token.tag_ == "POS" or token.text in QUOTATION_MARKS or not noun_follows:
        return noun_follows
    if token.tag_ in {"VBN", "VBG"}:
        return token.dep_ == "amod" and token.head.i > token.i
    between_adjectives = token.i > at and doc[token.i - 1].pos_ == doc[token.i + 1].pos_ == "ADJ"
    return between_adjectives and (token.tag_ in {"RB", "CC"} or token.text == ",")


def _measures_next(doc: Doc, number: Token) -> bool:
    """Whether a number sizes the noun that an earlier one counts: "two 76mm guns", "six 20-foot boats"."""
    behind = doc[number.i + 1 : number.i + 5]
    words = [t for t in behind if t.text not in {"-", "–"}]
    return (
        len(words) > 1 and measure(words[0]) is not None and words[0].tag_ in {"NN", "NNP"} and words[1].tag_ == "NNS"
    )


def _phrase(doc: Doc, at: int, noun: Token) -> Phrase:
    """From the first word after the number to the end of the noun's own complements."""
    while at < noun.i and doc[at].text in {"-", "–"}:
        at += 1
    return doc[at : _end(noun) + 1]


def _end(noun: Token) -> int:
    """The last token of a noun with its complements: "employees of the embassy in the capital city"."""
    end = noun.i
    for child in noun.rights:
        if child.dep_ != "prep" or child.lower_ not in REACHED or child.i > end + 1:
            continue
        inner = next((t for t in child.children if t.dep_ == "pobj"), None)
        if inner is None or inner.ent_type_ in {"DATE", "TIME"}:
            break
        if child.lower_ in {"in", "at"} and inner.pos_ != "PROPN":
            break
        end = _end(inner)
    return end
