"""The declared words that turn a status, read from `data/status_classes.tsv` and `data/status_words.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.core.predicates import predicate_classes

COLUMNS = ("that", "to", "other", "noun", "negated", "passive")
"""The ways in which a word governs a happening, in the order of the table's columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """A class of governing words: what each way of governing does to the status.

    A value is a status name, `=` (the governor's own status), `fact` (happened, whatever the governor's own
    status) or `.` (nothing declared).
    """

    name: str
    effects: dict[str, str]
    gives_voice: bool

    def effect(self, way: str) -> str:
        """The declared effect of one way of governing; the passive falls back on `other`."""
        value = self.effects[way]
        return self.effects["other"] if value == "." and way == "passive" else value


def rows(name: str) -> list[list[str]]:
    """The rows of a data file by column, comments left out."""
    words = files("rashomon.read").joinpath(f"data/{name}").read_text("utf-8")
    return [line.split("\t") for line in words.splitlines() if line.strip() and not line.startswith("#")]


def _members(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


@cache
def governors() -> dict[str, Governor]:
    """Class name -> class."""
    return {
        row[0]: Governor(
            name=row[0], effects=dict(zip(COLUMNS, row[1:7], strict=True)), gives_voice=row[7].strip() == "voice"
        )
        for row in rows("status_classes.tsv")
    }


@cache
def _words(column: int) -> dict[str, Governor]:
    """Lemma -> class, of the verbs (1), nouns (2) or adjectives (3); the first class that lists a lemma has it."""
    found: dict[str, Governor] = {}
    for row in rows("status_words.tsv"):
        for lemma in _members(row[column]) if column < len(row) else ():
            found.setdefault(lemma, governors()[row[0]])
    return found


def verb_governor(*lemmas: str) -> Governor | None:
    """The class of the first of these verb lemmas that has one; give the particle verb before the bare one."""
    return next((_words(1)[lemma] for lemma in lemmas if lemma in _words(1)), None)


def noun_governor(lemma: str) -> Governor | None:
    """The class of a noun that governs a happening."""
    return _words(2).get(lemma)


def adjective_governor(lemma: str) -> Governor | None:
    """The class of an adjective that governs a happening."""
    return _words(3).get(lemma)


@cache
def particle_verbs() -> frozenset[str]:
    """The declared verbs of two words: "throw out", "hit back"."""
    declared = {verb for one in predicate_classes() for verb in one.verbs} | set(_words(1))
    return frozenset(verb for verb in declared if verb.count(" ") == 1)


@cache
def verb_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The declared verbs of several words, by their first: "take" -> ("part", "in"); the longest come first."""
    declared = {verb for one in predicate_classes() for verb in one.verbs} | set(_words(1))
    declared |= {verb for key, verbs in table("codes.tsv").items() if key.endswith(":verb") for verb in verbs}
    found: dict[str, list[tuple[str, ...]]] = {}
    for verb in sorted(declared, key=lambda one: (-one.count(" "), one)):
        first, *rest = verb.split()
        if rest and "+" not in rest:
            found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


def transitive() -> frozenset[str]:
    """The verbs that are never without an object in news: a past form without one is a passive."""
    return table("event_words.tsv")["transitive"]


def intransitive() -> frozenset[str]:
    """The verbs that have no passive: "the ferry, capsized in rough seas" is no passive."""
    return table("event_words.tsv")["intransitive"]


@cache
def table(name: str) -> dict[str, frozenset[str]]:
    """A data file of word lists: key -> words."""
    return {row[0]: frozenset(_members(row[1])) for row in rows(name)}


def marks() -> dict[str, frozenset[str]]:
    """The declared word lists."""
    return table("status_marks.tsv")
