"""The algebra of status, on its own and over minimal pairs in which one word turns it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core import Status
from rashomon.read.status import REAL, UNREAL, compose, governed
from rashomon.read.status_lexicon import adjective_governor, governors, noun_governor, verb_governor

PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "evals/pairs/status_pairs.jsonl").read_text("utf-8").splitlines()
]
CATEGORIES = sorted({pair["category"] for pair in PAIRS})
statuses = st.sampled_from(list(Status))


@given(inner=statuses)
def test_a_factual_context_leaves_a_clause_as_it_marks_itself(inner):
    assert compose(Status.DONE, inner) is inner


@given(outer=statuses)
def test_no_open_or_unreal_context_makes_a_plain_clause_happen(outer):
    assert (compose(outer, Status.DONE) in REAL) == (outer in REAL)


def test_a_denied_negation_happened():
    assert compose(Status.DENIED, Status.DENIED) is Status.DONE


def test_to_urge_somebody_not_to_act_rejects_the_act():
    assert compose(Status.PROPOSED, Status.DENIED) is Status.REFUSED


@given(governor=statuses)
def test_a_factive_presupposes_whatever_its_own_status(governor):
    assert governed(governor, "fact", "fact") is Status.DONE


def test_a_two_way_implicative_turns_with_its_negation():
    assert governed(Status.DONE, "denied", "=") is Status.DENIED
    assert governed(Status.DENIED, "denied", "=") is Status.DONE
    assert governed(Status.DENIED, "=", "=") is Status.DENIED


@given(outer=statuses, inner=statuses)
def test_composition_is_total_and_gives_a_status(outer, inner):
    assert compose(outer, inner) in Status


def test_every_declared_effect_is_known():
    known = {"=", "fact", "."} | {str(s) for s in Status}
    for governor in governors().values():
        assert set(governor.effects.values()) <= known, governor.name
        assert governor.effects["negated"] != ".", governor.name


def test_words_are_found_with_and_without_their_particle():
    assert verb_governor("call off", "call").name == "cancel"
    assert verb_governor("call for", "call").name == "propose"
    assert noun_governor("threat").name == "threaten"
    assert adjective_governor("unwilling").effect("to") in {str(s) for s in UNREAL}


@pytest.mark.parametrize("category", CATEGORIES)
def test_one_word_turns_the_status(category, reader, document_of):
    wrong = []
    for pair in (p for p in PAIRS if p["category"] == category):
        start = pair["text"].index(pair["predicate"])
        end = start + len(pair["predicate"])
        events = reader.read(document_of(pair["text"])).events
        here = [e for e in events if e.predicate.span.start < end and start < e.predicate.span.end]
        exact = [e for e in here if e.predicate.span.end == end] or here
        if not exact or exact[0].status != pair["status"]:
            wrong.append((pair["id"], exact[0].status if exact else None))
    assert not wrong


def test_pairs_differ_in_status_within_each_pair():
    by_pair: dict[str, set[str]] = {}
    for pair in PAIRS:
        by_pair.setdefault(pair["id"][:-2], set()).add(pair["status"])
    assert all(len(found) == 2 for found in by_pair.values())
