"""Hostile files end in pages and named problems, each page kept so that it comes again."""

from evals.broken import KINDS, files
from evals.hostile import outcomes_of

from rashomon.core import Problem


def test_one_hostile_file_of_each_kind_and_more_crash_nothing(tmp_path):
    for name, raw in files(7, 4 * len(KINDS)):
        (tmp_path / name).write_bytes(raw)
        found = outcomes_of(tmp_path / name)
        assert found
        assert all(word.islower() for word in found), (name, found)


def test_the_same_seed_makes_the_same_files():
    names = [[name for name, _ in files(3, 12)] for _ in range(2)]
    assert names[0] == names[1]


def test_a_page_that_does_not_come_again_is_told(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("The harbour is closed.")
    lost = Problem(stage="ingest", code="bad-octets", message="", fatal=True)
    monkeypatch.setattr("evals.hostile.again", lambda octets, address: lost)
    assert outcomes_of(tmp_path / "a.txt")["NOT THE SAME AGAIN"] == 1
