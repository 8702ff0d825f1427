"""Pages only hand work on: it is done in this process, which has loaded the parser."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def here(worked_here):
    """For all of them."""
