"""A PostgreSQL server for the session, real or none: skipped where it is not installed, failed for in CI."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from benchmarks.postgres import NoServerError, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a database on a server that runs."""
    try:
        running = server()
        address = running.__enter__()
    except NoServerError as fault:
        if os.environ.get("CI"):
            pytest.fail(f"CI needs PostgreSQL: {fault}")
        pytest.skip(str(fault))
    yield address
    running.__exit__(None, None, None)
