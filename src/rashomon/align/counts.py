"""Figures of several documents that count the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.align.measures import joined_measures
from rashomon.align.measures_told import measured
from rashomon.align.numerals import counts_nothing, part_of_others
from rashomon.align.quantities import counting_figure, parts_of, value_of
from rashomon.align.tolls import is_toll, joined_tolls
from rashomon.core import Document, Event, Figure, Reading, Referent
from rashomon.core.alignment import Count, Proposition
from rashomon.core.places import countries_in
from rashomon.core.predicates import is_converse
from rashomon.core.quantities import compatible
from rashomon.core.told_before import corrects_itself, told_before
from rashomon.core.words import key_stems

Told = tuple[str, Figure, tuple[Figure, ...]]


def align_counts(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    propositions: Sequence[Proposition],
) -> tuple[Count, ...]:
    """Figures by the claim in whose clauses they stand and what they count; then the rest by what they count.

    Outside a claim all the words of what is counted must agree: "five pilots" and "five pilots of the port" may be
    two counts, and different values are no conflict unless what is counted is told in full. A bare number says nothing
    of what it numbers and is left out; so is a figure that a report says it gave before it was corrected.
    """
    taken = _given_before(documents, readings)
    found: list[Count] = []
    for proposition in sorted(propositions, key=lambda p: -len({t.document for t in p.tellings})):
        told: dict[tuple[str, str | None], list[Told]] = {}
        for telling in proposition.tellings:
            document, reading = documents[telling.document], readings[telling.document]
            for role in ("target", "actor"):
                figure = _counted(getattr(telling.event, role), reading, document)
                if figure is None or (telling.document, figure) in taken:
                    continue
                taken.add((telling.document, figure))
                shown = replace(figure, value=value_of(figure, telling.event, reading, document))
                parts = parts_of(figure, reading, document)
                taken.update((telling.document, p) for p in parts)
                entries = told.setdefault((_filled(role, telling.event), figure.unit), [])
                entries.append((telling.document, shown, parts))
                if added := parts_beside(shown, reading, document):
                    entries.append((telling.document, added[0], added))
            for figure, way in measured(telling.event, reading, document):
                if (telling.document, figure) not in taken:
                    taken.add((telling.document, figure))
                    told.setdefault((way, figure.unit), []).append((telling.document, figure, ()))
        for _, figures in sorted(told.items(), key=lambda kv: str(kv[0])):
            found += [_count(one, proposition.id) for one in by_count(figures)]
    found += _loose_counts(documents, readings, taken)
    return joined_measures(joined_tolls(found, propositions, documents), documents, readings)


def _given_before(documents: Mapping[str, Document], readings: Mapping[str, Reading]) -> set[tuple[str, Figure]]:
    """The figures that documents give only as what they said before."""
    return {
        (document, figure)
        for document, reading in readings.items()
        if corrects_itself(documents[document])
        for figure in reading.figures
        for sentence in reading.sentences
        if sentence.covers(figure.span) and told_before(documents[document], figure.span, sentence)
    }


def _loose_counts(
    documents: Mapping[str, Document], readings: Mapping[str, Reading], taken: set[tuple[str, Figure]]
) -> list[Count]:
    """The counts of the figures that no claim has taken, by the words of what they count."""
    loose: dict[tuple[str, str, str | None], list[Told]] = {}
    for document_id, reading in readings.items():
        for figure in reading.figures:
            if (document_id, figure) in taken or not figure.head:
                continue
            if counts_nothing(figure, documents[document_id]) or part_of_others(figure, documents[document_id]):
                continue
            counted = sorted(set(key_stems(figure.counts or figure.head)))
            if len(counted) < 2 and not is_toll(figure, documents[document_id]):
                continue  # twelve people dead and twenty-one people missing are both "people"
            key3 = (" ".join(counted), _side(figure), figure.unit)
            loose.setdefault(key3, []).append((document_id, figure, ()))
    found: list[Count] = []
    for (description, _, _), figures in sorted(loose.items(), key=lambda kv: str(kv[0])):
        for one in by_count(figures):
            found += [_count(same, None) for same in _without_conflict(one, len(description.split()))]
    return found


def _filled(role: str, event: Event) -> str:
    """The role that a phrase fills in the action: who died is the object of killing."""
    if role == "actor" and is_converse(event.predicate.lemma):
        return "target"
    return role


def by_count(told: Sequence[Told]) -> list[list[Told]]:
    """The figures of one role, parted where one document gives two that cannot both be right.

    A report gives one value for one count: what it told first is taken to be that, and another value, with those of
    other reports that go together with it and not with the first, another count.
    """
    groups: list[list[Told]] = []
    for one in sorted(told, key=lambda x: x[1].span):
        home = next((g for g in groups if all(_of_one_count(one, other) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    if len(groups) > 1:
        groups = _with_their_like(groups)
    order = {(d, f.span): n for n, (d, f, _) in enumerate(told)}
    return [sorted(g, key=lambda x: order[x[0], x[1].span]) for g in groups if g]


ROUNDED = 0.1
"""How far, as a share of the larger, two values of one report may lie apart and still be one count ("some 80")."""


def _of_one_count(left: Told, right: Told) -> bool:
    """Whether two figures may be one count: of two reports always, of one report where they say about the same."""
    if left[0] != right[0] or left[2] or right[2] or "equal" in (left[1].bound, right[1].bound):
        return True
    values = left[1].value, right[1].value
    if values[0] is None or values[1] is None:
        return compatible(left[1], right[1])
    return abs(values[0] - values[1]) <= ROUNDED * max(values[0], values[1])


def _with_their_like(groups: list[list[Told]]) -> list[list[Told]]:
    """The groups, each figure of the first with the very value of a later one moved to that one.

    A value that a report which gives both also gives for the first count stays with the first.
    """
    first, *rest = groups
    doubled = {d for g in rest for d, _, _ in g}
    kept = {f.value for d, f, _ in first if d in doubled}
    for group in rest:
        values = {f.value for _, f, _ in group if f.value is not None} - kept
        group += [t for t in first if t[0] not in doubled and t[1].value in values]
        first = [t for t in first if t[0] in doubled or t[1].value not in values]
    return [first, *rest]


WORDS_IN_FULL = 3
"""How many words name a count so well that two values of it cannot be of two things."""


def _without_conflict(told: Sequence[Told], words: int) -> list[list[Told]]:
    """The figures of one description in groups of which each pair can be right; all as one where it is told in full."""
    if words >= WORDS_IN_FULL:
        return [list(told)]
    groups: list[list[Told]] = []
    for one in told:
        home = next((g for g in groups if all(compatible(one[1], other[1]) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _counted(referent: Referent | None, reading: Reading, document: Document) -> Figure | None:
    """The figure that counts what fills a role, if something is told to be counted."""
    if referent is None:
        return None
    figure = counting_figure(referent.span, referent.head.lower(), reading.figures)
    if figure is None or not (figure.counts or figure.unit) or counts_nothing(figure, document):
        return None
    return figure


def _side(figure: Figure) -> str:
    """The countries in what is counted: ten Russians and ten Americans are two counts."""
    return ",".join(sorted(countries_in(figure.counts or "")))


def parts_beside(whole: Figure, reading: Reading, document: Document) -> tuple[Figure, ...]:
    """Figures of the same sentence, joined by "and", that add up to a whole told before them ("28 ..., 22 and six")."""
    sentence = next((s for s in reading.sentences if s.covers(whole.span)), None)
    if sentence is None or whole.value is None:
        return ()
    for figure in reading.figures:
        if sentence.covers(figure.span) and figure.span.start > whole.span.start:
            parts = parts_of(figure, reading, document)
            if parts and sum(p.value for p in parts if p.value is not None) == whole.value:
                return parts
    return ()


def _count(told: Sequence[Told], proposition: str | None) -> Count:
    named = [f.counts for _, f, _ in told if f.counts]
    label = max(named, key=lambda c: (named.count(c), -len(c), c)) if named else (told[0][1].unit or "")
    return Count(counts=" ".join(label.split()), proposition=proposition, figures=tuple(told))
