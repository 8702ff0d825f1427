"""Countries and well-known cities by the names that other languages have for them (Unicode CLDR, through Babel)."""

from __future__ import annotations

import re
from functools import cache

from rashomon.group.languages.spelling import CYRILLIC, WORD, plain

LONGEST_WORDS = 4
CYRILLIC_ENDING = re.compile("[aeiouy]+$")
"""What is left of a Cyrillic name without its case endings is the same in most cases."""
WEAK = {"de": ("e ", "en ")}
"""What ends an adjective before a name, and what it ends in behind an article."""
LEAST_STEM = 3
"""A stem that short is marked, so that Peru without its ending is not the first name Per."""


@cache
def places(language: str) -> dict[str, str]:
    """The plain names of places in a language, each with the code that is the same in all languages.

    Countries are told by their ISO code, cities by the name that the time-zone database has for them.
    """
    from babel import Locale, UnknownLocaleError

    try:
        own = Locale(language)
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, str] = {}
    for zone in _zones():
        told = own.time_zones.get(zone) or {}
        city = zone.rsplit("/", 1)[-1].replace("_", " ")
        if zone.partition("/")[0] in CITIES_IN:
            found[_key(str(told.get("city") or city))] = city
    for code, name in own.territories.items():
        if len(code) == 2 and code.isalpha():
            found[_key(str(name))] = str(code)
    ending, weak = WEAK.get(language, (" ", " "))
    found.update({name.replace(ending, weak): code for name, code in found.items()})
    found.pop("", None)
    return found


CITIES_IN = frozenset({"Africa", "America", "Asia", "Australia", "Europe", "Pacific"})


@cache
def _zones() -> tuple[str, ...]:
    from babel import Locale

    return tuple(sorted({str(zone) for code in ("de", "ru", "es") for zone in Locale(code).time_zones}))


def _key(name: str) -> str:
    """The plain words of a name without the endings of Cyrillic cases."""
    return " ".join(_bare(word) for word in WORD.findall(name))


def _bare(word: str) -> str:
    form = plain(word)
    if not CYRILLIC.match(word) or len(form) <= LEAST_STEM:
        return form
    stem = CYRILLIC_ENDING.sub("", form)
    return stem if len(stem) > LEAST_STEM else f"{stem}-"


def places_in(words: list[str], language: str) -> dict[int, tuple[int, str]]:
    """Of the words of a text those that name a place: where it begins, how many words it has, its code."""
    known = places(language)
    bare = [_bare(word) for word in words]
    found: dict[int, tuple[int, str]] = {}
    at = 0
    while at < len(words):
        size = 1
        if words[at][0].isupper():
            for many in range(min(LONGEST_WORDS, len(words) - at), 0, -1):
                code = known.get(" ".join(bare[at : at + many]))
                if code is not None:
                    found[at] = many, code
                    size = many
                    break
        at += size
    return found
