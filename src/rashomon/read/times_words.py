"""The words of the calendar as pieces of which the patterns of times are put together."""

from __future__ import annotations

import re

from rashomon.core.calendar import MONTHS
from rashomon.read.times_tables import ORDINALS, UNITS, WEEKDAYS


def any_of(*words: str) -> str:
    """The alternatives of a pattern, longest first, with straight or curly apostrophes."""
    return "|".join(sorted((re.escape(w).replace("'", "['’]") for w in words), key=len, reverse=True))


MONTH = rf"(?:{any_of(*(m.capitalize() for m in MONTHS))})\b(?:(?<=\b[A-Z]..)\.|(?<=\bSept)\.)?"
DAY_NAME = rf"(?:{any_of(*(w.capitalize() for w in WEEKDAYS if w.endswith('day')))})"
ANY_DAY_NAME = rf"(?:{any_of(*(w.capitalize() for w in WEEKDAYS))})\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
UNIT = rf"(?:{any_of(*(u for u in UNITS if u != 'century'))}|centur(?:y|ie))"
PART = r"morning|afternoon|evening|night"
EARLY = r"(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater)"
EARLY_ON = rf"(?:{EARLY}\s+(?:on\s+)?)?"
EDGE = "(?:the )?(?:end|start|beginning|middle)"
LATER = r"['’]s time|s['’] time|s? from now"
CLAUSE_HEAD = r"(?:^|(?<=[.!?,”] )|(?<=[.!?]” ))"
BESIDE_YEAR = r"(?P<beside>last|this|next) year\b"
ORDINAL = r"(?:st|nd|rd|th)?"
DAY_COMMA = rf"(?:\b{ANY_DAY_NAME},?\s+)?"
DASH = r"(?:\s?[-–]\s?|\s+to\s+)"
"""Between the first and the last of a run of days."""

HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
CENTURIES = any_of(*ORDINALS)
STAYS = "success|sensation|stay|guest|trip|camp|delivery|bag|visit"
"""Behind "overnight": what lasts a night, or comes quickly."""

PAPERS = "Times|Telegraph|Mirror|Herald|Post|Express|Mail|Sun|World|Independent|Journal|Review|Tribune|People|Star"

CUES = (
    "in|since|by|until|till|last|next|this past|this coming|this|from|during|of|through|between|before|after|for|and|to"
    r"|[a-z]+est"
)
YEAR_CUES = (
    "in|since|by|of|from|until|till|during|before|after|between|and|to|through|for|year|early|late|mid|around|circa"
)
NOT_COUNTED = r"(?!\s*(?:%|percent|per cent|people|dollars|euros|pounds|times|votes|miles|km|m\b|feet|tons|tonnes))"
