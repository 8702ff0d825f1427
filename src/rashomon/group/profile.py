"""What a document is about, as weighted terms: words, names, and figures with dates."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rashomon.core import Document, Part, Role
from rashomon.core.calendar import MONTHS
from rashomon.group.background import Background
from rashomon.group.settings import StorySettings
from rashomon.group.words import Line, Word, lines, stem

LONGEST_TELLING_CAPITAL = 3
"""A short capitalised word at the start of a sentence is mostly a function word."""

Vector = Mapping[str, float]


class Counts(NamedTuple):
    """Weighted term counts of one document. Names bear the prefix `n:`, figures `f:`, dates `d:`."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    figures: Mapping[str, float]

    def terms(self) -> Iterator[str]:
        """Every term once."""
        yield from self.words
        yield from self.names
        yield from self.figures


class Profile(NamedTuple):
    """The same as vectors of length one (or empty), each term weighed by its rarity."""

    words: Vector
    names: Vector
    figures: Vector


def count(document: Document, settings: StorySettings) -> Counts:
    """The weighted term counts of a document: headline above lead above body."""
    found = lines(document)
    always, lower = _spelling(found)
    words: defaultdict[str, float] = defaultdict(float)
    names: defaultdict[str, float] = defaultdict(float)
    figures: defaultdict[str, float] = defaultdict(float)
    body_from: int | None = None
    for line in found:
        if line.role is not Role.HEADLINE and body_from is None and line.words:
            body_from = line.words[0].start
        before = ""
        for word in line.words:
            weight = _weight(line, word, body_from or 0, settings)
            if weight == 0.0:
                break
            form = word.form
            if form[0].isdigit():
                figures["f:" + form] += weight
            elif word.capital and _is_name(word, line, always, lower):
                bare = form.removesuffix("'s")
                names["n:" + bare] += weight
                words[stem(bare)] += weight
            else:
                words[stem(form)] += weight
            if (form in MONTHS or before in MONTHS) and (day := _day(before, form)):
                figures[day] += weight
            before = form
    return Counts(words, names, figures)


def _weight(line: Line, word: Word, body_from: int, settings: StorySettings) -> float:
    if line.role is Role.HEADLINE:
        return settings.headline_weight
    at = word.start - body_from if line.part is Part.TEXT else 0
    if at < settings.lead_chars:
        return settings.lead_weight
    return 1.0 if at < settings.body_chars else 0.0


def _spelling(found: tuple[Line, ...]) -> tuple[set[str], set[str]]:
    """Forms that bear a capital within a sentence, and forms that stand in lower case; headlines tell neither."""
    always: set[str] = set()
    lower: set[str] = set()
    for line in found:
        if line.role is Role.HEADLINE:
            continue
        for word in line.words:
            if word.capital and not word.first:
                always.add(word.form)
            elif not word.capital:
                lower.add(word.form)
    return always, lower


def _is_name(word: Word, line: Line, always: set[str], lower: set[str]) -> bool:
    """Whether a word with a capital is a name."""
    if line.role is not Role.HEADLINE and not word.first:
        return True
    bare = word.form.removesuffix("'s")
    if word.form in always or bare in always:
        return True
    return word.form not in lower and len(bare) > LONGEST_TELLING_CAPITAL


def _day(left: str, right: str) -> str | None:
    """The date in "June 3" or "3 June"."""
    month, number = (left, right) if left in MONTHS else (right, left)
    if month in MONTHS and number.isdigit() and 1 <= int(number) <= 31:
        return f"d:{MONTHS[month]}-{int(number)}"
    return None


def weigh(counts: Counts, background: Background) -> Profile:
    """The counts as unit vectors, damped (1 + log count) and weighed by rarity (TF-IDF, Salton and Buckley 1988)."""
    return Profile(
        _vector(counts.words, background),
        _vector(counts.names, background),
        _vector(counts.figures, background),
    )


def _vector(counts: Mapping[str, float], background: Background) -> Vector:
    weighed = {
        term: (1.0 + math.log(max(number, 1.0))) * rarity
        for term, number in counts.items()
        if (rarity := background.rarity(term)) > 0.1
    }
    length = math.sqrt(sum(x * x for x in weighed.values()))
    return {term: x / length for term, x in weighed.items()} if length else {}


def dot(left: Vector, right: Vector) -> float:
    """The inner product of two sparse vectors; exactly rounded, so that the order of terms does not matter."""
    if len(left) > len(right):
        left, right = right, left
    return math.fsum([x * right[term] for term, x in left.items() if term in right])
