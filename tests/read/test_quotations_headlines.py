"""What headlines say that somebody said, and what only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

ARN = "\nJonas Arn, the foreign minister, spoke in Lys. He met Ida Holt, the prime minister of Norland, there."

# headline, form, words, speaker
SAID = [
    ("Arn: We will not sign", "headline", "We will not sign", "Jonas Arn"),
    ("We will not sign treaty: Arn", "headline", "We will not sign treaty", "Jonas Arn"),
    ("PM Holt: ‘No deal is better than a bad deal’", "headline", "No deal is better than a bad deal", "Ida Holt"),
    ("‘Not our war’, says Arn", "headline", "Not our war", "Jonas Arn"),
    ("No survivors in Lys crash: police", "indirect", "No survivors in Lys crash", "police"),
    ("Police: Two held after fire", "indirect", "Two held after fire", "Police"),
    ("Govt committed to farmers’ welfare: Minister Arn", "indirect", "Govt committed to farmers’ welfare", "Jonas Arn"),
    ("Bridge unsafe, inspector warns", "indirect", "Bridge unsafe", "inspector"),
    ("Trust me, says tycoon accused of fraud", "indirect", "Trust me", "tycoon"),
    ("Jobs will go at Tarn plant - union", "indirect", "Jobs will go at Tarn plant", "union"),
    ("Two held over fire – police", "indirect", "Two held over fire", "police"),
]


@pytest.mark.parametrize(("headline", "form", "words", "speaker"), SAID, ids=[h[:30] for h, *_ in SAID])
def test_a_headline_says_who_speaks_by_place_and_point(
    said: Any, headline: str, form: str, words: str, speaker: str
) -> None:
    assert (form, words, speaker) in said(f"#{headline}{ARN}").told


@pytest.mark.parametrize(
    "headline",
    [
        "Storm Ida: Thousands without power",
        "Explainer: What the Lys treaty means",
        "Exclusive: Tarn bank to cut jobs",
        "Watch: Dog rescued from river",
        "Lys flood: What we know so far",
        "Osmark: Two killed in blast",
        "Ida Holt: The woman who saved Lys",
        "Two held over fire - The Lys Courier",
    ],
)
def test_a_topic_or_a_kind_of_piece_is_no_speaker(said: Any, headline: str) -> None:
    first_line = len(headline) + 1
    assert [q for q in said(f"#{headline}{ARN}").quotations if q.span.start <= first_line] == []


def test_words_without_marks_in_the_third_person_are_indirect(said: Any) -> None:
    """The colon of a headline stands for `says that` unless the words are the speaker's own."""
    report = said(f"#Arn: Norland will not sign{ARN}")
    assert report.told[0] == ("indirect", "Norland will not sign", "Jonas Arn")


def test_an_unknown_name_before_a_colon_stays_open(said: Any) -> None:
    """A limit: without its report a headline does not tell a surname from a topic."""
    assert said("#Arn: We will not sign").told == []


RUBRIC = [
    ("Breaking: Arn drops plan, says port will not close", "port will not close", "Jonas Arn"),
    ("Breaking: Arn Drops Plan, Says Port Will Not Close", "Port Will Not Close", "Jonas Arn"),
    ("Arn drops plan, says port will not close", "port will not close", "Jonas Arn"),
    ("Live updates: Arn says port will not close", "port will not close", "Jonas Arn"),
    ("Exclusive: port to close, says Arn", "port to close", "Jonas Arn"),
    ("Analysis: Arn: We will not sign", "We will not sign", "Jonas Arn"),
    ("Breaking News: Police say two held", "two held", "Police"),
    ("No deal yet, says man held in Lys", "No deal yet", "man"),
    ("We were right, says tycoon who quit", "We were right", "tycoon"),
]


@pytest.mark.parametrize(("headline", "words", "speaker"), RUBRIC, ids=[h for h, *_ in RUBRIC])
def test_a_label_does_not_speak_and_who_acts_goes_on_to_say(said: Any, headline: str, words: str, speaker: str) -> None:
    told = [(w, s) for _, w, s in said(f"#{headline}{ARN}").told]
    assert (words, speaker) in told
    assert {s for w, s in told if w in headline} == {speaker}


def test_an_actor_who_cannot_speak_leaves_the_words_open(said: Any) -> None:
    told = said(f"#Storm shuts road, says port will not close{ARN}").told
    assert ("indirect", "port will not close", None) in told


def test_an_organ_that_a_headline_opens_with_speaks(said: Any) -> None:
    """The other way: a label that is no kind of piece is a speaker as before."""
    assert ("indirect", "Two held after fire", "Union") in said(f"#Union: Two held after fire{ARN}").told
