"""What a digest says of those who tell something otherwise: what "it" is, who stands alone, what rests on whom."""

from __future__ import annotations

import re

import pytest
from tests.account.verifying import review, standing_in, verifier_of
from tests.newsrooms import parse_newsroom


@pytest.fixture(scope="module")
def stands(ledger_of, reader):
    """Whether a sentence stands over some reports."""

    def made(text, *texts):
        room = parse_newsroom(review(*texts))
        return standing_in(room, verifier_of(room, ledger_of(room), reader))(text)

    return made


TOLD = "Edda Orsk sold the old lock on Friday."
ALLEGED = "Tessa Orlow accused Edda Orsk of selling the old lock."
BOTH = (f"{ALLEGED} {TOLD}", ALLEGED)


def test_an_outlet_stands_alone_only_where_no_other_tells_it_so(stands):
    told = "Edda Orsk sold the old lock on Friday, according to The Harbour Post; Norholm Mail {}tells it as alleged."
    assert stands(told.format("alone "), TOLD, ALLEGED)
    assert not stands(told.format("alone "), *BOTH)
    assert stands(told.format(""), *BOTH)


def test_a_digest_lets_nobody_stand_alone_who_does_not(digest_of):
    done = "The old lock was sold on Friday."
    planned = "Edda Orsk plans to sell the old lock."
    assert any("Norholm Mail alone tells it as planned" in s for s in digest_of(done, planned, done))
    told = digest_of(f"{planned} {done}", planned, done)
    assert not any("alone" in s for s in told)


def test_an_outlet_does_not_differ_from_itself(digest_of):
    for sentence in digest_of(*BOTH):
        assert sentence.count("The Harbour Post tells it as") < 2


def test_it_behind_a_negation_says_nothing(stands, digest_of):
    refuted = "Edda Orsk did not sell the old lock, the council said."
    wrong = "Edda Orsk did not sell the old lock, the council said, according to Norholm Mail; {}."
    assert not stands(wrong.format("The Harbour Post alone tells it as done"), TOLD, refuted)
    by_verb = "The council denied that Edda Orsk had sold the old lock"
    assert stands(
        f"{by_verb}, according to Norholm Mail; The Harbour Post alone tells it as done.", TOLD, f"{by_verb}."
    )
    for sentence in digest_of(TOLD, refuted):
        assert (
            not ("did not sell" in sentence.partition(";")[0] and "; The Harbour Post" in sentence)
            or "differ" in sentence
        )


def test_whoever_it_may_be_is_nobody_by_name(digest_of):
    told = digest_of(
        "Mayor Edda Orsk did not sell the old lock, the council said.",
        "Belmar would sack any mayor who sold the old lock, Tessa Orlow said.",
    )
    assert not any("told as done" in s or "tells it as done" in s for s in told)


def test_what_is_told_otherwise_does_not_rest_on_what_was_said(stands, digest_of):
    plan = "The council said that Edda Orsk would sell the old lock."
    plans = [plan, plan.replace(" that", ""), "Edda Orsk will sell the old lock, according to the council."]
    told = (
        f"{plan.removesuffix('.')}, according to The Harbour Post and two others; all {{}} rest on that one statement."
    )
    assert stands(told.format("three reports"), *plans)
    assert any("all three reports rest on" in s for s in digest_of(*plans))
    done = "Edda Orsk sold the old lock on Friday, the council said."
    assert not stands(told.format("four reports"), *plans, done)
    assert not any("rest on" in s for s in digest_of(*plans, done))


def test_police_are_several(digest_of):
    told = digest_of("Edda Orsk was arrested on Friday.", "Police denied that Edda Orsk had been arrested on Friday.")
    assert any("; police deny it" in s for s in told)
    assert not any("denies it" in s for s in told)


def test_a_figure_that_opened_its_sentence_stands_small(digest_of):
    told = digest_of("Three sailors drowned off Norholm on Friday.", "Five sailors drowned off Norholm on Friday.")
    assert any(re.search(r"(give|gives|gave) (three|five)", s) for s in told), told
    assert not any(re.search(r"(give|gives|gave) (Three|Five)", s) for s in told)


def test_a_sentence_tells_who_says_it_will_not_be_before_who_has_it_on_a_condition(digest_of):
    told = digest_of(
        "President Edda Orsk will send pilots to the lock if Bree closes it.",
        "President Edda Orsk has sent pilots to the lock, the harbour master said.",
        "President Edda Orsk will not send pilots to the lock, her spokesman Bo Tarn said.",
        "President Edda Orsk could send pilots to the lock as early as Friday, officials said.",
    )
    (main,) = [s for s in told if "send pilots" in s and ";" in s]
    assert "Quay Bee" in main
    assert "Bo Tarn says it will not happen" in main
