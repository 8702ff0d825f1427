"""The classes of verbs and nouns that tell the same kind of happening or name the same thing."""

import pytest

from rashomon.core.nouns import like_nouns
from rashomon.core.places import country_word
from rashomon.core.predicates import is_converse, predicate_class, predicate_classes


@pytest.mark.parametrize(
    ("left", "right"),
    [("expel", "throw out"), ("expel", "send home"), ("close", "shut"), ("kill", "die"), ("injure", "wound")],
)
def test_verbs_of_one_class(left, right):
    assert predicate_class(left) == predicate_class(right) is not None


@pytest.mark.parametrize(
    ("left", "right"), [("expel", "detain"), ("open", "close"), ("propose", "refuse"), ("allow", "ban")]
)
def test_verbs_of_two_classes(left, right):
    assert predicate_class(left) != predicate_class(right)


def test_a_noun_tells_what_its_verb_tells():
    assert predicate_class("expulsion", "noun") == predicate_class("expel", "verb")
    assert predicate_class("harbour", "noun") is None


def test_converse_verbs_are_of_the_class_whose_roles_they_turn():
    assert is_converse("die")
    assert not is_converse("kill")
    assert all(one.converse <= set(one.verbs) for one in predicate_classes())


def test_like_nouns_are_symmetric():
    assert like_nouns("plane", "aircraft")
    assert like_nouns("aircraft", "plane")
    assert not like_nouns("plane", "harbour")


def test_an_article_before_an_abbreviated_country_changes_nothing():
    assert country_word("the UK") == country_word("UK") is not None
