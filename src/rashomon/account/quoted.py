"""Which tellings stand within quotations of the same words: what one statement says, whoever prints it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.core import Document, Form, Quotation, Reading, Span
from rashomon.core.alignment import Telling
from rashomon.core.words import FUNCTION_WORDS, WORD, fold

VERBATIM = frozenset({Form.DIRECT, Form.BLOCK, Form.MIXED})
"""Forms of speech that give somebody's words; the others are the reporter's own for what was said."""

LEAST_WORDS = 6
"""Shortest run of equal words that may be one statement: "we lost everything" is said in every flood."""
LEAST_TELLING = 2
"""So many of them must be words that say what is spoken of: "I have never seen anything like it" has none."""
LEAST_WORDS_OF_TWO = 8
"""The same where each report names another speaker: then it must be sure that the words were spoken but once."""
LEAST_TELLING_OF_TWO = 3
SURE_WORDS = 16
"""So many words in a row nobody says again by chance, whatever they are."""

EVERYDAY = FUNCTION_WORDS | frozenset(
    """
    will would shall should can could may might must cannot can't won't don't didn't doesn't isn't wasn't aren't
    couldn't wouldn't not no never nothing nobody none now always ever still yet only even much many lot all every
    everything everyone everybody anything anyone anybody something someone somebody way thing things like get gets
    got getting go goes going gone went come comes coming came make makes making made take takes taking took taken
    see sees seen saw seeing know knows knew known think thinks thought feel feels felt hear hears heard say says
    said tell tells told want wants wanted need needs needed let lets give gives given gave look looks looked try
    tries tried keep keeps kept put stay stand work works worked help call first last next back again today tomorrow
    yesterday day days night week month year years time times moment life people man men woman women child children
    family families home everyone's good bad great terrible horrible awful worst best better big small little long
    new old right wrong sure clear very really quite never happy sad sorry proud thank thanks thoughts prayers
    condolences loved hard well far away down out there's it's that's i'm we're they're you're he's she's
    """.split()
)
"""Words of speech about anything: two people come by them without having heard one another."""

Place = tuple[str, str]
"""A document and an event of it."""


@dataclass(frozen=True, slots=True)
class Shared:
    """That a telling's words stand in another telling's quotation too."""

    first: Telling
    """The telling of which it says so; the first of its statement."""
    words: str
    """The words that both have, as the other one prints them."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A telling among the words of its quotation: where its predicate and its clause stand in these."""

    telling: Telling
    words: tuple[str, ...]
    places: tuple[Span, ...]
    predicate: range
    clause: range


