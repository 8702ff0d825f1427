"""The proper names in a document's sentences: what the recogniser finds, mended, and what it misses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.core import Kind, Role
from rashomon.core.places import UNIONS, country_word
from rashomon.read.names_titles import FIRM_ENDINGS, PROPER, behind_a_title, is_office, person_behind_title
from rashomon.read.nouns import given_names, nouns
from rashomon.read.parse import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LABELS = {
    "PERSON": Kind.PERSON,
    "ORG": Kind.BODY,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "NORP": Kind.PEOPLE,
}
"""The recogniser's labels and the kinds they vote for."""

NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
KIN = frozenset("wife husband son daughter brother sister mother father widow widower stepson stepdaughter".split())
OWNERS = frozenset({"director", "founder", "co-founder", "owner", "co-owner", "proprietor", "heir", "heiress"})
"""Those whose firm may bear their name: `Trask has sold its barges. ..., managing director Olm Trask said`."""
DEEDS = ("tion", "sion", "ing", "ment")
"""How nouns end that name a deed."""
ADJECTIVES = ("al", "ic", "ive", "ous", "ary", "ern", "ish")
"""How adjectives end that a recogniser may take for a body's name."""
MONEY = frozenset({"rs", "usd", "eur", "gbp", "inr", "ngn"})
"""Short names of currencies that stand before sums."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens `[start, end)` of a sentence, titles and articles left out.

    `kind` is what recogniser, table or title say, None where nothing does; `sure` where a title or table says it;
    `kin` where it is told as that of somebody's relative (`his wife, Anna Kerr`), or of a firm's owner or director, so
    that the bare surname may be another's.
    """

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    kind: Kind | None
    sure: bool = False
    gender: str = ""
    headline: bool = False
    kin: bool = False


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """A name as names are compared: lower case, no points, one blank between words, no leading article."""
    return " ".join(name.lower().replace(".", "").replace("’", "'").split()).removeprefix("the ")


def find_names(parsed: Parsed) -> list[Found]:
    """All proper names of a document, in text order."""
    names = [found for sentence in parsed.sentences for found in _joined(sentence)]
    doubtful = {n.words[0].lower() for n in names if n.headline and len(n.words) == 1 and not n.sure}
    if not any(word.endswith(DEEDS) for word in doubtful):
        return names
    told = {t.text for s in parsed.sentences for t in s.doc if t.text in doubtful}
    return [n for n in names if not (n.headline and len(n.words) == 1 and not n.sure and _deed(n, parsed, told))]


def _deed(name: Found, parsed: Parsed, told: set[str]) -> bool:
    """Whether a word is a deed's that only a headline's capitals make look like a name: `In Retaliation For Raid`.

    Either the tagger takes it for a common noun, or the report has it in small letters too.
    """
    word = name.words[0].lower()
    token = parsed.sentences[name.sentence].doc[name.start]
    return word.endswith(DEEDS) and (token.tag_ not in PROPER or word in told)


def _lone_adjective(token: Token, kind: Kind | None) -> bool:
    """Whether a word only describes the noun behind it and is no country's people: `Western`, `Presidential`."""
    if token.tag_ != "JJ" or token.dep_ not in {"amod", "conj"} or country_word(token.text) is not None:
        return False
    return kind is Kind.PEOPLE or (kind is not Kind.PERSON and token.lower_.endswith(ADJECTIVES))


def _joined(sentence: Sentence) -> list[Found]:
    """The names of a sentence; a person's name that the recogniser cut short takes in the names right behind it."""
    names: list[Found] = []
    for found in sorted(_in(sentence), key=lambda f: f.start):
        before = names[-1] if names else None
        if before is not None and _brotherhood(sentence, before, found):
            words = tuple(sentence.doc[before.start : found.end].text.split())
            names[-1] = replace(before, end=found.end, words=words, kind=Kind.BODY)
        elif before is not None and before.end == found.start and _one_person(sentence, before, found):
            kind, words = Kind.PERSON, (*before.words, *found.words)
            names[-1] = replace(before, end=found.end, words=words, kind=kind, gender=before.gender or found.gender)
        else:
            names.append(found)
    return names


