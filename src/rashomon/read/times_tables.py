"""Calendar words as declared tables: weekdays, parts of the day, named days, units and time zones.

Own compilation.
"""

from __future__ import annotations

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}

NAMED_DAYS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "april fools' day": (4, 1),
    "may day": (5, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
}
"""Days that fall on the same date in every year and country that uses the name."""

NOT_DAYS = frozenset("Black Good Bloody Cyber Easter Palm Ash Shrove Super Maundy Holy Spy".split())
"""What makes a weekday the name of a feast or an event."""

DAYS_FROM_PUBLISHING = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}

UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
"""Units of time with their letters in an ISO 8601 duration; seconds, minutes and hours stand behind its `T`."""

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(),
        start=1,
    )
}
"""The centuries by their names."""

CLOCK_UNITS = frozenset({"second", "minute", "hour"})
UNIT_SIZES = {"fortnight": 2, "decade": 10, "century": 100}
PER_YEAR = {
    "second": 31_556_952, "minute": 525_949, "hour": 8766, "day": 365, "week": 52, "fortnight": 52, "month": 12,
}  # fmt: skip
"""How many of a duration's units make a year, a fortnight being counted in weeks and what is longer in years."""

ZONES: dict[str, int | str] = {
    # Abbreviations that mean one thing wherever news is written, in minutes from UTC ...
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "AKST": -540,
    "AKDT": -480,
    "HST": -600,
    "NST": -210,
    "WET": 0,
    "WEST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "TRT": 180,
    "EAT": 180,
    "CAT": 120,
    "WAT": 60,
    "SAST": 120,
    "PKT": 300,
    "NPT": 345,
    "WIB": 420,
    "HKT": 480,
    "SGT": 480,
    "PHT": 480,
    "AWST": 480,
    "JST": 540,
    "KST": 540,
    "ACST": 570,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    # ... those that depend on the day, as places of the time zone database ...
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    # ... and those said in full.
    "EASTERN TIME": "America/New_York",
    "EASTERN": "America/New_York",
    "CENTRAL TIME": "America/Chicago",
    "MOUNTAIN TIME": "America/Denver",
    "PACIFIC TIME": "America/Los_Angeles",
    "EASTERN STANDARD TIME": -300,
    "EASTERN DAYLIGHT TIME": -240,
    "LONDON TIME": "Europe/London",
    "UK TIME": "Europe/London",
    "PARIS TIME": "Europe/Paris",
    "BERLIN TIME": "Europe/Berlin",
    "ROME TIME": "Europe/Rome",
    "MADRID TIME": "Europe/Madrid",
    "BRUSSELS TIME": "Europe/Brussels",
    "KYIV TIME": "Europe/Kyiv",
    "MOSCOW TIME": "Europe/Moscow",
    "ISTANBUL TIME": "Europe/Istanbul",
    "CAIRO TIME": "Africa/Cairo",
    "TEHRAN TIME": "Asia/Tehran",
    "DELHI TIME": "Asia/Kolkata",
    "BEIJING TIME": "Asia/Shanghai",
    "HONG KONG TIME": "Asia/Hong_Kong",
    "TOKYO TIME": "Asia/Tokyo",
    "SEOUL TIME": "Asia/Seoul",
    "SYDNEY TIME": "Australia/Sydney",
    "NEW YORK TIME": "America/New_York",
    "WASHINGTON TIME": "America/New_York",
    "CHICAGO TIME": "America/Chicago",
    "LOS ANGELES TIME": "America/Los_Angeles",
}
"""Zones by their names in upper case. IST, BST, CST and AST stand for several zones each and are left out,
so that a time with one of them keeps no zone rather than a wrong one."""

AMBIGUOUS_ZONES = frozenset({"IST", "BST", "CST", "AST"})

SHIFTING = frozenset(
    "set due scheduled plan intend expect prepare slate poise likely hope aim vow promise agree decide ready "
    "schedule want ask order tell urge threaten".split()
)
"""Lemmas after which an infinitive lies ahead: "is due to meet on Friday"."""

BOUNDING = frozenset("starting beginning commencing opening closing ending expiring due effective".split())
"""Words behind a noun that say when what it names begins or ends: "a truce starting on Thursday"."""

ARRANGING = frozenset(
    """
    accept adopt agree announce approve arrange authorise authorize ban book broker call cancel clinch declare decree
    defer delay demand draft endorse extend fix impose negotiate offer order pledge plan postpone promise propose
    recommend ratify reach request reject schedule seek set sign suggest threaten urge veto vow
    """.split()
)
"""Lemmas of verbs whose object is yet to come when they are told as past: "called a strike starting on Monday"."""
