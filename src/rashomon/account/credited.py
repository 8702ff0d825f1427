"""To which outlet a report's own words lay what they tell: "..., the Courier reported", "told the Courier"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.core import Document, Event
from rashomon.outlets import by_name

TITLES = frozenset(
    """
    agency advertiser argus bulletin broadcasting chronicle courier daily dispatch echo enquirer examiner express fm
    gazette globe guardian herald independent inquirer journal leader ledger mail mercury messenger mirror monitor news
    newspaper newspapers newswire observer post press radio recorder register reporter sentinel standard star sun
    telegraph telegram television times tribune tv weekly wire
    """.split()
)
"""Last words of the names of newspapers, agencies and stations."""

FAMILY_NAMES = frozenset({"guardian", "journal", "leader", "ledger", "mercury", "post", "press", "star", "sun", "wire"})
"""Those of them that people, companies and parties bear too; only behind "the" do they name an outlet."""

FIRST_WORDS = frozenset({"radio", "tv", "television", "channel"})
"""First words of the names of stations."""

KINDS = (
    r"(?:news ?papers?|dail(?:y|ies)|week(?:ly|lies)|tabloids?|magazines?|(?:news ?)?wires?(?: service)?"
    r"|(?:news )?(?:agency|agencies)|broadcasters?|(?:news )?(?:web ?sites?|sites?|portals?|outlets?|channels?|networks?)"
    r"|radio(?: stations?)?|television(?: stations?| channels?)?|tv(?: stations?| channels?)?|papers?|media|press)"
)
"""What sort of outlet it is, in a common noun."""

NAME = r"(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:(?:of|de|der|la|le|and|&) )?[A-Z][\w’'&-]*){0,5}"
GENERAL = (
    r"(?i:(?:the )?(?:\w+ |country[’']s )?(?:state(?:-run|-owned|-controlled)?|local|official|national|domestic|foreign"
    rf"|regional|several|some|other) (?:state )?{KINDS}"
    rf"|media reports?|news reports?|press reports?)"
)
"""Outlets told without a name; all such of one story are taken for one root, since nothing tells them apart."""

OUTLET = rf"(?P<outlet>{NAME}|{GENERAL})"
REPORTED = r"(?:reported|reports|said|says|wrote|writes|revealed|quoted|claimed|announced|disclosed|carried)"
TRAILING = re.compile(rf"[,”\"] (?:as )?(?P<kind>{KINDS} )?{OUTLET} (?:has |had |first |earlier |also |later )*{REPORTED}\b[^,;]*$")
"""An attribution behind what it attributes, at the end of a sentence."""

LEADING = re.compile(rf"^\W*(?P<kind>(?i:{KINDS}) )?{OUTLET} (?:has |had |first |earlier |also |later )*{REPORTED}\b")
ACCORDING = re.compile(
    rf"\b(?i:according to|citing|quoting|quoted by|cited by|as told to|in (?:a|its|their) report by)"
    rf" (?:a report (?:in|by|from|on) )?(?:a )?(?:[a-z][\w-]* )??(?P<kind>{KINDS} )?{OUTLET}"
)
ASIDE = re.compile(
    rf"\b(?:(?i:first|earlier|previously|originally|initially|exclusively)(?: to be)? (?i:reported|published|disclosed|revealed)"
    rf"|(?i:as)(?: \w+)? (?i:reported)) (?i:by|in|on) (?:the )??(?P<kind>{KINDS} )?{OUTLET}"
)
"""What a report says, aside, of where its news was first told."""

TOLD = re.compile(
    rf"\b(?i:told|tells|spoke to|speaking to|in (?:an )?interviews? (?:with|to|for|on|published by|published in)"
    rf"|in (?:a )?(?:comments?|remarks|statements?) to|confirmed to|said to) (?:a )?(?:[a-z][\w-]* ){{0,3}}?(?P<kind>{KINDS} )?{OUTLET}"
)
"""Whom a speaker told it: the outlet, on whose interview another report of the same words rests."""

MOST_CHARS = 60
"""How far behind the name of a speaker the words stand that say whom he told it."""


def outlet_key(name: str) -> str:
    """A name under which an outlet is known in all its spellings: that of the table, else without article and case."""
    known = by_name(name)
    plain = known.name if known is not None else name
    return " ".join(plain.lower().replace("’", "'").removeprefix("www.").split()).removeprefix("the ").removesuffix("'s")


class Press:
    """Tells outlets from other names: those of the story, those of the table, and those that call themselves one."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._known = {outlet_key(d.outlet) for d in documents if d.outlet}

    def key_of(self, name: str, *, called: bool = False) -> str | None:
        """The key of an outlet's name, None for the name of anything else.

        Args:
            name: the name, with its article where it has one.
            called: whether the text calls it a newspaper, agency or station.
        """
        bare = name.strip(" ,.;:“”\"'")
        if not bare:
            return None
        if re.fullmatch(GENERAL, bare):
            return "unnamed media"
        key = outlet_key(bare)
        words = key.split()
        if key in self._known:
            return key
        known = by_name(bare)
        if known is not None:
            return None if known.kind == "photo agency" else key
        if called or words[0] in FIRST_WORDS:
            return key
        if len(words) < 2 or words[-1] not in TITLES:
            return None
        return key if words[-1] not in FAMILY_NAMES or name.lower().startswith("the ") else None


def credited_to(event: Event, document: Document, press: Press) -> str | None:
    """The key of the outlet to which a passage lays what it tells, None where it lays it to none."""
    spoken = outlet_voice(event, document, press)
    if spoken is not None or event.voice is not None:
        return spoken or _aside(event, document, press) or _told_to(event, document, press)
    aside = _aside(event, document, press)
    if aside is not None or not any("voice" in why or "unnamed" in why for why in event.why):
        return aside
    return _in_sentence(event, document, press)


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
    return press.key_of(event.voice.name, called=called) or press.key_of(
        f"{article}{document.words_at(span)}", called=called
    )


CALLED = re.compile(rf"\b{KINDS} $")


def _aside(event: Event, document: Document, press: Press) -> str | None:
    """The outlet named aside as the first to tell it, in the sentence of the telling."""
    return _first(ASIDE, document.words_at(event.sentence), press)


def _told_to(event: Event, document: Document, press: Press) -> str | None:
    """The outlet whom the speaker of a telling told it."""
    if event.voice is None or not event.sentence.covers(event.voice.span):
        return None
    behind = document.part(event.sentence.part)[event.voice.span.end : event.sentence.end]
    match = next((m for m in TOLD.finditer(behind) if m.start() <= MOST_CHARS), None)
    return _named(match, press) if match is not None else None


def _in_sentence(event: Event, document: Document, press: Press) -> str | None:
    """The outlet that speaks in a sentence whose speaker the reading could not name."""
    said = document.words_at(event.sentence)
    return next((key for p in (TRAILING, LEADING, ACCORDING) if (key := _first(p, said, press)) is not None), None)


def _first(pattern: re.Pattern[str], said: str, press: Press) -> str | None:
    return next((key for m in pattern.finditer(said) if (key := _named(m, press)) is not None), None)


def _named(match: re.Match[str], press: Press) -> str | None:
    return press.key_of(match["outlet"], called=match["kind"] is not None)
