"""Whose name stands in apposition behind a role: "its ambassador to Orm, Ada Thom," is Ada Thom."""

from __future__ import annotations

import re

from rashomon.align.parties import Parties
from rashomon.core import Document, Kind, Reading, Referent

ONE = re.compile(r"(?:the|its|his|her|their)\s|[\w’' -]+['’]s?\s", re.IGNORECASE)
"""How a phrase begins that is of one person and no other."""

BETWEEN, BEHIND = re.compile(r",\s+$"), re.compile(r"\s*(?:[,.;:!?)\n]|$)")
"""What stands before an apposed name, and behind it; a name of a list is followed by "and"."""

LIST = re.compile(r",\s+(?:and|or)\b")
"""A comma behind which a list goes on."""


def apposed(referent: Referent | None, document: Document, reading: Reading, parties: Parties) -> str | None:
    """The party of a person's name that stands in apposition right behind a role, None where there is none."""
    if referent is None or referent.kind is not Kind.PERSON or not ONE.match(referent.name):
        return None
    text = document.part(referent.span.part)
    for mention in reading.mentions:
        place = mention.span
        if place.part is not referent.span.part or mention.form != "name" or mention.kind is not Kind.PERSON:
            continue
        if place.start <= referent.span.end or not BETWEEN.fullmatch(text[referent.span.end : place.start]):
            continue
        after = text[place.end :][:8]
        if BEHIND.match(after) and not LIST.match(after):
            return parties.proper(mention.name)
    return None
