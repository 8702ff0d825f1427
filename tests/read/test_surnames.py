"""Surnames that are words, and roles that speak in apposition."""

from __future__ import annotations

import pytest

SPEAKERS = [
    ('Marit Vessel opened the lock. "Nobody warned us," Vessel said.', "Nobody warned us", "Marit Vessel"),
    ("Otto Brand chairs the board. Brand denied that the vault was empty.", "that the vault", "Otto Brand"),
    ("Carla May arrived late. May said she had lost the key.", "she had lost", "Carla May"),
    ("Ed Will owns the ferry. Will said the engine had failed.", "the engine", "Ed Will"),
    ("Grace Frost and Tom Hill left. Frost said they had no choice.", "they had", "Grace Frost"),
    ("Ida Noone said the roof had been mended.", "the roof", "Ida Noone"),
    ("Nurse Maren Dahl met the governor, Peter Oss. She said the ward was cold.", "the ward", "Maren Dahl"),
    ("The harbour master, Edda Orsk, said the quay was shut.", "the quay", "Edda Orsk"),
    ("Orsk, the harbour master, said the quay was shut.", "the quay", "Orsk"),
    ('"We lost four nets," said Edda Orsk, who runs the harbour.', "We lost", "Edda Orsk"),
    ('"We wait," said the lighthouse keeper, Edda Orsk.', "We wait", "Edda Orsk"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS)
def test_the_speaker_is_the_one_named(said, text, words, speaker):
    assert said(text).of(words).speaker.name == speaker


def test_a_body_that_keeps_its_whole_name_stays_a_body(said):
    text = 'Lorne Savings Bank sold the mill. "The bank is sound," the bank said.'
    assert said(text).of("The bank is").speaker.kind == "body"


def test_a_common_noun_with_an_article_is_nobodys_surname(said):
    text = "Marit Vessel met the pilot. The vessel said nothing, but Vessel said it would sail."
    speakers = [speaker for _, _, speaker in said(text).told]
    assert speakers[-1] == "Marit Vessel"
    assert "Marit Vessel" not in speakers[:-1]


@pytest.mark.parametrize(
    "text", ["The mayor may say nothing.", "May says hello may be enough.", "Will the bank say so?", "May it sail?"]
)
def test_a_modal_is_no_name(reader, document_of, text):
    names = {m.name for m in reader.read(document_of(text)).mentions if m.form == "name"}
    assert not names & {"may", "Will", "will"}
    assert "May" not in names or text.startswith("May says")


def test_who_is_told_something_in_a_headline_does_not_say_it(said):
    (quotation,) = said("# Stay off the ice, Tal residents told\nIt snowed.").quotations
    assert quotation.speaker is None
