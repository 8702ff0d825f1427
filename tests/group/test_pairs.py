"""Invented pairs: like happenings stay apart, a deed and its refusal stay together."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from rashomon.core import Document, Part, Passage, Role, Span
from rashomon.group import find_copies, find_stories

HERE = Path(__file__).parent
TWINS_APART = 27
"""Of thirty; the rest differ by less than a careful reader would like."""


def pairs(name):
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [tuple(report(side, row[side]) for side in ("left", "right")) for row in map(json.loads, lines)]


def report(key, row):
    at = row.get("published_at")
    return Document(
        id=key,
        text=row["text"],
        headline=row["headline"],
        headline_span=Span(0, len(row["headline"]), Part.HEADLINE),
        published_at=datetime.fromisoformat(at) if at else None,
        passages=(Passage(span=Span(0, len(row["text"])), role=Role.PARAGRAPH),),
    )


def stories(documents):
    return len(find_stories(documents, find_copies(documents)))


OPPOSITES = pairs("opposites.jsonl")


def test_like_happenings_in_other_years_or_places_are_two_stories():
    twins = pairs("twins.jsonl")
    assert len(twins) == 30
    together = [left.headline for left, right in twins if stories([left, right]) == 1]
    assert len(together) <= len(twins) - TWINS_APART, together


def test_there_are_fifty_opposites():
    assert len(OPPOSITES) == 50


@pytest.mark.parametrize("pair", OPPOSITES, ids=lambda pair: pair[0].headline)
def test_a_deed_and_its_refusal_are_one_story(pair):
    assert stories(pair) == 1
