"""To which outlet a report's own words lay what they tell: "..., the Courier reported", "told the Courier"."""

from __future__ import annotations

import re

from rashomon.account.press import GENERAL, KINDS, UNNAMED, Press
from rashomon.core import Document, Event

NAME = r"(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:(?:of|de|der|la|le|and|&) )?[A-Z][\w’'&-]*){0,5}"
OUTLET = rf"(?P<outlet>{NAME}|{GENERAL})"
REPORTED = r"(?:reported|reports|said|says|wrote|writes|revealed|quoted|claimed|announced|disclosed|carried)"
TRAILING = re.compile(
    rf"[,”\"] (?:as )?(?P<kind>{KINDS} )?{OUTLET} (?:has |had |first |earlier |also |later )*{REPORTED}\b[^,;]*$"
)
"""An attribution behind what it attributes, at the end of a sentence."""

LEADING = re.compile(rf"^\W*(?P<kind>(?i:{KINDS}) )?{OUTLET} (?:has |had |first |earlier |also |later )*{REPORTED}\b")
ACCORDING = re.compile(
    rf"\b(?i:according to|citing|quoting|quoted by|cited by|as told to|in (?:a|its|their) report by)"
    rf" (?:a report (?:in|by|from|on) )?(?:a )?(?:[a-z][\w-]* )??(?P<kind>{KINDS} )?{OUTLET}"
)
ASIDE = re.compile(
    r"\b(?:(?i:first|earlier|previously|originally|initially|exclusively)(?: to be)?"
    r" (?i:reported|published|disclosed|revealed)"
    rf"|(?i:as)(?: \w+)? (?i:reported)) (?i:by|in|on) (?:the )??(?P<kind>{KINDS} )?{OUTLET}"
)
"""What a report says, aside, of where its news was first told."""

TOLD = re.compile(
    rf"\b(?i:told|tells|spoke to|speaking to|in (?:an )?interviews? (?:with|to|for|on|published by|published in)"
    rf"|in (?:a )?(?:comments?|remarks|statements?) to|confirmed to|said to)"
    rf" (?:a )?(?:[a-z][\w-]* ){{0,3}}?(?P<kind>{KINDS} )?{OUTLET}"
)
"""Whom a speaker told it: the outlet, on whose interview another report of the same words rests."""

MOST_CHARS = 60
"""How far behind the name of a speaker the words stand that say whom he told it."""


LAID = (": voice", "unnamed source", "according to")
"""What the steps to a status say where a passage lays it to somebody."""


def credited_to(event: Event, document: Document, press: Press) -> str | None:
    """The key of the outlet to which a passage lays what it tells, None where it lays it to none."""
    spoken = outlet_voice(event, document, press)
    if spoken is not None or event.voice is not None:
        return spoken or _first(ASIDE, document.words_at(event.sentence), press) or _told_to(event, document, press)
    said = document.words_at(event.sentence)
    aside = _first(ASIDE, said, press) or _first(ACCORDING, said, press)
    aside = aside or _told_to(event, document, press)
    if aside is not None or not any(mark in why for why in event.why for mark in LAID):
        return aside
    return _first(TRAILING, said, press) or _first(LEADING, said, press)


def outlet_voice(event: Event, document: Document, press: Press) -> str | None:
    """The key of the outlet in whose voice a passage tells something, None for a voice that is no outlet's.

    The article tells the Sun from Mr Sun, and what stands before the name tells that it is a newspaper.
    """
    if event.voice is None:
        return None
    span = event.voice.span
    before = document.part(span.part)[max(0, span.start - MOST_CHARS) : span.start]
    article = "the " if before.split()[-1:] in (["the"], ["The"]) else ""
    called = CALLED.search(before) is not None
    reports = any(step in REPORTS for step in event.why)
    return press.key_of(event.voice.name, called=called, reports=reports) or press.key_of(
        f"{article}{document.words_at(span)}", called=called
    )


REPORTS = frozenset({"report: voice", "write: voice", "publish: voice"})
"""The reader's steps of what outlets do with news: who "said" may be anybody."""

CALLED = re.compile(rf"\b{KINDS} $")


def _told_to(event: Event, document: Document, press: Press) -> str | None:
    """The outlet whom the speaker of a telling told it; a speaker without a name is known by the verb alone."""
    text = document.part(event.sentence.part)
    if event.voice is not None and event.sentence.covers(event.voice.span):
        behind = text[event.voice.span.end : event.sentence.end]
    elif event.voice is None and any(step.startswith("tell (") for step in event.why):
        behind = text[max(event.predicate.span.end, event.sentence.start) : event.sentence.end]
    else:
        return None
    match = next((m for m in TOLD.finditer(behind) if m.start() <= MOST_CHARS), None)
    key = _named(match, press) if match is not None else None
    return None if key == UNNAMED else key  # what is told to "local media" is told to all of them


def _first(pattern: re.Pattern[str], said: str, press: Press) -> str | None:
    return next((key for m in pattern.finditer(said) if (key := _named(m, press)) is not None), None)


def _named(match: re.Match[str], press: Press) -> str | None:
    return press.key_of(match["outlet"], called=match["kind"] is not None)
