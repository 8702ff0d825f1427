"""Words that report speech, from `cues.tsv`, where each class and frame is explained."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


MISREAD = {"hop": "hope"}
"""What the lemmatizer makes of `hoping` and `hopes`."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: its classes, in the order of the table, and its frames."""

    lemma: str
    classes: tuple[str, ...]
    frames: frozenset[str]

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
        lemma = MISREAD.get(token.lemma_.lower(), token.lemma_.lower())
        for child in token.children:
            if child.dep_ in {"prt", "advmod", "acomp"} and (cue := self.verbs.get(f"{lemma}_{child.lower_}")):
                return cue
        return self.verbs.get(lemma)


@cache
def cues() -> Cues:
    """The table, read once; a word listed under several classes keeps them all."""
    verbs: dict[str, Cue] = {}
    nouns: dict[str, Cue] = {}
    for line in files("rashomon.read").joinpath("cues.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, frames, words = line.split("\t")
        kept = frozenset(frames) if set(frames) <= set("qcioa") else frozenset({frames})
        table = nouns if name == "noun" else verbs
        for word in words.split():
            old = table.get(word)
            if old is None:
                table[word] = Cue(lemma=word, classes=(name,), frames=kept)
            else:
                table[word] = Cue(lemma=word, classes=(*old.classes, name), frames=old.frames | kept)
    return Cues(verbs=verbs, nouns=nouns)
