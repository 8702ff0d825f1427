"""The conformance suite of stores: what every one does, whatever it is built on."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.checks import (
    store_asked,
    store_at_once,
    store_decided,
    store_derived,
    store_fingerprints,
    store_kept,
    store_keys,
    store_streams,
    store_together,
    store_versions,
)
from rashomon.checks.expecting import Maker
from rashomon.stores.base import Store

CHECKS: tuple[Callable[[Maker], None], ...] = (
    *store_kept.CHECKS,
    *store_versions.CHECKS,
    *store_derived.CHECKS,
    *store_at_once.CHECKS,
    *store_decided.CHECKS,
    *store_asked.CHECKS,
    *store_fingerprints.CHECKS,
    *store_keys.CHECKS,
    *store_streams.CHECKS,
    *store_together.CHECKS,
)
"""Every check, for test runners that name each."""


def check_store(make_store: Callable[[], Store], *, address: Callable[[Store], str] | None = None) -> None:
    """Hold a store to everything that stores promise; Hypothesis is needed.

    Args:
        make_store: gives a new and empty store, opened, each time it is called.
        address: where a store is, for `rashomon.stores.open_store` in another process; with None what needs another
            process is left out.

    Raises:
        NotConforming: the first promise that is not kept.
    """
    maker = Maker(make=make_store, address=address)
    for check in CHECKS:
        check(maker)
