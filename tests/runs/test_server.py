"""A run into an archive on a server: ended at transactions, its parts are those of a run into a file."""

from __future__ import annotations

import json

from benchmarks.postgres import archive
from tests.runs.press import inputs, left, plan
from tests.runs.test_broken_off import to_the_end
from tests.stores.conftest import postgres

from rashomon.pipeline import Pipeline
from rashomon.runs import Run, read_plan
from rashomon.stores import open_store

__all__ = ["postgres"]


def test_the_parts_are_those_of_an_archive_in_a_file(go, postgres, tmp_path):
    reports = inputs(tmp_path / "in", stories=2)
    go(plan(tmp_path / "file", reports))
    file = plan(tmp_path / "server", reports)
    file.write_text(file.read_text().replace("desk.db", archive(postgres)))
    report, ends = to_the_end(go, file)
    assert ends > 2
    assert report.whole
    server, kept = (left(tmp_path / name)[1] for name in ("server", "file"))
    signs = [json.loads(files.pop("parts/parts.json")) for files in (server, kept)]
    assert server == kept
    assert [sign.pop("archive") for sign in signs][1] == "../desk.db"
    assert signs[0] == signs[1]


def test_a_password_is_in_no_report(tmp_path):
    file = plan(tmp_path / "desk", tmp_path / "in")
    file.write_text(file.read_text().replace("desk.db", "postgresql://desk:seven-gulls@localhost/news"))
    _, report = Run(read_plan(file), open_store(":memory:"), Pipeline()).survey()
    assert report.archive == "postgresql://localhost/news"
