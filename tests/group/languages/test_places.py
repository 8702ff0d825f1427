"""Places by the names that other languages have for them."""

import pytest

from rashomon.group.languages.names import names_in, shared
from rashomon.group.languages.places import places_in


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("de", "in den Vereinigten Staaten", "US"),
        ("fr", "en Allemagne", "DE"),
        ("es", "desde Moscú", "Moscow"),
        ("ru", "в Германии", "DE"),
        ("ru", "из Москвы", "Moscow"),
        ("ru", "в Вене", "Vienna"),
        ("it", "a Parigi", "Paris"),
    ],
)
def test_a_place_is_known_by_its_name_in_a_language(language, text, code):
    assert [found for _, found in places_in(text.split(), language).values()] == [code]


def test_a_first_name_is_no_place_for_its_letters():
    assert places_in(["Пер", "Лунде"], "ru") == {}


def test_a_language_that_has_no_names_for_places_is_no_fault():
    assert places_in(["Velmora"], "xx") == places_in(["Velmora"], "") == {}


def test_a_country_is_shared_under_two_names():
    left = names_in("", "The ship left for Germany on Monday.", "en", lead_chars=400)
    right = names_in("", "Le navire est parti pour l'Allemagne.", "fr", lead_chars=400)
    assert [one.place for one, _ in shared(left, right)] == ["DE"]
