"""Tolls of one happening told far apart: the dead and the hurt of the headlines and leads of a story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.align.frames import lead_of
from rashomon.core import Document, Figure
from rashomon.core.alignment import Count, Proposition
from rashomon.core.nouns import like_nouns
from rashomon.core.places import countries_in
from rashomon.core.quantities import compatible

TOLLS = frozenset({"kill", "injure", "detain", "rescue", "infect"})
"""Actions of which a story's reports give one running count of people."""

SUFFERED = {
    "dead": "kill",
    "fatality": "kill",
    "death": "kill",
    "body": "kill",
    "injured": "injure",
    "wounded": "injure",
    "injury": "injure",
    "hurt": "injure",
}
"""What a counted word says by itself of the people counted."""

GENERAL = frozenset({"person", "people", "human", "civilian", "victim", "resident", "individual", *SUFFERED})
"""Heads that stand for all who were counted; of tourists or crew there may be fewer."""

PARTIAL = ("including", "among", "of whom", "of them", "of the", "another", "other", "more")
"""Words before a figure that make it a part of another count, or one beside it."""

TELLING = 5
"""The least value that two reports hardly give to two different counts of the dead."""

NEAR = 0.1
"""The least share that the smaller of two tolls is of the larger; below it they count two happenings."""


def is_toll(figure: Figure, document: Document) -> bool:
    """Whether a figure by itself counts all the dead or hurt ("12 dead"), and not some of them ("five of the dead")."""
    text = document.part(figure.span.part)
    return figure.head.lower() in SUFFERED and text[figure.span.end :].split(maxsplit=1)[:1] != ["of"]


def joined_tolls(
    counts: Sequence[Count], propositions: Sequence[Proposition], documents: Mapping[str, Document]
) -> tuple[Count, ...]:
    """The counts with those of one toll as one line.

    Two counts of people who suffered the same are the story's toll where each is told in a headline or lead of its
    documents, or both give the same value; a document that gives both with values that cannot both be right keeps them
    apart.
    """
    actions = {p.id: p.action for p in propositions}
    tolls: dict[str, list[int]] = {}
    led: set[int] = set()
    for place, count in enumerate(counts):
        action = toll_of(count, actions)
        if action is not None:
            tolls.setdefault(action, []).append(place)
            led |= {place} if _led(count, documents) else set()
    made = list(counts)
    gone: set[int] = set()
    for places in tolls.values():
        for n, left in enumerate(places):
            for right in places[n + 1 :]:
                pair = made[left], made[right]
                if {left, right} & gone or not _one_toll(*pair):
                    continue
                if _one_value(*pair) or {left, right} <= led:
                    made[left] = _together(made[left], made[right])
                    gone.add(right)
    return tuple(c for place, c in enumerate(made) if place not in gone)


def toll_of(count: Count, actions: Mapping[str, str]) -> str | None:
    """What the counted people suffered, None for any other count."""
    figures = [f for _, f, _ in count.figures]
    if any(f.unit is not None for f in figures) or not all(_of_all(f) for f in figures):
        return None
    told = [SUFFERED[f.head.lower()] for f in figures if f.head.lower() in SUFFERED]
    action = told[0] if told else actions.get(count.proposition or "")
    return action if action in TOLLS else None


def _of_all(figure: Figure) -> bool:
    """Whether a figure counts people without a further word that could make them a part of all."""
    words = (figure.counts or "").split()
    named = any(w[:1].isupper() for w in words[1:]) or bool(countries_in(figure.counts or ""))
    return (figure.head.lower() in GENERAL and not named) or (like_nouns(figure.head.lower(), "person") and not words)


def _led(count: Count, documents: Mapping[str, Document]) -> bool:
    """Whether some figure of a count stands in a headline or lead, for all those it counts."""
    for document, figure, _ in count.figures:
        text = documents[document].part(figure.span.part)
        before = text[max(0, figure.span.start - 24) : figure.span.start].lower()
        whole = not any(before.rstrip().endswith(p) or f" {p} " in before for p in PARTIAL)
        if whole and any(span.covers(figure.span) for span in lead_of(documents[document])):
            return True
    return False


def _one_toll(left: Count, right: Count) -> bool:
    for d1, f1, _ in left.figures:
        for d2, f2, _ in right.figures:
            if d1 == d2 and not compatible(f1, f2):
                return False
            low, high = sorted((f1.value or 0.0, f2.value or 0.0))
            if low and low < NEAR * high:
                return False
    return True


def _one_value(left: Count, right: Count) -> bool:
    """Whether two counts give one value, one that is too large to be so by chance."""
    values = [{f.value for _, f, _ in c.figures if f.value is not None and f.value >= TELLING} for c in (left, right)]
    return bool(values[0] & values[1]) and {d for d, _, _ in left.figures} != {d for d, _, _ in right.figures}


def _together(left: Count, right: Count) -> Count:
    return replace(left, proposition=left.proposition or right.proposition, figures=(*left.figures, *right.figures))
