"""Countries by their names, peoples, capitals and seats of government; a declared table, no guesses.

"Moscow", "the Kremlin" and "the Russian government" are different parties; what they share is the country on
whose behalf they act, and that is all that is told here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word says of a country: `sense` is `name`, `people`, `capital` or `seat`; of a body also `government`."""

    country: str
    sense: str


SENSES = ("name", "people", "capital", "seat")
GOVERNMENT = frozenset({"government", "administration", "cabinet", "authorities"})
UNIONS = frozenset({"European Union", "United Nations"})
"""Rows of the table that are bodies of states and no states."""


@lru_cache(maxsize=1)
def table() -> dict[str, CountryWord]:
    """Every known word, folded (lower case, without points and `the`), with its country."""
    found: dict[str, CountryWord] = {}
    text = files("rashomon.core").joinpath("data/countries.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        country, *columns = (line + "\t\t\t\t").split("\t")[:5]
        columns[0] = f"{country};{columns[0]}"
        for sense, names in zip(SENSES, columns, strict=True):
            for name in filter(None, names.split(";")):
                found.setdefault(folded(name), CountryWord(country=country, sense=sense))
    return found


def folded(name: str) -> str:
    """The form in which a place name is looked up."""
    low = name.strip().replace("’", "'").removesuffix("'s").removesuffix("'")
    low = low[4:] if low[:4].lower() == "the " else low
    bare = low.replace(".", "")
    if bare.isupper() and (len(bare) <= 3 or "." in low):
        return bare  # "US" is a country, "us" is a pronoun
    return bare.lower()


@lru_cache(maxsize=1)
def country_names() -> frozenset[str]:
    """Every country by its first name in the table."""
    return frozenset(word.country for word in table().values())


@lru_cache(maxsize=1 << 14)
def country_word(name: str) -> CountryWord | None:
    """The country that a whole name stands for ("U.S.", "Moscow", "Britons"), with the sense, or None."""
    return table().get(folded(name))


@lru_cache(maxsize=1 << 14)
def countries_in(phrase: str, senses: frozenset[str] = frozenset(SENSES)) -> tuple[str, ...]:
    """The countries named anywhere in a phrase by name, people, capital or seat, in order, each once.

    `senses` are those that count: a capital is also a place, and what stands in it stands not anywhere in its country.
    """
    tokens = [t.strip("\"“”‘’'()[],;:") for t in phrase.replace("-", " ").split()]
    found: list[str] = []
    i = 0
    while i < len(tokens):
        for size in (4, 3, 2, 1):
            if i + size > len(tokens):
                continue
            word = country_word(" ".join(tokens[i : i + size]))
            if word is not None and any(c[:1].isupper() for c in tokens[i : i + size]):
                if word.sense in senses and word.country not in found:
                    found.append(word.country)
                i += size - 1
                break
        i += 1
    return tuple(found)


OF_THE_NATION = frozenset({"name", "people"})
"""Senses in which a word says of what country something is."""


def nation(name: str) -> str | None:
    """The country whose name or people a word is; a capital or seat stands for none, being a party of its own."""
    word = country_word(name)
    return word.country if word is not None and word.sense in OF_THE_NATION else None


def stands_for(name: str) -> CountryWord | None:
    """The country on whose behalf a party of this name acts, and as what; None for all others.

    "Moscow" as its capital, "the Kremlin" as the seat, "the Russian government" as its government: parties apart.
    """
    *of, last = name.replace("’", "'").split() or [""]
    if of and last.lower() in GOVERNMENT:
        word = country_word(" ".join(of).removesuffix("'s"))
        if word is not None and word.sense in OF_THE_NATION:
            return CountryWord(country=word.country, sense="government")
    return country_word(name)
