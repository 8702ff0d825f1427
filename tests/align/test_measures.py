"""Measures of one stuff: the same weighing told of two deeds, and what keeps two weighings apart."""

from __future__ import annotations

import pytest

from rashomon.align import align, measures
from rashomon.core import Document, Passage, Role, Span, content_id

SEIZED = "Customs officers seized 340 kilograms of amber from two trucks at the Lume bridge on 3 March 2031."
CARRIED = "The trucks carried 34 kilograms of amber over the Lume bridge on 3 March 2031, Tavria said."


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


@pytest.mark.parametrize(
    "other",
    [
        CARRIED,
        "The 34 kilograms of amber were carried over the Lume bridge in two trucks on 3 March 2031.",
        "Customs officers found 34 kilograms of amber at the Lume bridge on 3 March 2031.",
        "The 34 kilograms of amber were found in two trucks at the Lume bridge on 3 March 2031.",
    ],
    ids=["carried by the same", "carried in the same", "found by the same", "found in the same"],
)
def test_what_was_seized_and_what_was_carried_is_one_measure(values_of, other):
    assert values_of(SEIZED, other) == [[340, 34]]


@pytest.mark.parametrize("told", [3400, 320, 170, 60, 12])
def test_how_far_two_values_differ_does_not_decide(values_of, told):
    """Of one deed the reports may differ by little, by half, by a nought or wholly."""
    assert values_of(SEIZED, CARRIED.replace("34 ", f"{told} ")) == [sorted((340, told), reverse=True)]


@pytest.mark.parametrize("told", [340, 320, 170, 34])
def test_one_lorry_told_in_the_singular_by_both(values_of, told):
    searched = "Guards found 340 kilograms of amber in a lorry at the Tarn gate on 3 March 2031."
    drove = f"The lorry carried {told} kilograms of amber past the Tarn gate on 3 March 2031, Bree said."
    assert values_of(searched, drove) == [sorted((340, told), reverse=True)]


@pytest.mark.parametrize("told", [320, 170, 34])
@pytest.mark.parametrize(
    "other",
    [
        "Each truck carried {} kilograms of amber over the Lume bridge on 3 March 2031.",
        "Every truck carried {} kilograms of amber over the Lume bridge on 3 March 2031.",
        "The trucks each carried {} kilograms of amber over the Lume bridge on 3 March 2031.",
        "The trucks carried {} kilograms of amber each over the Lume bridge on 3 March 2031.",
        "The truck carried {} kilograms of amber over the Lume bridge on 3 March 2031.",
        "One of the trucks carried {} kilograms of amber over the Lume bridge on 3 March 2031.",
        "Five trucks carried {} kilograms of amber over the Lume bridge on 3 March 2031.",
    ],
    ids=["each", "every", "they each", "of each", "one", "one of them", "another number"],
)
def test_what_a_part_of_them_carried_is_no_other_value_of_the_whole(values_of, other, told):
    assert all(len(values) == 1 for values in values_of(SEIZED, other.format(told)))


def test_equal_weights_of_one_deed_are_one_measure(values_of):
    assert values_of(SEIZED, CARRIED.replace("34 ", "340 ")) == [[340, 340]]


@pytest.mark.parametrize(
    "other",
    [
        CARRIED.replace("3 March", "5 March"),
        CARRIED.replace("over the Lume bridge", "over the Sarn dam"),
        CARRIED.replace("Lume bridge", "Lume market"),
        CARRIED.replace(" on 3 March 2031", ""),
        CARRIED.replace("34 ", "another 34 "),
        CARRIED.replace("carried", "will carry"),
        CARRIED.replace("34 ", "up to 400 "),
        CARRIED.replace("The trucks", "The pilgrims"),
        CARRIED.replace("The trucks", "Another truck"),
        "Thieves stole 34 kilograms of amber near the Lume bridge on 3 March 2031.",
        "Thieves stole 320 kilograms of amber near the Lume bridge on 3 March 2031.",
        "Customs officers found 320 kilograms of amber in a car at the Lume bridge on 3 March 2031.",
        "Thieves stole 34 kilograms of amber from two trucks near the Lume bridge on 3 March 2031.",
        "Tavria exported 3,400 kilograms of amber over the Lume bridge on 3 March 2031.",
        "Customs officers found 34 kilograms of amber in a car at the Lume bridge on 3 March 2031.",
        "Customs officers found 34 kilograms of amber in another truck at the Lume bridge on 3 March 2031.",
        "A fisherman found 34 kilograms of amber at the Lume bridge on 3 March 2031.",
        "A fisherman found 340 kilograms of amber at the Lume bridge on 3 March 2031.",
    ],
    ids=[
        "another day",
        "another place",
        "another place of that name",
        "no day",
        "beside another",
        "to come",
        "a bound",
        "carried by others",
        "carried by a further one",
        "a theft",
        "a theft of about as much",
        "about as much in another vehicle",
        "a theft from the same",
        "an export",
        "in another vehicle",
        "in a further vehicle",
        "found by others",
        "as much found by others",
    ],
)
def test_two_weighings_stay_apart(values_of, other):
    assert all(len(values) == 1 for values in values_of(SEIZED, other))


def test_the_names_of_those_who_took_it_keep_two_weighings_apart(values_of):
    tavrian = SEIZED.replace("Customs officers", "Officers of Tavria")
    breean = SEIZED.replace("Customs officers seized 340", "Officers of Bree found 34")
    assert all(len(values) == 1 for values in values_of(tavrian, breean))


def test_a_report_that_gives_both_keeps_them_apart(values_of):
    both = f"{SEIZED} {CARRIED}"
    assert [340, 34] not in values_of(both, SEIZED.replace("Customs officers", "Guards"))


def test_each_figure_is_looked_up_once(values_of, monkeypatch):
    seen = []
    nearest = measures._nearest
    monkeypatch.setattr(measures, "_nearest", lambda f, r: seen.append((r.document, f)) or nearest(f, r))
    seized = [SEIZED.replace("on 3 March", f"on Monday, 3 March {' ' * n}") for n in range(4)]
    values_of(*seized, *(CARRIED.replace("said", f"said{' ' * n}") for n in range(4)))
    assert len(seen) == len(set(seen)) == 8
