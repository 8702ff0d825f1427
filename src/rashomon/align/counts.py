"""Figures of several documents that count the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.align.quantities import counting_figure, parts_of, value_of
from rashomon.core import Document, Figure, Reading, Referent
from rashomon.core.alignment import Count, Proposition
from rashomon.core.places import countries_in
from rashomon.core.words import key_stems

Told = tuple[str, Figure, tuple[Figure, ...]]


def align_counts(
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    propositions: Sequence[Proposition],
) -> tuple[Count, ...]:
    """Figures by the claim in whose clauses they stand and what they count; then the rest by what they count.

    Outside a claim all the words of what is counted must agree: "five pilots" and "five pilots of the port" may be
    two counts. A bare number says nothing of what it numbers and is left out.
    """
    taken: set[tuple[str, Figure]] = set()
    found: list[Count] = []
    for proposition in sorted(propositions, key=lambda p: -len({t.document for t in p.tellings})):
        told: dict[tuple[str, str | None], list[Told]] = {}
        for telling in proposition.tellings:
            document, reading = documents[telling.document], readings[telling.document]
            for role in ("target", "actor"):
                figure = _counted(getattr(telling.event, role), reading)
                if figure is None or (telling.document, figure) in taken:
                    continue
                taken.add((telling.document, figure))
                shown = replace(figure, value=value_of(figure, telling.event, reading))
                parts = parts_of(figure, reading, document)
                taken.update((telling.document, p) for p in parts)
                entries = told.setdefault((role, figure.unit), [])
                entries.append((telling.document, shown, parts))
                if added := parts_beside(shown, reading, document):
                    entries.append((telling.document, added[0], added))
        for _, figures in sorted(told.items(), key=lambda kv: str(kv[0])):
            found.append(_count(figures, proposition.id))
    loose: dict[tuple[str, str, str | None], list[Told]] = {}
    for document_id, reading in readings.items():
        for figure in reading.figures:
            if (document_id, figure) in taken or not figure.head:
                continue
            counted = sorted(set(key_stems(figure.counts or figure.head)))
            if len(counted) < 2:
                continue  # twelve people dead and twenty-one people missing are both "people"
            key3 = (" ".join(counted), _side(figure), figure.unit)
            loose.setdefault(key3, []).append((document_id, figure, ()))
    found += [_count(figures, None) for _, figures in sorted(loose.items(), key=lambda kv: str(kv[0]))]
    return tuple(found)


def _counted(referent: Referent | None, reading: Reading) -> Figure | None:
    """The figure that counts what fills a role, if something is told to be counted."""
    if referent is None:
        return None
    figure = counting_figure(referent.span, referent.head.lower(), reading.figures)
    return figure if figure is not None and (figure.counts or figure.unit) else None


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