def _brotherhood(sentence: Sentence, left: Found, right: Found) -> bool:
    """Whether `of` joins two names to one of a body: `the Daughters of the Anchor`, `the Friends of the Lake`.

    The first is a plural that the recogniser does not know, the second no place and nobody.
    """
    doc = sentence.doc
    if left.kind is not None or right.kind not in {None, Kind.BODY} or left.start == 0:
        return False
    between = [t.lower_ for t in doc[left.end : right.start]]
    plural = doc[left.end - 1].tag_ == "NNPS" or doc[left.end - 1].lower_.endswith("hood")
    return plural and between in (["of"], ["of", "the"]) and doc[left.start - 1].lower_ == "the"


def _one_person(sentence: Sentence, left: Found, right: Found) -> bool:
    """Whether two names side by side are one person's: the recogniser took one part, the tagger knows the other."""
    if left.kind is Kind.PERSON:
        return right.kind is None
    first = sentence.doc[left.start]
    alone = left.kind is None and len(left.words) == 1 and len(right.words) == 1 and right.kind is Kind.PERSON
    return alone and not left.sure and first.dep_ == "compound" and first.head.i == right.start


STATIONS = frozenset({"TV", "Radio", "Télé"})
"""With what the names of stations begin, which recognisers leave out: "TV Norholm", "Radio Halm"."""


def _in(sentence: Sentence) -> Iterator[Found]:
    taken: set[int] = set()
    for entity in sentence.doc.ents:
        if entity.label_ in LABELS:
            found = _made(sentence, _begins(entity.doc, entity.start, entity.end), entity.end, LABELS[entity.label_])
            if found is not None:
                taken.update(range(found.start, found.end))
                yield found
        elif entity.label_ in NOT_NAMES:
            taken.update(range(entity.start, entity.end))
    headline = sentence.passage.role is Role.HEADLINE
    start = end = 0
    for at in [
        t.i for t in sentence.doc if t.pos_ == "PROPN" and t.tag_ in PROPER and t.i not in taken and _capital(t.text)
    ] + [-1]:
        if at != end:
            found = _made(sentence, _begins(sentence.doc, start, end), end, None) if end > start else None
            if found is not None and not (headline and len(found.words) > 3):
                yield found
            start = at
        end = at + 1


def _capital(word: str) -> bool:
    return word[0].isupper() and (len(word) > 1 or word == "X")


def _made(sentence: Sentence, start: int, end: int, kind: Kind | None) -> Found | None:
    """The name without article, titles and possessive ending; None where nothing of a name is left."""
    doc, table = sentence.doc, nouns()
    while end > start and not ((last := doc[end - 1].text[0]).isalnum() or last in ".)"):
        end -= 1
    while end > start and ((final := doc[end - 1]).tag_ == "POS" or final.text in {"'s", "’s", "."}):
        end -= 1
    gender, titled = "", False
    if kind in {Kind.PERSON, None} and (office := person_behind_title(doc, start, end)) is not None:
        start, titled = office, True
        gender = table.gender.get(doc[start - 1].lower_, "")
    kind = Kind.PERSON if kind is Kind.BODY and start == 0 and _described(doc, end) else kind
    while start < end and _strips(doc, start, end, kind):
        word = doc[start].lower_
        if word in table.titles and end - start > 1:
            titled = True
            gender = table.gender.get(word, gender)
        start += 1
    if start >= end or (end - start == 1 and _lone_adjective(doc[start], kind)):
        return None
    text = doc[start].text if end - start == 1 else doc[start:end].text
    if not (text[0].isupper() or any(t.text[0].isupper() or t.text[0].isdigit() for t in doc[start:end])):
        return None
    if start and not titled and behind_a_title(doc, start, end, kind):
        titled = True
        gender = table.gender.get(doc[start - 1].lower_, "")
    words = tuple(text.split())
    if folded(text) in MONEY or (end - start == 1 and folded(text) in table.titles and text.endswith(".")):
        return None
    last = words[-1].lower() if words else ""
    if not words or last in table.titles or (last in table.kinds and (len(words) == 1 or words[-1].islower())):
        return None  # "Norholm Rovers coach": a role, not a name
    if kind is not Kind.PERSON and (table.kinds.get(last) is Kind.PERSON or is_office(words)):
        return None  # "Foreign Ministry Spokeswoman", "Inspector-General of Police": a role, not a name
    decided, sure = _kind(words, kind, titled=titled)
    return Found(
        sentence=sentence.number,
        start=start,
        end=end,
        words=words,
        kind=decided,
        sure=sure,
        gender=gender,
        headline=sentence.passage.role is Role.HEADLINE,
        kin=len(words) > 1 and any(doc[i].lower_ in KIN | OWNERS for i in range(max(0, start - 2), start)),
    )


