"""Side by side on one invented stream: `python -m benchmarks.peers [DOCUMENTS]`.

Copies: whole copies planted in the stream, found by Rashomon, by MinHash-LSH of datasketch and of rensa (3-word
shingles, 128 permutations, Jaccard from .5). Stories: Rashomon against scikit-learn's TF-IDF with average linkage on
cosine distance, which is told the number of stories (quadratic in memory, so that it is run on at most 4,000
documents). Rates are by processor time. Peers that are not installed are left out:
`pip install datasketch rensa scikit-learn`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from evals.measures import bcubed

from benchmarks.reports import stream
from rashomon.core import Document
from rashomon.group import find_copies, find_stories
from rashomon.group.words import cut

SHINGLE_WORDS = 3
PERMUTATIONS = 128
JACCARD = 0.5
MOST_LINKED = 4000

Answer = TypeVar("Answer")
Pairs = set[frozenset[str]]


def shingles(document: Document) -> set[str]:
    """The word shingles of a document."""
    words = [word.lower() for word in cut(document).words]
    return {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(max(1, len(words) - SHINGLE_WORDS + 1))}


def rashomon_copies(documents: list[Document]) -> Pairs:
    """The copies that Rashomon finds, shared quotations apart."""
    return {frozenset((c.origin, c.copy)) for c in find_copies(documents) if c.kind.value != "shared-quotation"}


def datasketch_copies(documents: list[Document]) -> Pairs:
    """The pairs of datasketch."""
    from datasketch import MinHash, MinHashLSH

    lsh = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    found: Pairs = set()
    for document in documents:
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in shingles(document)])
        found |= {frozenset((other, document.id)) for other in lsh.query(sketch)}
        lsh.insert(document.id, sketch)
    return found


def rensa_copies(documents: list[Document]) -> Pairs:
    """The pairs of rensa's RMinHash and LSH, those confirmed by the sketches' own likeness."""
    from rensa import RMinHash, RMinHashLSH

    lsh = RMinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS, num_bands=32)
    sketches = []
    found: Pairs = set()
    for number, document in enumerate(documents):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(sorted(shingles(document)))
        for other in lsh.query(sketch):
            if sketch.jaccard(sketches[other]) >= JACCARD:
                found.add(frozenset((documents[other].id, document.id)))
        lsh.insert(number, sketch)
        sketches.append(sketch)
    return found


def rashomon_stories(documents: list[Document]) -> list[str]:
    """The stories of Rashomon, without what it knows of copies."""
    found = {d: story.id for story in find_stories(documents) for d in story.documents}
    return [found[document.id] for document in documents]


def linked_stories(documents: list[Document]) -> list[str]:
    """Average linkage on TF-IDF, told the true number of stories."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{document.headline or ''}\n{document.text}" for document in documents]
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    distances = 1.0 - (vectors @ vectors.T).toarray()
    stories = len({document.id.partition("-")[0] for document in documents})
    linked = AgglomerativeClustering(stories, metric="precomputed", linkage="average")
    return [str(label) for label in linked.fit_predict(distances)]


def timed(what: Callable[[list[Document]], Answer], documents: list[Document]) -> tuple[Answer, float] | None:
    """What it gives, and documents a second of processor time; None where its package is not installed."""
    began = time.process_time()
    try:
        answer = what(documents)
    except ImportError as missing:
        print(f"  {what.__name__:20} left out: {missing}")
        return None
    return answer, len(documents) / (time.process_time() - began)


def main(size: int = 4000) -> None:
    """Run all on the same documents."""
    told = stream(size)
    documents = [document for _, document in told]
    wanted = {frozenset((left.id, right.id)) for left, right in pairwise(documents) if left.text == right.text}
    print(f"{len(documents)} documents, {len(wanted)} planted copies")
    for copies in (rashomon_copies, datasketch_copies, rensa_copies):
        if (ran := timed(copies, documents)) is not None:
            found, rate = ran
            both = len(found & wanted)
            print(f"  {copies.__name__:20} {rate:6.0f}/s  recall {both / len(wanted):.3f}  pairs {len(found)}")
    few = told[:MOST_LINKED]
    print(f"{len(few)} documents, {len({key for key, _ in few})} stories")
    for stories in (rashomon_stories, linked_stories):
        if (grouped := timed(stories, [document for _, document in few])) is not None:
            labels, rate = grouped
            print(f"  {stories.__name__:20} {rate:6.0f}/s  B3 F1 {bcubed([key for key, _ in few], labels):.3f}")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*(int(x) for x in sys.argv[1:2]))
