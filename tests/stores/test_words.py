from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rashomon.stores.words import GREATEST, earliest_key, folded, free, key, marked, named

times = st.datetimes(timezones=st.just(UTC))


def test_case_accents_width_and_marks_do_not_matter() -> None:
    assert folded("L’Été à ÅLESUND — ﬁn, “Nor-wik”") == ["l", "ete", "a", "alesund", "fin", "nor", "wik"]


def test_scripts_without_spaces_are_found_by_each_character() -> None:
    assert folded("東京で ok ปิด") == ["東", "京", "で", "ok", "ป", "ด"]


def test_a_word_of_a_field_is_no_word_of_a_text() -> None:
    assert not set(marked("outlet", "Bay Post")) & set(folded("outlet·bay outlet bay post"))


def test_ids_are_told_apart_to_the_letter() -> None:
    assert named("document", "a-1") != named("document", "a 1")


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(" ".join(once)) == once
    assert not any(set(word) & set(" ·¶'\"\\") for word in once)


@given(times, times)
def test_later_minutes_have_greater_keys(left: datetime, right: datetime) -> None:
    minute = timedelta(minutes=1)
    if left + minute < right:
        assert key(left, "z") < earliest_key(right) <= key(right, "a")
    assert 0 <= key(left, "x") <= GREATEST


def test_what_has_no_date_comes_before_all() -> None:
    assert key(None, "z") < key(datetime(1, 1, 1, tzinfo=UTC), "a")


def test_a_key_that_is_taken_gives_way_to_the_next() -> None:
    taken = {5, 6}
    assert (free(5, taken), free(5, taken), taken) == (7, 8, {5, 6, 7, 8})
