"""Common nouns that can speak or act and titles before names, from `nouns.tsv`; given names, from their own table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.core import Kind

KINDS = {"person": Kind.PERSON, "people": Kind.PEOPLE, "body": Kind.BODY}


DOERS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman")
"""How nouns end that mean somebody who does something."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """What each noun stands for; `gender` holds `m` or `f` where the noun tells it."""

    kinds: dict[str, Kind]
    documents: frozenset[str]
    titles: frozenset[str]
    gender: dict[str, str]

    def speaks(self, lemma: str) -> bool:
        """Whether words can be laid to what the noun stands for."""
        return lemma in self.kinds or lemma in self.documents


@cache
def nouns() -> Nouns:
    """The table, read once; a noun listed twice keeps its first kind."""
    kinds: dict[str, Kind] = {}
    documents: set[str] = set()
    titles: set[str] = set()
    gender: dict[str, str] = {}
    for line in files("rashomon.read").joinpath("nouns.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, sex, words = line.split("\t")
        for word in words.split():
            if kind == "title":
                titles.add(word)
            elif kind == "document":
                documents.add(word)
            else:
                kinds.setdefault(word, KINDS[kind])
            if sex != "-":
                gender.setdefault(word, sex)
    return Nouns(kinds=kinds, documents=frozenset(documents), titles=frozenset(titles), gender=gender)


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case, each with the gender `m` or `f` that it tells; read once."""
    found: dict[str, str] = {}
    for line in files("rashomon.read").joinpath("given_names.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            gender, names = line.split("\t")
            found.update(dict.fromkeys(names.split(), gender))
    return found


@cache
def concrete_nouns() -> frozenset[str]:
    """Lemmas of nouns for things that can be touched and places that can be walked in; read once."""
    table = files("rashomon.read").joinpath("data/concrete_nouns.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return frozenset(word for _, words in rows for word in words.split())


def does_something(lemma: str) -> bool:
    """Whether a noun is formed as one for somebody who does something: `hiker`, `chemist`, but no `trawler`."""
    return lemma.endswith(DOERS) and lemma not in concrete_nouns() and lemma not in nouns().documents
