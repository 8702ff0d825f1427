"""What a document is about, as weighted terms: words, names, and figures with dates."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Document, Part, Role
from rashomon.core.calendar import MONTHS, WEEKDAYS
from rashomon.group.background import Background
from rashomon.group.settings import StorySettings
from rashomon.group.words import Cut, Line, cut, form_of, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Terms = NDArray[np.int32]
    Weights = NDArray[np.float32]

LONGEST_TELLING_CAPITAL = 3
"""A short capitalised word at the start of a sentence is mostly a function word."""
OWN_DAYS = frozenset(name for name in WEEKDAYS if name.endswith("day")) | {"today", "yesterday", "tonight", "overnight"}
"""Words for a day that only a report of the same week uses."""
RECENT_DAYS = 4
CALENDAR = MONTHS.keys() | WEEKDAYS.keys()
"""Capitalised without being names."""
LEAST_RARITY = 0.1
"""Commoner terms are left out."""


class Counts(NamedTuple):
    """Weighted term counts of one document. Names bear the prefix `n:`, figures `f:`, dates `d:`."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    figures: Mapping[str, float]
    own_day: bool
    """Whether headline or lead tell of a day of their own: "on Tuesday", "overnight", a date just before publishing.
    A report that goes back to an older happening need not; one on a new happening nearly always does."""

    def terms(self) -> Iterator[str]:
        """Every term once."""
        yield from self.words
        yield from self.names
        yield from self.figures


class Vector(NamedTuple):
    """A sparse vector: the numbers of its terms, rising, and their weights."""

    terms: Terms
    weights: Weights


class Profile(NamedTuple):
    """The same as vectors of length one (or empty), each term weighed by its rarity."""

    words: Vector
    names: Vector
    figures: Vector


class _Written(NamedTuple):
    """What is known of a word as it is written."""

    capital: bool
    digit: bool
    form: str
    bare: str
    stem: str


@lru_cache(maxsize=1 << 16)
def _written(word: str) -> _Written:
    form = form_of(word)
    return _Written(word[0].isupper(), form[0].isdigit(), form, form.removesuffix("'s"), stem(form))


def count(document: Document, settings: StorySettings) -> Counts:
    """The weighted term counts of a document: headline above lead above body."""
    found = cut(document)
    known = [_written(word) for word in found.words]
    firsts = _firsts(found)
    always, lower = _spelling(found, known, firsts)
    words: defaultdict[str, float] = defaultdict(float)
    names: defaultdict[str, float] = defaultdict(float)
    figures: defaultdict[str, float] = defaultdict(float)
    own_day = False
    for line, first, end, weight in _weighed(found, settings):
        headline = line.role is Role.HEADLINE
        before = ""
        for i in range(first, end):
            word = known[i]
            form = word.form
            if word.digit:
                figures["f:" + form] += weight
            else:
                words[word.stem] += weight
                if (
                    word.capital
                    and form not in CALENDAR
                    and (
                        (not headline and i not in firsts)
                        or form in always
                        or word.bare in always
                        or (form not in lower and len(word.bare) > LONGEST_TELLING_CAPITAL)
                    )
                ):
                    names["n:" + word.bare] += weight
            opening = headline or weight > 1.0
            if (form in MONTHS or before in MONTHS) and (day := _day(before, form)):
                figures[_dated(day)] += weight
                own_day |= opening and _just_before(day, document.published_at)
            own_day |= opening and form in OWN_DAYS
            before = form
    return Counts(words, names, figures, own_day)


def _firsts(found: Cut) -> set[int]:
    """The words that begin a sentence, where a capital tells nothing; in headlines none is looked for."""
    firsts: set[int] = set()
    for line in found.lines:
        if line.role is not Role.HEADLINE:
            for start in line.sentence_starts():
                at = bisect_left(found.starts, start, line.first, line.end)
                if at < line.end and found.starts[at] == start:
                    firsts.add(at)
    return firsts


def _spelling(found: Cut, known: list[_Written], firsts: set[int]) -> tuple[set[str], set[str]]:
    """Forms that bear a capital within a sentence, and forms that stand in lower case; headlines tell neither."""
    always: set[str] = set()
    lower: set[str] = set()
    for line in found.lines:
        if line.role is not Role.HEADLINE:
            lower.update([word.form for word in known[line.first : line.end] if not word.capital])
            always.update([known[i].form for i in range(line.first, line.end) if known[i].capital and i not in firsts])
    return always, lower


def _weighed(found: Cut, settings: StorySettings) -> Iterator[tuple[Line, int, int, float]]:
    """The words `first..end` of a line that weigh alike: headline above lead above body, nothing far down."""
    body_from: int | None = None
    for line in found.lines:
        if line.role is Role.HEADLINE:
            yield line, line.first, line.end, settings.headline_weight
            continue
        if body_from is None and line.first < line.end:
            body_from = found.starts[line.first]
        if line.part is not Part.TEXT:
            yield line, line.first, line.end, settings.lead_weight
            continue
        begun = body_from or 0
        lead = bisect_left(found.starts, begun + settings.lead_chars, line.first, line.end)
        body = bisect_left(found.starts, begun + settings.body_chars, lead, line.end)
        if line.first < lead:
            yield line, line.first, lead, settings.lead_weight
        if lead < body:
            yield line, lead, body, 1.0


def _day(left: str, right: str) -> tuple[int, int] | None:
    """Month and day in "June 3" or "3 June"."""
    month, number = (left, right) if left in MONTHS else (right, left)
    if month in MONTHS and number.isdigit() and 1 <= int(number) <= 31:
        return MONTHS[month], int(number)
    return None


def _dated(day: tuple[int, int]) -> str:
    return f"d:{day[0]}-{day[1]}"


def _just_before(day: tuple[int, int], published_at: datetime | None) -> bool:
    """Whether a day of the year lies within a few days before publishing."""
    if published_at is None:
        return False
    days = (published_at - timedelta(days=n) for n in range(RECENT_DAYS + 1))
    return any((each.month, each.day) == day for each in days)


def learned(counts: Counts, background: Background) -> Profile:
    """The counts as unit vectors, damped (1 + log count) and weighed by rarity (TF-IDF, Salton and Buckley 1988).

    The background learns the document's terms first.
    """
    terms = counts.words, counts.names, counts.figures
    numbered = [background.numbered(each) for each in terms]
    for each in numbered[:-1]:
        background.count(each, document=False)
    background.count(numbered[-1])
    return Profile(*(_vector(own, each, background) for own, each in zip(terms, numbered, strict=True)))


def _vector(counts: Mapping[str, float], terms: Terms, background: Background) -> Vector:
    import numpy as np

    rarity = background.rarities(terms)
    often = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
    weights = (1.0 + np.log(np.maximum(often, 1.0))) * rarity
    kept = np.flatnonzero(rarity > LEAST_RARITY)
    kept = kept[np.argsort(terms[kept])]
    weights = weights[kept]
    length = float(np.sqrt(np.add.reduce(weights * weights)))
    return Vector(terms[kept], (weights / length if length else weights).astype(np.float32))
