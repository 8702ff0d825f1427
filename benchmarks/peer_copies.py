"""Copies by other programs: MinHash and locality-sensitive hashing of datasketch and rensa, beside Rashomon.

Both liken sets of word shingles (128 permutations); a pair that the hash tables bring up counts when the sketches
themselves say a likeness of the threshold or more. The packages are imported late: who has one of them runs that one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.core import CopyKind, Document
from rashomon.group import find_copies
from rashomon.group.words import cut

SHINGLE_WORDS = 3
PERMUTATIONS = 128
THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
LOW_BANDS, HIGH_BANDS = 64, 32
"""Bands of two rows find pairs from a likeness of about .13 on, bands of four from about .42."""
HIGH_THRESHOLD = 0.4

Pairs = set[frozenset[str]]
Copies = Callable[[Sequence[Document], float], Pairs]


def shingles(document: Document) -> set[str]:
    """The word shingles of a document."""
    words = [word.lower() for word in cut(document).words]
    return {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(max(1, len(words) - SHINGLE_WORDS + 1))}


def rashomon(documents: Sequence[Document], _: float) -> Pairs:
    """The copies that Rashomon finds, shared quotations apart."""
    return {frozenset((c.origin, c.copy)) for c in find_copies(documents) if c.kind is not CopyKind.SHARED_QUOTATION}


def datasketch(documents: Sequence[Document], threshold: float) -> Pairs:
    """The pairs of datasketch."""
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    sketches: dict[str, MinHash] = {}
    found: Pairs = set()
    for document in documents:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles(document)])
        near = (other for other in lsh.query(sketch) if sketch.jaccard(sketches[other]) >= threshold)
        found |= {frozenset((other, document.id)) for other in near}
        lsh.insert(document.id, sketch)
        sketches[document.id] = sketch
    return found


def rensa(documents: Sequence[Document], threshold: float) -> Pairs:
    """The pairs of rensa's RMinHash."""
    from rensa import RMinHash, RMinHashLSH

    bands = HIGH_BANDS if threshold >= HIGH_THRESHOLD else LOW_BANDS
    lsh = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
    sketches: list[RMinHash] = []
    found: Pairs = set()
    for number, document in enumerate(documents):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(sorted(shingles(document)))
        near = (other for other in lsh.query(sketch) if sketch.jaccard(sketches[other]) >= threshold)
        found |= {frozenset((documents[other].id, document.id)) for other in near}
        lsh.insert(number, sketch)
        sketches.append(sketch)
    return found


PEERS: dict[str, tuple[Copies, tuple[float, ...]]] = {
    "Rashomon": (rashomon, (0.0,)),
    "datasketch MinHash-LSH": (datasketch, THRESHOLDS),
    "rensa RMinHash-LSH": (rensa, THRESHOLDS),
}
"""What finds copies, and the thresholds among which it may choose; Rashomon has its settings and none to choose."""
