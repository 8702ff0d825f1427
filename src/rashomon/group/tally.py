"""The weighted terms of many documents at once: words, names, and figures with dates.

Names bear the prefix `n:`, figures `f:`, dates `d:`; headline counts above lead above body.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Document, Part, Role
from rashomon.core.calendar import MONTHS
from rashomon.group.settings import StorySettings
from rashomon.group.tokens import Spare, Tokens
from rashomon.group.vocabulary import CAPITAL, DIGIT, LONG, MONTH, OWN_DAY, Marks, Vocabulary
from rashomon.group.words import sentence_starts, stretches

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bools = NDArray[np.bool_]
    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

MOST_WORDS = 1 << 17
"""Written words remembered before all are forgotten, some 40 MB; beyond it are only those of one batch."""
RECENT_DAYS = 4
DAY_DIGITS = 2
"""A day has no more; of very long numbers none is made at all."""
KINDS = 3
"""Words, names, and figures with dates."""


class Tally(NamedTuple):
    """The term counts of some documents, one behind another."""

    terms: list[str]
    """Every term once, in the order in which it was first met."""
    places: NDArray[np.int32]
    """Of each document its words, names and figures, by their places in `terms`."""
    counts: Floats
    sizes: NDArray[np.int32]
    """How many words, names and figures each document has, in three columns."""
    own_days: list[bool]
    """Whether headline or lead tell of a day of their own: "on Tuesday", "overnight", a date just before publishing.
    A report that goes back to an older happening need not; one on a new happening nearly always does."""


class Counts(NamedTuple):
    """The same of one document by itself."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    figures: Mapping[str, float]
    own_day: bool

    def terms(self) -> Iterator[str]:
        """Every term once."""
        yield from self.words
        yield from self.names
        yield from self.figures


class _Words(NamedTuple):
    """The words of all documents in a row, and what is known of each."""

    documents: Ints
    stretches: Ints
    headline: Bools
    weights: Floats
    body: Bools
    """Whether a word stands behind the lead."""
    kept: Bools
    """Whether it counts: what stands far down does not."""
    begins: Bools
    """Whether it begins a sentence, where a capital tells nothing; in headlines none is looked for."""
    rows: NDArray[np.int32]
    marks: NDArray[np.uint8]


class _Events(NamedTuple):
    """Terms as they were met: in which document, with what weight."""

    documents: Ints
    terms: Ints
    weights: Floats


_spare = Spare[Vocabulary]()


def _tokens() -> Tokens[Vocabulary]:
    tokens = _spare.take(None, MOST_WORDS)
    return Tokens(Vocabulary()) if tokens is None else tokens


def count(document: Document, settings: StorySettings) -> Counts:
    """The weighted term counts of a document."""
    found = tally((document,), settings)
    told = list(zip([found.terms[place] for place in found.places.tolist()], found.counts.tolist(), strict=True))
    words, names, _ = found.sizes[0].tolist()
    return Counts(dict(told[:words]), dict(told[words : words + names]), dict(told[words + names :]), found.own_days[0])


def tally(documents: Sequence[Document], settings: StorySettings) -> Tally:
    """The weighted term counts of documents."""
    import numpy as np

    tokens = _tokens()
    words = _words(documents, settings, tokens)
    known = tokens.lexicon.columns()
    counted, digit = words.kept, words.marks & DIGIT > 0
    opening = words.headline | (words.weights > 1.0)
    own_days = np.zeros(len(documents), dtype=np.bool_)
    own_days[words.documents[counted & opening & (words.marks & OWN_DAY > 0)]] = True
    terms = known.terms[words.rows].astype(np.int64)
    as_name = known.names[words.rows].astype(np.int64)
    named = counted & _named(words, known, len(documents), len(tokens.lexicon))
    del known  # the vocabulary may grow again
    dates, at, just_before = _dates(documents, words, tokens.lexicon)
    own_days[words.documents[at[just_before & opening[at]]]] = True
    figures = (counted & digit).nonzero()[0]
    order = np.concatenate((2 * figures, 2 * at + 1)).argsort(kind="stable")
    figured = np.concatenate((figures, at))[order]
    events = (
        _met(words, (counted & ~digit).nonzero()[0], terms),
        _met(words, named.nonzero()[0], as_name),
        _Events(words.documents[figured], np.concatenate((terms[figures], dates))[order], words.weights[figured]),
    )
    answer = _summed(events, len(documents), tokens.lexicon.terms, own_days.tolist())
    _spare.leave(None, tokens)
    return answer


def _met(words: _Words, which: Ints, terms: Ints) -> _Events:
    return _Events(words.documents[which], terms[which], words.weights[which])


def _words(documents: Sequence[Document], settings: StorySettings, tokens: Tokens[Vocabulary]) -> _Words:
    import numpy as np

    lines = [
        (number, passage, stretch)
        for number, document in enumerate(documents)
        for passage, stretch in stretches(document)
    ]
    parted = tokens.part([stretch for _, _, stretch in lines])
    line = np.arange(len(lines)).repeat(parted.counts)
    headed = np.array([passage.role is Role.HEADLINE for _, passage, _ in lines], dtype=np.bool_)
    headline = headed[line]
    in_text = np.array([passage.span.part is Part.TEXT for _, passage, _ in lines], dtype=np.bool_)[line]
    own = np.array([number for number, _, _ in lines], dtype=np.int64)[line]
    starts = parted.starts + np.array([passage.span.start for _, passage, _ in lines], dtype=np.int64)[line]
    prose = (~headline).nonzero()[0]
    first, at = np.unique(own[prose], return_index=True)
    begun = np.zeros(len(documents), dtype=np.int64)
    begun[first] = starts[prose[at]]
    behind = starts - begun[own]
    lead = ~in_text | (behind < settings.lead_chars)
    weights = np.where(headline, settings.headline_weight, np.where(lead, settings.lead_weight, 1.0))
    keys = line * _BEYOND + parted.starts
    sentences = np.array(
        [
            number * _BEYOND + start
            for number, (_, passage, stretch) in enumerate(lines)
            if passage.role is not Role.HEADLINE
            for start in sentence_starts(stretch)
        ],
        dtype=np.int64,
    )
    marks = tokens.lexicon.columns().marks[parted.rows]
    return _Words(
        documents=own,
        stretches=line,
        headline=headline,
        weights=weights,
        body=~headline & ~lead,
        kept=headline | lead | (behind < settings.body_chars),
        begins=_among(keys, sentences),
        rows=parted.rows,
        marks=marks,
    )


