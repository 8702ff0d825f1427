"""Who took words from whom: candidate pairs by fingerprints, shared passages by alignment, quotations taken out.

Two reports that quote the same speech share its words without either copying the other. So each pair is measured
twice: over all prose, and again without what is quoted on either side. What remains is copied prose; what vanishes
is a shared quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.core import Copy, CopyKind, Document, SharedPassage
from rashomon.group.aligned import aligned
from rashomon.group.candidates import candidates, held
from rashomon.group.direction import Directed, direct, same_outlet
from rashomon.group.gathered import gathered, in_a_row
from rashomon.group.lexicon import Lexicon
from rashomon.group.order import stream_order
from rashomon.group.passages import Block, Run, pieces, shared_runs
from rashomon.group.settings import CopySettings
from rashomon.group.sides import Side, Sides


class _Found(NamedTuple):
    """The shared runs of a pair, and what remains of them without quotations."""

    runs: tuple[Run, ...]
    own: tuple[Run, ...]


def find_copies(documents: Sequence[Document], *, settings: CopySettings | None = None) -> tuple[Copy, ...]:
    """The pairs of documents that share passages, in order of publishing; the order of the input changes nothing."""
    s = CopySettings() if settings is None else settings
    lexicon = Lexicon(s)
    ordered = sorted({document.id: document for document in documents}.values(), key=stream_order)
    words, prints = gathered(ordered, lexicon, s)
    found = held(prints)
    del prints  # what only one document has is wanted no more
    row = in_a_row(words, lexicon)
    sides = Sides(ordered, row)
    copies = []
    for one, other, blocks in aligned(candidates(found, row, s), row, s):
        left, right = sides.of(one), sides.of(other)
        shared = _shared(left, right, blocks, s)
        if shared is not None:
            copies.append((one, other, _copy(left, right, shared, s)))
    return tuple(copy for _, _, copy in sorted(copies, key=lambda copy: copy[:2]))


def _shared(left: Side, right: Side, blocks: Sequence[Block] | None, s: CopySettings) -> _Found | None:
    """What two documents share, None where chance may have made it."""
    if blocks is None:
        whole = _whole(len(left.numbers))
        return _Found((whole,), (whole,))
    runs = _telling(shared_runs(blocks, s), left, right, s)
    own = _telling([piece for run, _ in runs for piece in _unquoted(run, left, right, s)], left, right, s)
    enough = sum(len(run.equal) for run, _ in own) >= s.least_pair_words
    if enough and sum(surprise for _, surprise in own) >= s.least_pair_information:
        return _Found(tuple(run for run, _ in runs), tuple(run for run, _ in own))
    said = [
        (run, surprise) for run, surprise in runs if any(left.quotation[i] or right.quotation[j] for i, j in run.equal)
    ]
    if sum(surprise for _, surprise in said) >= s.least_quotation_information:
        return _Found(tuple(run for run, _ in said), ())
    return None


def _whole(words: int) -> Run:
    return Run(0, words, 0, words, tuple((i, i) for i in range(words)))


def _unquoted(run: Run, left: Side, right: Side, s: CopySettings) -> list[Run]:
    """What is left of a run without the words that are quoted on either side, cut where more than an edit is gone."""
    rest = tuple((i, j) for i, j in run.equal if not (left.quotation[i] or right.quotation[j]))

    def apart(before: tuple[int, int], after: tuple[int, int]) -> bool:
        return max(after[0] - before[0], after[1] - before[1]) - 1 > s.gap_words

    return pieces(run._replace(equal=rest), apart) if rest else []


def _telling(runs: Sequence[Run], left: Side, right: Side, s: CopySettings) -> list[tuple[Run, float]]:
    """The runs that are evidence by themselves, and how much each tells."""
    found = []
    for run in runs:
        if len(run.equal) < s.least_words or sum([right.surprise[j] for _, j in run.equal]) < s.least_information:
            continue  # its words tell too little even if all were strange to the subject
        surprise = _surprise(run, left, right, s)
        if surprise >= s.least_information:
            found.append((run, surprise))
    return found


def _surprise(run: Run, left: Side, right: Side, s: CopySettings) -> float:
    """How much a run tells: each word once, and less for a word that both documents use elsewhere too.

    Such a word belongs to their subject, on which both write, and would come together by itself; not so in a
    quotation, whose words nobody chose anew.
    """
    told: dict[int, float] = {}
    times: dict[int, int] = {}
    uses: dict[int, int] = {}
    for i, j in run.equal:
        form = right.numbers[j]
        if form in times:
            times[form] += 1
            continue
        times[form] = 1
        elsewhere = 0 if left.quotation[i] or right.quotation[j] else min(left.times[i], right.times[j])
        told[form] = right.surprise[j]
        uses[form] = elsewhere
    return sum(
        [x * s.topic_discount if uses[form] > times[form] else x for form, x in told.items()]
    )


def _copy(left: Side, right: Side, found: _Found, s: CopySettings) -> Copy:
    directed = direct(left.document, right.document, s)
    origin, copy = (right, left) if directed.swapped else (left, right)
    at = 0 if directed.swapped else 1  # the copy's place in a pair of word indices
    shared = {pair[at] for run in found.runs for pair in run.equal}
    own = {pair[at] for run in found.own for pair in run.equal}
    said = {i for i, quoted in enumerate(copy.quotation) if quoted}
    said |= {p[at] for r in found.runs for p in r.equal if left.quotation[p[0]] or right.quotation[p[1]]}
    share = copy.chars_of(shared) / max(1, copy.chars)
    unsaid = copy.chars - copy.chars_of(said)
    without = copy.chars_of(own - said) / unsaid if unsaid else float(bool(own))
    passages = _passages(found.runs, left, right, s, swapped=directed.swapped)
    kind = _kind(found, without, s)
    return Copy(
        origin=origin.document.id,
        copy=copy.document.id,
        shared_chars=sum(len(passage.copy) for passage in passages),
        share_of_copy=share,
        share_without_quotations=without,
        kind=kind,
        direction=directed.direction,
        passages=passages,
        reason=_reason(origin.document, copy.document, directed, kind, without),
    )


def _kind(found: _Found, without: float, s: CopySettings) -> CopyKind:
    if not found.own:
        return CopyKind.SHARED_QUOTATION
    spread = sum(max(run.left_end - run.left_start, run.right_end - run.right_start) for run in found.runs)
    equal = sum(len(run.equal) for run in found.runs)
    if without >= s.verbatim_share and equal >= s.verbatim_equal * spread:
        return CopyKind.VERBATIM
    return CopyKind.EDITED if without >= s.edited_share else CopyKind.EXCERPT


def _passages(
    runs: Sequence[Run], left: Side, right: Side, s: CopySettings, *, swapped: bool
) -> tuple[SharedPassage, ...]:
    """The runs as pairs of spans, cut where a passage of either document ends, so that no span holds furniture."""

    def other_line(before: tuple[int, int], after: tuple[int, int]) -> bool:
        return left.line_of[before[0]] != left.line_of[after[0]] or right.line_of[before[1]] != right.line_of[after[1]]

    found = []
    for run in runs:
        for piece in pieces(run, other_line):
            if len(piece.equal) < s.least_piece_words:
                continue
            here = left.span(piece.left_start, piece.left_end)
            there = right.span(piece.right_start, piece.right_end)
            found.append(SharedPassage(origin=there, copy=here) if swapped else SharedPassage(origin=here, copy=there))
    return tuple(sorted(found, key=lambda passage: (passage.copy, passage.origin)))


def _reason(origin: Document, copy: Document, directed: Directed, kind: CopyKind, without: float) -> str:
    if kind is CopyKind.SHARED_QUOTATION:
        what = "what they share is quoted, or too little to be more than chance without the quotations"
    else:
        what = f"{without:.0%} of the prose outside quotations is shared"
    if kind is not CopyKind.SHARED_QUOTATION and same_outlet(origin, copy):
        what = "a version of the same report by the same outlet: " + what
    return f"{what}; {directed.reason}"
