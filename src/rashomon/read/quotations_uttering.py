"""Verbs that report words by their place alone: `Kerr raged: "..."`, `"...," beamed the mayor`.

Any verb of a person may lead in to marks or stand behind them (quotative inversion), so no table holds them all. What
counts is that nothing stands between it and the marks, and that it has no object of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.clauses import TENSED
from rashomon.read.cues import cues
from rashomon.read.nouns import nouns
from rashomon.read.syntax import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

PERCEIVED = frozenset({"hear", "see", "record", "film", "overhear", "capture", "catch"})
FRAMING = frozenset({"begin", "start", "open", "end", "close", "conclude", "finish"})
"""What one does with one's first or last words."""
THINGS = frozenset({"image", "relation", "photo", "picture", "thing", "talk", "sanction", "price", "word"})


def speaks(token: Token | None) -> bool:
    """Whether a subject can speak: a person, a body, a document, a pronoun or a name, not a thing or a day."""
    if token is None or token.ent_type_ in {"DATE", "TIME"}:
        return False
    lemma = token.lemma_.lower()
    if token.pos_ in {"PRON", "PROPN"} or token.ent_type_ or nouns().speaks(lemma):
        return True
    return token.tag_ == "NNS" and lemma not in THINGS


def utters_before(tokens: Sequence[Token]) -> Token | None:
    """The verb right before a colon whose subject speaks: `Kerr raged:`, `she shot back angrily:`."""
    for token in reversed(tokens[-3:]):
        if token.pos_ == "VERB" and token.tag_ in TENSED:
            return token if _is_somebody(subject_of(token)) and _is_bare(token) else None
        if token.pos_ not in {"ADV", "ADP", "PART"}:
            return None
    return None


def utters_behind(verb: Token, tokens: Sequence[Token], last: str) -> bool:
    """Whether a verb behind marks, the first of `tokens` or closing them, reports the words that end in `last`."""
    if verb.pos_ != "VERB" or verb.tag_ not in TENSED or last not in {",", "?", "!"} or not _is_bare(verb):
        return False
    subject = subject_of(verb)
    if subject is None or not _is_somebody(subject):
        return False
    if verb.i == tokens[0].i:
        return subject.left_edge.i == verb.i + 1
    closes = verb.i + 1 >= len(verb.doc) or verb.nbor().is_punct
    return last == "," and closes and subject.left_edge.i == tokens[0].i


def _is_somebody(subject: Token | None) -> bool:
    """Whether a subject is a person or people: by name, by role or by a pronoun of persons."""
    if subject is None:
        return False
    if subject.pos_ == "PRON":
        return subject.lower_ in {"he", "she", "they", "i", "we", "who"}
    kind = nouns().kinds.get(subject.lemma_.lower())
    return subject.ent_type_ == "PERSON" or subject.pos_ == "PROPN" or kind in {Kind.PERSON, Kind.PEOPLE}


def _is_bare(verb: Token) -> bool:
    """Whether a verb has no object, so that the words between marks are what it brings out."""
    return not any(c.dep_ in {"dobj", "attr", "acomp", "oprd"} for c in verb.children)


def is_heard(verb: Token) -> Token | None:
    """`"...," the farmer is heard shouting`: what somebody is heard to do, where that is to speak."""
    if verb.lemma_ not in PERCEIVED or not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    done = (c for c in verb.rights if c.dep_ == "xcomp" and c.tag_ in {"VBG", "VB"})
    return next((c for c in done if (cue := cues().verb(c)) is not None and cue.takes("q")), None)


def frames(before: Sequence[Token]) -> Token | None:
    """`The banner ends with the words "..."`: the verb, whose subject says the words behind it if it can speak."""
    if not before or before[-1].lower_ not in {"words", "word"} or before[-1].head.lower_ != "with":
        return None
    verb = before[-1].head.head
    return verb if verb.pos_ == "VERB" and verb.lemma_ in FRAMING else None
