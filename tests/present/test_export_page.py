"""The page on exports: its examples run, and it names every format."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.present import ferry
from tests.present.command_lines import here
from tests.present.questions.kept import keep_account

from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.tables_declared import TABLES
from rashomon.stores import open_store

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "export.md").read_text("utf-8")
BLOCKS = re.findall(r"(?:^    .+\n)+", PAGE, re.MULTILINE)


def test_every_format_and_table_is_named():
    assert all(f"`{name}`" in PAGE for name in KINDS)
    assert all(f"`{table.name}`" in PAGE for table in TABLES)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.strip()[:40])
def test_every_example_runs(block, tmp_path, monkeypatch):
    """Plain commands run here; those of which a shell or another program has its part, as they stand."""
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    store = open_store(tmp_path / "rashomon.db")
    keep_account(store, ferry.account())
    store.close()
    lines = [line.removeprefix("    ") for line in block.splitlines()]
    if not all(line.startswith("rashomon ") for line in lines):
        in_a_shell("\n".join(lines), tmp_path)
        return
    for line in lines:
        if "|" in line:
            in_a_shell(line, tmp_path)
        else:
            here(line)


def in_a_shell(script, folder):
    """Hold that a script ends well where `rashomon` and this Python are programs."""
    run = folder / "rashomon"
    run.write_text(f"#!{sys.executable}\nfrom rashomon.present.cli import main\nmain()\n")
    run.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(folder), str(Path(sys.executable).parent), os.environ["PATH"])),
    }
    done = subprocess.run(["bash", "-euc", script], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
