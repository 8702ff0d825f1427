"""What tests share: an environment that says nothing, one loaded reader, and documents from a few words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from rashomon.core import Document, Passage, Role, Span, content_id
from rashomon.read import Reader, models

TOLD = "COLUMNS LINES NO_COLOR FORCE_COLOR PY_COLORS TTY_COMPATIBLE TTY_INTERACTIVE GITHUB_ACTIONS".split()
"""Variables by which a caller says how wide and how colourful what is written is to be; some are read on import."""
KEPT = "RASHOMON_TEST_"
"""How those begin that are for the tests; all others of ours are for commands, which here take none unasked."""
for key in list(os.environ):
    if key in TOLD or (key.startswith("RASHOMON_") and not key.startswith(KEPT)):
        del os.environ[key]
os.environ.setdefault("LOGNAME", "tester")  # not every machine has a name for who runs the tests

settings.register_profile("many", max_examples=2400)
"""For a search that takes its time: `pytest --hypothesis-profile=many tests/properties`."""
if "CI" not in os.environ:  # where Hypothesis has such a profile of its own
    settings.register_profile("own", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("own")  # how long an example takes says how busy the machine is
else:  # there it draws the same examples in each run, but for words out of the modules that are loaded by then
    providers._get_local_constants = providers.Constants


@pytest.fixture(scope="session", autouse=True)
def loaded_once() -> Iterator[None]:
    """A model is loaded once in this process, however many readers and pipelines ask for it: it takes over a second.

    What a reader keeps of what it read is its own; other processes load their own, as ever.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(models, "load", cache(models.load))
        yield


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for the whole session; its faults fail the tests."""
    return Reader(tolerant=False)


@pytest.fixture(scope="session")
def document_of() -> Any:
    """Make a document of paragraphs, one a line, without going through cleaning."""

    def make(text: str, published_at: datetime | None = None) -> Document:
        passages, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                passages.append(Passage(span=Span(at, at + len(line)).trimmed(text), role=Role.PARAGRAPH))
            at += len(line) + 1
        return Document(id=content_id("document", text), text=text, published_at=published_at, passages=tuple(passages))

    return make
