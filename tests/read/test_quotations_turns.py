"""Transcripts, in invented broadcasts."""

from __future__ import annotations

from typing import Any

TURNS = (
    "KERR: We'll go now to our correspondent in Lys. Jonas, what do you see?\n"
    "ARN: Smoke, mostly. The mayor says the bridge is gone.\n"
    "KERR: And the people?\n"
    "ARN: They are safe."
)


def test_each_turn_of_a_transcript_is_laid_to_its_label(said: Any) -> None:
    blocks = [(words, name) for form, words, name in said(TURNS).told if form == "block"]
    assert [name for _, name in blocks] == ["KERR", "ARN", "KERR", "ARN"]
    assert blocks[2][0] == "And the people?"


def test_what_a_turn_reports_keeps_its_own_speaker(said: Any) -> None:
    assert ("indirect", "the bridge is gone", "The mayor") in said(TURNS).told


def test_places_before_items_of_news_are_no_speakers(said: Any) -> None:
    text = "LYS: Two men were held on Monday.\nBRAE: The port was closed.\nTARN: A ship was sold."
    assert [q for q in said(text).told if q[0] == "block"] == []


def test_the_place_of_writing_is_not_part_of_what_is_said(said: Any) -> None:
    text = "LYS: The State government has decided to pay for all buses, Transport Minister R. Sule said on Monday."
    assert said(text).words == ["The State government has decided to pay for all buses"]
