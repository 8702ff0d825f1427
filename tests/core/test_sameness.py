"""Which words may stand for one another when a sentence is checked."""

import pytest

from rashomon.core.predicates import predicate_class
from rashomon.core.sameness import _senses, comparable_deeds, same_deed, same_noun, words_that


@pytest.mark.parametrize(
    ("left", "right"), [("close", "shut"), ("resign", "step down"), ("buy", "purchase"), ("propose", "suggest")]
)
def test_words_for_one_deed_are_the_same(left, right):
    assert same_deed(left, right)
    assert same_deed(right, left)


@pytest.mark.parametrize(
    ("left", "right"), [("sell", "donate"), ("damage", "destroy"), ("arrest", "jail"), ("uphold", "overturn")]
)
def test_deeds_of_one_kind_may_be_compared_and_are_not_the_same(left, right):
    assert comparable_deeds(left, right)
    assert not same_deed(left, right)


def test_deeds_of_two_kinds_are_not_even_compared():
    assert not comparable_deeds("close", "praise")


def test_a_man_and_a_woman_are_not_the_same_and_pupils_and_students_are():
    assert not same_noun("man", "woman")
    assert same_noun("pupil", "student")


def test_every_class_with_senses_is_declared():
    names = {name for senses in _senses().values() for name, _ in senses} - {"-"}
    declared = {predicate_class(verb) for verb in _senses()}
    assert names
    assert declared & names
    for verb, senses in _senses().items():
        assert all(verb in sense for _, sense in senses)


@pytest.mark.parametrize("kind", ["labile", "classifier", "business", "body", "predicating"])
def test_every_kind_of_word_has_members(kind):
    assert words_that(kind)
