"""Names and the parties that they are compared with: none that could fit is missed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.align.names_filed import Filed
from rashomon.align.parties import same_name, spelt_alike
from rashomon.core import Kind

WORDS = "sergei sergey orlow orlov orloff tessa t harbour school of norholm hsn and council councel for".split()
KEYS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(tuple)


@given(keys=st.lists(KEYS, max_size=8, unique=True), sought=KEYS, kind=st.sampled_from((Kind.PERSON, Kind.BODY)))
@settings(deadline=None)
def test_whoever_could_bear_the_name_is_near(keys, sought, kind):
    filed = Filed(spelt_alike)
    parties = {key: [key] for key in keys}  # lists: parties are told apart by identity
    for key, party in parties.items():
        filed.add(party, key, None)
    near = filed.near(sought, None)
    for key, party in parties.items():
        surname = sought == key[-1:]
        if same_name(sought, key, kind) or same_name(key, sought, kind) or surname:
            assert any(party is found for found in near)


@pytest.mark.parametrize(
    ("sought", "found"),
    [(("idris",), False), (("orlov",), True), (("tessa", "orlow"), True), (("harbour", "council"), False)],
)
def test_others_are_not_compared(sought, found):
    filed = Filed(spelt_alike)
    filed.add(["Tessa Orlow"], ("tessa", "orlow"), None)
    assert bool(filed.near(sought, None)) is found


def test_a_country_is_near_its_own_names_only():
    filed = Filed(spelt_alike)
    norway = ["Norway"]
    filed.add(norway, ("norway",), "NO")
    assert filed.near(("norwegian",), "NO") == [norway]
    assert filed.near(("norway",), None) == []
