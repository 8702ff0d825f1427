"""What is run inside a page to look at it: the files of the folder `inside`, each one expression of JavaScript."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "inside"


@cache
def inside(name: str) -> str:
    """The function of this name."""
    return (FOLDER / f"{name}.js").read_text("utf-8")
