"""Equal runs of many pairs at once, their passages and what is evidence, against the plain way for each pair."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.core import Document, Passage, Role, Span
from rashomon.core.engine import Local
from rashomon.group.equal_runs import _Anchors, _coincidences, equal_runs
from rashomon.group.evidence import shared
from rashomon.group.passages import passages
from rashomon.group.printed import printed
from rashomon.group.settings import CopySettings

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
    documents = documents_of(texts)
    row, _ = printed(documents, s, None, Local())
    pairs = list(combinations(range(len(texts)), 2))
    lefts, rights = (np.array([pair[side] for pair in sorted(pairs, key=lambda p: p[::-1])]) for side in (0, 1))
    return row, lefts, rights


def blocks_of(found, pair, left, right, row):
    return [
        (int(i - row.begins[left]), int(j - row.begins[right]), int(words))
        for number, i, j, words in zip(*found, strict=True)
        if number == pair
    ]


def numbers_of(document, row):
    """The words of a document, equal ones with equal numbers."""
    return row.known.forms[row.words.rows[row.begins[document] : row.begins[document + 1] - 1]].tolist()


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
    row, lefts, rights = columns(texts, s)
    found = equal_runs(lefts, rights, row, s)
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        wanted = plainly(numbers_of(left, row), numbers_of(right, row))
        if not any(words >= s.core_words for _, _, words in wanted):
            wanted = []
        assert blocks_of(found, pair, left, right, row) == wanted


@settings(deadline=None)
@given(TEXTS)
def test_where_few_places_of_an_anchor_are_followed_each_run_is_still_whole(texts):
    s = replace(PLAIN, anchor_places=1)
    row, lefts, rights = columns(texts, s)
    found = equal_runs(lefts, rights, row, s)
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        every = plainly(numbers_of(left, row), numbers_of(right, row))
        assert set(blocks_of(found, pair, left, right, row)) <= set(every)


def test_a_longer_run_that_tells_little_still_takes_the_words_that_it_overlaps():
    """Both runs have the "in"; the longer one is taken first, and what is left of the other is no evidence."""
    stock, telling_words = "it was the same as it was and it was in", "lantern quay flour barge pier rope sluice"
    texts = [f"{stock} {telling_words} nobody", f"the guard said {stock} doubt. They came in {telling_words} again"]
    s = replace(PLAIN, least_pair_words=8)
    row, lefts, rights = columns(texts, s)
    assert not len(shared(equal_runs(lefts, rights, row, s), 1, row, s).pair)


def plain_evidence(passages, left, right, row, s):
    """Of one pair the equal words that are evidence, and those of them that remain so without quotations."""
    ones, others = (slice(row.begins[document], row.begins[document + 1] - 1) for document in (left, right))
    said_left, said_right = (row.words.said[side].tolist() for side in (ones, others))
    times_left, times_right = (row.words.times[side].tolist() for side in (ones, others))
    forms, tells = numbers_of(right, row), row.known.surprise[row.words.rows[others]].tolist()

    def weighed(words):
        quoted = [said_left[i] or said_right[j] for i, j in words]
        if len(words) < s.least_words or sum(tells[j] for _, j in words) < s.least_information:
            return None
        first, own = {}, [forms[j] for _, j in words]
        for (i, j), by_speech in zip(words, quoted, strict=True):
            first.setdefault(forms[j], (tells[j], 0 if by_speech else min(times_left[i], times_right[j])))
        told = sum(each * (s.topic_discount if uses > own.count(form) else 1) for form, (each, uses) in first.items())
        return (told, any(quoted)) if told >= s.least_information else None

    found = [(words, *told) for words in passages for told in (weighed(words),) if told]
    rest = []
    for words, _, _ in found:
        begun = None
        for i, j in [(i, j) for i, j in words if not (said_left[i] or said_right[j])]:
            if begun is None or max(i - begun[0], j - begun[1]) - 1 > s.gap_words:
                rest.append([])
            rest[-1].append((i, j))
            begun = i, j
    own = [(words, told[0]) for words in rest for told in (weighed(words),) if told]
    if sum(len(words) for words, _ in own) >= s.least_pair_words and (
        sum(told for _, told in own) >= s.least_pair_information
    ):
        return [pair for words, _, _ in found for pair in words], [pair for words, _ in own for pair in words]
    quoting = [(words, told) for words, told, quoted in found if quoted]
    enough = sum(told for _, told in quoting) >= s.least_quotation_information
    return ([pair for words, _ in quoting for pair in words] if enough else []), []


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_the_evidence_of_many_pairs_is_that_of_each_pair_by_itself(texts):
    row, lefts, rights = columns(texts, LOOSE)
    found = equal_runs(lefts, rights, row, LOOSE)
    told = shared(found, len(lefts), row, LOOSE)
    columns_of = (told.pair, told.equal.left, told.equal.right, told.own)
    got = list(zip(*(column.tolist() for column in columns_of), strict=True))
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        runs = list(plain_passages(blocks_of(found, pair, left, right, row), LOOSE))
        own = [(i - row.begins[left], j - row.begins[right], kept) for of, i, j, kept in got if of == pair]
        by_itself = plain_evidence(runs, left, right, row, LOOSE)
        assert ([(i, j) for i, j, _ in own], [(i, j) for i, j, kept in own if kept]) == by_itself


def passages_of(left, right, s=PLAIN):
    """The passages that two rows of numbers share, each number standing for a word: their pairs of equal words."""
    texts = [" ".join("".join("abcdefghij"[int(digit)] for digit in str(n)) for n in side) for side in (left, right)]
    row, lefts, rights = columns(texts, s)
    _, equal = passages(equal_runs(lefts, rights, row, s), s)
    found = {}
    for passage, i, j in zip(*(column.tolist() for column in equal), strict=True):
        found.setdefault(passage, []).append((i - int(row.begins[0]), j - int(row.begins[1])))
    return list(found.values())


def test_shared_runs_join_over_small_edits_and_part_at_large_ones():
    left = list(range(100, 130))
    small = [*range(100, 110), 1, 2, *range(112, 122)]
    large = [*range(100, 110), *range(1, 20), *range(112, 122)]
    (joined,) = passages_of(left, small)
    assert (joined[0], joined[-1]) == ((0, 0), (21, 21))
    assert len(joined) == 20
    assert len(passages_of(left, large)) == 2


def test_a_text_that_repeats_itself_is_compared_in_bounded_time():
    left = [1, 2, 3, 4, 5] * 400
    assert sum(map(len, passages_of(left, left))) == len(left)


def plain_passages(blocks, s):
    """The passages of one pair, run by run: the longest first, then each joined to one of those that began last."""
    taken, kept = set(), []
    for left, right, words in blocks:
        own = {("left", left + n) for n in range(words)} | {("right", right + n) for n in range(words)}
        if not own & taken:
            taken |= own
            kept.append((left, right, words))
    found = []
    for left, right, words in sorted(kept, key=lambda run: run[1]):
        for passage in reversed(found[-3:]):
            i, j, before = passage[-1]
            if 0 <= left - i - before <= s.gap_words and 0 <= right - j - before <= s.gap_words:
                passage.append((left, right, words))
                break
        else:
            found.append([(left, right, words)])
    for passage in found:
        sizes = [words for _, _, words in passage]
        (i, j, _), (last_i, last_j, last) = passage[0], passage[-1]
        extent = max(last_i - i, last_j - j) + last
        if sum(sizes) >= s.least_words and max(sizes) >= s.core_words and sum(sizes) >= s.least_equal_share * extent:
            yield [(i + n, j + n) for i, j, words in passage for n in range(words)]


@pytest.mark.parametrize("most", [1, 64])
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS)
def test_the_passages_of_many_pairs_are_those_of_each_pair_run_by_run(monkeypatch, most, texts):
    s = replace(PLAIN, core_words=3, least_words=3, gap_words=12)
    monkeypatch.setattr("rashomon.group.overlaps.CROWD", most)
    row, lefts, rights = columns(texts, s)
    found = equal_runs(lefts, rights, row, s)
    owner, equal = passages(found, s)
    got = list(zip(owner[equal.passage].tolist(), *(column.tolist() for column in equal), strict=True))
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        wanted = list(plain_passages(blocks_of(found, pair, left, right, row), s))
        own = [(passage, i - row.begins[left], j - row.begins[right]) for of, passage, i, j in got if of == pair]
        names = sorted({passage for passage, _, _ in own})
        assert [[(i, j) for each, i, j in own if each == name] for name in names] == wanted


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_where_few_places_of_an_anchor_are_followed_no_run_stands_twice_and_longer_ones_are_not_parted(texts):
    s = replace(PLAIN, anchor_places=1)
    row, lefts, rights = columns(texts, s)
    found = equal_runs(lefts, rights, row, s)
    for pair, (left, right) in enumerate(zip(lefts.tolist(), rights.tolist(), strict=True)):
        one = numbers_of(left, row)
        anchors = [tuple(one[at : at + 3]) for at in range(len(one) - 2)]
        every = plainly(one, numbers_of(right, row))
        sure = [  # they have an anchor whose first place is theirs
            (i, j, words)
            for i, j, words in every
            if any(anchors.index(anchors[at]) == at for at in range(i, i + words - 2))
        ]
        if not any(words >= s.core_words for _, _, words in sure):
            sure = []
        got = blocks_of(found, pair, left, right, row)
        assert len(got) == len(set(got))
        assert set(sure) <= set(got)


TOLD = "said in the hall of Sarn that nobody had asked the guards why all the lamps were dark"


@pytest.mark.parametrize("times", [1, 16, 17, 18, 40])
@pytest.mark.parametrize(
    ("told", "repeated"),
    [
        (f"The prime minister {TOLD}", "the prime minister"),
        (f"On Monday night the prime minister {TOLD}", "the prime minister"),
        (f"The prime minister of Bree {TOLD}", "the prime minister of Bree"),
        (TOLD.replace("guards", "old prime minister"), "old prime minister"),
        ("the prime minister and guards", "the prime minister"),
    ],
)
def test_a_sentence_is_found_whole_however_often_a_part_of_it_stands_before(told, repeated, times):
    before = " ".join(f"{repeated} {'abcdefgh'[n % 8]}{'ijklm'[n % 5]}q left" for n in range(times))
    row, lefts, rights = columns([f"{before} on foot. {told}.", f"{told}."], PLAIN)
    found = equal_runs(lefts, rights, row, PLAIN)
    (one, other) = (numbers_of(document, row) for document in (0, 1))
    assert (len(one) - len(other), 0, len(other)) in blocks_of(found, 0, 0, 1, row)


def test_anchors_that_are_alike_in_the_bits_sought_by_chance_are_not_counted_as_one():
    """How many bits these are depends on how many pairs are compared together."""
    codes = (np.uint64(7) << np.uint64(34)) + np.arange(18, dtype=np.uint64)
    places = np.arange(18)
    one = _Anchors(np.zeros(18, dtype=np.int64), codes, places)
    other = _Anchors(np.zeros(1, dtype=np.int64), codes[-1:], np.array([4]))
    left, right, pair, cut = _coincidences(one, other, 1, PLAIN)
    assert (left.tolist(), right.tolist(), pair.tolist(), cut.tolist()) == ([17], [4], [0], [False])
