"""Shared passages as a reader finds them, against cutting them word by word."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core import Part, SharedPassage, Span
from rashomon.group import CopySettings
from rashomon.group.evidence import Shared
from rashomon.group.passages import Equal
from rashomon.group.shown import shown

PLAIN = CopySettings()
WORDS = 60
"""Of two documents in a row, three characters each with a blank behind."""


def sides_of(ends, headline):
    """Words in lines that end where it is said; the first line of each document may be a headline apart."""
    lines = np.searchsorted(np.array(sorted({*ends, WORDS})), np.arange(WORDS), side="right")
    whole = lines[WORDS // 2] if WORDS // 2 < WORDS else 0
    parts = [Part.TEXT] * (int(lines.max()) + 1)
    if headline:
        parts[0] = parts[int(whole)] = Part.HEADLINE
    return SimpleNamespace(
        row=SimpleNamespace(words=SimpleNamespace(starts=4 * np.arange(WORDS) % 120)),
        chars=np.full(WORDS, 3),
        lines=lines,
        parts=parts,
        headlines=np.array([part is Part.HEADLINE for part in parts]),
    )


def shared_of(runs):
    """Pair, passage and equal words of runs `(pair, left, right, words)`, which are passages each."""
    rows = [
        (pair, number, left + n, right + n)
        for number, (pair, left, right, words) in enumerate(runs)
        for n in range(words)
    ]
    pair, passage, left, right = (np.array([row[at] for row in rows], dtype=np.int64) for at in range(4))
    return Shared(pair, Equal(passage, left, right), np.ones(len(rows), dtype=np.bool_))


def plainly(runs, swapped, sides):
    """Each pair's pieces: runs cut wherever a line ends on either side, the short ones left out."""
    answer = [[] for _ in swapped]
    for pair, left, right, words in runs:
        pieces = [[0]]
        for n in range(1, words):
            same = all(sides.lines[at + n] == sides.lines[at + n - 1] for at in (left, right))
            pieces.append([n]) if not same else pieces[-1].append(n)
        for piece in pieces:
            if len(piece) >= PLAIN.least_piece_words:
                spans = [span(at + piece[0], at + piece[-1], sides) for at in (left, right)]
                copy, origin = spans if swapped[pair] else spans[::-1]
                answer[pair].append(SharedPassage(origin=origin, copy=copy))
    return [
        tuple(sorted(own, key=lambda each: (each.copy.part is not Part.HEADLINE, each.copy.start))) for own in answer
    ]


def span(first, last, sides):
    starts = sides.row.words.starts
    return Span(int(starts[first]), int(starts[last]) + 3, sides.parts[sides.lines[first]])


@st.composite
def some_runs(draw):
    """Runs of up to three pairs that overlap nowhere; the left words stand before the right ones."""
    runs = []
    for pair in range(draw(st.integers(0, 3))):
        places = [0, 10, 20]
        rights = draw(st.permutations(places))
        runs += [(pair, at, 30 + rights[n], draw(st.integers(1, 10))) for n, at in enumerate(places)]
    return runs


@settings(deadline=None)
@given(some_runs(), st.sets(st.integers(1, WORDS - 1)), st.booleans(), st.data())
def test_passages_are_cut_where_a_line_of_either_document_ends(runs, ends, headline, data):
    pairs = 1 + max((run[0] for run in runs), default=0)
    swapped = data.draw(st.lists(st.booleans(), min_size=pairs, max_size=pairs))
    sides = sides_of({*ends, WORDS // 2}, headline)
    found = list(shown(shared_of(runs), np.array(swapped), sides, PLAIN))
    assert found == plainly(runs, swapped, sides)


def test_no_pairs_show_nothing():
    assert not list(shown(shared_of([]), np.zeros(0, dtype=np.bool_), sides_of(set(), headline=False), PLAIN))


@pytest.mark.parametrize("swapped", [False, True])
def test_a_headline_comes_before_a_text_whose_words_have_lower_places(swapped):
    sides = sides_of({5, 30, 36}, headline=True)
    runs = [(0, 12, 46, 5), (0, 0, 31, 5)]
    (passages,) = shown(shared_of(runs), np.array([swapped]), sides, PLAIN)
    assert [passage.copy.part for passage in passages] == [Part.HEADLINE, Part.TEXT]
