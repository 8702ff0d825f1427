"""The measures of a pair of tellings, and the weights that ship."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.align.frames import Frame
from rashomon.align.likeness import Weights
from rashomon.align.pairs import derived, measures, overlap
from rashomon.align.pairs_model import pair_model
from rashomon.align.roles import Part
from rashomon.core import Event, Kind, Predicate, Span, Status
from rashomon.core.alignment import Telling

WEIGHTS = Weights([["ferri", "sink"], ["ferri", "port"], ["mayor"]])


def part(head, *stems, party=None):
    return Part(
        party=party,
        kind=Kind.THING,
        head=head,
        stems=frozenset({head, *stems}),
        proper=frozenset(),
        countries=frozenset(),
        figure=None,
        quantity=None,
        total=None,
        reach="bare",
    )


def frame(lemma, sentence, *, form="verb", status=Status.DONE, actor=None, target=None, document="a"):
    place = Span(0, len(sentence))
    event = Event(
        id=f"{document}-{lemma}",
        span=place,
        sentence=place,
        predicate=Predicate(span=place, lemma=lemma, form=form),
        status=status,
    )
    return Frame(
        telling=Telling(document=document, event=event),
        action=lemma,
        actor=actor,
        target=target,
        context=frozenset(),
        clause=frozenset(sentence.split()),
        wording=(sentence, 1),
    )


def test_status_is_no_measure():
    left = frame("expel", "chile expels envoys", target=part("envoy"))
    done = frame("expel", "chile will not expel envoys", target=part("envoy"), document="b")
    refused = replace(
        done, telling=replace(done.telling, event=replace(done.telling.event, status=Status.REFUSED, why=("not",)))
    )
    assert measures(left, done, WEIGHTS) == measures(left, refused, WEIGHTS)


def test_measures_do_not_depend_on_which_comes_first():
    left = frame("sink", "the ferry sank off norholm", actor=part("ferry", "alma"))
    right = frame("capsize", "ferry alma capsized 3 miles off norholm", actor=part("ferry"), document="b")
    assert measures(left, right, WEIGHTS) == measures(right, left, WEIGHTS)


@pytest.mark.parametrize(
    ("left", "right", "expected"), [("explode", "explosion", True), ("arrest", "arrest", True), ("win", "lose", False)]
)
def test_derived_lemmas(left, right, expected):
    assert derived(left, right) is expected


@given(st.frozensets(st.text("abc", min_size=1)), st.frozensets(st.text("abc", min_size=1)))
def test_overlap_is_a_share(left, right):
    assert 0.0 <= overlap(left, right, WEIGHTS) <= 1.0
    assert overlap(left, right, WEIGHTS) == overlap(right, left, WEIGHTS)


def test_weights_have_the_sense_that_a_reader_expects():
    weights = pair_model().weights
    assert set(weights) == {"related", "other"}
    related = weights["related"]
    assert related["sentence"] > 0 > related["actor_two_parties"]
    assert related["target_count"] > 0 > related["target_two_parties"]
    assert weights["other"]["bias"] < related["bias"], "unrelated predicates need more"


def test_every_weight_is_of_a_measure():
    left, right = (
        frame("sink", "ferry sank", actor=part("ferry"), target=part("pier"), document=d) for d in ("a", "b")
    )
    named = {*measures(left, right, WEIGHTS), "bias", "actor_unnamed", "target_unnamed"}
    for weights in pair_model().weights.values():
        assert set(weights) <= named


def test_the_order_of_a_set_changes_no_measure():
    program = """
from random import Random
from rashomon.align.likeness import Weights
from rashomon.align.pairs import overlap
rng, stems = Random(3), [f"stem{n}" for n in range(400)]
weights = Weights([rng.sample(stems, rng.randint(3, 200)) for _ in range(40)])
print([overlap(frozenset(rng.sample(stems, 40)), frozenset(rng.sample(stems, 60)), weights) for _ in range(99)])
"""
    shown = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    ]
    assert shown[0] == shown[1]
