"""The name beside a role is the speaker's name, where the parser made two subjects of them, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

# text, who says "We will not sail"
BESIDE = [
    ('"We will not sail with six," said the union\'s chair, Marta Ullgren, on Monday.', "Marta Ullgren"),
    ('"We will not sail with six," said the union\'s chair, Marta Ullgren, who was tired.', "Marta Ullgren"),
    ('"We will not sail with six," said the union\'s chair, Marta Ullgren, 45.', "Marta Ullgren"),
    ('"We will not sail with six," said Marta Ullgren, the union\'s chair, on Monday.', "Marta Ullgren"),
    # another name than that of the one who holds the office
    ('"We will not sail with six," the union\'s chair said, Isle Radio reported.', "the union's chair"),
]


@pytest.mark.parametrize(("text", "speaker"), BESIDE, ids=[t[28:70] for t, _ in BESIDE])
def test_a_name_beside_a_role_is_the_speaker(said: Any, text: str, speaker: str) -> None:
    assert said(text).of("We will not sail").speaker.name == speaker


def test_a_pronoun_goes_on_from_the_name(said: Any) -> None:
    report = said('"We will not sail," said the union\'s chair, Marta Ullgren. "We have families," she added.')
    assert report.of("We have families").speaker.name == "Marta Ullgren"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We won,” said the coach, Otto Gram and Ilse Tarn on Monday.", "the coach"),
        ("“We lost,” said a farmer, Otto Gram and two neighbours.", "a farmer"),
        ("“It rained,” said a nurse, Otto Gram a doctor.", "a nurse"),
        ("“The bridge is safe,” said a mayor, Ilse Tarn a councillor.", "a mayor"),
        ("“We won,” said the coach, Otto Gram, on Monday.", "Otto Gram"),
        ("“We won,” said the coach, Otto Gram of Lys, on Monday.", "Otto Gram"),
        ("“We won,” said the coach, Otto Gram, and left.", "Otto Gram"),
    ],
)
def test_a_list_or_a_second_speaker_leaves_open_whose_the_name_is(said, text, speaker):
    assert [told[2] for told in said(text).told] == [speaker]
