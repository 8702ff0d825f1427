"""Headlines that lay to a country or body the words that the report lays to one person.

`Norland: ‘We will not sign’` over a report in which the foreign minister says so: the report is the more exact.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.core import Form, Kind, Quotation, Referent, Span
from rashomon.core.places import country_word
from rashomon.read.parse import Parsed

WORD = re.compile(r"[\w’']+")
SAID = frozenset({Form.DIRECT, Form.MIXED, Form.BLOCK})
FEWEST_WORDS = 3
"""Fewer words may be said by anybody."""


def echoed(parsed: Parsed, found: list[Quotation]) -> list[Quotation]:
    """The quotations, those in the headline laid to the person who says the same words in the report.

    Only where the headline lays them to a country, capital or body or to nobody, and all who say these words in the
    report are one person: what a headline lays to a person stays with that person.
    """
    told = [
        (_words(parsed, q), q.speaker)
        for q in found
        if q.form in SAID and q.speaker is not None and q.speaker.kind is Kind.PERSON
    ]
    exact = {q.span: said_by for q in found if (said_by := _person(parsed, q, told)) is not None}
    return [replace(q, speaker=_held(q, exact)) for q in found] if exact else found


def _person(parsed: Parsed, said: Quotation, told: list[tuple[str, Referent]]) -> Referent | None:
    """The one person who says a headline's words in the report."""
    if said.form is not Form.HEADLINE or not _stands_for_others(said.speaker):
        return None
    words = _words(parsed, said)
    people = {speaker.name: speaker for spoken, speaker in told if words in spoken}
    return next(iter(people.values())) if len(people) == 1 and len(words.split()) >= FEWEST_WORDS else None


def _held(said: Quotation, exact: dict[Span, Referent]) -> Referent | None:
    """The speaker of a quotation, or of the echo that it holds, for what holds it is laid to the same party."""
    if not _stands_for_others(said.speaker):
        return said.speaker
    return next((speaker for span, speaker in exact.items() if said.span.covers(span)), said.speaker)


def _stands_for_others(speaker: Referent | None) -> bool:
    """Whether a speaker is a country, a capital or a body, for which some person speaks, or is not known."""
    if speaker is None or speaker.kind in {Kind.BODY, Kind.PLACE}:
        return True
    return country_word(speaker.name) is not None


def _words(parsed: Parsed, said: Quotation) -> str:
    return " ".join(["", *WORD.findall(parsed.document.words_at(said.span).lower()), ""])
