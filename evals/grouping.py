"""How well pages are cleaned and documents brought together."""

from __future__ import annotations

import re
from collections import Counter

from evals.labelled import Labelled, cleaned, ready
from evals.measures import bcubed, harmonic, rand, share
from rashomon.core import Page
from rashomon.group import find_copies, find_stories

SHINGLE_WORDS = 4


def pages(labelled: Labelled, truth: str, folder: str) -> dict[str, float]:
    """Precision and recall of four-word shingles a page, averaged, and the F1 of the averages."""
    precisions, recalls = [], []
    for key, row in labelled.tree(truth).items():
        path = labelled.path(folder) / f"{key}.html.gz"
        document = cleaned(Page(address=path.name, kind="html", text=labelled.page(path)))
        words = "\n".join(document.words_at(p.span) for p in document.passages) if document else ""
        wanted, told = _shingles(row["articleBody"]), _shingles(words)
        both = (wanted & told).total()
        if told:
            precisions.append(both / told.total())
        if wanted:
            recalls.append(both / wanted.total())
    precision, recall = (share(sum(x), len(x)) for x in (precisions, recalls))
    return {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    last = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    return Counter(tuple(words[i : i + SHINGLE_WORDS]) for i in range(last))


def stories(labelled: Labelled, name: str, *, dated: bool = True) -> dict[str, float]:
    """B-cubed F1 and the adjusted Rand index of the stories that a stream of documents falls into."""
    rows = [row if dated else {**row, "published_at": None} for row in labelled.rows(name)]
    every = [ready(row["text"], row=row, number=n) for n, row in enumerate(rows)]
    documents = [d for d in every if d is not None]
    found = {d: story.id for story in find_stories(documents, find_copies(documents)) for d in story.documents}
    gold = [str(row["story"]) for row in rows]
    told = [found[d.id] if d is not None else f"none {n}" for n, d in enumerate(every)]
    return {"b-cubed f1": bcubed(gold, told), "rand": rand(gold, told)}
