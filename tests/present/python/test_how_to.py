"""The examples of the page on Python run as they stand."""

import doctest
import re
from pathlib import Path

import pytest

import rashomon.demo
from rashomon.archive import Archive
from rashomon.ingest import pages
from rashomon.pipeline import Pipeline
from rashomon.stores import open_store

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "how-to" / "python.md"


@pytest.fixture
def desk(tmp_path, monkeypatch, reader):
    """A folder as the pages suppose it, the demo's reports in `reports/`, with the parser that is loaded already."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for path in rashomon.demo.paths():
        (tmp_path / "reports" / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(Pipeline, "reader", reader)


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_every_program_of_the_other_pages_runs(page, desk, capsys):
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block.replace("/tmp/lock", "reports"), page, "exec"), {})
        assert len(capsys.readouterr().out.splitlines()) > 20


def test_every_example_of_the_page_gives_what_it_says(desk):
    store = open_store("desk.db")
    Archive(store, Pipeline()).take_in(pages(["reports"], keep_octets=True))
    store.close()
    blocks = re.findall(r"```pycon\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) > 10
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "python.md", str(PAGE), 0)
    told = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    done = runner.run(examples, out=told.append)
    assert not done.failed, "".join(told)
    assert done.attempted > 20


def test_every_table_and_public_name_is_on_the_page():
    from rashomon.present.exports.tables_declared import TABLES

    words = PAGE.read_text("utf-8")
    assert all(f"`{table.name}`" in words for table in TABLES)
    for name in ("account", "check", "open", "Settings", "read_settings", "Pipeline", "Account", "RashomonError"):
        assert f"rashomon.{name}" in words
