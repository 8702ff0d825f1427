"""The difference of two texts: exact when applied, least where it is short, bounded where it is long."""

from __future__ import annotations

import time
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rashomon.archive.edits import Edit, EditKind, applied, difference
from rashomon.archive.furniture import parted
from rashomon.archive.matching import blocks
from rashomon.core import Span

BRIDGE = "The mayor of Norvale said on Monday that the bridge would stay closed until the engineers agree."
TOLL = "Twelve people were hurt in the fall, the Port Board said on Tuesday morning after a long meeting."
PRICE = "A new bridge would cost nine million crowns, which the town of Norvale does not have this year."

LINES = st.sampled_from([BRIDGE, TOLL, PRICE, "Share this", "", "  ", "a b, c.", "14 not 12"])
TEXTS = st.one_of(
    st.text(alphabet="ab ,.\n12é\u2028\ud800", max_size=60),
    st.text(max_size=60),
    st.lists(LINES, max_size=8).map("\n\n".join),
    st.lists(LINES, max_size=8).map("\r\n".join),
)


def marked(old: str, new: str) -> list[tuple[EditKind, str, str]]:
    return [(e.kind, e.old.of(old).strip(), e.new.of(new).strip()) for e in difference(old, new).edits]


@given(TEXTS, TEXTS)
def test_the_difference_applied_to_the_old_text_gives_the_new_one(old, new):
    edits = difference(old, new).edits
    assert applied(old, new, edits) == new
    assert (edits == ()) == (old == new)


@given(TEXTS, TEXTS)
def test_edits_come_in_order_and_do_not_overlap(old, new):
    edits = difference(old, new).edits
    for before, after in pairwise(edits):
        assert before.old.end <= after.old.start
        assert before.new.end <= after.new.start


@given(TEXTS, TEXTS)
def test_kept_words_are_the_same_words(old, new):
    for (start, end), (first, last) in difference(old, new).kept:
        assert old[start:end] == new[first:last]


@given(st.lists(st.integers(0, 5), max_size=18), st.lists(st.integers(0, 5), max_size=18))
def test_short_texts_have_the_fewest_edits(left, right):
    longest = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left, 1):
        for j, b in enumerate(right, 1):
            longest[i][j] = longest[i - 1][j - 1] + 1 if a == b else max(longest[i - 1][j], longest[i][j - 1])
    assert sum(block.length for block in blocks(left, right)) == longest[-1][-1]


def test_a_word_replaced_put_in_and_left_out():
    now = (
        BRIDGE.replace("Monday", "Tuesday")
        .replace("would stay", "would not stay")
        .replace(" until the engineers agree", "")
    )
    assert marked(BRIDGE, now) == [
        (EditKind.REPLACED, "Monday", "Tuesday"),
        (EditKind.INSERTED, "", "not"),
        (EditKind.DELETED, "until the engineers agree", ""),
    ]


def test_a_paragraph_that_moved_is_told_apart_from_one_that_changed():
    old = f"{BRIDGE}\n\n{TOLL}\n\n{PRICE}"
    new = "\n\n".join((TOLL, PRICE.replace("nine", "ten"), BRIDGE))
    kinds = {(kind, was, now) for kind, was, now in marked(old, new) if kind is not EditKind.BLANKS}
    assert kinds == {
        (EditKind.MOVED_AWAY, BRIDGE, ""),
        (EditKind.REPLACED, "nine", "ten"),
        (EditKind.MOVED_HERE, "", BRIDGE),
    }
    away, here = (e for e in difference(old, new).edits if e.elsewhere is not None)
    assert away.elsewhere == here.new
    assert here.elsewhere == away.old


def test_a_paragraph_that_moved_and_changed_tells_both():
    now = TOLL.replace("Tuesday", "Sunday")
    old, new = f"{TOLL}\n\n{BRIDGE}\n\n{PRICE}", f"{BRIDGE}\n\n{PRICE}\n\n{now}"
    (here,) = (e for e in difference(old, new).edits if e.kind is EditKind.MOVED_HERE)
    assert here.new.of(new) == now
    assert [(e.old.of(old), e.new.of(new)) for e in here.inside] == [("Tuesday", "Sunday")]


def test_new_line_breaks_are_no_change_of_words():
    assert {e.kind for e in difference(f"{BRIDGE}\n{TOLL}", f"{BRIDGE}\n\n{TOLL}\n").edits} == {EditKind.BLANKS}


def test_a_common_word_joins_no_two_sentences_that_have_nothing_else_in_common():
    old, new = "Nine boats of the river police found two crates near Kestrin.", "Snow kept all the schools shut today."
    (edit, *rest) = difference(old, new).edits
    assert (edit.kind, rest) == (EditKind.REPLACED, [])
    assert edit == Edit(kind=EditKind.REPLACED, old=Span(0, len(old)), new=Span(0, len(new)))


def _long(rng: Random, words: int) -> list[str]:
    return [f"w{int(rng.paretovariate(0.9)) % 20_000}{'.' if rng.random() < 0.05 else ''}" for _ in range(words)]


def test_texts_of_a_hundred_thousand_words_take_seconds_whatever_they_are():
    rng = Random(7)
    old = _long(rng, 100_000)
    edited = [w if rng.random() > 0.1 else f"x{rng.randrange(9)}" for w in old]
    others = (edited, ["a", "b"] * 50_000)
    for other in others:
        was = "\n\n".join(" ".join(old[at : at + 60]) for at in range(0, len(old), 60))
        now = "\n\n".join(" ".join(other[at : at + 60]) for at in range(0, len(other), 60))
        start = time.process_time()
        edits = difference(was, now).edits
        assert time.process_time() - start < 20, "quadratic work takes minutes"
        assert applied(was, now, edits) == now


STRETCHES = st.lists(st.integers(0, 40), max_size=6).map(
    lambda cuts: [Span(a, b) for a, b in pairwise(sorted(set(cuts))) if a % 2]
)


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40), STRETCHES, STRETCHES)
def test_edits_cut_at_furniture_do_the_same(old, new, before, now):
    edits = difference(old, new).edits
    parts = [part for edit in edits for part in parted(edit, old, before, new, now)]
    assert applied(old, new, parts) == new