_BEYOND = 1 << 32
"""No passage has so many characters."""


def _among(keys: Ints, some: Ints) -> Bools:
    """Whether each key (rising) is one of some, in any order."""
    import numpy as np

    found = np.zeros(len(keys), dtype=np.bool_)
    if len(keys):
        at = np.minimum(keys.searchsorted(some), len(keys) - 1)
        found[at[keys[at] == some]] = True
    return found


def _named(words: _Words, known: Marks, documents: int, rows: int) -> Bools:
    """Whether a word is a name: a capital that is not only that of a sentence's beginning, or of a headline.

    A form that bears a capital within a sentence of the document is one everywhere in it; one that also stands in lower
    case is none at a beginning. Headlines tell neither.
    """
    import numpy as np

    capital = words.marks & CAPITAL > 0
    shown = ~words.headline & ~words.begins
    named = capital & shown
    asked = (capital & ~shown).nonzero()[0]
    form, bare = known.forms[words.rows], known.bare[words.rows[asked]]
    ids, back = np.unique(np.concatenate((form[asked], bare)), return_inverse=True)
    place = np.full(rows, -1)
    place[ids] = np.arange(len(ids))
    cells = place[form]
    told = cells >= 0  # of the other forms nothing is asked
    cells += words.documents * len(ids)
    always = np.zeros(documents * len(ids), dtype=np.bool_)
    always[cells[told & named]] = True
    lower = np.zeros_like(always)
    lower[cells[told & ~capital & ~words.headline]] = True
    as_form, as_bare = back.reshape(2, -1) + words.documents[asked] * len(ids)
    long = words.marks[asked] & LONG > 0
    named[asked] = always[as_form] | always[as_bare] | (~lower[as_form] & long)
    return named


def _dates(documents: Sequence[Document], words: _Words, vocabulary: Vocabulary) -> tuple[Ints, Ints, Bools]:
    """Days of the year as terms, the words with which they end, and whether they are just before publishing."""
    import numpy as np

    month = words.marks & MONTH > 0
    near = (month[1:] | month[:-1]) & words.kept[1:] & words.kept[:-1]
    near &= (words.stretches[1:] == words.stretches[:-1]) & (words.body[1:] == words.body[:-1])
    terms, at, just_before = [], [], []
    form_of_row = vocabulary.form_of_row
    for end in (near.nonzero()[0] + 1).tolist():
        left, right = (form_of_row(row) for row in words.rows[end - 1 : end + 1].tolist())
        if day := _day(left, right):
            terms.append(vocabulary.term(f"d:{day[0]}-{day[1]}"))
            at.append(end)
            just_before.append(_just_before(day, documents[words.documents[end]].published_at))
    return (
        np.array(terms, dtype=np.int64),
        np.array(at, dtype=np.int64),
        np.array(just_before, dtype=np.bool_),
    )


def _day(left: str, right: str) -> tuple[int, int] | None:
    """Month and day in "June 3" or "3 June"."""
    month, number = (left, right) if left in MONTHS else (right, left)
    if month in MONTHS and number.isdecimal() and len(number) <= DAY_DIGITS and 1 <= int(number) <= 31:
        return MONTHS[month], int(number)
    return None


def _just_before(day: tuple[int, int], published_at: datetime | None) -> bool:
    """Whether a day of the year lies within a few days before publishing."""
    if published_at is None:
        return False
    days = (published_at - timedelta(days=n) for n in range(RECENT_DAYS + 1))
    return any((each.month, each.day) == day for each in days)


def _summed(events: Sequence[_Events], documents: int, terms: Sequence[str], own_days: list[bool]) -> Tally:
    """Each term of each document once, in the order in which it was met, with the sum of its weights."""
    import numpy as np

    own = np.concatenate([each.documents for each in events])
    met = np.concatenate([each.terms for each in events])
    kinds = np.arange(KINDS).repeat([len(each.terms) for each in events])
    keys = own * (len(terms) + 1) + met
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    weights = np.concatenate([each.weights for each in events])
    counts = np.bincount(which, weights=weights, minlength=len(first)).astype(np.float64, copy=False)
    order = (own[first] * len(keys) + first).argsort(kind="stable")
    first = first[order]
    numbers, places, back = np.unique(met[first], return_index=True, return_inverse=True)
    turn = places.argsort(kind="stable")
    ranks = np.empty(len(turn), dtype=np.int32)
    ranks[turn] = np.arange(len(turn), dtype=np.int32)
    return Tally(
        [terms[number] for number in numbers[turn].tolist()],
        ranks[back],
        counts[order],
        np.bincount(own[first] * KINDS + kinds[first], minlength=KINDS * documents).astype(np.int32).reshape(-1, KINDS),
        own_days,
    )
