"""Public conformance suites: whoever writes a store of their own runs these over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.checks.store import check_store

__all__ = ["check_store"]


def __getattr__(name: str) -> object:
    """The suites, loaded on first use (PEP 562)."""
    if name != "check_store":
        raise AttributeError(f"module 'rashomon.checks' has no attribute {name!r}")
    from rashomon.checks.store import check_store

    return check_store
