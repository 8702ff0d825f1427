"""Figures and days that are the same however a language writes them."""

import pytest

from rashomon.group.languages.figures import days_in, figures_in, months


@pytest.mark.parametrize("text", ["1,300 homes", "1.300 Häuser", "1 300 maisons", "1\u202f300 foyers", "1300 casas"])
def test_a_large_number_is_one_however_its_digits_are_grouped(text):
    assert figures_in(text) == {"1300"}


@pytest.mark.parametrize("text", ["43.7 percent", "43,7 Prozent", "43,70 %"])
def test_a_fraction_is_one_with_a_point_or_a_comma(text):
    assert figures_in(text) == {"43.7"}


@pytest.mark.parametrize("text", ["9 million", "in 1984", "on 12 rafts", "the A380 landed"])
def test_small_numbers_years_and_names_tell_nothing(text):
    assert figures_in(text) == frozenset()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 3 June"), ("en", "on June 3rd"), ("de", "am 3. Juni"), ("fr", "le 3 juin"), ("es", "el 3 de junio"),
        ("it", "il 3 giugno"), ("pt", "a 3 de junho"), ("ru", "3 июня"),
    ],
)  # fmt: skip
def test_a_day_is_one_in_every_language(language, text):
    assert days_in(text, language) == {"6-3"}


def test_no_day_without_a_month_of_that_language():
    assert days_in("42 June bugs, 3 giugno", "en") == frozenset()


def test_a_language_without_a_calendar_is_no_fault():
    assert months("xx") == months("") == {}
