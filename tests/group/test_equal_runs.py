"""Equal runs of many pairs at once, against the plain way of finding them; and the bound that leaves pairs out."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core import Document, Passage, Role, Span
from rashomon.group.bounds import telling
from rashomon.group.equal_runs import equal_runs
from rashomon.group.evidence import shared
from rashomon.group.gathered import gathered, in_a_row
from rashomon.group.lexicon import Lexicon
from rashomon.group.passages import shared_runs
from rashomon.group.settings import CopySettings
from rashomon.group.sides import Sides

PLAIN = CopySettings()
LOOSE = replace(
    PLAIN, least_information=5.0, least_pair_information=9.0, least_quotation_information=7.0, least_pair_words=8
)
"""Under which short invented texts may be copies."""
FEW = st.sampled_from("the a barge Pier lantern quay flour and slept. 40 “we kept” said it I".split())
TEXTS = st.lists(st.lists(FEW, min_size=1, max_size=50).map(" ".join), min_size=2, max_size=5)


def documents_of(texts):
    return [
        Document(id=f"d{n}", text=text, passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),))
        for n, text in enumerate(texts)
    ]


def columns(texts, s):
    documents, lexicon = documents_of(texts), Lexicon(s)
    row = in_a_row(gathered(documents, lexicon, s).words, lexicon)
    pairs = list(combinations(range(len(texts)), 2))
    lefts, rights = (np.array([pair[side] for pair in sorted(pairs, key=lambda p: p[::-1])]) for side in (0, 1))
    return documents, row, lefts, rights


def blocks_of(found, pair, left, right, row):
    return [
        (int(i - row.begins[left]), int(j - row.begins[right]), int(words))
        for number, i, j, words in zip(*found, strict=True)
        if number == pair
    ]


def plainly(left, right):
    """All maximal equal runs of three words and more."""
    found = []
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            words = 0
            while i + words < len(left) and j + words < len(right) and left[i + words] == right[j + words]:
                words += 1
            if words >= 3:
                found.append((i, j, words))
    return sorted(found, key=lambda run: (-run[2], run[1], run[0]))


@settings(deadline=None)
@given(TEXTS)
def test_all_equal_runs_of_pairs_that_may_begin_a_passage(texts):
    s = replace(PLAIN, anchor_places=50)
    documents, row, lefts, rights = columns(texts, s)
    sides = Sides(documents, row)
    found = equal_runs(lefts, rights, row, s)
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        wanted = plainly(sides.of(left).numbers, sides.of(right).numbers)
        if not any(words >= s.core_words for _, _, words in wanted):
            wanted = []
        assert blocks_of(found, pair, left, right, row) == wanted


@settings(deadline=None)
@given(TEXTS)
def test_where_few_places_of_an_anchor_are_followed_each_run_is_still_whole(texts):
    s = replace(PLAIN, anchor_places=1)
    documents, row, lefts, rights = columns(texts, s)
    sides = Sides(documents, row)
    found = equal_runs(lefts, rights, row, s)
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        every = plainly(sides.of(left).numbers, sides.of(right).numbers)
        assert set(blocks_of(found, pair, left, right, row)) <= set(every)


def evidence_of(texts, s):
    """Of each pair what it shares by all its runs, and by those that the bound leaves."""
    documents, row, lefts, rights = columns(texts, s)
    sides = Sides(documents, row)
    found = equal_runs(lefts, rights, row, s)
    left_over = telling(found, len(lefts), row, s)
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        yield tuple(
            shared(sides.of(left), sides.of(right), blocks_of(runs, pair, left, right, row), s)
            for runs in (found, left_over)
        )


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_the_bound_leaves_out_nothing_that_is_evidence(texts):
    for by_all, by_what_is_left in evidence_of(texts, LOOSE):
        assert by_what_is_left == by_all


@pytest.mark.parametrize("most", ["FOLLOWING", "MOST_WORDS"])
def test_the_bound_holds_where_runs_crowd(monkeypatch, most):
    monkeypatch.setattr(f"rashomon.group.bounds.{most}", 2)
    refrain = "the barge and the quay and the lantern "
    texts = [refrain * 4 + "flour slept said it", "a Pier slept " + refrain * 5, "barge quay lantern slept said it"]
    found = list(evidence_of(texts, LOOSE))
    assert any(by_all for by_all, _ in found)
    assert all(by_what_is_left == by_all for by_all, by_what_is_left in found)


def test_a_longer_run_that_tells_little_still_takes_the_words_that_it_overlaps():
    """Both runs have the "in"; the longer one is taken first, and what is left of the other is no evidence."""
    stock, telling_words = "it was the same as it was and it was in", "lantern quay flour barge pier rope sluice"
    texts = [f"{stock} {telling_words} nobody", f"the guard said {stock} doubt. They came in {telling_words} again"]
    for by_all, by_what_is_left in evidence_of(texts, replace(PLAIN, least_pair_words=8)):
        assert by_all is None
        assert by_what_is_left is None


def test_the_bound_leaves_out_most_of_what_is_none():
    stock = "and the lantern slept quay"
    texts = [f"the harbour master rang {stock} twice", f"nobody at noon bought {stock} bread"]
    _, row, lefts, rights = columns(texts, PLAIN)
    found = equal_runs(lefts, rights, row, PLAIN)
    assert len(found.pair) == 1
    assert not len(telling(found, 1, row, PLAIN).pair)


def passages_of(left, right, s=PLAIN):
    """The passages that two rows of numbers share, each number standing for a word."""
    texts = [" ".join("".join("abcdefghij"[int(digit)] for digit in str(n)) for n in side) for side in (left, right)]
    _, row, lefts, rights = columns(texts, s)
    return shared_runs(blocks_of(equal_runs(lefts, rights, row, s), 0, 0, 1, row), s)


def test_shared_runs_join_over_small_edits_and_part_at_large_ones():
    left = list(range(100, 130))
    small = [*range(100, 110), 1, 2, *range(112, 122)]
    large = [*range(100, 110), *range(1, 20), *range(112, 122)]
    (joined,) = passages_of(left, small)
    assert (joined.left_start, joined.left_end, joined.right_start, joined.right_end) == (0, 22, 0, 22)
    assert len(joined.equal) == 20
    assert len(passages_of(left, large)) == 2


def test_a_text_that_repeats_itself_is_compared_in_bounded_time():
    left = [1, 2, 3, 4, 5] * 400
    runs = passages_of(left, left)
    assert sum(len(run.equal) for run in runs) == len(left)
