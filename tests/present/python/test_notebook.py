"""The notebooks of the documentation run as they stand, and become pages."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon

DOCS = Path(__file__).parents[3] / "docs"
NOTEBOOKS = sorted((DOCS / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_what_a_run_of_it_leaves(path):
    notebook = json.loads(path.read_text("utf-8"))
    assert notebook["metadata"].keys() == {"kernelspec", "language_info"}
    for cell in notebook["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
        assert cell["metadata"] == {}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_and_its_page_shows_what_it_gave(path):
    command = [sys.executable, str(DOCS / "notebooks" / "rendered.py"), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(rashomon.__file__).parents[1])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = done.stdout
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert page.count("```python\n") == sum(cell["cell_type"] == "code" for cell in cells)
    assert page.count('<div class="output">') + page.count("```text\n") >= page.count("```python\n")
    assert "<strong>Account</strong> of 6 documents, 1 story" in page
    assert "carried by [" in page
    assert not re.search(r"Traceback|<script|Warning:", page)
    for block in re.findall(r'<div class="output">.*?\n</div>', page, re.DOTALL):
        assert "\n\n" not in block
