"""The patterns by which news names times, each with the function that reads it and what it cannot do without.

A pattern's group `span`, where it has one, is the part that becomes the moment; otherwise all of it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.read import times_values as values
from rashomon.read.figures_numbers import NUMBER
from rashomon.read.times_tables import DAYS_FROM_PUBLISHING, NAMED_DAYS
from rashomon.read.times_traces import (
    AWAY,
    BESIDE,
    DIGIT,
    EDGE_OF,
    EVE,
    FEAST,
    FROM_NOW,
    HALF,
    IN_MONTH,
    IN_UNIT,
    IN_WEEK,
    NEAR_DAY,
    OF_CLOCK,
    OTHER_DAY,
    OVERNIGHT,
    SEASON,
)
from rashomon.read.times_values import Sight, Value
from rashomon.read.times_words import (
    BESIDE_YEAR,
    CENTURIES,
    CLAUSE_HEAD,
    CUES,
    DASH,
    DAY_COMMA,
    DAY_NAME,
    EARLY_ON,
    EDGE,
    HOURS,
    LATER,
    MONTH,
    NOT_COUNTED,
    ORDINAL,
    PAPERS,
    PART,
    STAYS,
    UNIT,
    YEAR,
    YEAR_CUES,
    any_of,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the function that gives its value and precision, or None where it is no time after all."""

    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], Sight], Value | None]
    needs: Sequence[str]
    """The cheap tests, by name, that a text must all pass before the pattern is tried on it."""


