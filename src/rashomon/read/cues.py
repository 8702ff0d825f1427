"""Words that report speech, from `cues.tsv`, where each class and frame is explained."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: its classes, in the order of the table, and its frames."""

    lemma: str
    classes: tuple[str, ...]
    frames: frozenset[str]
    framed: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each line of the table in its order: the class and the frames in which the word has it."""

    def takes(self, frame: str) -> bool:
        """Whether the word reports speech in this frame."""
        return frame in self.frames


@dataclass(frozen=True, slots=True)
class Cues:
    """The reporting verbs and nouns by lemma."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]

    def verb(self, token: Token) -> Cue | None:
        """The reporting verb that a token is, with its particle where the table has one."""
        if token.pos_ not in {"VERB", "AUX", "NOUN"} or not token.tag_.startswith("V"):
            return None
        lemma = token.lemma_.lower()
        for child in token.children:
            if child.dep_ in {"prt", "advmod", "acomp"} and (cue := self.verbs.get(f"{lemma}_{child.lower_}")):
                return cue
        return self.verbs.get(lemma)


LETTERS = frozenset("qcioar")
"""Frames that a letter names; every other frame is a preposition."""


@cache
def cues() -> Cues:
    """The table, read once; a word listed under several classes keeps them all."""
    tables: dict[str, dict[str, Cue]] = {"verb": {}, "noun": {}}
    for line in files("rashomon.read").joinpath("cues.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, part, column, words = line.split("\t")
        table, kept = tables[part], _frames(column)
        for word in words.split():
            old = table.get(word, Cue(lemma=word, classes=(), frames=frozenset()))
            table[word] = Cue(
                lemma=word,
                classes=tuple(dict.fromkeys((*old.classes, name))),
                frames=old.frames | kept,
                framed=(*old.framed, (name, kept)),
            )
    return Cues(verbs=tables["verb"], nouns=tables["noun"])


def _frames(column: str) -> frozenset[str]:
    """The frames of one line: letters that may stand together, prepositions each as a word."""
    found: set[str] = set()
    for piece in column.split(","):
        found |= set(piece) if set(piece) <= LETTERS else {piece}
    return frozenset(found)
