"""People told with their ages: others are other people."""

import pytest
from tests.newsrooms import parse_newsroom

from rashomon.align.ages import ages_apart, ages_told

POST, MAIL = "The Harbour Post", "Norholm Mail"


@pytest.mark.parametrize(
    ("phrase", "after", "ages"),
    [
        ("The men", ", aged 24 and 31, denied it.", {24, 31}),
        ("The men", ", ages 24 and 31, denied it.", {24, 31}),
        ("The sisters", ", both aged 8, were found.", {8}),
        ("Three boys", " aged 9, 11 and 12 were found.", {9, 11, 12}),
        ("Two men aged 19 and 40", " were held.", {19, 40}),
        ("two women aged 52 and 60 over the fire", ".", {52, 60}),
        ("A man with two boys aged 9 and 11", " was held.", set()),
        ("A 24-year-old man", " denied it.", {24}),
        ("A 24 year old man", " denied it.", {24}),
        ("The driver", ", 44, was hurt.", {44}),
        ("The suspects", ", 24 and 31, denied it.", {24, 31}),
        ("The driver", " (44) was hurt.", {44}),
        ("A woman of 45", " was hurt.", {45}),
        ("The driver", ", a 44-year-old man from Sarnvik, was hurt.", {44}),
        ("The men", " denied it on the 24th.", set()),
        ("The men", ", aged between 24 and 31, denied it.", set()),
        ("The men", ", aged 24 to 31, denied it.", set()),
        ("The men", ", aged from 24 to 31, denied it.", set()),
        ("The men", ", aged over 60, denied it.", set()),
        ("The men", ", 24 of them from Bree, denied it.", set()),
        ("The workers", ", 340 in all, denied it.", set()),
        ("A crowd of 45", " denied it.", set()),
        ("The man", " was held with a 31-year-old woman.", set()),
        ("The man", ", the brother of a 31-year-old woman, was held.", set()),
    ],
    ids=lambda told: "".join(told)[:40] if isinstance(told, str) else None,
)
def test_the_ages_that_a_phrase_tells(phrase, after, ages):
    assert ages_told(phrase, after) == ages


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ({24, 31}, {19, 40}, True),
        ({24}, {31}, True),
        ({24, 31}, {24, 31}, False),
        ({24, 31}, {24, 40}, False),
        ({24, 31}, {25}, False),
        ({24, 31}, set(), False),
        (set(), set(), False),
    ],
)
def test_ages_that_are_all_different_are_of_others(left, right, apart):
    """A year is a birthday, or a slip."""
    assert ages_apart(frozenset(left), frozenset(right)) is apart
    assert ages_apart(frozenset(right), frozenset(left)) is apart


@pytest.fixture(scope="session")
def one_claim(ledger_of):
    """Tell a sentence in two reports: whether the words are one claim."""

    def told(left: str, right: str, words: str) -> bool:
        room = parse_newsroom(
            f"\n== {POST}, 2031-05-02 14:10 +02:00 ==\nIn court\n\n{left}\n"
            f"\n== {MAIL}, 2031-05-02 15:10 +02:00 ==\nAt court\n\n{right}\n"
        )
        return ledger_of(room).together((POST, words), (MAIL, words))

    return told


@pytest.mark.parametrize(
    ("sentence", "left", "right", "words"),
    [
        ("The men{}denied the theft.", ", aged 24 and 31, ", ", aged 19 and 40, ", "denied"),
        ("The court on Friday jailed two women{}over the fire.", " aged 24 and 31 ", " aged 52 and 60 ", "jailed"),
        ("A {}driver admitted the theft.", "24-year-old ", "61-year-old ", "admitted"),
        ("The pilot{}denied the theft.", ", 35, ", ", 58, ", "denied"),
    ],
)
def test_people_of_other_ages_are_other_people(one_claim, sentence, left, right, words):
    assert not one_claim(sentence.format(left), sentence.format(right), words)


@pytest.mark.parametrize(
    ("sentence", "left", "right", "words"),
    [
        ("The men{}denied the theft.", ", aged 24 and 31, ", ", aged 31 and 24, ", "denied"),
        ("The men{}denied the theft.", ", aged 24 and 31, ", " ", "denied"),
        ("The men{}denied the theft.", ", aged 24 and 31, ", ", aged 25 and 31, ", "denied"),
        ("A {}driver admitted the theft.", "24-year-old ", "25-year-old ", "admitted"),
        ("Pilot Tove Lindqvist{}denied the theft.", ", 35, ", ", 53, ", "denied"),
    ],
)
def test_people_of_the_same_ages_or_name_stay_one(one_claim, sentence, left, right, words):
    assert one_claim(sentence.format(left), sentence.format(right), words)


def test_a_long_phrase_is_looked_through_once():
    """A phrase of many words, none an age, takes no more steps than it has words."""
    assert ages_told("the " + "word-" * 2000 + " women" * 2000 + "!", ", " * 30) == set()
