"""Public conformance suites: whoever writes a store of their own runs these over it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.checks.engine import check_engine
    from rashomon.checks.store import check_store

__all__ = ["check_engine", "check_store"]


def __getattr__(name: str) -> object:
    """The suites, loaded on first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'rashomon.checks' has no attribute {name!r}")
    suite: object = getattr(import_module(f"rashomon.checks.{name.removeprefix('check_')}"), name)
    return suite
