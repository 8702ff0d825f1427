"""Measures of one stuff: the same weighing told of two deeds, and what keeps two weighings apart."""

from __future__ import annotations

import pytest

from rashomon.align import align
from rashomon.core import Document, Passage, Role, Span, content_id

SEIZED = "Customs officers seized 340 kilograms of amber at the Lume bridge on 3 March 2031."


@pytest.fixture(scope="session")
def values_of(reader):
    """Align short reports: the values of each count of amber, the most first."""

    def told(*texts):
        documents = [
            Document(
                id=content_id("document", text, str(n)),
                text=text,
                passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
            )
            for n, text in enumerate(texts)
        ]
        alignment = align(documents, [reader.read(d) for d in documents])
        counts = [[f.value for _, f, _ in c.figures] for c in alignment.counts if "amber" in c.counts]
        return sorted((sorted(values, reverse=True) for values in counts), reverse=True)

    return told


def test_what_was_seized_and_what_was_carried_is_one_measure(values_of):
    other = "The drivers carried 34 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said."
    assert values_of(SEIZED, other) == [[340, 34]]


@pytest.mark.parametrize(
    "other",
    [
        "The drivers carried 34 kilograms of amber over the Lume bridge on 5 March 2031, Tavria said.",
        "The drivers carried 34 kilograms of amber over the Sarn dam on 3 March 2031, Tavria said.",
        "The drivers carried 34 kilograms of amber over the Lume bridge, Tavria said.",
        "The drivers carried 12 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said.",
        "The drivers carried another 34 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said.",
        "The drivers will carry 34 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said.",
        "The drivers carried up to 400 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said.",
    ],
    ids=["another day", "another place", "no day", "far apart", "beside another", "to come", "a bound"],
)
def test_two_weighings_stay_apart(values_of, other):
    assert all(len(values) == 1 for values in values_of(SEIZED, other))


def test_a_report_that_gives_both_keeps_them_apart(values_of):
    both = f"{SEIZED} The drivers carried 34 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said."
    assert [340, 34] not in values_of(both, SEIZED.replace("Customs officers", "Guards"))
