"""Quotations inside quotations, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

# text, the inner words, who says them
NESTED = [
    ("Mr Arn said: “The minister told me ‘we will sign’.”", "we will sign", "The minister"),
    ('Mr Arn said: "The minister told me \'we will sign\'."', "we will sign", "The minister"),
    ("Mr Arn said: 'The minister told me \"we will sign the treaty\" before lunch.'",
     "we will sign the treaty", "The minister"),
    ("“My father used to say, ‘Never trust a banker,’” said Lena Holt, the minister.",
     "Never trust a banker,", "My father"),
    ("“Judge Orme wrote that ‘no person shall be above the law,’ and I agree,” Ms Pell told reporters.",
     "no person shall be above the law,", "Orme"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), NESTED, ids=[t[:30] for t, *_ in NESTED])
def test_inner_words_are_laid_to_whom_the_speaker_quotes(said: Any, text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in [(content, name) for _, content, name in said(text).told]


def test_the_outer_quotation_keeps_its_own_speaker_and_cue(said: Any) -> None:
    report = said("Mr Arn said: “The minister told me ‘we will sign’.”")
    outer, inner = report.of("The minister told"), report.of("we will")
    assert (outer.speaker.name, outer.cue_lemma) == ("Arn", "say")
    assert (inner.speaker.name, inner.cue_lemma) == ("The minister", "tell")
    assert outer.span.covers(inner.span)


def test_i_inside_marks_is_whoever_speaks(said: Any) -> None:
    text = "“I said to him, ‘We can’t go on like this,’” Ms Dahl told the court."
    assert ("direct", "We can’t go on like this,", "Dahl") in said(text).told


def test_other_pronouns_inside_marks_stay_open(said: Any) -> None:
    text = "“They told us, ‘You’ll never see that money again,’” said Tom Hale, 61, of Brae."
    assert ("direct", "You’ll never see that money again,", None) in said(text).told


@pytest.mark.parametrize(
    "text",
    [
        "“We read ‘A Life in Boats’ at school,” Ms Dahl said.",
        "“They called the boats ‘miracles’,” Ms Dahl told the court.",
        "“The ‘temporary’ fence has stood for years,” Ms Dahl said.",
    ],
)
def test_titles_and_terms_inside_marks_are_not_said_by_others(said: Any, text: str) -> None:
    assert len(said(text).told) == 1


def test_the_clause_behind_the_outer_marks_does_not_report_the_inner_ones(said: Any) -> None:
    report = said("“The sign says ‘No boats after dark,’” said Anna Kerr.")
    assert all("No boats" not in words or name != "Anna Kerr" for _, words, name in report.told[1:])
