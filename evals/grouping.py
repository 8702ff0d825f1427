"""How well pages are cleaned and documents brought together."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evals.labelled import Labelled, cleaned, ready
from evals.measures import bcubed, harmonic, rand, share
from evals.orders import shuffled
from rashomon.core import Document, Page
from rashomon.group import Stories, find_copies

SHINGLE_WORDS = 4
SHUFFLES = 4
"""Orders over which the figures of undated documents are averaged."""


def pages(labelled: Labelled, truth: str, folder: str) -> dict[str, float]:
    """How well the words of reports are told from what stands around them on labelled pages."""
    return columns(
        (row["articleBody"], words_of(Page(address=path.name, kind="html", text=labelled.page(path))))
        for key, row in labelled.tree(truth).items()
        for path in [labelled.path(folder) / f"{key}.html.gz"]
    )


def words_of(page: Page) -> str:
    """The words of the report on a page."""
    document = cleaned(page)
    return "\n".join(document.words_at(p.span) for p in document.passages) if document else ""


def columns(pages: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Precision and recall of four-word shingles a page, averaged, and the F1 of the averages.

    Args:
        pages: of each the words of the report and those that were found.
    """
    precisions, recalls = [], []
    for body, words in pages:
        wanted, told = _shingles(body), _shingles(words)
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
    """B-cubed F1 and the adjusted Rand index of the stories that a stream of documents falls into.

    After all have come; and as each document is told when it comes, which is what `rashomon group` answers. Undated
    documents come last, in the order of their ids, which may run by topic: where most are undated the mean over
    shuffled ids is told too.
    """
    rows = [row if dated else {**row, "published_at": None} for row in labelled.rows(name)]
    every = [ready(row["text"], row=row, number=n) for n, row in enumerate(rows)]
    gold = [str(row["story"]) for row in rows]
    figures = _grouped(gold, every)
    undated = sum(d is not None and d.published_at is None for d in every)
    if undated <= len(every) / 2:
        return figures
    orders = [_grouped(gold, [d and replace(d, id=shuffled(d.id, order)) for d in every]) for order in range(SHUFFLES)]
    return figures | {f"{each}, shuffled": sum(of[each] for of in orders) / SHUFFLES for each in figures}


def _grouped(gold: Sequence[str], every: Sequence[Document | None]) -> dict[str, float]:
    """The figures of one order; what cleaning left out is a story of its own."""
    documents = [d for d in every if d is not None]
    stream = Stories(copies=find_copies(documents))
    told = stream.feed(documents)
    stream.settle()
    as_told, at_last = (
        [of[d.id] if d is not None else f"none {n}" for n, d in enumerate(every)] for of in (told, _settled(stream))
    )
    return {
        "b-cubed f1": bcubed(gold, at_last),
        "rand": rand(gold, at_last),
        "b-cubed f1, as told": bcubed(gold, as_told),
        "rand, as told": rand(gold, as_told),
    }


def _settled(stream: Stories) -> dict[str, str]:
    return {document: story.id for story in stream.stories() for document in story.documents}


def pairs(path: Path) -> Iterator[tuple[Document, Document, dict[str, str]]]:
    """Invented reports by twos, and where a pair is of a deed and its opposite, the words that say so."""
    for number, row in enumerate(map(json.loads, path.read_text("utf-8").splitlines())):
        left, right = (
            ready(row[side]["text"], row=row[side] | {"id": side}, number=number) for side in ("left", "right")
        )
        if left is not None and right is not None:
            yield left, right, row.get("deed", {})


def together(path: Path) -> tuple[float, float]:
    """The share of pairs that are one story: as told when the second came, and after all."""
    told, settled = [], []
    for left, right, _ in pairs(path):
        stream = Stories(copies=find_copies([left, right]))
        told.append(len(set(stream.feed([left, right]).values())) == 1)
        stream.settle()
        settled.append(len(stream.stories()) == 1)
    return share(sum(told), len(told)), share(sum(settled), len(settled))
