"""Documents as a whole: identity, what is given and what is told, and pages that give none."""

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels

from rashomon.clean import document
from rashomon.core import Given, Page, Part, Passage, Problem, Role, SetAside, Span

TEXT = f"{FIRST}\n{SECOND}\n{THIRD}"


def test_a_headline_that_the_text_does_not_begin_with_stands_in_its_own_part():
    made = cleaned(TEXT, kind="ready", headline="Harbour bridge stays closed")
    assert made.headline_span == Span(0, 27, Part.HEADLINE)
    assert made.prose()[0].span == made.headline_span


def test_a_headline_that_the_text_repeats_is_a_passage_of_it():
    made = cleaned(f"Harbour Bridge Stays Closed\n{TEXT}", kind="ready", headline="Harbour bridge stays closed")
    assert made.headline_span == Span(0, 27)
    assert labels(made)["Harbour Bridge Stays Closed"] == "headline"


def test_ids_tell_outlets_apart_and_know_the_same_file_again():
    once = cleaned(TEXT, address="a/report.txt")
    assert cleaned(TEXT, address="b/report.txt").id == once.id
    assert cleaned(TEXT, address="b/other.txt").id != once.id
    posts = cleaned(TEXT, kind="ready", address="x.jsonl#line=1", outlet="Norvale Post")
    assert posts.id != cleaned(TEXT, kind="ready", address="x.jsonl#line=2", outlet="Harbour Watch").id
    assert posts.id == cleaned(TEXT, kind="ready", address="x.jsonl#line=9", outlet="Norvale Post").id
    assert cleaned(TEXT, id="given").id == "given"


def test_a_place_in_a_file_of_lines_is_no_address():
    assert cleaned(TEXT, kind="ready", address="x.jsonl#line=1").address is None
    assert cleaned(TEXT, kind="ready", address="https://example.org/1").address == "https://example.org/1"


def test_what_is_given_wins_over_what_the_page_tells():
    made = cleaned(
        f"By Ada Moor\n{TEXT}\n© 2021 Harbour Watch. All rights reserved.",
        kind="ready",
        bylines=("Jon Vance",),
        outlet="Norvale Post",
        credits=("Reuters",),
        language="fr",
    )
    assert (made.bylines, made.outlet, made.language) == (("Jon Vance",), "Norvale Post", "fr")
    assert made.credits == ("Reuters",)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("©2021 Norvale Post All rights reserved. Do not reproduce without permission", "Norvale Post"),
        ("Like us on Facebook – Norvale Post", "Norvale Post"),
        ("Comments expressed here do not reflect the opinions of norvale newspapers or its staff.", "Norvale"),
        ("Copyright 2021 The Associated Press. All rights reserved.", None),
    ],
)
def test_the_small_print_names_the_outlet(line, outlet):
    assert cleaned(f"{TEXT}\n\n{line}").outlet == outlet


def test_an_agencys_copyright_is_a_credit():
    assert cleaned(f"{TEXT}\n\nCopyright 2021 The Associated Press. All rights reserved.").credits == (
        "Associated Press",
    )


def test_a_wire_folder_in_the_address_is_a_credit():
    made = cleaned(TEXT, kind="ready", address="https://norvale.example/wires/pa/article-1.html")
    assert made.credits == ("Press Association",)


def test_the_language_is_told_where_there_are_words_enough():
    assert cleaned(TEXT).language == "en"
    assert (
        cleaned("Der Bürgermeister sagte am Montag, die Brücke über den Hafen bleibe bis Freitag gesperrt.").language
        == "de"
    )


@pytest.mark.parametrize("kind", ["text", "ready"])
def test_nothing_but_furniture_gives_no_document(kind):
    made = document(Page(address="x", kind=kind, text="MOST POPULAR\n-\nAdvertisement\n© 2021 Norvale Post"))
    assert isinstance(made, Problem)
    assert (made.code, made.fatal, made.address) == ("no-report", True, "x")


def test_a_document_cleaned_before_is_taken_as_it_stands():
    passages = (Passage(span=Span(0, len(FIRST)), role=Role.PARAGRAPH),)
    aside = (SetAside(span=Span(len(FIRST) + 1, len(FIRST) + 1 + len(SECOND)), reason="caption"),)
    page = Page(
        address="x#line=1",
        kind="ready",
        text=f"{FIRST}\n{SECOND}",
        given=Given(id="d1", headline="Closed", passages=passages, set_aside=aside),
    )
    made = document(page)
    assert (made.passages, made.set_aside, made.id) == (passages, aside, "d1")
    assert made.headline_span == Span(0, 6, Part.HEADLINE)


@pytest.mark.parametrize("kind", ["text", "ready"])
@pytest.mark.parametrize(
    "sentence",
    [
        "He did not.",
        "The bridge is closed.",
        "Harbour closed",
        "Source: the mayor told the council that nothing was wrong.",
        "In this photo released by the port, the bridge burns.",
        "Reporting by Ada Moor spurred the council to act on Monday.",
        "Correction: the mayor is Ines Calder.",
    ],
)
def test_one_plain_line_is_a_document(kind, sentence):
    made = cleaned(sentence, kind=kind, address="-")
    assert labels(made) == {sentence: "paragraph"}


@pytest.mark.parametrize(
    "line", ["Advertisement", "Read more", "—", "Sign up for our newsletter", "Photo: Getty Images", "I'm not a robot"]
)
def test_one_line_of_sure_furniture_is_none(line):
    made = document(Page(address="-", kind="text", text=line))
    assert isinstance(made, Problem)
    assert made.code == "no-report"
