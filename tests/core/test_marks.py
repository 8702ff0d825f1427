"""Quotation marks in invented paragraphs: what opens, what closes, what is no mark at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.core.marks import MARK, TANGLED, plainly, quoted

CASES = [
    ("“We go,” she said. “We stay.”", ["We go,", "We stay."]),
    ('"We go," she said.', ["We go,"]),
    ("''We go,'' she said.", ["We go,"]),
    ("‘We go,’ she said, ‘and they’ll stay.’", ["We go,", "and they’ll stay."]),
    ("„Wir gehen“, she said.", ["Wir gehen"]),
    ("«On part», she said.", ["On part"]),
    ("The workers' hall in the '90s was Kerr's.", []),
    ("“The ferry is late and nobody knows why.", ["The ferry is late and nobody knows why."]),
    ("”The wrong mark at the head,” she said.", ["The wrong mark at the head,"]),
    ("“The wrong mark at the end.“", ["The wrong mark at the end."]),
    ('He wrote: "The first was never closed. "The second was," he added.',
     ["The first was never closed. ", "The second was,"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "inside"), CASES, ids=[text[:24] for text, _ in CASES])
def test_outermost_stretches(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end].strip(" '") for q in quoted(text) if q.depth == 0] == [w.strip() for w in inside]


def test_a_quotation_inside_another_is_one_deeper() -> None:
    text = "“She told me, ‘Wait for the bell,’ and left,” he said."
    assert [(text[q.start : q.end], q.depth) for q in quoted(text)] == [
        ("She told me, ‘Wait for the bell,’ and left,", 0),
        ("Wait for the bell,", 1),
    ]


def test_an_unclosed_mark_is_told_from_a_closed_one() -> None:
    assert [q.closed for q in quoted("“We go. “")] == [False]
    assert [q.closed for q in quoted("“We go.”")] == [True]


@given(st.text(alphabet="ab .,'\"“”‘’«»\n", max_size=60))
def test_stretches_lie_inside_the_text_and_nest(text: str) -> None:
    found = quoted(text)
    for q in found:
        assert 0 < q.start <= q.end <= len(text)
    for left in found:
        for right in found:
            apart = left.end <= right.start or right.end <= left.start
            nested = (left.start <= right.start and right.end <= left.end) or (
                right.start <= left.start and left.end <= right.end
            )
            assert apart or nested


@given(st.text(alphabet="ab .\n“”’", max_size=30))
def test_curved_marks_by_turns_are_told_plainly(text: str) -> None:
    found = plainly(text)
    assert found is None or found == [(q.start, q.end) for q in quoted(text)]


def test_plain_telling_leaves_marks_that_are_not_in_pairs() -> None:
    assert plainly("“We go,” she said. “It’s late.”") == [(1, 7), (20, 30)]
    assert plainly("It’s late.") == []
    for text in ("“We go. “We stay.”", "”We go,” she said.", "“We go", "“ We go”", "We go”"):
        assert plainly(text) is None


@given(st.text(alphabet="ab“”’‘'\"„«", max_size=8))
def test_tangled_marks_are_all_but_the_curved_ones(text: str) -> None:
    others = [mark for mark in MARK.findall(text) if mark not in "“”’"]
    assert TANGLED.findall(text) == others


NESTED = [
    ("“He told me ‘we go’, and left.”", ["He told me ‘we go’, and left.", "we go"]),
    ("'He told me \"we go\" and left,' she said.", ['He told me "we go" and left,', "we go"]),
    ("‘He told me “we go” and left,’ she said.", ["He told me “we go” and left,", "we go"]),
    ("Ship 'em out, he said \"now\" to the hands' boss.", ["now"]),
]


@pytest.mark.parametrize(("text", "inside"), NESTED, ids=[text[:24] for text, _ in NESTED])
def test_marks_inside_marks_of_the_other_kind(text: str, inside: list[str]) -> None:
    assert [text[q.start : q.end] for q in quoted(text)] == inside
