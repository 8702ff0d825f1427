"""Numbers that name and do not count: ages, designations, addresses, telephone numbers, years, scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.read.figures_numbers import number_of
from rashomon.read.figures_tables import DESIGNATORS, HYPHENED_COUNTS, STREETS

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Phrase

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
TELEPHONE = re.compile(r"\+?\d[\d().]*(?:[\s-]\(?\d[\d().]*){2,}")
OLD = re.compile(r"[\s-]+(?:years?|months?|weeks?|days?)[\s-]+(?:old|olds)\b|[\s-]*(?:y/o|yo)\b", re.IGNORECASE)
AGE_BEFORE = re.compile(r"\b(?:ages? of|aged|as (?:young|old) as|turn(?:s|ed|ing)?)\s+$")
NUMBERED = re.compile(r"\b[Nn]os?\.\s?$")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
REFERENCE = re.compile(r"\[\s?$")
RATING = re.compile(r"\s/\s\d")
DECIMAL = re.compile(r"\d+\.\d+")
OLDEST = 120
LIST_MARK = re.compile(r"\d{1,2}[.)]\s")
SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}")
HYPHENED = re.compile(
    r"-(?!(?:mile|kilomet|met|foot|inch|acre|hectare|ton|pound|kilo|gallon|barrel|hour|minute|second|day|week|month|year|decade))([A-Za-z]\w*)"
)


def is_name(doc: Doc, place: Phrase, *, headline: bool) -> bool:
    """Whether the number at `place` is part of a name, an age or an address, or an outline's number."""
    text, words = doc.text, place.text
    after = text[place.end_char :]
    return (
        OLD.match(after) is not None
        or _hyphened(words, after)
        or (place.start == 0 and LIST_MARK.match(text) is not None)
        or NUMBERED.search(text, 0, place.start_char) is not None
        or REFERENCE.search(text, 0, place.start_char) is not None
        or RATING.match(after) is not None
        or RATING.match(text, place.start_char - 3) is not None
        or _telephone(text, place)
        or _age(doc, place)
        or _designation(doc, place)
        or _address(doc, place)
        or (YEAR.fullmatch(words) is not None and not _counts_plural(doc, place.end))
        or (SCORE.fullmatch(words) is not None and not _counts_plural(doc, place.end))
        or (_capitalised_word(doc, place) and not headline)
    )


def _hyphened(words: str, after: str) -> bool:
    """Whether a word behind a hyphen makes a name of the number ("U-20", "5-star"), and no count or bound."""
    m = HYPHENED.match(after)
    if m is None or words.lower() == "one":
        return m is not None
    return m[1].lower() not in HYPHENED_COUNTS and m[1].lower() not in {"plus", "strong"}


def _telephone(text: str, place: Phrase) -> bool:
    return any(
        m.start() <= place.start_char < m.end() and sum(c.isdigit() for c in m[0]) >= 7
        for m in TELEPHONE.finditer(text)
    )


def _age(doc: Doc, place: Phrase) -> bool:
    """An age, as in "Mara Quill, 43, said": a number alone between commas behind a name."""
    before = doc[place.start - 1] if place.start else None
    after = doc[place.end] if place.end < len(doc) else None
    behind_name = before is not None and (
        (before.text == "," and place.start > 1 and doc[place.start - 2].pos_ in {"PROPN", "NOUN"})
        or (before.text == "(" and place.start > 1 and doc[place.start - 2].pos_ == "PROPN")
    )
    alone = after is None or after.text in {",", ")", ".", ";"}
    years = number_of(place.text)
    if years is None or not 0 < years < OLDEST:
        return False
    if AGE_BEFORE.search(doc.text, 0, place.start_char):
        return not _counts_plural(doc, place.end)
    if _told_of_somebody(place):
        return True
    if not behind_name or not alone:
        return False
    return place.text.isdigit() or doc[place.start - 2].pos_ == "PROPN"  # "Mara, nine, and Tom, six"


def _told_of_somebody(place: Phrase) -> bool:
    """An age as what somebody is, as in "He was 43", "Mara Quill is 51 and lives in Osk"."""
    last = place[-1]
    if (
        last.dep_ != "attr"
        or last.head.lemma_ != "be"
        or any(t.dep_ not in {"punct", "cc", "conj"} for t in last.rights)
    ):
        return False
    subject = next((t for t in last.head.lefts if t.dep_ == "nsubj"), None)
    return subject is not None and (subject.lower_ in {"i", "he", "she"} or subject.pos_ == "PROPN")


def _designation(doc: Doc, place: Phrase) -> bool:
    """A designation, as in "Flight 93", "Resolution 2375", "page 3": the number behind its own name."""
    if not place.start:
        return False
    before = doc[place.start - 1]
    if (
        before.whitespace_ == ""
        and before.text in {"-", "/", "#", "+"}
        and place.start > 1
        and doc[place.start - 2].whitespace_ == ""
    ):
        return True
    if before.lower_ in DESIGNATORS and DECIMAL.fullmatch(place.text):
        return True  # "Update 4.1 fixes"
    if before.lower_ in DESIGNATORS and not _counts_plural(doc, place.end):
        return True
    return before.pos_ == "PROPN" and place[0].text[0].isdigit() and not _counts_plural(doc, place.end)


def _address(doc: Doc, place: Phrase) -> bool:
    following = doc[place.end : place.end + 4]
    for token in following:
        if not token.text[:1].isupper() and not ORDINAL.fullmatch(token.text):
            return False
        if token.lower_.rstrip(".") in STREETS:
            return True
    return False


def _capitalised_word(doc: Doc, place: Phrase) -> bool:
    """A name, as in "The Group of Seven", "the Big Three": a number word with a capital inside a sentence."""
    first = place[0]
    return first.i > 0 and first.text[0].isupper() and first.text.isalpha() and not doc[first.i - 1].is_punct


def _counts_plural(doc: Doc, at: int) -> bool:
    """Whether a lower-case plural follows: "2016 people", "in the north 35 villages"."""
    for token in doc[at : at + 4]:
        if token.tag_ in {"NNS", "NNPS"}:
            return True
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return False
    return False
