"""The command that measures: what it is asked for is there, or it says what is."""

import pytest
from evals.labelled import VARIABLE
from evals.run import main


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
