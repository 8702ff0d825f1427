"""Numbers with what they count.

A number is found by pattern, so that its value is exact; what it counts is told by the parse. Dates, times of day,
ages, telephone numbers and the numbers in names ("Flight 93") are no figures; neither are ordinals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.core import Figure, Role, Span
from rashomon.core.intervals import Intervals
from rashomon.read.figures_amounts import Amount, amounts
from rashomon.read.figures_counts import Counted, counted
from rashomon.read.figures_names import is_name
from rashomon.read.figures_shares import SHARE
from rashomon.read.figures_tables import BELOW, CALENDAR_NOUNS, HARM, IDLE, IDLE_HALVES, STATES
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.times import times_in_block

if TYPE_CHECKING:
    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """All figures of a document, in text order."""
    figures: list[Figure] = []
    times: dict[int, Intervals] = {}
    for sentence in parsed.sentences:
        found = amounts(parsed.document.words_at(sentence.span))
        taken = _times_of(parsed, sentence, times) if found else []
        for amount in sorted(found, key=lambda a: (a.start, -a.end)):
            if any(amount.start < end and start < amount.end for start, end in taken):
                continue
            figure = _figure(sentence, amount)
            if figure is not None:
                figures.append(figure)
                taken.append((amount.start, amount.end))
    return tuple(figures)


def _times_of(parsed: Parsed, sentence: Sentence, known: dict[int, Intervals]) -> list[tuple[int, int]]:
    """Where times stand in a sentence; a duration is a figure too. `known` keeps the places of each passage's times."""
    times = times_in_block(parsed, sentence.block)
    if sentence.block not in known:
        known[sentence.block] = Intervals([(t.start, t.end) for t in times])
    shift = parsed.blocks[sentence.block].span.start - sentence.span.start
    near = times[known[sentence.block].near(-shift, len(sentence.span) - shift)]
    return [(t.start + shift, t.end + shift) for t in near if t.precision != "duration"]


def _figure(sentence: Sentence, amount: Amount) -> Figure | None:
    doc = sentence.doc
    place = doc.char_span(amount.start, amount.end, alignment_mode="expand")
    if place is None:
        return None
    headline = sentence.passage.role is Role.HEADLINE
    if amount.unit is None and amount.form == "number" and is_name(doc, place, headline=headline):
        return None
    what = counted(doc, place.end - 1, money=amount.unit)
    if not _worth_telling(amount, place, what):
        return None
    words = what.phrase.text if what.phrase is not None else None
    span = Span(sentence.span.start + amount.start, sentence.span.start + amount.end, sentence.span.part)
    return Figure(
        span=span,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit or what.unit,
        counts=words,
        counts_span=sentence.place(what.phrase) if what.phrase is not None else None,
        head=_lemma(what.head) if what.head is not None else "",
    )


def _lemma(head: Token) -> str:
    """The lower-case singular: the lemmatizer leaves plural names ("Norwegians") as they are."""
    if head.lower_ in STATES:
        return head.lower_
    lemma = head.lemma_.lower()
    return lemma.removesuffix("s") if head.tag_ == "NNPS" else lemma


def _worth_telling(amount: Amount, place: Phrase, what: Counted) -> bool:
    """Whether the figure says anything: neither "one" nor a vague number does without what it counts."""
    first = place[0]
    if amount.form == "vague":
        capital = first.i > 0 and first.text[0].isupper()  # a company's name
        alone = place[-1].tag_ == "NNS" and place.root.dep_ in SUBJECTS  # "Thousands marched"
        return (what.head is not None or what.unit is not None or alone) and not capital
    if amount.form == "zero":
        return _none_told(place, what)
    if amount.unit == SHARE:
        return what.head is None or what.head.lemma_.lower() not in IDLE | IDLE_HALVES | CALENDAR_NOUNS
    if place.text.lower() == "one":
        of = first.i + 1 < len(first.doc) and first.nbor().lower_ == "of"
        return first.dep_ == "nummod" and not of and what.head is not None and what.head.lemma_.lower() not in IDLE
    return True


def _none_told(place: Phrase, what: Counted) -> bool:
    """Whether "none" is a count: of things by name, or of those to whom the verb did or did not happen."""
    last = place[-1]
    plural = what.head is not None and what.head.tag_ in {"NNS", "NNPS"}
    if last.lower_ == "no":
        return True
    if last.lower_ == "zero":
        return (plural or what.unit is not None) and not (place.start and place.doc[place.start - 1].lower_ in BELOW)
    if last.lower_ in {"none", "one"} and plural and place.end < len(place.doc) and place.doc[place.end].lower_ == "of":
        return True
    return last.dep_ in SUBJECTS and last.head.lemma_.lower() in HARM
