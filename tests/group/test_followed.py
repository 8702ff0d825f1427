"""Equal words around shared fingerprints, against following each fingerprint by itself."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core import Document, Passage, Role, Span
from rashomon.core.engine import Local
from rashomon.group.followed import Events, followed
from rashomon.group.printed import printed
from rashomon.group.settings import CopySettings

SETTINGS = replace(CopySettings(), shingle_words=3, followed_words=7)
FEW = st.sampled_from("the a barge Pier lantern quay flour “we kept” it".split())
TEXTS = st.lists(st.lists(FEW, min_size=1, max_size=40).map(" ".join), min_size=2, max_size=3)


def row_of(texts):
    passage = [(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),) for text in texts]
    documents = [Document(id=f"d{n}", text=text, passages=passage[n]) for n, text in enumerate(texts)]
    return printed(documents, SETTINGS, None, Local())[0]


def events_of(row, chosen):
    """Places of three equal words of each pair of documents, some of them."""
    words = np.append(row.known.forms, -1)[row.words.rows]
    shingle = SETTINGS.shingle_words
    places = [range(row.begins[n], row.begins[n + 1] - shingle) for n in range(len(row.begins) - 1)]
    found = [
        (pair, left, right)
        for pair, (one, other) in enumerate(combinations(places, 2))
        for right in other
        for left in one
        if (words[left : left + shingle] == words[right : right + shingle]).all() and chosen.random() < 0.7
    ]
    return [tuple(map(int, event)) for event in found]


def plainly(row, events):
    """Each fingerprint followed by itself; of those that come to begin at the same words the first."""
    rows, said, shingle = row.words.rows, row.words.said, SETTINGS.shingle_words

    def reach(left, right, step, most):
        words = 0
        while words < most and rows[left] >= 0 and rows[right] >= 0:
            if row.known.forms[rows[left]] != row.known.forms[rows[right]]:
                break
            words, left, right = words + 1, left + step, right + step
        return words

    found = {}
    for pair, left, right in events:
        before = reach(left - 1, right - 1, -1, SETTINGS.followed_words)
        behind = reach(left + shingle, right + shingle, 1, SETTINGS.followed_words - shingle)
        words = before + shingle + behind
        one, other = (range(side - before, side - before + words) for side in (left, right))
        told = sum(row.known.surprise[rows[place]] for place in other)
        quoted = any(said[place] for place in (*one, *other))
        found.setdefault((pair, left - before, right - before), (pair, words, pytest.approx(told, abs=1e-6), quoted))
    return sorted(found.values(), key=lambda each: (each[0], each[1], each[2].expected, each[3]))


@settings(deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_runs_are_those_found_by_following_each_fingerprint(texts, chosen):
    row = row_of(texts)
    events = events_of(row, chosen)
    columns = np.array(events, dtype=np.int64).reshape(-1, 3).T
    found = followed(Events(*columns), row, SETTINGS)
    told = [(int(pair), int(words), float(told), bool(said)) for pair, words, told, said in zip(*found, strict=True)]
    assert sorted(told) == plainly(row, events)
