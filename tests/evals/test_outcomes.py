"""Figures come from outcomes, and an outcome shows the sentence it stands in."""

from evals.outcomes import Outcome, covered, found_f1, right, sentence
from evals.reading import QuotationJudge, pair_figures, status_figures

from rashomon.core import Form, Quotation, Referent, Span

TEXT = "The mill closed. Ilse Marn said the weavers would march. Nobody knew why."


def outcome(*, kind="status", row="r1", place=(0, 4), wanted="done", found="done", right=True):
    return Outcome(kind=kind, row=row, place=place, wanted=wanted, found=found, right=right, shown="")


def test_what_is_not_judged_counts_for_coverage_alone():
    some = [outcome(), outcome(right=False), outcome(found=None, right=None), outcome(kind="speaker", right=False)]
    assert right(some, "status") == 1 / 2
    assert covered(some, "status") == 2 / 3


def test_f1_counts_what_was_missed_and_what_the_labels_do_not_have():
    some = [
        outcome(kind="content"),
        outcome(kind="content"),
        outcome(kind="content", found=None, right=False),
        outcome(kind="content", wanted=None, right=False),
    ]
    assert found_f1(some, "content") == 2 / 3


def test_an_outcome_round_trips_through_a_row():
    assert Outcome.of_row(outcome().as_row()) == outcome()
    assert Outcome.of_row({**outcome().as_row(), "place": [3, 9]}).place == (3, 9)
    assert Outcome.of_row(outcome(place=None).as_row()) == outcome(place=None)


def test_the_sentence_around_a_place_is_shown_with_the_place_marked():
    at = TEXT.index("weavers")
    assert sentence(TEXT, (at, at + 7)) == "Ilse Marn said the [[weavers]] would march."


def test_a_sentence_ends_with_its_paragraph():
    assert sentence("First line\nThe dam burst\nLast line", (19, 24)) == "The dam [[burst]]"


def test_of_a_long_paragraph_only_the_neighbourhood_is_shown():
    words = "word " * 400
    assert len(sentence(words, (1000, 1004))) < 600


def test_a_pair_is_right_when_both_of_its_sides_are():
    sides = [outcome(row="a-01-a"), outcome(row="a-01-b"), outcome(row="a-02-a"), outcome(row="a-02-b", right=False)]
    assert pair_figures(sides) == {"rows": 3 / 4, "pairs": 1 / 2}


def test_balanced_accuracy_weighs_both_sides_alike():
    happened = [outcome(wanted="happened")] * 9
    not_happened = [outcome(wanted="did not happen", right=False)]
    assert status_figures([*happened, *not_happened]) == {"covered": 1.0, "balanced accuracy": 1 / 2}


def quotation(words, speaker):
    at, by = TEXT.index(words), TEXT.index(speaker)
    named = Referent(name=speaker, span=Span(by, by + len(speaker)))
    return Quotation(id="q", span=Span(at, at + len(words)), form=Form.INDIRECT, speaker=named)


def judged(gold, said):
    place = (TEXT.index(gold), TEXT.index(gold) + len(gold))
    speaker = (TEXT.index("Ilse"), TEXT.index("Ilse") + len("Ilse Marn"))
    outcomes = QuotationJudge("d", TEXT).outcomes("", [(place, [speaker])], said)
    return [(o.kind, o.wanted is not None, o.right) for o in outcomes]


def test_a_quotation_that_meets_its_label_is_judged_with_its_speaker():
    said = [quotation("the weavers would march", "Ilse Marn")]
    assert judged("the weavers would march", said) == [("content", True, True), ("speaker", True, True)]


def test_a_wrong_speaker_leaves_the_content_right():
    said = [quotation("the weavers would march", "Nobody")]
    assert judged("the weavers would march", said) == [("content", True, True), ("speaker", True, False)]


def test_a_quotation_elsewhere_is_one_missed_and_one_too_many():
    said = [quotation("The mill closed", "Ilse Marn")]
    assert judged("the weavers would march", said) == [("content", True, False), ("content", False, False)]
