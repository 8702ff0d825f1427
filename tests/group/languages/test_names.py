"""Names of a report in one language, known again in another."""

import pytest

from rashomon.group.languages.names import Name, names_in, rarity, shared
from rashomon.group.languages.spelling import CYRILLIC, plain, sounds


def name(word, place=""):
    form = plain(word)
    return Name(form, sounds(form), bool(CYRILLIC.match(word)), 1.0, place)


def forms(headline, prose, language):
    return {each.form for each in names_in(headline, prose, language, lead_chars=400) if each.weight >= 1}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Velmora", "Velmora"),
        ("Norholm", "Norholms"),
        ("Peñalba", "Penalba"),
        ("Solheim", "Сольхейма"),
        ("Kolnitsa", "Колнице"),
    ],
)
def test_a_name_is_the_same_in_another_spelling_case_or_script(left, right):
    assert name(left).like(name(right))
    assert name(right).like(name(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Slovenia", "Slovakia"),
        ("Ana", "Anastasia"),
        ("Austria", "Australia"),
        ("Velmora", "Velden"),
        ("Lund", "Ланд-Рован"),
    ],
)
def test_names_that_only_begin_alike_are_not_the_same(left, right):
    assert not name(left).like(name(right))


def test_known_places_are_the_same_by_what_they_are_and_not_by_their_letters():
    assert name("Germany", "DE").like(name("Allemagne", "DE"))
    assert not name("Niger", "NE").like(name("Nigeria", "NG"))


def test_a_capital_at_the_start_of_a_sentence_alone_tells_no_name():
    assert forms("", "Rescuers came late. Mayor Elsa Brandic wept. The Sarne had risen.", "en") >= {
        "elsa",
        "brandic",
        "sarne",
    }
    assert "rescuers" not in forms("", "Rescuers came late. The rescuers wept.", "en")


def test_what_the_headline_names_weighs_more_than_what_stands_far_down():
    prose = "The river rose. " * 40 + "In Velmora and in Tarsk they waited."
    weights = {each.form: each.weight for each in names_in("Velmora under water", prose, "en", lead_chars=400)}
    assert weights["velmora"] == 2 * weights["tarsk"]


def test_words_that_the_news_is_full_of_weigh_little():
    assert rarity("president") < rarity("brandic") == 1.0


def test_shared_names_are_counted_once():
    left = names_in("", "The mayor Brandic met Elsa Brandic and Brandics.", "en", lead_chars=400)
    right = names_in("", "Der Bürgermeister Brandic kam.", "de", lead_chars=400)
    assert [(one.form, other.form) for one, other in shared(left, right)] == [("brandic", "brandic")]
