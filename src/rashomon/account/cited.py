"""From whom those have it who pass a claim on: "Northwire reported, citing the police chief", "told Northwire"."""

from __future__ import annotations

import re

from rashomon.core import Document, Event, Referent

CITING = re.compile(r"\b(?:[Cc]iting|[Qq]uoting) (?P<cited>[^,;:.“”\"()]+)")
"""Whom a sentence cites for what it tells."""

HEARER = re.compile(
    r"^\W*(?:told|tells|said to|confirmed to) (?P<hearer>(?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4})"
)
"""Whom a speaker told it, right behind his name."""

BEHIND = re.compile(r" (?:as|in|on|at|from|by|who|which|that|and|to|for) .*$")
"""What follows the name or office of somebody who is cited."""

SMALL = frozenset({"the", "a", "an", "its", "their", "his", "her", "'s", "of"})


def cited_in(event: Event, document: Document) -> str | None:
    """Whom the sentence of a passage cites, in its own words; None for nobody and for two who are cited together."""
    match = CITING.search(document.words_at(event.sentence))
    if match is None or " and " in match["cited"]:
        return None
    return BEHIND.sub("", match["cited"]).strip() or None


def hearer_of(event: Event, document: Document) -> str | None:
    """Whom the speaker of a passage told it, as `Northwire` in "the police chief told Northwire"."""
    if event.voice is None or not event.sentence.covers(event.voice.span):
        return None
    behind = document.part(event.sentence.part)[event.voice.span.end : event.sentence.end]
    match = HEARER.search(behind)
    return match["hearer"] if match is not None else None


def is_one(words: str, voice: Referent) -> bool:
    """Whether a name or office told in some words is that of a speaker.

    The words end in the speaker's name, or both end in one noun and neither has a modifier that the other lacks
    beside one that the other has: the ministry is the defence ministry, the interior minister is not the defence
    minister.
    """
    told, name = _words(words), _words(voice.name)
    if not told or not name:
        return False
    if voice.name[:1].isupper() and name == told[-len(name) :]:
        return True
    if told[-1] != name[-1] or told[-1] != voice.head.lower():
        return False
    left, right = set(told), set(name)
    return left <= right or right <= left


def _words(phrase: str) -> list[str]:
    plain = phrase.lower().replace("’", "'").replace("'s", " 's")
    return [word for word in re.findall(r"[\w'-]+", plain) if word not in SMALL]
