"""The command that measures: what it is asked for is there, or it says what is."""

import json

import pytest
from evals.labelled import VARIABLE
from evals.run import main

from evals import run


def test_a_word_that_is_in_no_name_is_told_with_the_names_there_are(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--only", "pages", "clean", "dough"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "no measurement has 'clean' or 'dough' in its name; there are: pace of reading, " in said
    assert "accounts together" in said


def test_where_nothing_that_is_asked_for_has_data_nothing_is_measured(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "none"))
    assert main(["--only", "account"]) == 0
    assert "No labelled data" in capsys.readouterr().out
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert main(["--only", "accounts together"]) == 0
    assert capsys.readouterr().out == "accounts together: no data\n"


def test_what_fails_is_told_once_more_at_the_end(monkeypatch, tmp_path, capsys):
    floors = tmp_path / "floors.json"
    floors.write_text(
        json.dumps({f"pairs: {figure}": {"floor": 0.5, "data": "same"} for figure in ("speaker", "status")}), "utf-8"
    )
    monkeypatch.setattr(run, "FLOORS", floors)
    monkeypatch.setattr(run, "measure", lambda *_: iter([("pairs", 0.1, {"speaker": 0.49, "status": 0.5}, "same")]))
    assert main(["--only", "own pairs"]) == 1
    said = capsys.readouterr().out
    assert said.endswith("What fails:\n  pairs: speaker 0.490  floor 0.500  BELOW\n")
    monkeypatch.setattr(run, "measure", lambda *_: iter([("pairs", 0.1, {"speaker": 0.51, "status": 0.5}, "same")]))
    assert main(["--only", "own pairs"]) == 0
    assert "What fails" not in capsys.readouterr().out
