"""Common nouns that can speak or act and titles before names, from `nouns.tsv`; given names, from their own table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.core import Kind

KINDS = {"person": Kind.PERSON, "people": Kind.PEOPLE, "body": Kind.BODY}


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
