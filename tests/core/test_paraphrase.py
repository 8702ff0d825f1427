"""When one word bears another: synonyms both ways, narrower words broader ones, never opposites."""

import pytest

from rashomon.core.paraphrase import bears_deed, bears_noun, bears_word


@pytest.mark.parametrize(
    ("told", "claimed"),
    [("shut", "close"), ("postpone", "put off"), ("condemn", "denounce"), ("rejection", "reject"), ("slash", "cut")],
)
def test_a_deed_is_borne_by_a_synonym_a_narrower_verb_or_a_noun_made_from_it(told: str, claimed: str) -> None:
    assert bears_deed(told, claimed)


@pytest.mark.parametrize(
    ("told", "claimed"),
    [
        ("reject", "accept"),
        ("buy", "sell"),
        ("suspend", "sack"),
        ("wound", "kill"),
        ("poison", "kill"),
        ("offer", "supply"),
        ("expect", "demand"),
        ("detain", "jail"),
    ],
)
def test_no_deed_is_borne_by_its_opposite_a_weaker_one_or_one_of_another_class(told: str, claimed: str) -> None:
    assert not bears_deed(told, claimed)


def test_a_broader_noun_is_borne_by_a_narrower_one_and_not_the_other_way() -> None:
    assert bears_noun("lorry", "vehicle")
    assert not bears_noun("vehicle", "lorry")
    assert bears_noun("gun", "weapon")
    assert not bears_noun("painting", "portrait")


def test_no_noun_is_so_broad_that_every_other_bears_it() -> None:
    assert not bears_noun("lorry", "thing")
    assert not bears_noun("lorry", "vehicle", broader=False)


def test_a_word_is_borne_by_its_synonym_in_the_plural() -> None:
    assert bears_word("borders", "frontier")
    assert not bears_word("north", "south")
