"""Nouns that different reports use for the same thing; declared data for comparing, no guesses."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Lemma -> the names of the classes that hold it."""
    found: dict[str, set[str]] = {}
    for line in files("rashomon.core").joinpath("data/nouns.tsv").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, members = line.split("\t")
        for lemma in members.split():
            found.setdefault(lemma.replace("-", " "), set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


def like_nouns(left: str, right: str) -> bool:
    """Whether two lemmas are one word or stand in one class ("plane", "aircraft")."""
    if left == right:
        return True
    classes = noun_classes()
    return bool(classes.get(left, frozenset()) & classes.get(right, frozenset()))
