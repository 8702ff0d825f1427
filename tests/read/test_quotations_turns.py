"""Transcripts, in invented broadcasts."""

from __future__ import annotations

from typing import Any

import pytest

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


def blocks_of(found: Any) -> list[tuple[str, str | None]]:
    return [(words, name) for form, words, name in found.told if form == "block"]


def test_an_interview_lays_each_turn_to_the_name_before_it(said: Any) -> None:
    text = (
        "Amara Lindt wrote her first novel in a lighthouse. We met in Lys.\n"
        "Amara Lindt: I never wanted to be a writer.\n"
        "The Courier: What changed?\n"
        "Amara Lindt: The sea did. It took my house.\n"
        "The rain stopped as I left."
    )
    assert blocks_of(said(text)) == [
        ("I never wanted to be a writer.", "Amara Lindt"),
        ("What changed?", "The Courier"),
        ("The sea did. It took my house.", "Amara Lindt"),
    ]


QUESTIONS = "Q: Why did you write it?\nA: I never wanted to.\nQ: What changed?\nA: The sea did."


def test_whoever_is_interviewed_answers_and_nobody_known_asks(said: Any) -> None:
    found = blocks_of(said(f"The novelist Amara Lindt talks about her new book.\n{QUESTIONS}"))
    assert [name for _, name in found] == [None, "Amara Lindt", None, "Amara Lindt"]


def test_answers_have_no_speaker_where_the_piece_names_nobody_or_several_before_them(said: Any) -> None:
    assert [name for _, name in blocks_of(said(QUESTIONS))] == [None] * 4
    several = f"The sailor Jonas Brandt met the novelist Anna Kerr on Friday.\n{QUESTIONS}"
    assert [name for _, name in blocks_of(said(several))] == [None] * 4


def test_initials_stand_for_the_one_person_who_has_them(said: Any) -> None:
    text = "Anna Kerr, a doctor, runs a clinic in Lys.\nAK: We have no beds.\nTC: Since when?\nAK: Since May."
    assert [name for _, name in blocks_of(said(text))] == ["Anna Kerr", "TC", "Anna Kerr"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kerr and Jonas Brandt stand for mayor.\nAnna Kerr: The mayor since 2029.\nJonas Brandt: A fisherman.",
        "Anna Kerr opened the fair.\nWeather: Rain until noon.\nTickets: From five crowns.\nWinner: Anna Kerr.",
        "The flood came at noon, Anna Kerr said.\nWhen: Friday.\nWhere: Lys, on the river.\nWhen: It may come back.",
    ],
)
def test_lists_with_colons_are_no_interviews(said: Any, text: str) -> None:
    assert blocks_of(said(text)) == []


def test_a_name_and_a_colon_before_marks_is_their_speaker(said: Any) -> None:
    found = said("Anna Kerr: “I liked it.”\nJonas Brandt: “I did not.”").told
    assert found == [("direct", "I liked it.", "Anna Kerr"), ("direct", "I did not.", "Jonas Brandt")]
