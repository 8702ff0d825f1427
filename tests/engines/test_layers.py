"""The engines know no stage: what they are asked to do comes to them as work."""

from pathlib import Path

import pytest
from tests.test_imports import STAGES, imported

import rashomon.engines

MODULES = sorted(Path(rashomon.engines.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_an_engine_imports_no_stage(path):
    known = {module.split(".")[1] for _, module in imported(path) if module.startswith("rashomon.")}
    assert not known & {*STAGES, "pipeline", "archive", "present"}
