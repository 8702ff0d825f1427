"""Measures of more than one word: a rate, an area, a scale of temperature, the magnitude of an earthquake.

A measure of one word ("600 tons") is told by the parse in `figures_counts`.
"""

from __future__ import annotations

import re

from rashomon.read.figures_tables import GLUED, MEASURES, RATES, SPELLINGS, TEMPERATURES

_LENGTHS = "kilomet(?:re|er)s?|km|met(?:re|er)s?|centimet(?:re|er)s?|cm|miles?|feet|foot|ft|inch(?:es)?|yards?|m"
DIMENSIONS = r"\s(?:long|high|tall|deep|wide|thick|above|below|away|underwater|north|south|east|west)\b"
"""What tells that "40m" are metres and no millions."""

_AFTER = re.compile(
    rf"[\s-]?(?:(?P<power>square|sq\.?|cubic|cu\.?)[\s-](?P<of>{_LENGTHS})\b"
    rf"|(?P<each>{'|'.join(sorted(RATES, key=len, reverse=True))})\b"
    r"|(?:degrees?\s|°\s?)(?P<heat>Celsius|Fahrenheit|C|F)\b"
    rf"|(?P<metres>m)(?={DIMENSIONS})|(?P<basis>basis)[\s-]points?\b|(?P<magnitude>magnitude)\b"
    rf"|(?P<glued>{'|'.join(sorted(GLUED, key=len, reverse=True))})\b)"
)
_BEFORE = re.compile(r"\b[Mm]agnitude[\s-](?:of\s)?(?:(?:about|around|at least|nearly)\s)?$")
_COLD = re.compile(r"(?:\b[Mm]inus\s|(?<![\w)])[-−–])$")
_SHORT = sorted((*GLUED, *(rate for rate in RATES if " " not in rate), "pc"), key=len, reverse=True)
GLUED_NEXT = rf"(?:{'|'.join(_SHORT)})\b|m{DIMENSIONS}|°"
"""What may stand right behind digits without a blank."""

_HEAT_BEHIND = re.compile(r"\s?(?:degrees?\b|°|C\b|F\b)")


def after(text: str, at: int) -> tuple[str, int] | None:
    """The measure that a number ending at an offset has, with where it ends; None where it has none of these."""
    m = _AFTER.match(text, at)
    if m is None:
        return None
    if m["power"]:
        power = "square" if m["power"].startswith("sq") else "cubic"
        return f"{power} {_spelt(m['of'])}", m.end()
    if m["each"]:
        return RATES[" ".join(m["each"].split())], m.end()
    if m["heat"]:
        return TEMPERATURES[m["heat"][0]], m.end()
    if m["metres"]:
        return "metre", m.end()
    if m["glued"]:
        return GLUED[m["glued"]], m.end()
    return ("basis point" if m["basis"] else "magnitude"), m.end()


def before(text: str, at: int) -> tuple[str, int] | None:
    """The measure told before a number that begins at an offset ("magnitude 6.2"), with where it begins."""
    m = _BEFORE.search(text, max(0, at - 30), at)
    return ("magnitude", m.start()) if m else None


def below_zero(text: str, start: int, end: int) -> int | None:
    """Where "minus 12" begins, if the number is a temperature below zero."""
    m = _COLD.search(text, max(0, start - 8), start)
    return m.start() if m and _HEAT_BEHIND.match(text, end) else None


def _spelt(word: str) -> str:
    word = word.lower()
    for name in (word, word.removesuffix("s"), word.removesuffix("es")):
        if name in SPELLINGS or name in MEASURES:
            return SPELLINGS.get(name, name)
    return SPELLINGS.get({"m": "metre"}.get(word, word), {"m": "metre"}.get(word, word))
