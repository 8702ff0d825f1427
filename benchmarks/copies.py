"""How well copies are found among invented reports: `python -m benchmarks.copies [HAPPENINGS] [SEED]`.

Each happening has independent reports and planted pairs: a declared program edits one report into another. Printed
are the F1 of pairs, the F1 of the shared words' places by kind of edit (over the copy's words), and how well shared
quotations are told from copied prose.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from typing import NamedTuple

from benchmarks.reports import Happening, happening, name, prose, quotation, report
from rashomon.core import CopyKind, Document
from rashomon.group import find_copies

SENTENCES = 16
SYNONYMS = {
    "closed": "shut", "opened": "unlocked", "struck": "hit", "reached": "attained", "blamed": "faulted",
    "found": "discovered", "began": "started", "refused": "declined", "promised": "pledged", "lifted": "raised",
    "street": "lane", "road": "highway", "letter": "note", "house": "home", "crowd": "throng", "office": "bureau",
    "old": "aged", "quiet": "silent", "early": "prompt", "large": "big", "wet": "damp", "famous": "renowned",
    "distant": "remote", "costly": "dear", "modest": "humble", "waited": "lingered", "although": "though",
}  # fmt: skip
KINDS = ("verbatim", "cut", "reorder", "synonyms", "lead", "quotes")


class Planted(NamedTuple):
    """A copy as it was made: which of its sentences are the other's."""

    kind: str
    left: str
    right: str
    shared: frozenset[str]


def edit(
    kind: str, sentences: list[str], said: list[str], told: Happening, rng: random.Random
) -> tuple[list[str], set[str]]:
    """The copy's sentences, and those of them that are shared."""
    if kind == "verbatim":
        return sentences, set(sentences)
    if kind == "cut":
        kept = [s for s in sentences if rng.random() < 0.5] or sentences[:4]
        return kept, set(kept)
    if kind == "reorder":
        blocks = [sentences[i : i + 3] for i in range(0, len(sentences), 3)]
        rng.shuffle(blocks)
        return [s for block in blocks for s in block], set(sentences)
    if kind == "synonyms":
        new = [" ".join(SYNONYMS.get(w, w) for w in s.split(" ")) for s in sentences]
        return new, set(new)
    if kind == "lead":
        taken = sentences[:4]
        return prose(told, rng, 3) + taken + prose(told, rng, SENTENCES - 7), set(taken)
    own = prose(told, rng, SENTENCES)
    return own[:5] + said + own[5:], set(said)


def planted(happenings: int, seed: int) -> tuple[list[Document], list[Planted]]:
    """The reports, and the pairs among them that share words."""
    rng = random.Random(seed)
    documents: list[Document] = []
    pairs: list[Planted] = []
    for number in range(happenings):
        told, kind = happening(number, rng), KINDS[number % len(KINDS)]
        said = [quotation(told, 0), quotation(told, 1)] if kind == "quotes" else []
        own = prose(told, rng, SENTENCES)
        first = own[:3] + said + own[3:]
        second, shared = edit(kind, first, said, told, rng)
        for at, sentences in enumerate((first, second, prose(told, rng, SENTENCES), prose(told, rng, SENTENCES))):
            key = f"{told.key}-{at}"
            documents.append(report(told, key, sentences, rng, outlet=f"{name(rng)} Mail", hours=at * 2.0))
        pairs.append(Planted(kind, f"{told.key}-0", f"{told.key}-1", frozenset(shared)))
    return documents, pairs


def main(happenings: int = 250, seed: int = 7) -> None:
    """Plant, find, compare, print."""
    documents, pairs = planted(happenings, seed)
    by_id = {document.id: document for document in documents}
    found = {frozenset((copy.origin, copy.copy)): copy for copy in find_copies(documents)}
    wanted = {frozenset((pair.left, pair.right)): pair for pair in pairs}
    right = len(found.keys() & wanted.keys())
    print(f"{len(documents)} reports, {len(pairs)} planted pairs")
    print(f"pairs: precision {right / max(1, len(found)):.3f} recall {right / len(wanted):.3f} "
          f"F1 {2 * right / (len(found) + len(wanted)):.3f}")  # fmt: skip
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    told_apart = 0
    for key, pair in wanted.items():
        count = counts[pair.kind]
        count["pairs"] += 1
        document = by_id[pair.right]
        gold: set[int] = set()
        for sentence in pair.shared:
            at = document.text.find(sentence)
            gold.update(range(at, at + len(sentence)))
        copy = found.get(key)
        count["wanted"] += len(gold)
        if copy is None:
            continue
        count["found"] += 1
        spans = [p.copy if copy.copy == pair.right else p.origin for p in copy.passages]
        got = {i for span in spans if span.part.value == "text" for i in range(span.start, span.end)}
        count["got"] += len(got)
        count["both"] += len(got & gold)
        told_apart += (copy.kind is CopyKind.SHARED_QUOTATION) == (pair.kind == "quotes")
    for kind in KINDS:
        c = counts[kind]
        f1 = 2 * c["both"] / max(1, c["got"] + c["wanted"])
        print(f"  {kind:10} pairs found {c['found']}/{c['pairs']}  passages F1 {f1:.3f}")
    print(f"quotations told from prose: {told_apart / max(1, right):.3f}")
    extra = Counter(copy.kind.value for key, copy in found.items() if key not in wanted)
    print(f"not planted, by kind: {dict(extra)}")


if __name__ == "__main__":
    main(*(int(x) for x in sys.argv[1:3]))
