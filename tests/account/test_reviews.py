"""Forty small press reviews, written before the rules of standing and origins that they test were mended.

Each begins with `### name`; a line `# outlet | words | standing | differs | origins` says what is expected of the claim
told there. The first twenty were run once before anything was mended, the second twenty once after that.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.core import Standing


def reviews(name):
    """The press reviews of a file beside this one, by what they are called."""
    text = "\n" + (Path(__file__).parent / name).read_text(encoding="utf-8")
    return {block.partition("\n")[0].strip(): block.partition("\n")[2] for block in text.split("\n### ")[1:]}


REVIEWS = reviews("reviews.txt")
RESTING = reviews("reviews_resting.txt")
"""Reviews of agencies called short, of media without a name, of threats and of conditions."""

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
    held_against(REVIEWS[name], ledger_of)


@pytest.mark.parametrize("name", RESTING)
def test_on_what_reports_rest(name, ledger_of):
    held_against(RESTING[name], ledger_of)


def held_against(review, ledger_of):
    """Make the ledger of a review and compare its claims with what its first lines expect."""
    lines = review.splitlines()
    expected = [line[1:].split("|") for line in lines if line.startswith("# ")]
    ledger = ledger_of(parse_newsroom("\n".join(line for line in lines if not line.startswith("# "))))
    assert expected
    for outlet, words, standing, differs, origins in ([part.strip() for part in parts] for parts in expected):
        claim = ledger.claim(outlet, words)
        assert claim.standing is Standing(standing), claim.standing_reason
        assert claim.differs == (() if differs == "-" else tuple(differs.split(", ")))
        assert claim.origins == int(origins)
