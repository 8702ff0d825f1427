"""Reported speech in invented reports: contents, forms and speakers."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.core import Document, Passage, Quotation, Role, Span
from rashomon.read import Reader
from rashomon.read.names import Names
from rashomon.read.parse import parse
from rashomon.read.quotations import find_quotations

KERR = "Anna Kerr, the mayor of Lys, arrived late. "


def read(reader: Reader, document: Document) -> tuple[Quotation, ...]:
    parsed = parse(document, reader.nlp)
    return find_quotations(parsed, Names.of(parsed))


def told(reader: Reader, document: Document) -> list[tuple[str, str, str | None]]:
    """Form, content and speaker of each quotation."""
    return [
        (str(q.form), document.words_at(q.span), q.speaker.name if q.speaker else None) for q in read(reader, document)
    ]


# text, then the quotations that must be found: form, content, speaker
SPEECH = [
    ("“We will reopen the bridge,” Anna Kerr said.", ("direct", "We will reopen the bridge,", "Anna Kerr")),
    ("“We will reopen the bridge,” said Anna Kerr, the mayor.", ("direct", "We will reopen the bridge,", "Anna Kerr")),
    ("Anna Kerr told reporters: “We will reopen the bridge.”", ("direct", "We will reopen the bridge.", "Anna Kerr")),
    ("“Why not?” Anna Kerr asked. “We have time.”",
     ("direct", "Why not?", "Anna Kerr"), ("direct", "We have time.", "Anna Kerr")),
    ("Anna Kerr, the mayor of Lys, arrived late. “I missed the train,” she said.",
     ("direct", "I missed the train,", "Anna Kerr")),
    ("Anna Kerr, the mayor of Lys, spoke first.\n“The mayor of Tarn lied to us,” the mayor of Lys added.",
     ("direct", "The mayor of Tarn lied to us,", "Anna Kerr")),
    ("Anna Kerr called the plan a “provocation”.", ("mixed", "provocation", "Anna Kerr")),
    ("Anna Kerr said she would not “stoop to such a level of spite”.",
     ("mixed", "stoop to such a level of spite", "Anna Kerr")),
    ("Calling the plan a “provocation”, Anna Kerr left the hall.", ("mixed", "provocation", "Anna Kerr")),
    ("Anna Kerr said that the bridge would reopen in May.",
     ("indirect", "that the bridge would reopen in May", "Anna Kerr")),
    ("Anna Kerr said the bridge would reopen in May.", ("indirect", "the bridge would reopen in May", "Anna Kerr")),
    ("The bridge will reopen in May, Anna Kerr said.", ("indirect", "The bridge will reopen in May", "Anna Kerr")),
    ("According to Anna Kerr, the bridge will reopen in May.",
     ("indirect", "the bridge will reopen in May", "Anna Kerr")),
    ("The bridge, Anna Kerr said, would reopen in May.", ("indirect", "would reopen in May", "Anna Kerr")),
    ("Anna Kerr repeated her claim that the bridge was safe.",
     ("indirect", "that the bridge was safe", "Anna Kerr")),
    ("In a letter sent after the mayor gave up her plans, Anna Kerr said she is sure the bridge will hold.",
     ("indirect", "she is sure the bridge will hold", "Anna Kerr")),
    ("Anna Kerr condemned the union for closing the bridge.",
     ("indirect", "the union for closing the bridge", "Anna Kerr")),
    ("Anna Kerr refuses to resign as Jonas Brandt threatens to close the port",
     ("indirect", "to resign", "Anna Kerr"), ("indirect", "to close the port", "Jonas Brandt")),
    ("Anna Kerr promised to reopen the bridge.", ("indirect", "to reopen the bridge", "Anna Kerr")),
    ("A senior official said that the bridge was safe.",
     ("indirect", "that the bridge was safe", "A senior official")),
]  # fmt: skip


@pytest.mark.parametrize("case", SPEECH, ids=[c[0][:40] for c in SPEECH])
def test_speech_is_found_with_its_speaker(reader: Reader, document_of: Any, case: tuple[Any, ...]) -> None:
    text, *wanted = case
    found = told(reader, document_of(text))
    for quotation in wanted:
        assert quotation in found, found


# marks that hold no speech
NOT_SPEECH = [
    "The film “Winter in Lys” opened on Friday.",
    "The so-called “tea party” was held in May.",
    "Eddie “The Eel” Tarn swam across the bay.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_titles_nicknames_and_single_terms_are_no_speech(reader: Reader, document_of: Any, text: str) -> None:
    assert [q for q in told(reader, document_of(text)) if q[0] != "indirect"] == []


def test_a_quotation_broken_by_its_cue_is_two_linked_parts(reader: Reader, document_of: Any) -> None:
    first, second = read(reader, document_of("“We are late,” Anna Kerr said, “and it is cold.”"))
    assert second.continues == first.id
    assert first.continues is None


def test_marks_reopened_paragraph_by_paragraph_keep_their_speaker(reader: Reader, document_of: Any) -> None:
    text = "“The bridge was old,” Anna Kerr said. “It had to close.\n“We shall build a new one before winter.”"
    assert [q[2] for q in told(reader, document_of(text))] == ["Anna Kerr"] * 3


def test_a_block_after_a_lead_in_goes_on_in_the_first_person(reader: Reader, document_of: Any) -> None:
    text = (
        "Anna Kerr wrote online:\n"
        "The bridge is old and must be closed at once.\n"
        "I thank my neighbours for their patience.\n"
        "The council meets on Monday."
    )
    assert [q[:2] for q in told(reader, document_of(text)) if q[0] == "block"] == [
        ("block", "The bridge is old and must be closed at once."),
        ("block", "I thank my neighbours for their patience."),
    ]


def test_an_embedded_post_is_laid_to_its_writer(reader: Reader, document_of: Any) -> None:
    text = "The vote was close.\nGlad that the bridge stays open! — Anna Kerr (@annakerr) 3 May 2031"
    assert ("block", "Glad that the bridge stays open!", "Anna Kerr") in told(reader, document_of(text))


def test_a_name_behind_a_dash_signs_the_words_before_it(reader: Reader, document_of: Any) -> None:
    text = "“The bridge belongs to everybody in this town.” ― Anna Kerr"
    assert told(reader, document_of(text))[0][2] == "Anna Kerr"


def test_a_headline_keeps_its_own_form() -> None:
    words = "Kerr says bridge ‘will never reopen’ after storm"
    document = Document(
        id="d", text=words, passages=(Passage(span=Span(0, len(words)), role=Role.HEADLINE),), headline=words
    )
    found = told(Reader(), document)
    assert ("headline", "will never reopen") in [q[:2] for q in found], found


def test_a_passive_gives_its_agent_as_speaker(reader: Reader, document_of: Any) -> None:
    found = told(reader, document_of("The plan was denounced by Anna Kerr as “a gift to the rich and idle”."))
    assert ("mixed", "a gift to the rich and idle", "Anna Kerr") in found, found


def test_the_speaker_stands_where_the_text_has_the_nearest_mention(reader: Reader, document_of: Any) -> None:
    text = KERR + "“I missed the train,” she said."
    document = document_of(text)
    (quotation,) = [q for q in read(reader, document) if q.form == "direct"]
    assert quotation.speaker is not None
    assert quotation.speaker.span.of(text) == "she"
    assert quotation.cue is not None
    assert quotation.cue.of(text) == "said"


# text, words of one quotation, its speaker
LAID = [
    ("From the Brae Tribune:\n“The ship was sold in May and left the port.”", "The ship", "Brae Tribune"),
    ("As the Brae Tribune reports, “the ship was sold in May and left the port.”", "the ship", "Brae Tribune"),
    (("Waymark spokeswoman Liz Tarn said in a statement it was "
      "new.\n“Nine guests were on board,” the statement said."),
     "Nine guests", "Waymark"),
    (("Waymark spokeswoman Liz Tarn said in a statement it was new.\n“Our "
      "thoughts are with them,” the company’s statement said."),
     "Our thoughts", "Waymark"),
    (("Rabbi John Tarn of the Hill Street Temple said in a "
      "statement he was sad. “We are one,” the statement said."),
     "We are one", "John Tarn"),
    ("Six ships were seized, according to the Brae Tribune. The newspaper said two were empty.",
     "two were empty", "Brae Tribune"),
    (("“We have the money,” said Ida Brandt.\nIda Brandt leaves a "
      "briefing. (J. Schiefer/NNA)\n“We never,” she said."),
     "We never", "Ida Brandt"),
    ("Mary Warren met John Stump, and Stump looked away. “You knew of it,” she said.", "You knew", "Mary Warren"),
    ("LYS -- President Anna Kerr, opening the museum, said it would tell a story.", "it would tell", "Anna Kerr"),
    ("“KERR: We will never close the bridge.", "KERR: We will", "KERR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), LAID, ids=[t[:30] for t, _, _ in LAID])
def test_words_are_laid_to_whoever_the_report_says(
    reader: Reader, document_of: Any, text: str, words: str, speaker: str
) -> None:
    found = told(reader, document_of(text))
    assert any(content.startswith(words) and said_by == speaker for _, content, said_by in found), found


def test_a_thing_that_cannot_speak_is_no_speaker(reader: Reader, document_of: Any) -> None:
    found = told(reader, document_of("The collapse left the towns feeling that they faced no threat."))
    assert all(speaker is None or "collapse" not in speaker for _, _, speaker in found), found


# text, words that are reported, their speaker
REPORTED = [
    ("Norland's news agency quoted Mr Dren as saying that the talks had failed.", "that the talks had failed", "Dren"),
    ("Ms Pell was quoted by the Lys Courier as saying the plan was dead.", "the plan was dead", "Pell"),
    ("The Lys Courier, citing two officials, reported that the minister would go.",
     "that the minister would go", "Lys Courier"),
    ("In Ms Pell’s view, the plan was dead.", "the plan was dead", "Pell"),
    ("As Mr Arn put it, “Rivers do not vote.”", "Rivers do not vote.", "Arn"),
    ("In Mr Arn’s words, “rivers do not vote”.", "rivers do not vote", "Arn"),
    ("The council’s answer was brief: “Not this year.”", "Not this year.", "The council"),
    ("Kerr issued a statement on Friday:\n>The bridge was weak. It had to go.", "The bridge was weak.", "Kerr"),
    ("Anna Kerr told a meeting of mayors that few people understood the river.",
     "that few people understood the river", "Anna Kerr"),
    ("Anna Kerr said the plan failed, because nobody paid for it.", "the plan failed, because nobody", "Anna Kerr"),
    ("The centre says it would cost more at first, but would save money later.",
     "it would cost more at first, but would save", "The centre"),
    ("The council’s call for a strike was heard.", "a strike", "The council"),
    ("The mayor’s vow to rebuild the town was believed.", "to rebuild the town", "The mayor"),
    ("The union said on Monday that it would strike. It added that no boat would sail.",
     "that no boat would sail", "The union"),
    ("Beijing has denied making illegal shipments.", "making illegal shipments", "Beijing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTED, ids=[t[:30] for t, *_ in REPORTED])
def test_reported_words_and_whose_they_are(said: Any, text: str, words: str, speaker: str) -> None:
    found = said(text).told
    assert any(content.startswith(words) and name == speaker for _, content, name in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The rebels attacked the fort on Monday.",
        "The company ordered them home, and it is too early to tell whether they will go.",
        "It goes without saying that the sea is wide.",
        "The sailors backed Anna Kerr.",
        "He was named Jonas after his father.",
        "The road, you guessed it, was closed.",
    ],
)
def test_deeds_idioms_and_bare_names_are_no_words(said: Any, text: str) -> None:
    assert [q for q in said(text).told if "whether" in q[1] or "sea is" in q[1] or len(q[1].split()) < 3] == []


def test_who_is_asked_does_not_ask(said: Any) -> None:
    found = said("Asked whether she would resign, Ms Kerr replied: “No.”").told
    assert all(name != "Kerr" for _, words, name in found if "resign" in words), found
    assert ("direct", "No.", "Kerr") in found


def test_whoever_is_required_to_speak_is_not_the_law(said: Any) -> None:
    found = said("The new law requires candidates to disclose their taxes every year.").told
    assert all(name != "The new law" for _, words, name in found if "taxes" in words), found


def test_one_indirect_quotation_broken_by_its_cue_is_two_linked_parts(said: Any) -> None:
    first, second = said("The bridge, Anna Kerr said, would reopen in May.").quotations
    assert second.continues == first.id


def test_the_second_part_of_a_broken_sentence_is_as_direct_as_the_first(said: Any) -> None:
    assert [form for form, *_ in said("“We,” Ms Pell said, “are not afraid.”").told] == ["direct", "direct"]


def test_a_letter_goes_on_over_paragraphs_to_its_closing_mark(said: Any) -> None:
    text = (
        "In a letter to staff, the chief executive, Ida Holt, wrote:\n"
        "“Dear friends,\n“This has been a hard year.\n“We have lost two ships.”\nMs Holt joined in May."
    )
    assert said(text).told == [
        ("direct", "Dear friends,", "Ida Holt"),
        ("direct", "This has been a hard year.", "Ida Holt"),
        ("direct", "We have lost two ships.", "Ida Holt"),
    ]


def test_a_paragraph_of_speech_alone_goes_on_with_the_speaker_before(said: Any) -> None:
    text = "“The bridge was weak,” Anna Kerr said.\n“It could not have stood.”\n“Nobody should be surprised.”"
    assert [name for *_, name in said(text).told] == ["Anna Kerr"] * 3


def test_a_capital_pronoun_in_a_name_is_no_first_person(said: Any) -> None:
    text = (
        "“We need the money,” said Anna Kerr, a teacher.\n"
        "On Friday she met the group Save Our Schools, which has nine members."
    )
    assert [form for form, *_ in said(text).told] == ["direct"]


@pytest.mark.parametrize(
    "text",
    [
        "Police could not say who fired the shots.",
        "Anna Kerr has not said whether she will stand.",
        "Anna Kerr never claimed that the bridge was safe.",
    ],
)
def test_words_that_were_not_said_are_no_quotation(said: Any, text: str) -> None:
    assert said(text).told == []


def test_a_negated_thought_is_still_somebodys(said: Any) -> None:
    assert said("Anna Kerr does not believe that the bridge is safe.").told == [
        ("indirect", "that the bridge is safe", "Anna Kerr")
    ]
