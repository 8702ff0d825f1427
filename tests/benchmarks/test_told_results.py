"""How measurements become medians, ratios, graphs and a page."""

import json

import pytest
from benchmarks.flame import boxes, drawn
from benchmarks.profiled import folded
from benchmarks.rounds import Run, exponent, interleaved, ratio, told

from benchmarks import day, page


def test_the_exponent_is_that_of_the_power():
    assert exponent([(n, 3.0 * n**1.25) for n in (5, 50, 500)]) == pytest.approx(1.25)


def test_a_ratio_is_the_median_of_the_rounds_and_not_of_the_times():
    runs = {
        "slow": [Run(work=10, seconds=s, processor_seconds=s) for s in (2.0, 30.0, 4.0)],
        "fast": [Run(work=10, seconds=s, processor_seconds=s) for s in (1.0, 10.0, 2.0)],
    }
    found = ratio(runs, "slow", "fast")
    assert (found["time"], found["least"], found["most"]) == (2.0, 2.0, 3.0)
    assert ratio(runs, "slow", "absent") is None
    assert told(runs["slow"])["a second"] == 2.5


def counted(name: str) -> Run:
    if name == "absent":
        raise ImportError(name)
    run = Run(work=len(name))
    with run.timed():
        sum(range(1000))
    return run


def test_contenders_run_in_processes_of_their_own_and_a_missing_one_is_left_out(capsys):
    runs = interleaved({name: (counted, (name,)) for name in ("here", "absent")}, rounds=2)
    assert {name: len(each) for name, each in runs.items()} == {"here": 2}
    assert runs["here"][0].peak_mb > 0
    assert "absent: left out" in capsys.readouterr().err


def test_a_flame_graph_joins_equal_beginnings_and_leaves_out_what_is_too_small():
    stacks = {("a", "b"): 50.0, ("a", "c"): 49.9, ("d",): 0.1}
    found = {box.name: box for box in boxes(stacks)}
    assert set(found) == {"a", "b", "c"}
    assert found["a"].share == pytest.approx(0.999)
    assert found["c"].left == pytest.approx(0.5)
    assert "<script" not in drawn(stacks, "<script>")


def test_a_stack_begins_with_rashomon_and_folds_other_packages():
    names = ["runpy:main", "rashomon.a:f", "spacy.x:g", "spacy.y:h", "numpy:i", "rashomon.b:j"]
    assert folded(names) == ("rashomon.a:f", "spacy.x:g", "numpy:i", "rashomon.b:j")


def test_the_page_names_what_was_missed_and_what_was_not_measured(tmp_path, monkeypatch):
    result = {
        "machine": {"processor": "p", "cores": 2, "memory GB": 8, "python": "3", "load at the start": 0.1},
        "command": "c", "date": "d", "rounds": 5, "took seconds": 3, "versions": {"spacy": "3"},
        "goals": [{"goal": "as fast", "reached": "half", "met": False}],
        "tables": [{"title": "pages", "columns": ["a second"], "figures": {"Rashomon": {"a second": 48.25}},
                    "ratios": [], "note": ""}],
    }  # fmt: skip
    tmp_path.joinpath("clean.json").write_text(json.dumps(result), "utf-8")
    monkeypatch.setattr(page, "PAGE", tmp_path / "benchmarks.md")
    page.write_page(tmp_path)
    text = page.PAGE.read_text("utf-8")
    assert "| Clean HTML | as fast | half | **missed** |" in text
    assert "| Rashomon | 48.2 |" in text
    assert "Not measured yet: Read, Copies" in text


def test_a_days_needs_are_the_costs_of_a_document_times_its_articles_and_gaps_are_named():
    row = {"documents": 1000, "copies, processor s": 2.0, "stories, processor s": 4.0}
    results = {
        "curve": {
            "tables": [{"figures": {"1,000": row}}],
            "parameters": {"read": {"processor seconds": 10.0, "work": 100}},
            "machine": {"processor": "p", "cores": 2, "memory GB": 8, "python": "3"},
            "date": "d",
        }
    }
    told_of = "\n".join(day.costs(results, 36_000))
    assert "| read | r · words | 100.0 | 1.0 |" in told_of
    assert "| stories | s · documents | 4.0 | 0.0 |" in told_of
    assert "| clean | c · pages | **not measured yet** |" in told_of
    assert "keep" not in told_of, "the whole is not told where a part is missing"


def test_the_time_of_a_story_lies_on_the_line_between_those_measured():
    points = [(5.0, 1.0), (50.0, 10.0), (100.0, 40.0)]
    assert day.told_by(points, 2.0) == pytest.approx(0.4)
    assert day.told_by(points, 20.0) == pytest.approx(4.0)
    assert day.told_by(points, 200.0) == pytest.approx(160.0)
