"""A party's name within a sentence."""

from __future__ import annotations

import pytest

from rashomon.account.named import within_sentence


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("The company", "the company"),
        ("The mayor of Belmar", "the mayor of Belmar"),
        ("A former clerk", "a former clerk"),
        ("The Harbour Post", "The Harbour Post"),
        ("The Hague", "The Hague"),
        ("Tessa Orlow", "Tessa Orlow"),
        ("A", "A"),
    ],
)
def test_the_article_of_a_description_is_small_and_that_of_a_name_stays(name, told):
    assert within_sentence(name) == told
