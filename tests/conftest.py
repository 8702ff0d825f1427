"""What tests share: one loaded reader, and documents from a few words."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from rashomon.core import Document, Passage, Role, Span, content_id
from rashomon.read import Reader

settings.register_profile("many", max_examples=2400)
"""For a search that takes its time: `pytest --hypothesis-profile=many tests/properties`."""
if "CI" not in os.environ:  # where Hypothesis has such a profile of its own
    settings.register_profile("own", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("own")  # how long an example takes says how busy the machine is


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for the whole session, loading the parser takes about a second; its faults fail the tests."""
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
