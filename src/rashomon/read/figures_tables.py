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
    "CHF": "CHF", "Rs": "rupee", "Rs.": "rupee",
}  # fmt: skip
"""A bare dollar sign is read as the US dollar, as agencies write it; other dollars carry their letter."""

CURRENCY_WORDS = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP",
    "pounds sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB",
    "swiss franc": "CHF", "indian rupee": "INR", "hryvnia": "UAH", "zloty": "PLN", "shekel": "ILS", "baht": "THB",
    "naira": "NGN", "ringgit": "MYR", "rand": "ZAR", "cent": "cent",
    "kenyan shilling": "KES", "ugandan shilling": "UGX",
    "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "nepali rupee": "NPR", "mexican peso": "MXN",
    "philippine peso": "PHP", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "swedish krona": "SEK", "danish krone": "DKK", "norwegian krone": "NOK", "czech crown": "CZK",
    "turkish lira": "TRY", "egyptian pound": "EGP", "south korean won": "KRW", "saudi riyal": "SAR",
    "iraqi dinar": "IQD", "kuwaiti dinar": "KWD", "singapore dollar": "SGD", "hong kong dollar": "HKD",
    "new zealand dollar": "NZD", "brazilian real": "BRL",
    # of several countries: the word itself, no guessed code
    "rupee": "rupee", "peso": "peso", "shilling": "shilling", "krona": "krona", "kronor": "krona", "krone": "krone",
    "kroner": "krone", "crown": "crown", "dinar": "dinar", "dirham": "dirham", "riyal": "riyal", "franc": "franc",
    "lira": "lira",
}  # fmt: skip
"""Names that one currency alone has, or that news uses for one unless it says otherwise; "pounds" may be weight."""

MEASURES = frozenset(
    """
    second minute hour day week fortnight month year decade century
    mile kilometre kilometer km metre meter foot ft inch yard centimetre centimeter cm millimetre millimeter mm
    acre hectare ton tonne kilogram kilo kg gram ounce pound lb litre liter gallon barrel bushel
    degree knot watt kilowatt megawatt gigawatt megabyte gigabyte terabyte volt hertz
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
    update release build patch
    no. nos. number numbers page pages chapter section article articles paragraph clause line row verse act scene phase
    stage step level grade category class type model version part volume episode season series round lap game match
    room gate screen platform terminal floor flight route highway interstate motorway road junction exit channel
    resolution directive regulation amendment title schedule form figure table appendix annex unit block plot box
    apartment suite pier dock berth zone area sector district ward precinct group division battalion brigade regiment
    squadron corps company mark mach formula g aged age ages day week year month hour point rule question item protocol
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

CHANGES = (
    "rises?", "rose", "risen", "rising", "falls?", "fell", "fallen", "falling", "drop(?:s|ped|ping)?",
    "gain(?:s|ed|ing)?",
    "increas(?:e|es|ed|ing)", "decreas(?:e|es|ed|ing)", "declin(?:e|es|ed|ing)", "grows?", "grew", "grown", "growing",
    "climb(?:s|ed|ing)?", "jump(?:s|ed|ing)?", "lost", "los(?:es?|ing)", "slid", "slipp(?:ed|ing)", "dipp(?:ed|ing)",
    "surg(?:e|es|ed|ing)", "soar(?:s|ed|ing)?", "plung(?:e|es|ed|ing)", "tumbl(?:e|es|ed|ing)", "up", "down",
)  # fmt: skip
"""Words of change as patterns: behind one of them "$9bn to $80bn" is a change and its result."""

RATES = {
    "kilometres per hour": "kilometre per hour", "kilometers per hour": "kilometre per hour",
    "kilometres an hour": "kilometre per hour", "kilometers an hour": "kilometre per hour",
    "km per hour": "kilometre per hour", "km an hour": "kilometre per hour", "km/h": "kilometre per hour",
    "kph": "kilometre per hour", "kmh": "kilometre per hour", "kmph": "kilometre per hour",
    "miles per hour": "mile per hour", "miles an hour": "mile per hour", "mph": "mile per hour",
    "metres per second": "metre per second", "meters per second": "metre per second",
}  # fmt: skip
"""Speeds as they are written."""

TEMPERATURES = {"C": "degree Celsius", "F": "degree Fahrenheit"}

GLUED = {
    "km": "kilometre", "ft": "foot", "kg": "kilogram", "mm": "millimetre", "cm": "centimetre", "lb": "pound",
    "MW": "megawatt", "GW": "gigawatt", "kW": "kilowatt", "GB": "gigabyte", "TB": "terabyte",
}  # fmt: skip
"""Short forms that stand right behind the digits ("200ft"); "m" may be millions there and is left out."""

FRACTIONS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip

FACTOR_VERBS = {
    "doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "tripling": 3.0, "trebled": 3.0, "trebling": 3.0,
    "quadrupled": 4.0, "quadrupling": 4.0, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
"""Verbs that say how many times as much; their plain forms are nouns and adjectives as well."""

ZERO_NOUNS = (
    "casualties", "deaths", "fatalities", "injuries", "survivors", "victims", "arrests", "injured", "dead",
    "passengers", "civilians", "hostages", "lives", "fires", "detentions", "absentees", "abstentions", "votes", "goals",
)  # fmt: skip
"""What is counted even where there is none of it: "no casualties", not "no plans"."""

HARM = frozenset(
    "hurt injure kill wound harm die survive arrest detain hospitalize hospitalise rescue charge evacuate "
    "infect convict jail dismiss trap".split()
)
"""Of whom "no one" tells a count: those who were or were not killed, hurt, held or saved."""

STATES = frozenset("dead wounded injured missing homeless hospitalised hospitalized unaccounted".split())
"""What stands in the counted noun's place: "11 dead", "25 wounded"."""

HYPHENED_COUNTS = frozenset(
    "member seat bed storey story room person man woman player team nation country vote judge "
    "car vehicle truck ship plane engine page".split()
)
"""Nouns that a number counts behind a hyphen: "the four-member panel"."""

CALENDAR_NOUNS = frozenset(
    "day night morning evening afternoon week weekend month year season summer winter spring autumn fall quarter "
    "weekday january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday anniversary".split()
)

HELD = frozenset({"degree", "second", "pound"})
"""Words that measure only right behind the number: "two bachelor's degrees" are held."""

MILLIONS = (
    "people|users|viewers|voters|customers|passengers|visitors|tourists|children|residents|workers|followers|"
    "households|homes|barrels|tonnes|tons|copies|downloads|subscribers|refugees|migrants|pupils|patients|doses|jobs"
)
"""Nouns before which "4m" means four million and no metres."""

IDLE_HALVES = frozenset("battle size story time fun problem trouble world".split())
"""Wholes of which a share is told as a figure of speech: "half the battle"."""

BELOW = frozenset("ground below above sub near absolute from to net".split())
"""Before "zero": a place on a scale and no count."""
