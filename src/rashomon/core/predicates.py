"""Which verbs and nouns tell the same kind of happening.

Reading and aligning both need it, and neither may import the other. The classes stand as declared data in
`data/predicates.tsv`; they say what may be compared, never that two clauses tell the same thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.core.words import stem


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateClass:
    """One kind of happening with the words that tell it; `converse` are those whose subject is the others' object."""

    name: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    converse: frozenset[str]


@cache
def predicate_classes() -> tuple[PredicateClass, ...]:
    """All declared classes, in the order of the file."""
    words = files("rashomon.core").joinpath("data/predicates.tsv").read_text("utf-8")
    found = []
    for line in words.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, verbs, nouns = (*line.split("\t"), "", "")[:3]
        members = [v.strip() for v in verbs.split(",") if v.strip()]
        found.append(
            PredicateClass(
                name=name.strip(),
                verbs=tuple(v.removeprefix("~") for v in members),
                nouns=tuple(n.strip() for n in nouns.split(",") if n.strip()),
                converse=frozenset(v.removeprefix("~") for v in members if v.startswith("~")),
            )
        )
    return tuple(found)


@cache
def _by_lemma(form: str) -> dict[str, str]:
    """Lemma -> class name; of a lemma in two classes, the first in the file wins."""
    found: dict[str, str] = {}
    for one in predicate_classes():
        for lemma in one.verbs if form == "verb" else one.nouns:
            found.setdefault(lemma, one.name)
    return found


def predicate_class(lemma: str, form: str | None = None) -> str | None:
    """The class of a predicate's lemma ("throw out" -> "expel"), None where none is declared.

    Args:
        lemma: the lemma, with its particle where it has one; case does not matter.
        form: `noun` to look among the nouns first, else the verbs come first. A noun that no class holds is
            looked up among the verbs and the other way round; a particle verb falls back on nothing.
    """
    key = lemma.lower().strip()
    first, second = ("noun", "verb") if form == "noun" else ("verb", "noun")
    return _by_lemma(first).get(key) or _by_lemma(second).get(key)


@cache
def of_several_deeds(lemma: str) -> bool:
    """Whether a verb stands in several classes, so that what it tells hangs on its object: "fire" shots or workers."""
    return sum(lemma in one.verbs for one in predicate_classes()) > 1


def is_converse(lemma: str) -> bool:
    """Whether this verb's subject is what the other verbs of its class have as object ("die" in "kill")."""
    key = lemma.lower().strip()
    return any(key in one.converse for one in predicate_classes())


@cache
def class_of_stem() -> dict[str, str]:
    """Stem -> class, for the single words of each class; a stem in two classes is in neither."""
    found: dict[str, set[str]] = {}
    for one in predicate_classes():
        for lemma in (*one.verbs, *one.nouns):
            if " " not in lemma:
                found.setdefault(stem(lemma), set()).add(one.name)
    return {s: next(iter(names)) for s, names in found.items() if len(names) == 1}
