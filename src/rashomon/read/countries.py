"""Countries with their adjectives, capitals and other names, from `countries.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Countries:
    """Lower-case look-ups without points (`us` for `U.S.`), each giving a country's first name in the table."""

    names: dict[str, str]
    adjectives: dict[str, str]
    capitals: dict[str, str]

    def nation(self, word: str) -> str | None:
        """The country that a name or adjective stands for; a capital stands for none, being a party of its own."""
        key = folded(word)
        return self.names.get(key) or self.adjectives.get(key)


def folded(word: str) -> str:
    """A name as the look-ups hold it: lower case, no points, one blank between words, no leading article."""
    return " ".join(word.lower().replace(".", "").replace("’", "'").split()).removeprefix("the ")


@cache
def countries() -> Countries:
    """The table, read once."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in files("rashomon.read").joinpath("countries.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, adjective, people, capital, other = line.split("\t")
        for alias in (name, *_split(other)):
            names.setdefault(folded(alias), name)
        for word in _split(adjective):
            adjectives.setdefault(folded(word), name)
            adjectives.setdefault(folded(word) + "s", name)
        for word in _split(people):
            adjectives.setdefault(folded(word), name)
        for word in _split(capital):
            capitals.setdefault(folded(word), name)
    return Countries(names=names, adjectives=adjectives, capitals=capitals)


def _split(field: str) -> list[str]:
    return [part for part in field.split(";") if part]
