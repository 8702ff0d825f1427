"""Whether the word that opens a sentence is a name, or may stand small within another sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from rashomon.account.digest_plurals import does
from rashomon.account.verify_words import SPELT
from rashomon.core import Document, Kind, Reading, Referent, Role
from rashomon.core.places import country_word
from rashomon.core.senses import table
from rashomon.core.words import FUNCTION_WORDS

CLOSED = frozenset(
    """
    according nobody everybody everyone no not some many most several few all only despite since until fewer less more
    nearly almost about around roughly over under dozens scores hundreds thousands millions both each every another
    """.split()
)
"""Further words that are never names by themselves."""
CHANGING = (("men", "man"), ("ves", "f"), ("ves", "fe"), ("children", "child"))
"""How plurals end that change their noun, each with how that one ends."""
MANY = frozenset({"people", "police", "staff", "troops"})
"""Words for several that are no plurals of another."""
DOERS = ("er", "or", "ist")
"""How words end that name people by what they do."""
ARTICLES = frozenset({"the", "a", "an"})


class Openings:
    """Knows from one story's reports which words are names.

    Doubt keeps the capital: a word is made small only where the reports or the language show that it is no name.
    """

    def __init__(self, documents: Mapping[str, Document], readings: Mapping[str, Reading]) -> None:
        self._documents, self._readings = documents, readings
        self._small: dict[str, bool] = {}

    def within(self, text: str) -> str:
        """A text that does not open its sentence: its first word small where it is no name."""
        first, blank, rest = text.partition(" ")
        word = first.rstrip(",;:")
        if word == "I" or word[1:] != word[1:].lower():
            return text
        if not self._is_a_role(word, rest):
            if any(_opens(text, name) for name in self._names):
                return text
            if not self._no_name(word, before_name=rest[:1].isupper()):
                return text
        return f"{first[:1].lower()}{first[1:]}{blank}{rest}"

    def in_doubt(self, text: str) -> bool:
        """Whether the capital of a text's first word may be that of a sentence alone: nothing shows it to be a name."""
        first, _, rest = text.partition(" ")
        word = first.rstrip(",;:")
        if not word.isalpha() or self.within(text) != text or word[1:] != word[1:].lower() or rest[:1].isupper():
            return False
        return not self._stands(rf"[\w,;] {re.escape(word)}", but=Role.HEADLINE)

    def _is_a_role(self, word: str, rest: str) -> bool:
        """Whether a word says what somebody does whose own name follows: "Rower Erla Moss"."""
        low = word.lower()
        named = low.endswith(DOERS) and low in table("noun").shares
        return named and any(" " in name and _opens(rest, name) for name in self._names)

    def _no_name(self, word: str, *, before_name: bool) -> bool:
        low = word.lower()
        if low in FUNCTION_WORDS or low in CLOSED or all(part in SPELT for part in low.split("-")):
            return True
        if before_name:  # it may be the first word of a name that was not found
            return False
        if low not in self._small:
            common = self._stands(rf"(?<![\w’'-]){re.escape(low)}") or low in self._plurals
            self._small[low] = common and not self._stands(rf"[a-z,;] {re.escape(word)}", but=Role.HEADLINE)
        return self._small[low]

    def _stands(self, word: str, *, but: Role | None = None) -> bool:
        """Whether a word, given by a pattern, stands in some report; `but` not in passages of that role."""
        held = re.compile(rf"{word}(?![\w’'-])")
        return any(
            held.search(d.words_at(p.span)) for d in self._documents.values() for p in d.prose() if p.role != but
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names of the story as they stand in its reports; the article of an outlet or body is none of it."""
        found = set()
        for document, reading in self._readings.items():
            for m in reading.mentions:
                name = self._documents[document].words_at(m.span)
                if m.form == "name" and name[:1].isupper():
                    found.add(name)
        return frozenset(n for n in found if n.split()[0].lower() not in ARTICLES or n in self._places)

    @cached_property
    def _places(self) -> frozenset[str]:
        """The places among the names: the article of "The Hague" belongs to it."""
        return frozenset(
            self._documents[d].words_at(m.span)
            for d, reading in self._readings.items()
            for m in reading.mentions
            if m.kind is Kind.PLACE
        )

    @cached_property
    def _plurals(self) -> frozenset[str]:
        """Words that the reading takes for plurals of common nouns: a name has no other lemma than itself."""
        return frozenset(word for word, head in self._first_words() if word in MANY or _is_plural(word, head))

    def _first_words(self) -> Iterator[tuple[str, str]]:
        """The first words of phrases that stand for things or for people without a name, with the lemma of the head."""
        for document, reading in self._readings.items():
            for event in reading.events:
                for referent in (event.actor, event.target):
                    if referent is None:
                        continue
                    first = self._documents[document].words_at(referent.span).partition(" ")[0]
                    if referent.kind is Kind.THING or _by_what_they_are(referent, first):
                        yield first.lower(), referent.head


def _by_what_they_are(referent: Referent, words: str) -> bool:
    """Whether people are named by what they are or do ("residents") and not by where they are from ("Poles")."""
    known = referent.head in table("noun").shares or does(referent.head)
    return referent.kind is Kind.PEOPLE and known and country_word(words) is None


def _is_plural(word: str, head: str) -> bool:
    """Whether a word is the plural of a lemma; of those formed otherwise than by -s only where a dictionary has it.

    It has no names: "Feldmen" are a family, "Englishmen" a people.
    """
    if word in {f"{head}s", f"{head}es", f"{head.removesuffix('y')}ies"}:
        return True
    changed = any(
        word.endswith(many) and head.endswith(one) and word.removesuffix(many) == head.removesuffix(one)
        for many, one in CHANGING
    )
    return changed and head in table("noun").shares


def _opens(text: str, name: str) -> bool:
    """Whether a text opens with a name."""
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()
