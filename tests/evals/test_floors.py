"""Floors hold for the data they were measured on and only rise there."""

import json

import pytest
from evals.floors import compare, raised, told
from evals.measurements import MEASUREMENTS, UNITS, Measurement, chosen
from hypothesis import given
from hypothesis import strategies as st

from evals import run

figures = st.floats(0, 1).map(told)


def floor(least, data="d1"):
    return {"floor": least, "data": data}


def test_a_figure_on_its_floor_holds():
    assert compare(0.83, "d1", floor(0.83), pin=False) == ("floor 0.830", False)


def test_a_figure_below_its_floor_fails_even_while_pinning():
    assert compare(0.829, "d1", floor(0.83), pin=False) == ("floor 0.830  BELOW", True)
    assert compare(0.829, "d1", floor(0.83), pin=True)[1]


def test_a_floor_of_other_data_counts_for_nothing():
    verdict, failed = compare(0.9, "d2", floor(0.8), pin=False)
    assert failed
    assert "changed" in verdict
    assert raised(0.5, "d2", floor(0.8)) == floor(0.5, "d2")


def test_a_figure_without_a_floor_fails_until_it_is_pinned():
    assert compare(0.9, "d1", None, pin=False)[1]
    assert not compare(0.9, "d1", None, pin=True)[1]


@given(before=figures, now=figures)
def test_pinning_never_lowers_a_floor_on_the_same_data(before, now):
    assert raised(now, "d1", floor(before)) == floor(max(before, now))


@given(figure=st.floats(0, 1))
def test_a_figure_is_cut_and_never_told_better_than_it_is(figure):
    assert told(figure) <= figure + 2e-6
    assert figure - told(figure) < 0.001


def test_a_figure_that_is_a_round_number_is_not_cut_by_its_binary_form():
    assert told(0.29) == 0.29
    assert told(2 / 2) == 1.0


def test_each_measurement_is_made_once_whatever_the_number_of_processes():
    assert sorted(name for unit in UNITS for name in unit) == sorted(m.name for m in MEASUREMENTS)


def test_measurements_are_chosen_by_words_of_their_names():
    assert [m.name for m in chosen(["pairs"])] == ["own pairs", "blind pairs", "event_pairs"]
    assert chosen(None) == list(MEASUREMENTS)


@pytest.fixture
def one_figure(tmp_path, monkeypatch):
    """A run of one measurement whose figure is set by the test, with floors in a file of its own."""
    file = tmp_path / "floors.json"

    def measured(figure, *options, floors=None):
        if floors is not None:
            file.write_text(json.dumps(floors))
        measurement = Measurement("letters", (str(tmp_path),), lambda _: ({"read": figure}, []))
        monkeypatch.setattr(run, "FLOORS", file)
        monkeypatch.setattr(run, "chosen", lambda _: [measurement])
        code = run.main(["--workers", "1", *options])
        return code, json.loads(file.read_text()) if file.exists() else {}

    return measured


def test_pin_makes_a_new_key_and_drops_one_that_is_measured_no_more(one_figure):
    code, floors = one_figure(0.75, "--pin", floors={"stamps: read": floor(0.5)})
    assert code == 0
    assert list(floors) == ["letters: read"]
    assert floors["letters: read"]["floor"] == 0.75


def test_pin_of_some_measurements_keeps_the_floors_of_the_others(one_figure):
    _, floors = one_figure(0.75, "--pin", "--only", "letters", floors={"stamps: read": floor(0.5)})
    assert sorted(floors) == ["letters: read", "stamps: read"]


def test_a_run_that_falls_below_says_so_and_changes_no_floor(one_figure, capsys, tmp_path):
    _, pinned = one_figure(0.75, "--pin")
    (tmp_path / "floors.json").unlink()
    code, floors = one_figure(0.7, floors=pinned)
    assert floors == pinned
    assert code == 1


def test_a_floor_of_what_is_measured_no_more_fails_until_it_is_dropped(one_figure, capsys):
    code, _ = one_figure(0.75, floors={"stamps: read": floor(0.5)})
    assert code == 1
    assert "stamps: read" in capsys.readouterr().out
