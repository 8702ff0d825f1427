"""A pipeline's attribute rules, looked up instead of searched.

A spaCy pipeline turns tags into parts of speech, morphology and a few lemmas by some 180 patterns, which its matcher
tries at every token: a tenth of the time of a parse. All but a handful look at one token, and at nothing but its tag,
its lower-case form and its arc, so what they set is kept for each such triple after it was worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

NAME = "attribute_ruler"
FACTORY = "rashomon_attributes"
SET: list[int | str] = ["POS", "MORPH", "LEMMA"]
MOST = 50_000
"""Triples kept: far more than a language's; a stream of misspellings must not grow without end."""

Triple = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Effect:
    """What the rules for one token set: part of speech, morphology and lemma, by their numbers (0 for none).

    `tag` and `dep` are told only where the rules change them, which they do for blanks.
    """

    row: tuple[int, int, int]
    tag: int | None = None
    dep: int | None = None


class LookedUp:
    """Does what an `AttributeRuler` does, from a memory of what its rules for single tokens set.

    The rules for several tokens in a row are searched as before, and their word is the last. In the pipelines that
    Rashomon names as known no later rule contradicts them; `tests/read/test_attributes.py` compares the two.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.pipeline import AttributeRuler

        self._singles = AttributeRuler(ruler.vocab)
        self._rows = AttributeRuler(ruler.vocab)
        rules: list[dict[str, Any]] = ruler.patterns
        for rule in rules:
            single = all(len(pattern) == 1 for pattern in rule["patterns"])
            (self._singles if single else self._rows).add(**rule)
        self._known: dict[Triple, Effect] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a tagged and parsed document, in place."""
        import numpy as np

        if not len(doc):
            return doc
        effects = [self._effect(triple, doc) for triple in self._triples(doc)]
        rows: Any = np.array([effect.row for effect in effects], dtype="uint64")
        doc.from_array(SET, rows)
        for token, effect in zip(doc, effects, strict=True):
            if effect.tag is not None:
                token.tag = effect.tag
            if effect.dep is not None:
                token.dep = effect.dep
        return self._rows(doc)

    def _triples(self, doc: Doc) -> list[Triple]:
        return [(tag, lower, dep) for tag, lower, dep in doc.to_array(["TAG", "LOWER", "DEP"]).tolist()]

    def _effect(self, triple: Triple, doc: Doc) -> Effect:
        effect = self._known.get(triple)
        if effect is None:
            if len(self._known) >= MOST:
                self._known.clear()
            effect = self._known[triple] = self._worked_out(triple, doc)
        return effect

    def _worked_out(self, triple: Triple, like: Doc) -> Effect:
        """What the rules make of a document of one such token."""
        from spacy.tokens import Doc

        tag, lower, dep = triple
        strings = like.vocab.strings
        doc = Doc(like.vocab, words=[strings[lower]], tags=[strings[tag]], deps=[strings[dep]], heads=[0])
        self._singles(doc)
        pos, morph, lemma, tag_now, dep_now = doc.to_array([*SET, "TAG", "DEP"]).tolist()[0]
        return Effect((pos, morph, lemma), tag_now if tag_now != tag else None, dep_now if dep_now != dep else None)


def look_up(nlp: Language) -> None:
    """Put looked-up rules in the place of a pipeline's searched ones; nothing where it has none."""
    from spacy.language import Language

    if NAME not in nlp.pipe_names:
        return
    if not Language.has_factory(FACTORY):
        Language.factory(FACTORY, func=_made)
    nlp.add_pipe(FACTORY, before=NAME)
    nlp.remove_pipe(NAME)


def _made(nlp: Language, name: str) -> LookedUp:  # noqa: ARG001 - the signature that spaCy asks of a factory
    return LookedUp(cast("AttributeRuler", nlp.get_pipe(NAME)))
