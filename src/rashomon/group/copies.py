"""Who took words from whom: candidate pairs by fingerprints, shared passages by alignment, quotations taken out.

Two reports that quote the same speech share its words without either copying the other. So each pair is measured
twice: over all prose, and again without what is quoted on either side. What remains is copied prose; what vanishes
is a shared quotation.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from rashomon.core import Copy, CopyKind, Document, SharedPassage, Span
from rashomon.group.aligned import aligned
from rashomon.group.candidates import candidates, held
from rashomon.group.direction import Directed, direct, same_outlet
from rashomon.group.evidence import Shared, shared
from rashomon.group.gathered import gathered, in_a_row
from rashomon.group.halves import halved
from rashomon.group.lexicon import Lexicon
from rashomon.group.order import stream_order
from rashomon.group.passages import Run
from rashomon.group.repeated import TIMES, habits, paragraphs
from rashomon.group.settings import CopySettings
from rashomon.group.sides import Side, Sides
from rashomon.group.words import turns

if TYPE_CHECKING:
    from rashomon.group.candidates import Ints

TWO_PROCESSES_FROM = 5000
"""Documents from which a second process is worth its start."""


class Printed(NamedTuple):
    """The fingerprints of a document, each once, and how much each tells, in nats."""

    document: str
    hashes: tuple[int, ...]
    weights: tuple[float, ...]
    paragraphs: tuple[int, ...]
    """The names of its paragraphs, by which it is known what an outlet prints again."""


def habits_of(documents: Iterable[Document], holders: Iterable[tuple[int, str]]) -> dict[str, frozenset[int]]:
    """By id of a document, the places of the passages that its outlet had printed before.

    Args:
        documents: of which to say so.
        holders: who holds the names of their paragraphs: of each the first `TIMES` documents.
    """
    first: defaultdict[int, list[str]] = defaultdict(list)
    for name, holder in holders:
        first[name].append(holder)
    often = {name: own for name, own in first.items() if len(own) >= TIMES}
    found = {}
    for document in documents:
        before = {name for name in paragraphs(document).values() if document.id not in often.get(name, (document.id,))}
        found[document.id] = habits(document, before.__contains__)
    return found


def fingerprints_of(
    documents: Sequence[Document],
    *,
    settings: CopySettings | None = None,
    again: Mapping[str, frozenset[int]] | None = None,
) -> tuple[Printed, ...]:
    """The fingerprints by which those who may share passages with these documents are found later, in the same order.

    What outlets print again, as `habits_of` has it, is not among them.
    """
    s = CopySettings() if settings is None else settings
    prints = gathered(documents, Lexicon(s), s, again or {}).prints
    found: list[dict[int, float]] = [{} for _ in documents]
    columns = (prints.owners.tolist(), prints.hashes.tolist(), prints.weights.tolist())
    for owner, fingerprint, weight in zip(*columns, strict=True):
        found[owner][fingerprint] = weight
    return tuple(
        Printed(document.id, tuple(told), tuple(told.values()), tuple(dict.fromkeys(paragraphs(document).values())))
        for document, told in zip(documents, found, strict=True)
    )


class InQuestion(NamedTuple):
    """Earlier documents that are to be compared with new ones."""

    documents: frozenset[str]
    bounds: dict[int, int]
    """Of each fingerprint that many hold: how many of its first holders are among these and the new ones."""


def in_question(
    printed: Sequence[Printed], holders: Iterable[tuple[int, str]], *, settings: CopySettings | None = None
) -> InQuestion:
    """The documents that share enough with one of these to be compared with it.

    Args:
        printed: fingerprints of the new documents.
        holders: of each fingerprint the first `common_fingerprint_documents` that hold it, the new ones among them.
        settings: as for `find_copies`, which compares no others.
    """
    s = CopySettings() if settings is None else settings
    held: defaultdict[int, list[str]] = defaultdict(list)
    for fingerprint, document in holders:
        held[fingerprint].append(document)
    found: set[str] = set()
    for own in printed:
        told: defaultdict[str, float] = defaultdict(float)
        for fingerprint, weight in zip(own.hashes, own.weights, strict=True):
            for document in held.get(fingerprint, ()):
                told[document] += weight
        found.update(document for document, weight in told.items() if weight >= s.least_fingerprint_information)
    new = {own.document for own in printed}
    most = s.common_fingerprint_documents
    crowded = {name: some for name, some in held.items() if len(some) >= most}
    bounds = {name: sum(each in found or each in new for each in some) for name, some in crowded.items()}
    return InQuestion(frozenset(found - new), bounds)


def find_copies(
    documents: Sequence[Document],
    *,
    settings: CopySettings | None = None,
    of: Collection[str] | None = None,
    bounds: Mapping[int, int] | None = None,
    again: Mapping[str, frozenset[int]] | None = None,
) -> tuple[Copy, ...]:
    """The pairs of documents that share passages, in order of publishing; the order of the input changes nothing.

    Args:
        documents: cleaned.
        settings: from when on words are shared.
        of: ids of documents; with these only pairs with at least one of them are told.
        bounds: as `in_question` has them, where not all earlier documents are given.
        again: what outlets print again, as `habits_of` has it, likewise.
    """
    s = CopySettings() if settings is None else settings
    lexicon = Lexicon(s)
    ordered = sorted({document.id: document for document in documents}.values(), key=stream_order)
    words, prints = gathered(ordered, lexicon, s, again)
    row = in_a_row(words, lexicon)
    sides = Sides(ordered, row)
    blocks = list(candidates(held(prints, s, bounds), row, s))
    del prints  # what only one document has is wanted no more

    def compared(some: Sequence[tuple[Ints, Ints]]) -> list[tuple[int, int, Copy]]:
        copies = []
        for one, other, equal in aligned([_with_one_of(of, each, ordered) for each in some], row, s):
            left, right = sides.of(one), sides.of(other)
            found = shared(left, right, equal, s)
            if found is not None:
                copies.append((one, other, _copy(left, right, found, s)))
        return copies

    copies = halved(compared, blocks) if len(ordered) >= TWO_PROCESSES_FROM else compared(blocks)
    return tuple(copy for _, _, copy in sorted(copies, key=lambda copy: copy[:2]))


def _with_one_of(
    of: Collection[str] | None, pairs: tuple[Ints, Ints], ordered: Sequence[Document]
) -> tuple[Ints, Ints]:
    """The pairs that have one of these documents on a side."""
    import numpy as np

    if of is None:
        return pairs
    left, right = pairs
    wanted = np.array([document.id in of for document in ordered], dtype=np.bool_)
    kept = wanted[left] | wanted[right]
    return left[kept], right[kept]


def _copy(left: Side, right: Side, found: Shared, s: CopySettings) -> Copy:
    directed = direct(left.document, right.document, s)
    origin, copy = (right, left) if directed.swapped else (left, right)
    at = 0 if directed.swapped else 1  # the copy's place in a pair of word indices
    pairs = [pair for run in found.runs for pair in run.equal]
    own = [p[at] for run in found.own for p in run.equal if not (left.quotation[p[0]] or right.quotation[p[1]])]
    quoted = [pair[at] for pair in pairs if origin.quotation[pair[1 - at]] and not copy.quotation[pair[at]]]
    unsaid = copy.unquoted_chars - copy.chars_of(quoted)  # what the origin has in marks is quoted in the copy too
    without = copy.chars_of(own) / unsaid if unsaid else float(bool(found.own))
    passages = tuple(sorted(_passages(found.runs, left, right, s, swapped=directed.swapped), key=_place))
    kind = _kind(found, without, left, right, s)
    return Copy(
        origin=origin.document.id,
        copy=copy.document.id,
        shared_chars=sum([len(passage.copy) for passage in passages]),
        share_of_copy=copy.chars_of([pair[at] for pair in pairs]) / max(1, copy.chars),
        share_without_quotations=without,
        kind=kind,
        direction=directed.direction,
        passages=passages,
        reason=_reason(origin.document, copy.document, directed, kind, without),
    )


def _turned(runs: Sequence[Run], left: Side, right: Side) -> bool:
    """Whether an edit inside the passages changes a figure or a negation: few words, and another sense."""
    for run in runs:
        for side, at in ((left, 0), (right, 1)):
            equal = {pair[at] for pair in run.equal}
            if any(n not in equal and turns(side.word(n)) for n in range(min(equal), max(equal))):
                return True
    return False


def _kind(found: Shared, without: float, left: Side, right: Side, s: CopySettings) -> CopyKind:
    if not found.own:
        return CopyKind.SHARED_QUOTATION
    spread = sum(max(run.left_end - run.left_start, run.right_end - run.right_start) for run in found.runs)
    equal = sum(len(run.equal) for run in found.runs)
    if without >= s.verbatim_share and equal >= s.verbatim_equal * spread and not _turned(found.runs, left, right):
        return CopyKind.VERBATIM
    return CopyKind.EDITED if without >= s.edited_share else CopyKind.EXCERPT


def _passages(
    runs: Sequence[Run], left: Side, right: Side, s: CopySettings, *, swapped: bool
) -> Iterator[SharedPassage]:
    """The runs as pairs of spans, cut where a passage of either document ends, so that no span holds furniture."""
    for run in runs:
        cuts = {bisect_left(run.equal, word, key=itemgetter(0)) for word in left.begun(run.left_start, run.left_end)}
        cuts |= {
            bisect_left(run.equal, word, key=itemgetter(1)) for word in right.begun(run.right_start, run.right_end)
        }
        for first, end in pairwise(sorted({0, *cuts, len(run.equal)})):
            if end - first < s.least_piece_words:
                continue
            (i, j), (last_i, last_j) = run.equal[first], run.equal[end - 1]
            here, there = left.span(i, last_i + 1), right.span(j, last_j + 1)
            yield SharedPassage(origin=there, copy=here) if swapped else SharedPassage(origin=here, copy=there)


def _place(passage: SharedPassage) -> tuple[Span, Span]:
    return passage.copy, passage.origin


def _reason(origin: Document, copy: Document, directed: Directed, kind: CopyKind, without: float) -> str:
    if kind is CopyKind.SHARED_QUOTATION:
        what = "what they share is quoted, or too little to be more than chance without the quotations"
    else:
        what = f"{without:.0%} of the prose outside quotations is shared"
    if kind in (CopyKind.VERBATIM, CopyKind.EDITED) and same_outlet(origin, copy):
        what = "a version of the same report by the same outlet: " + what
    return f"{what}; {directed.reason}"
