"""Files that take seconds to make are made once a run, by the process of it that asks first."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of one run share."""
    own = factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "once"
    folder.mkdir(exist_ok=True)
    return folder


def once(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The file of this name in a folder, made unless it is there; who works on it takes a copy."""
    wanted = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted.exists():
            unfinished = folder / f"{os.getpid()}-{name}"
            make(unfinished)
            unfinished.replace(wanted)
    return wanted
