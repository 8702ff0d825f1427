"""The bundled demo: six invented reports of one invented event."""

from __future__ import annotations

from pathlib import Path

__all__ = ["paths"]


def paths() -> tuple[Path, ...]:
    """The demo's reports, five plain texts and one page of HTML, sorted by name."""
    folder = Path(__file__).parent
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html"}))