RULES: tuple[Rule, ...] = tuple(
    Rule(re.compile(pattern), value, needs)
    for pattern, value, *needs in (
        (
            r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?",
            values.iso,
            DIGIT,
        ),
        (
            (
                rf"{EARLY_ON}{DAY_COMMA}\b(?P<month>{MONTH})\s?(?P<day>\d{{1,2}}){ORDINAL}\b"
                rf"(?!:\d|\.\d|,\d{{3}})(?:,?\s+(?:(?P<year>{YEAR})\b(?!,\d)|{BESIDE_YEAR}))?"
            ),
            values.date,
            DIGIT,
            IN_MONTH,
        ),
        (
            (
                rf"{EARLY_ON}{DAY_COMMA}(?:\bthe\s+)?(?<![\d.,:])\b(?P<day>\d{{1,2}}){ORDINAL}"
                rf"[\s-]+(?:of\s+)?(?P<month>{MONTH})(?:,?[\s-]+(?:(?P<year>{YEAR})\b|{BESIDE_YEAR}))?"
            ),
            values.date,
            DIGIT,
            IN_MONTH,
        ),
        (
            (
                rf"(?<![\d.,:])\b(?P<day>\d{{1,2}}){ORDINAL}{DASH}(?P<last>\d{{1,2}}){ORDINAL}"
                rf"\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>{YEAR})\b)?"
            ),
            values.days,
            DIGIT,
            IN_MONTH,
        ),
        (
            (
                rf"\b(?P<month>{MONTH})\s(?P<day>\d{{1,2}}){ORDINAL}{DASH}(?P<last>\d{{1,2}}){ORDINAL}\b"
                rf"(?![:.,/]\d)(?:,?\s+(?P<year>{YEAR})\b(?!,\d))?"
            ),
            values.days,
            DIGIT,
            IN_MONTH,
        ),
        (rf"(?<![\d/.])(\d{{1,2}})([/.])(\d{{1,2}})\2({YEAR}|(?<=/)\d\d)(?![\d/]|\.\d)", values.numeric, DIGIT),
        (
            rf"(?:\b(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-])?\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})\b(?!,\d)",
            values.month_year,
            DIGIT,
            IN_MONTH,
        ),
        (
            (
                rf"\b(?P<cue>(?i:{CUES})|(?=(?i:early|mid|late)[\s-]))\s*\b"
                rf"(?P<span>(?:(?i:early|mid|late|{EDGE} of)[\s-])?(?P<month>{MONTH})(?:\s+{BESIDE_YEAR})?)"
                r"(?!\s?\d|\s+[A-Z])"
            ),
            values.month,
            IN_MONTH,
        ),
        (
            (
                rf"(?<!\w)(?P<span>{EARLY_ON}"
                r"(?:\b(?P<which>(?i:last|next|this past|this coming|this|coming))\s+)?"
                rf"\b(?P<weekday>{DAY_NAME})\b(?:\s+(?:{PART})\b)?(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?)"
                rf"(?!\s+(?:{PAPERS})\b)"
            ),
            values.weekday,
            IN_WEEK,
        ),
        (
            (
                r"\b(?:(?i:earlier|later|early|late)\s+)?(?<!USA )"
                rf"(?P<word>(?i:{any_of(*DAYS_FROM_PUBLISHING)}))\b(?!['’]s world)"
            ),
            values.from_publishing,
            NEAR_DAY,
        ),
        (
            (
                r"\b(?:(?i:earlier|later|early|late)\s+)?(?P<which>(?i:last|this|next))\s+"
                r"(?P<unit>(?i:week|month|year|decade|fortnight))"
                r"(?:end)?\b"
            ),
            values.neighbour,
            BESIDE,
            IN_UNIT,
        ),
        (
            (
                r"\b(?P<span>the (?:very )?(?:end|start|beginning|middle|close) of (?P<which>the|this|last|next) "
                r"(?P<unit>week|month|year))\b"
            ),
            values.edge,
            EDGE_OF,
            IN_UNIT,
        ),
        (r"\b(?:[Oo]ver|[Aa]t|[Dd]uring) (?P<span>the weekend)\b", values.unknown("day"), IN_UNIT),
        (
            (
                r"\b(?:[Tt]he|[Tt]hat) (?:(?:same|following|next|previous) (?:day|night|morning|evening|afternoon)"
                r"|day (?:before|after)(?! yesterday| tomorrow))\b|\b[Tt]hat (?:same )?(?:night|day|evening|morning)\b"
            ),
            values.unknown("day"),
            OTHER_DAY,
        ),
        (
            rf"\b[Oo]vernight\b(?! (?:{STAYS}))",
            values.unknown("day"),
            OVERNIGHT,
        ),
        (r"\b[Tt]he eve of (?=the\b|his\b|her\b|its\b|their\b|an?\b|[A-Z])", values.unknown("unknown"), EVE),
        (
            (
                r"\b(?i:last|this|next|this past|this coming)\s+(?:spring|summer|autumn|fall|winter)\b"
                r"(?! in\b)|\b[Tt]he (?:first|second|third|fourth) quarter\b(?! of (?:an?|the)\b)"
            ),
            values.quarter,
            SEASON,
        ),
        (
            rf"\b[Tt]he (?:first|second|third|fourth) quarter of (?P<year>{YEAR})\b|\bQ[1-4] (?P<year2>{YEAR})\b",
            values.quarter,
            DIGIT,
        ),
        (
            (
                rf"(?P<first>{CLAUSE_HEAD}In|\bin)\s+(?P<number>(?i:an?|{NUMBER}))\s+"
                rf"(?P<unit>(?:day|week|month|year))(?P<time>{LATER})?(?:(?<=[kyhr])s)?\b(?! of\b)"
            ),
            values.hence,
            IN_UNIT,
        ),
        (
            (
                rf"\b(?P<first>)(?P<number>(?i:an?|{NUMBER}))\s+(?P<unit>day|week|month|year)"
                r"(?P<time>s? from (?:now|today))\b"
            ),
            values.hence,
            FROM_NOW,
        ),
        (
            (
                rf"\b(?:(?:half|(?:a )?quarter) past|(?:a )?quarter to) (?:{HOURS})\b"
                rf"|\b(?:{HOURS}|\d{{1,2}})(?: o['’]clock\b| (?=in the (?:morning|afternoon|evening)\b))"
            ),
            values.unknown("hour"),
            OF_CLOCK,
        ),
        (
            (
                rf"\b(?P<loose>(?i:about|around|nearly|almost|some|roughly|over|more than|less than|at least)\s+)?"
                rf"(?P<number>(?i:an?|{NUMBER}))"
                rf"[\s-]+(?P<unit>(?i:{UNIT}))s?\s+(?P<way>ago|earlier|later|before|after|previously)\b"
            ),
            values.ago,
            AWAY,
            IN_UNIT,
        ),
        (
            (
                r"\b(?i:(?:several|a few|some|many) (?:days|weeks|months|years|decades|hours|minutes)"
                r" (?:ago|earlier|later))\b"
            ),
            values.unknown("unknown"),
            AWAY,
            IN_UNIT,
        ),
        (
            rf"(?<![\w.,$£€-])(?P<span>(?P<number>(?i:{NUMBER}))[\s-]+(?P<unit>(?i:{UNIT}))s?\b)(?![\s-](?:old|olds)\b)",
            values.duration,
            IN_UNIT,
        ),
        (
            rf"\b(?P<number>(?i:an?|{NUMBER}))\s+(?P<unit>(?i:{UNIT}))s?(?P<half> and a half)\b(?! ago\b)",
            values.duration,
            HALF,
            IN_UNIT,
        ),
        (r"\b(?i:half[ -]an?[ -](?P<unit>hour|day|year|century|decade))\b", values.half, HALF, IN_UNIT),
        (
            (
                rf"\b(?i:for|within|in|over|takes?|took|last(?:ed|ing)|than)\s+"
                rf"(?P<span>(?P<number>(?i:an?))\s+(?P<unit>(?i:{UNIT})))\b(?! (?:in which|when|where|that)\b)"
            ),
            values.duration,
            IN_UNIT,
        ),
        (
            rf"\b(?i:{YEAR_CUES})[\s-]+(?P<span>(?P<year>{YEAR}))\b(?![,.]\d|-\d|\s*[$£€%]){NOT_COUNTED}",
            values.year,
            DIGIT,
        ),
        (rf"\b[Tt]he\s+(?P<span>(?P<year>{YEAR}))\b(?=\s+[A-Za-z])", values.year, DIGIT),
        (rf"(?<=[(\[])(?P<span>(?P<year>{YEAR}))(?=[)\],;])", values.year, DIGIT),
        (
            rf"(?<![\w.,/:$£€-])(?P<first>{YEAR})\s?[-–/]\s?(?P<second>{YEAR}|\d\d)(?![\w/-]|[.,]\d)",
            values.years,
            DIGIT,
        ),
        (
            r"(?:\b[Tt]he\s+)?(?:\b(?:early|late|mid)[\s-])?\b(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b",
            values.decade,
            DIGIT,
        ),
        (
            (
                r"(?:\b[Tt]he\s+)?(?:\b(?:early|late|mid)[\s-])?"
                rf"\b(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{CENTURIES})[ -]century\b(?! B\.?C)"
            ),
            values.century,
            IN_UNIT,
        ),
        (
            rf"\b(?P<name>(?i:{any_of(*(n for n in NAMED_DAYS if n != 'christmas'))}))(?:,?\s+(?P<year>{YEAR}))?\b",
            values.named,
            FEAST,
        ),
        (
            (
                rf"\b(?i:on|at|before|by|since|until|after|over)\s+"
                rf"(?P<span>(?P<name>Christmas)(?:\s+(?P<year>{YEAR}))?)\b(?!\s+(?:[A-Z]|[a-z]+s\b))"
            ),
            values.named,
            FEAST,
        ),
    )
)
