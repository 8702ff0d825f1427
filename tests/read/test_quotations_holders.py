"""Whose words a noun holds, in invented reports."""

from __future__ import annotations

from typing import Any

import pytest

# text, words of the quotation, whose they are
HELD = [
    ("Police denied reports that three people were arrested on Friday.", "that three people", None),
    ("Adam Brennic laughed off suggestions that he would be replaced.", "that he would be", None),
    ("The minister dismissed claims that the bridge was unsafe.", "that the bridge", None),
    ("The ministry faces accusations that it hid the report.", "that it hid", None),
    ("The committee is investigating allegations that funds were stolen.", "that funds", None),
    ("The ministry was hit with claims that it hid the report.", "that it hid", None),
    ("The inquiry heard claims by Mr Pell that the bridge was unsafe.", "that the bridge", "Pell"),
    ("Police are looking into reports by neighbours that shots were fired.", "that shots", "neighbours"),
    ("Mr Pell made an allegation that the bridge was unsafe.", "that the bridge", "Pell"),
    ("Mr Pell responded with a claim that the bridge was unsafe.", "that the bridge", "Pell"),
    ("Mr Pell’s claim that the bridge was unsafe was rejected.", "that the bridge", "Pell"),
    ("The mayor shares the view that the bridge is unsafe.", "that the bridge", "The mayor"),
]


@pytest.mark.parametrize(("text", "words", "name"), HELD, ids=[t[:40] for t, *_ in HELD])
def test_a_nouns_words_belong_to_its_owner_or_to_who_brings_it_out(
    said: Any, text: str, words: str, name: str | None
) -> None:
    found = said(text).told
    assert any(content.startswith(words) and by == name for _, content, by in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The committee heard allegations of torture of detainees by guards at the camp.",
        "The report lists accusations of theft by soldiers.",
    ],
)
def test_who_does_what_is_alleged_does_not_allege_it(said: Any, text: str) -> None:
    assert all(name is None or ("guards" not in name and "soldiers" not in name) for *_, name in said(text).told)


@pytest.mark.parametrize(
    "text", ["Criticism by the union of the plan was loud.", "Criticism of the plan by the union was loud in May."]
)
def test_who_criticizes_is_never_what_is_criticized(said: Any, text: str) -> None:
    assert all(name in {None, "the union"} for *_, name in said(text).told)


def test_who_criticizes_holds_what_is_said_of_the_thing(said: Any) -> None:
    assert ("indirect", "the plan", "The union") in said("The union’s criticism of the plan was loud.").told
