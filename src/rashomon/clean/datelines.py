"""Datelines at the start of a report: `OSLO —`, `LONDON, Dec 30 (Reuters) -`, `(CNN)`, `West Harbor, Ohio (AP) —`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.outlets import by_name

_DASH = r"\s*(?:--|[—–-])\s*"
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]+(?:[ -][A-ZÀ-Þ.'’]{2,}){0,3}"
_REGION = r"(?:, [A-Z][\w.'’]+(?: [A-Z][\w.'’]+){0,2}){0,2}"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? |(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?,? )?"
_CLOCK = r"(?:,? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \(?[A-Z]{1,4}(?:[+-]\d{1,2}(?::?\d\d)?)?\)?)?)?"
_DAY = rf"(?:,? {_WEEKDAY}(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]{{2,8}}\.?)(?:,? \d{{4}})?{_CLOCK})?"
_PLACE = re.compile(
    rf"^{_CITY}(?:/{_CITY})?{_REGION}{_DAY}(?:(?:\s*\([^()]{{2,40}}\))?{_DASH}|\s*\([^()]{{2,40}}\):\s+)(?=[\"“‘'A-Z0-9])"
)
_AGENCY = re.compile(
    rf"^(?:[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){{0,3}}{_REGION}{_DAY}\s*)?"
    rf"\(([^()]{{2,40}})\)(?:{_DASH}|\s+)(?=[\"“‘'A-Z0-9])"
)

_DATED = re.compile(  # a place in small letters counts where date and agency follow it
    rf"^[A-ZÀ-Þ][\w.'’]+(?:[ -][A-ZÀ-Þ][\w.'’]+){{0,3}}{_REGION}"
    rf"(?=,? (?:[A-Z][a-z]+\.?,? )?(?:[A-Z][a-z]{{2,8}}\.? )?\d)"
    rf"{_DAY}\s*\([^()]{{2,40}}\){_DASH}(?=[\"“‘'A-Z0-9])"
)
MOST_CHARS = 110

_NAME = re.compile(
    r"(?!(?i:updated?|corrected|exclusive|analysis|opinion|file|live)\b)"
    r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The dateline's length in characters and the agencies or outlets it names, by the table's names where it can."""

    length: int
    named: tuple[str, ...] = ()


def dateline(words: str) -> Dateline | None:
    """The dateline that a paragraph opens with, None where it opens otherwise.

    A bracket counts where the table of outlets knows the name in it, or where it stands between a place in
    capitals and a dash, as agencies print their own name.
    """
    found = _AGENCY.match(words)
    if found is not None:
        named = tuple(o.name for part in re.split(r"[/,;]| and ", found[1]) if (o := by_name(part.strip())) is not None)
        if named:
            return Dateline(length=found.end(), named=named)
    found = _PLACE.match(words) or _DATED.match(words)
    if found is None or found.end() > MOST_CHARS:
        return None
    inside = re.search(r"\(([^()]*)\)", found[0])
    if inside is None:
        return Dateline(length=found.end())
    known = by_name(inside[1])
    if known is not None:
        return Dateline(length=found.end(), named=(known.name,))
    return Dateline(length=found.end(), named=(inside[1],) if _NAME.fullmatch(inside[1]) else ())