class Quoted:
    """The quotations of a story's documents, asked for the statement within which a telling stands."""

    def __init__(self, documents: Sequence[Document], readings: Sequence[Reading]) -> None:
        self._documents = {d.id: d for d in documents}
        self._quotations = {(r.document, q.id): q for r in readings for q in r.quotations}
        self._behind = {(r.document, q.continues): q for r in readings for q in r.quotations if q.continues}
        self._names = {r.document: frozenset(m.name for m in r.mentions if m.form == "name") for r in readings}
        self._words: dict[Place, tuple[tuple[str, Span], ...]] = {}

    def names(self, telling: Telling) -> bool:
        """Whether a telling calls its speaker by name: no pronoun, no office, nobody."""
        voice = telling.event.voice
        return voice is not None and voice.name in self._names.get(telling.document, ())

    def alike(self, tellings: Sequence[Telling]) -> dict[Place, Shared]:
        """Of the tellings of a claim, those whose words stand in an earlier one's quotation too; and which these are.

        Each is compared with the first telling of a statement, so that no two are joined by a third that is like
        both.
        """
        found: dict[Place, Shared] = {}
        firsts: dict[tuple[str, ...], list[_Spoken]] = {}
        for telling in tellings:
            spoken = self._spoken(telling)
            if spoken is None:
                continue
            runs = _runs(spoken)
            candidates = {id(one): one for run in runs for one in firsts.get(run, ())}
            for first in candidates.values():
                if (words := self._shared(first, spoken)) is not None:
                    found[telling.document, telling.event.id] = Shared(first.telling, words)
                    break
            else:
                for run in runs:
                    firsts.setdefault(run, []).append(spoken)
        return found

    def _spoken(self, telling: Telling) -> _Spoken | None:
        """A telling within the words of its quotation, None where it stands in none that gives somebody's words."""
        quotation = self._quotations.get((telling.document, telling.event.quotation or ""))
        if quotation is None or quotation.form not in VERBATIM:
            return None
        said = self._said(telling.document, quotation)
        predicate = _within(said, telling.event.predicate.span)
        if not predicate:
            return None
        words, places = tuple(w for w, _ in said), tuple(p for _, p in said)
        clause = _within(said, telling.event.span) or predicate
        return _Spoken(telling, words, places, predicate, clause)

    def _said(self, document: str, quotation: Quotation) -> tuple[tuple[str, Span], ...]:
        """The words of a quotation with their places, what it continues before it and what continues it behind."""
        first = quotation
        while first.continues and (document, first.continues) in self._quotations:
            first = self._quotations[document, first.continues]
        key = (document, first.id)
        if key not in self._words:
            found: list[tuple[str, Span]] = []
            part: Quotation | None = first
            while part is not None:
                span, text = part.span, self._documents[document].part(part.span.part)
                found += [
                    (fold(m.group()), Span(m.start(), m.end(), span.part))
                    for m in WORD.finditer(text, span.start, span.end)
                ]
                part = self._behind.get((document, part.id))
            self._words[key] = tuple(found)
        return self._words[key]

    def _shared(self, left: _Spoken, right: _Spoken) -> str | None:
        """The words in a row around what both tell, as the right one prints them; None where they may be chance."""
        run = max((_run(left, right, i, j) for i in left.predicate for j in right.predicate), key=lambda r: r[2])
        at, to, length = run
        ours, theirs = range(at, at + length), range(to, to + length)
        if not (_holds(ours, left.clause) or _holds(theirs, right.clause)):
            return None  # "we will sell" and "we will not sell" share what stands behind
        two = self.names(left.telling) and self.names(right.telling) and not _of_one(left.telling, right.telling)
        if not telling_enough(right.words[to : to + length], two=two):
            return None
        return _printed(self._documents[right.telling.document], right.places[to : to + length])


def _printed(document: Document, places: Sequence[Span]) -> str:
    """The words at these places as they are printed, without what is told between two parts of a quotation."""
    found = [document.words_at(places[0])]
    for before, place in pairwise(places):
        between = document.part(place.part)[before.end : place.start] if before.part == place.part else " "
        found += [" … " if any(map(str.isalnum, between)) else between, document.words_at(place)]
    return " ".join("".join(found).split())


def _of_one(left: Telling, right: Telling) -> bool:
    """Whether two tellings are laid to one party."""
    return left.voice is not None and left.voice == right.voice


def _within(said: Sequence[tuple[str, Span]], span: Span) -> range:
    """The words of a quotation that stand at a place."""
    found = [n for n, (_, place) in enumerate(said) if span.touches(place)]
    return range(found[0], found[-1] + 1) if found else range(0)


def _runs(spoken: _Spoken) -> list[tuple[str, ...]]:
    """All runs of the least length that hold a word of the predicate."""
    low = max(0, spoken.predicate[0] - LEAST_WORDS + 1)
    high = min(spoken.predicate[-1], len(spoken.words) - LEAST_WORDS)
    return [spoken.words[n : n + LEAST_WORDS] for n in range(low, high + 1)]


def _run(left: _Spoken, right: _Spoken, i: int, j: int) -> tuple[int, int, int]:
    """The longest run of equal words through two places: where it begins in each, and how long it is."""
    a, b = left.words, right.words
    if a[i] != b[j]:
        return i, j, 0
    before = 0
    while min(i, j) > before and a[i - before - 1] == b[j - before - 1]:
        before += 1
    end = 1
    while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
        end += 1
    return i - before, j - before, before + end


def _holds(run: range, clause: range) -> bool:
    return bool(run) and bool(clause) and run[0] <= clause[0] and clause[-1] <= run[-1]


def telling_enough(words: Sequence[str], *, two: bool) -> bool:
    """Whether equal words are more than chance; `two` where they are laid to two people by name."""
    telling = {w for w in words if w not in EVERYDAY}
    if len(words) >= SURE_WORDS:
        return True
    long, rare = (LEAST_WORDS_OF_TWO, LEAST_TELLING_OF_TWO) if two else (LEAST_WORDS, LEAST_TELLING)
    return len(words) >= long and len(telling) >= rare
