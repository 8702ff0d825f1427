"""Forty small press reviews, written before the rules of standing and origins that they test were mended.

Each begins with `### name`; a line `# outlet | words | standing | differs | origins` says what is expected of the claim
told there. The first twenty were run once before anything was mended, the second twenty once after that.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.core import Standing

REVIEWS = {
    block.partition("\n")[0].strip(): block.partition("\n")[2]
    for block in ("\n" + (Path(__file__).parent / "reviews.txt").read_text(encoding="utf-8")).split("\n### ")[1:]
}

MISSED = {
    "outlet itself says it did not happen": "the two tellings are not brought together",
    "toll three updates": "a toll that more than doubles is taken for another",
}
"""What still goes wrong, and why."""


def test_there_are_forty():
    assert len(REVIEWS) == 40
    assert set(MISSED) <= set(REVIEWS)


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.xfail(reason=MISSED[n], strict=True)) if n in MISSED else n for n in REVIEWS],
)
def test_standing_and_origins(name, ledger_of):
    lines = REVIEWS[name].splitlines()
    expected = [line[1:].split("|") for line in lines if line.startswith("# ")]
    ledger = ledger_of(parse_newsroom("\n".join(line for line in lines if not line.startswith("# "))))
    assert expected
    for outlet, words, standing, differs, origins in ([part.strip() for part in parts] for parts in expected):
        claim = ledger.claim(outlet, words)
        assert claim.standing is Standing(standing), claim.standing_reason
        assert claim.differs == (() if differs == "-" else tuple(differs.split(", ")))
        assert claim.origins == int(origins)
