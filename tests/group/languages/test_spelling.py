"""Words of several scripts in plain letters and by sound."""

import pytest

from rashomon.group.languages.spelling import plain, sounds


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("Ørsted", "orsted"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Сольванг", "solvang"), ("Ζάκυνθος", "ζακυνθος")],
)
def test_marks_go_and_cyrillic_letters_become_latin(word, wanted):
    assert plain(word) == wanted


@pytest.mark.parametrize(
    ("left", "right"),
    [("Brandic", "Брандик"), ("Hallgren", "Халльгрен"), ("Schubin", "Шубин"), ("Castellane", "Кастеллане")],
)
def test_a_name_sounds_alike_in_two_scripts(left, right):
    assert sounds(plain(left)) == sounds(plain(right))
