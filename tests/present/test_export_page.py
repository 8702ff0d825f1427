"""The page on exports: its examples run, and it names every format."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.present import ferry
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
def test_every_example_runs(block, tmp_path):
    store = open_store(tmp_path / "rashomon.db")
    keep_account(store, ferry.account())
    store.close()
    run = tmp_path / "rashomon"
    run.write_text(f"#!{sys.executable}\nfrom rashomon.present.cli import main\nmain()\n")
    run.chmod(0o755)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("RASHOMON_")}
    environment["PATH"] = f"{tmp_path}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    script = "\n".join(line.removeprefix("    ") for line in block.splitlines())
    done = subprocess.run(
        ["bash", "-euc", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
