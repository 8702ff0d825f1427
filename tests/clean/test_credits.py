"""The names in credits, captions and copyright lines."""

import pytest

from rashomon.clean.bylines import names_in
from rashomon.clean.credits import in_bracket, in_closing, in_line, only_agencies, owner_in
from rashomon.clean.rules import rules


@pytest.mark.parametrize(
    ("bracket", "names"),
    [
        ("(Ada Moor/Reuters)", ["Reuters"]),
        ("(Ada Moor/Yonhap via AP, File)", ["Yonhap", "Associated Press"]),
        ("Photo: Getty Images", ["Getty Images"]),
        ("(Norvale Port Authority/AP)", ["Norvale Port Authority", "Associated Press"]),
        ("(Ada Moor)", []),
        ("Norvale Police Department Norvale Police Department", ["Norvale Police Department"]),
    ],
)
def test_brackets(bracket, names):
    assert in_bracket(bracket) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Source: CNBC, Reuters", ["CNBC", "Reuters"]),
        ("Source: harbourwatch.example.com", ["harbourwatch.example.com"]),
        ("Image: Harbour Watch", ["Harbour Watch"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("Associated Press writers Ada Moor and Jon Vance contributed to this report.", ["Associated Press"]),
        ("This article was originally published on Harbour Watch.", ["Harbour Watch"]),
        ("(With inputs from PTI)", ["Press Trust of India"]),
        ("Ada Moor contributed from Norvale.", []),
    ],
)
def test_credit_lines(line, names):
    assert in_line(line) == names


def test_owners_of_copyright():
    assert owner_in("©2015 Norvale Post All rights reserved.") == "Norvale Post"
    assert owner_in("Copyright 2018 The Associated Press. All rights reserved.") == "The Associated Press"
    assert owner_in("© 2018 the Norvale Post") == "Norvale Post"
    assert owner_in("No owner here") is None


def test_only_agencies():
    assert only_agencies("Reuters - Ap - Afp")
    assert not only_agencies("Reuters - Harbour Watch")
    assert not only_agencies("Guardian")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Moor, Jon Vance and Tom Reyes", ("Ada Moor", "Jon Vance", "Tom Reyes")),
        ("By Ada Moor, Political Editor", ("Ada Moor",)),
        ("By ADA MOOR for Reuters", ("Ada Moor",)),
        ("By Ada Moor | ada@norvale.example", ("Ada Moor",)),
        ("By Staff Reporter", ()),
    ],
)
def test_names_of_writers(line, names):
    assert names_in(line) == names


def test_every_rule_has_a_reason_in_kebab_case():
    assert len(rules()) > 20
    assert all(r.reason == r.reason.lower().replace(" ", "-") for r in rules())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four sailors died. (Kestmoor Press)", ["Kestmoor Press"]),
        ("“We lost all.” (Kestmoor News Agency)", ["Kestmoor News Agency"]),
        ("(Kestmoor Press)", ["Kestmoor Press"]),
        ("Four sailors died. (Reuters)", ["Reuters"]),
        ("Four sailors died (Kestmoor Press).", []),
        ("Four sailors died. (Ada Moor)", []),
        ("Four sailors died. (The mayor told the press)", []),
        ("Kestmoor Press (founded 1904) closed. It had nine writers.", []),
    ],
)
def test_brackets_behind_the_last_sentence_credit_an_agency(text, expected):
    assert in_closing(text) == expected
