"""Gains and losses are told outcome by outcome."""

import json

from evals.diff import changes, main, read_run, report
from evals.outcomes import Outcome
from hypothesis import given
from hypothesis import strategies as st

some_outcomes = st.lists(
    st.builds(
        Outcome,
        kind=st.sampled_from(["content", "status"]),
        row=st.sampled_from(["r1", "r2"]),
        place=st.sampled_from([(0, 4), (5, 9), None]),
        wanted=st.sampled_from(["done", None]),
        found=st.sampled_from(["done", "denied", None]),
        right=st.sampled_from([True, False, None]),
        shown=st.just("The dam [[burst]]."),
    ),
    max_size=8,
)


def outcome(right, *, kind="status", row="r1", place=(8, 13), wanted="done", found="done"):
    return Outcome(kind=kind, row=row, place=place, wanted=wanted, found=found, right=right, shown="The dam [[burst]].")


def verdicts(before, after):
    return [change.won for change in changes(before, after)]


def test_what_was_wrong_and_is_right_is_won():
    assert verdicts([outcome(False)], [outcome(True)]) == [True]


def test_what_was_right_and_is_wrong_is_lost():
    assert verdicts([outcome(True)], [outcome(False)]) == [False]


def test_nothing_read_is_better_than_wrong_and_worse_than_right():
    assert verdicts([outcome(False)], [outcome(None, found=None)]) == [True]
    assert verdicts([outcome(None, found=None)], [outcome(True)]) == [True]
    assert verdicts([outcome(True)], [outcome(None, found=None)]) == [False]


def test_an_unlabelled_quotation_is_lost_when_it_comes_and_won_when_it_goes():
    extra = outcome(False, kind="content", wanted=None)
    assert verdicts([], [extra]) == [False]
    assert verdicts([extra], []) == [True]


def test_wrong_in_another_way_is_neither_won_nor_lost():
    assert verdicts([outcome(False, found="denied")], [outcome(False, found="planned")]) == []


def test_outcomes_are_matched_by_kind_row_and_place():
    assert verdicts([outcome(True, row="r1")], [outcome(True, row="r2")]) == [False, True]
    assert verdicts([outcome(True, place=(0, 3))], [outcome(True, place=(8, 13))]) == [False, True]


def test_several_outcomes_of_one_place_are_matched_whatever_their_order():
    assert verdicts([outcome(True), outcome(False)], [outcome(False), outcome(True)]) == []
    assert verdicts([outcome(True), outcome(False)], [outcome(True), outcome(True)]) == [True]


@given(some=some_outcomes)
def test_a_run_has_no_changes_against_itself(some):
    assert changes(some, some[::-1]) == []


@given(left=some_outcomes, right=some_outcomes)
def test_gains_one_way_are_losses_the_other(left, right):
    there, back = verdicts(left, right), verdicts(right, left)
    assert (sum(there), len(there)) == (len(back) - sum(back), len(back))


def test_the_report_shows_the_sentence_with_gold_before_and_after():
    lines = list(report({"own pairs": [outcome(False, found="denied")]}, {"own pairs": [outcome(True)]}))
    assert lines == [
        "own pairs: 1 won, 0 lost",
        "  + status (r1)",
        "      The dam [[burst]].",
        "      gold: done | before: denied | after: done",
    ]


def test_the_report_shows_so_many_cases_and_counts_the_rest():
    before = [outcome(True, place=(n, n + 1)) for n in range(5)]
    after = [outcome(False, place=(n, n + 1)) for n in range(5)]
    lines = list(report({"codes": before}, {"codes": after}, most=2))
    assert lines[0] == "codes: 0 won, 5 lost"
    assert sum(line.startswith("  - ") for line in lines) == 2
    assert lines[-1] == "  ... and 3 more lost"


def test_a_measurement_that_one_side_cannot_make_is_named_and_the_others_are_told():
    before = {"codes": "AttributeError: no codes here", "own pairs": [outcome(False)]}
    after = {"codes": [outcome(True)], "own pairs": [outcome(True)]}
    lines = list(report(before, after))
    assert lines[0] == "codes: before: AttributeError: no codes here"
    assert lines[1] == "own pairs: 1 won, 0 lost"


def test_a_run_is_read_back_as_it_was_written(tmp_path):
    rows = [{"measurement": "codes", **outcome(True).as_row()}, {"measurement": "pages", "fault": "ImportError: x"}]
    file = tmp_path / "run.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert read_run(file) == {"codes": [outcome(True)], "pages": "ImportError: x"}


def test_a_commit_that_is_not_there_is_a_fault_of_the_caller(capsys):
    assert main(["no-such-commit"]) == 2
    assert "no-such-commit" in capsys.readouterr().err
