"""Whose words, whose pictures, whose page: credits of captions, credit lines and datelines."""

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels, prose

from rashomon.clean import document
from rashomon.core import Document, Given, Page

HEAD = f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}"
CAPTION = "The bridge is seen after the storm. (Ada Moor/Reuters)"


@pytest.mark.parametrize(
    "line",
    [
        CAPTION,
        "Photo: Reuters",
        "Photograph: Ada Moor/Reuters",
        "(Photo : Reuters) The bridge seen from the east.",
        "Boats lie in the harbour of Norvale. Photograph: Ada Moor/Reuters",
    ],
)
def test_an_agency_that_only_a_picture_names_is_a_picture_credit(line):
    made = cleaned(f"{HEAD}\n\n{line}\n\n{THIRD}")
    assert made.credits == made.picture_credits == ("Reuters",)


@pytest.mark.parametrize(
    "line",
    ["Source: Reuters", "Reuters contributed to this report.", "(With inputs from Reuters)", "© Reuters 2021"],
)
def test_an_agency_credited_for_words_and_picture_is_no_picture_credit(line):
    made = cleaned(f"{HEAD}\n\n{CAPTION}\n\n{THIRD}\n\n{line}")
    assert (made.credits, made.picture_credits) == (("Reuters",), ())


def test_an_agency_in_the_dateline_gave_the_words():
    made = cleaned(f"Harbour bridge stays closed\n\nNORVALE (Reuters) - {FIRST}\n\n{SECOND}\n\n{CAPTION}\n\n{THIRD}")
    assert (made.credits, made.picture_credits) == (("Reuters",), ())


def test_an_agency_as_byline_gave_the_words():
    made = cleaned(f"Harbour bridge stays closed\nBy Associated Press\n\n{FIRST}\n\nPhoto: AP\n\n{SECOND}")
    assert (made.credits, made.picture_credits) == (("Associated Press",), ())


def test_a_picture_agency_gives_pictures_wherever_it_is_named():
    made = cleaned(f"{HEAD}\n\n{THIRD}\n\nSource: Getty Images, Reuters")
    assert (made.credits, made.picture_credits) == (("Getty Images", "Reuters"), ("Getty Images",))


def test_what_the_sender_credits_is_credited_for_the_words():
    made = cleaned(f"{HEAD}\n\n{CAPTION}\n\n{THIRD}", credits=("AP", "Reuters"))
    assert (made.credits, made.picture_credits) == (("Associated Press", "Reuters"), ())


def test_a_document_cleaned_before_has_the_same_picture_credits():
    once = cleaned(f"{HEAD}\n\n{CAPTION}\n\n{THIRD}\n\nSource: AP")
    given = Given(credits=once.credits, passages=once.passages, set_aside=once.set_aside)
    again = document(Page(address="x#line=1", kind="ready", text=once.text, given=given))
    assert isinstance(again, Document)
    assert again.credits == once.credits == ("Reuters", "Associated Press")
    assert again.picture_credits == once.picture_credits == ("Reuters",)


def test_an_agency_that_no_table_knows_is_credited_by_its_dateline():
    made = cleaned(f"Harbour bridge stays closed\n\nNORVALE, Ostland (Tessel) — {FIRST}\n\n{SECOND}")
    assert made.credits == ("Tessel",)
    assert labels(made)["NORVALE, Ostland (Tessel) —"] == "dateline"


@pytest.mark.parametrize("inside", ["Updated", "see page 4", "aged 40"])
def test_other_words_in_a_datelines_bracket_are_no_credit(inside):
    assert cleaned(f"Bridge stays closed\n\nNORVALE ({inside}) — {FIRST}\n\n{SECOND}").credits == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("The ferry lies at the lower quay of the town (Tessel)", ("Tessel",)),
        ("Divers look at the pillars on Thursday (Ostland Harbour Authority)", ("Ostland Harbour Authority",)),
        ("Divers look at the pillars on Thursday (Ada Moor/Tessel)", ("Tessel",)),
        ("Divers look at the pillars on Thursday (Ada Moor)", ()),
    ],
)
def test_words_without_an_end_and_a_name_in_brackets_are_a_caption(line, names):
    made = cleaned(f"{HEAD}\n\n{line}\n\n{THIRD}")
    assert labels(made)[line] == "(caption)"
    assert made.credits == made.picture_credits == names


@pytest.mark.parametrize(
    "line",
    [
        "Ms Calder said that the board had known of it (see the map).",
        "The winner was Tom Reyes of the Harbour List (Norvale West).",
        "Tom Reyes (Harbour List)",
        "What the engineers saw: cracks in two pillars of the bridge (Part One)",
    ],
)
def test_other_lines_that_end_in_brackets_stay(line):
    assert line in prose(cleaned(f"{HEAD}\n\n{line}\n\n{THIRD}"))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Comments are the views of those who write them and not of the Norvale Post or its staff.", "Norvale Post"),
        ("© 2021 The Norvale Post. All rights reserved.", "The Norvale Post"),
    ],
)
def test_the_outlet_keeps_the_name_that_the_page_gives_it(line, outlet):
    assert cleaned(f"{HEAD}\n\n{THIRD}\n\n{line}").outlet == outlet
