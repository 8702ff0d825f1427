"""The cheap tests must let through every text on which a pattern would match."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.read.times_patterns import RULES
from rashomon.read.times_traces import traces

WRITTEN = Path(__file__).parents[2] / "evals" / "pairs"
SENTENCES = [
    json.loads(line)["text"]
    for name in ("times", "times_unseen", "figures")
    for line in (WRITTEN / f"{name}.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("number", range(len(RULES)))
def test_no_match_is_lost_to_a_cheap_test(number: int) -> None:
    rule = RULES[number]
    lost = [s for s in SENTENCES if rule.pattern.search(s) and not traces(s).issuperset(rule.needs)]
    assert lost == []


def test_a_sentence_without_words_of_time_passes_none() -> None:
    assert traces("The mill shut.") == frozenset()