def _begins(doc: Doc, start: int, end: int) -> int:
    """Where a name begins that the recogniser has without its first word.

    It may be a number tied to the next ("the Nine-Mile League", "the Two-Rivers Union") or what a station is.
    """
    if start and end - start == 1 and doc[start - 1].text in STATIONS and doc[start - 1].dep_ == "compound":
        return start - 1
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
        return start
    number = doc[start - 2]
    return start - 2 if number.like_num and number.text.isalpha() and number.text[0].isupper() else start


def _described(doc: Doc, end: int) -> bool:
    """Whether a sentence opens with somebody's trade before their name, all taken for one: `Nurse Maren Dahl`."""
    if end < 3 or end > 4 or nouns().kinds.get(doc[0].lower_) is not Kind.PERSON or doc[0].lower_ in given_names():
        return False
    last = doc[end - 1].lower_
    named = all(t.tag_ == "NNP" and t.is_title for t in doc[1:end])
    return named and last not in nouns().kinds and last.rstrip(".") not in FIRM_ENDINGS


def _strips(doc: Doc, start: int, end: int, kind: Kind | None) -> bool:
    """Whether the first token of a name is no part of it: an article, a mark, a title, a person's nationality."""
    word = doc[start].lower_
    if not word[0].isalnum() or word in {"the", "a", "an", "then", "former", "ex", "late", "'s", "’s"}:
        return True
    if end - start == 1:
        return False
    if word in nouns().titles and kind in {Kind.PERSON, None}:
        return not (kind is None and end - start > 2 and doc[end - 1].lower_ in nouns().kinds)
    if kind is Kind.PERSON:
        if start == 0 and end - start > 2 and nouns().kinds.get(word) is Kind.PERSON and word not in given_names():
            return True  # "Striker Ayo Benn": the capital is the sentence's
        rest = [t.lower_ for t in doc[start + 1 : end - 1]]
        people = country_word(doc[start].text)
        before = doc[start - 1].lower_ if start else ""
        if people is not None and (before in nouns().titles or nouns().kinds.get(before) is Kind.PERSON):
            return False  # "mayor Dane Kruse": whence somebody is stands before the office
        return (people is not None and people.sense == "people") or any(
            w in nouns().titles or w in nouns().kinds for w in rest
        )
    return False


def _kind(words: tuple[str, ...], kind: Kind | None, *, titled: bool) -> tuple[Kind | None, bool]:
    """The kind and whether it is sure."""
    known = country_word(" ".join(words)) if words[0][0].isupper() else None
    if known is not None and known.sense in {"name", "capital"}:
        if titled:
            return Kind.PERSON, True
        return (Kind.BODY if known.country in UNIONS else Kind.PLACE), True
    if known is not None and known.sense == "people":
        return Kind.PEOPLE, True
    if nouns().kinds.get(words[-1].lower()) in {Kind.BODY, Kind.PEOPLE} and len(words) > 1:
        return Kind.BODY, True
    if len(words) > 1 and (words[-1].lower().rstrip(".") in FIRM_ENDINGS or words[0] in STATIONS):
        return Kind.BODY, True
    if titled:
        return Kind.PERSON, True
    if nouns().kinds.get(words[0].lower()) is Kind.BODY and len(words) > 2:
        return Kind.BODY, True
    return kind, False
