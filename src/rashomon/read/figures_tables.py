"""Words around a number as declared tables: bounds, currencies, measures, and what makes a number a mere name."""

from __future__ import annotations

BOUNDS = {
    "at least": (
        "at least", "no fewer than", "no less than", "not less than", "not fewer than", "more than", "over",
        "well over",
        "upwards of", "in excess of", "a minimum of", "just over", "greater than", "exceeding", "north of",
    ),
    "at most": (
        "at most", "up to", "no more than", "not more than", "fewer than", "less than", "under", "well under",
        "as many as", "as much as", "a maximum of", "just under", "no later than",
    ),
    "about": (
        "about", "around", "some", "roughly", "approximately", "nearly", "almost", "close to", "an estimated",
        "estimated", "an approximate", "circa", "virtually", "more or less", "an average of", "something like",
    ),
}  # fmt: skip
"""What stands before a number; the longest phrase that fits decides."""

BOUNDS_AFTER = {
    "at least": ("or more", "or above", "or over", "or higher", "plus"),
    "at most": ("or fewer", "or less", "or under", "at most"),
    "about": ("or so", "or thereabouts", "approximately"),
}

CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY",
    "₴": "UAH", "₪": "ILS", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "CHF": "CHF", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
"""A bare dollar sign is read as the US dollar, as agencies write it; other dollars carry their letter."""

CURRENCY_WORDS = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP",
    "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB",
    "swiss franc": "CHF", "indian rupee": "INR", "hryvnia": "UAH", "zloty": "PLN", "shekel": "ILS", "baht": "THB",
    "naira": "NGN", "ringgit": "MYR", "rand": "ZAR", "cent": "cent",
}  # fmt: skip
"""Names that one currency alone has, or that news uses for one unless it says otherwise; "pounds" may be weight."""

MEASURES = frozenset(
    """
    second minute hour day week fortnight month year decade century
    mile kilometre kilometer km metre meter foot ft inch yard centimetre centimeter cm millimetre millimeter mm
    acre hectare ton tonne kilogram kilo kg gram ounce pound lb litre liter gallon barrel bushel
    degree knot mph kph kmh watt kilowatt megawatt gigawatt megabyte gigabyte terabyte volt hertz
    """.split()
)
"""Lemmas that measure and do not count: "600 tons of oil" are not 600 things."""

SPELLINGS = {
    "kilometer": "kilometre", "km": "kilometre", "meter": "metre", "ft": "foot", "centimeter": "centimetre",
    "cm": "centimetre", "millimeter": "millimetre", "mm": "millimetre", "kilo": "kilogram", "kg": "kilogram",
    "lb": "pound", "liter": "litre", "metre": "metre", "feet": "foot",
}  # fmt: skip

DESIGNATORS = frozenset(
    """
    no. nos. number numbers page pages chapter section article articles paragraph clause line row verse act scene phase
    stage step level grade category class type model version part volume episode season series round lap game match
    room gate platform terminal floor flight route highway interstate motorway road junction exit channel resolution
    directive regulation amendment title schedule form figure table appendix annex unit block plot box apartment
    suite pier dock berth zone area sector district ward precinct group division battalion brigade regiment squadron
    corps company mark mach formula g aged age ages day week year month hour point rule question item protocol
    """.split()
)
"""Words after which a number names and does not count: "page 3", "Flight 93", "aged 43"."""

STREETS = frozenset("street st road rd avenue ave lane square drive boulevard blvd place terrace way court".split())

IDLE = frozenset("day time thing way point side reason hand moment another kind sort bit piece".split())
"""Nouns with which "one" counts nothing: "one day", "one thing"."""

PEOPLE_UNSAID = frozenset("more other others".split())
"""What may stand between a number and its noun, or in the noun's place: "four more from the consulate"."""

PHRASAL = frozenset("response order return exchange addition place fact total cash all part line favor favour".split())
"""Nouns that make a phrase of their own with `in`: the amount in "$5m in return" counts no return."""
