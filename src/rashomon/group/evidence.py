"""What two documents share that is more than chance, with and without what is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.group.passages import Block, Run, pieces, shared_runs
from rashomon.group.settings import CopySettings
from rashomon.group.sides import Side


class _Telling(NamedTuple):
    """A run that is evidence by itself."""

    run: Run
    surprise: float
    """How much it tells."""
    quoted: frozenset[int]
    """Which of its equal pairs either side quotes, by their places in `equal`."""


class Shared(NamedTuple):
    """The shared runs of a pair, and what remains of them without quotations."""

    runs: Sequence[Run]
    own: Sequence[Run]


def shared(left: Side, right: Side, blocks: Sequence[Block] | None, s: CopySettings) -> Shared | None:
    """What two documents share, None where chance may have made it."""
    if blocks is None:
        words = len(right.numbers)
        whole = Run(0, words, 0, words, tuple([(i, i) for i in range(words)]))
        return Shared([whole], [whole])
    runs = _telling(shared_runs(blocks, s), left, right, s)
    own = []
    for told in runs:
        own += _telling(_unquoted(told, s), left, right, s) if told.quoted else [told]
    enough = sum(len(told.run.equal) for told in own) >= s.least_pair_words
    if enough and sum(told.surprise for told in own) >= s.least_pair_information:
        return Shared([told.run for told in runs], [told.run for told in own])
    if sum(told.surprise for told in runs if told.quoted) >= s.least_quotation_information:
        return Shared([told.run for told in runs if told.quoted], ())
    return None


def _unquoted(told: _Telling, s: CopySettings) -> list[Run]:
    """What is left of a run without the words that are quoted on either side, cut where more than an edit is gone."""
    rest = tuple([pair for at, pair in enumerate(told.run.equal) if at not in told.quoted])

    def apart(before: tuple[int, int], after: tuple[int, int]) -> bool:
        return max(after[0] - before[0], after[1] - before[1]) - 1 > s.gap_words

    return pieces(told.run._replace(equal=rest), apart) if rest else []


def _telling(runs: Sequence[Run], left: Side, right: Side, s: CopySettings) -> list[_Telling]:
    """The runs that are evidence by themselves, and how much each tells."""
    found = []
    for run in runs:
        if len(run.equal) < s.least_words or sum([right.surprise[j] for _, j in run.equal]) < s.least_information:
            continue  # its words tell too little even if all were strange to the subject
        quoted = frozenset([at for at, (i, j) in enumerate(run.equal) if left.quotation[i] or right.quotation[j]])
        surprise = _surprise(run, quoted, left, right, s)
        if surprise >= s.least_information:
            found.append(_Telling(run, surprise, quoted))
    return found


def _surprise(run: Run, quoted: frozenset[int], left: Side, right: Side, s: CopySettings) -> float:
    """How much a run tells: each word once, and less for a word that both documents use elsewhere too.

    Such a word belongs to their subject, on which both write, and would come together by itself; not so in a
    quotation, whose words nobody chose anew.
    """
    first: dict[int, tuple[float, int]] = {}
    times: dict[int, int] = {}
    for at, (i, j) in enumerate(run.equal):
        form = right.numbers[j]
        if form in times:
            times[form] += 1
        else:
            times[form] = 1
            first[form] = right.surprise[j], 0 if at in quoted else min(left.times[i], right.times[j])
    return sum([told * s.topic_discount if uses > times[form] else told for form, (told, uses) in first.items()])
