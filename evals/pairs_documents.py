"""How alike two documents are among those that are compared: by words, names, figures and their leads.

Two documents on happenings of one kind (two earthquakes) share its words, and differ in names, days and figures. What
tells most is not how alike two documents are, but whether they are like and unlike the same others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.align.likeness import Weights
from rashomon.core import Document
from rashomon.core.words import FUNCTION_WORDS, fold, key_stems, stem

Vector = dict[str, float]

CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
LOWER = re.compile(r"\b[a-z][\w’'-]+")
LEAD_LINES = 3
KINDS = ("document", "document_names", "document_figures", "document_lead")


class DocumentLikeness:
    """The likeness of each two of some documents.

    `weights` are those of stems by rarity among the documents. It compares each with each, so it is for the documents
    of one topic, of which there are few.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        stems = {d.id: key_stems(d.text) for d in documents}
        self.weights = Weights(stems.values())
        vectors = [
            [
                self._unit(stems[d.id]),
                self._unit(_names(d.text)),
                self._unit(s for s in stems[d.id] if s[:1].isdigit()),
                self._unit(key_stems("\n".join(d.text.split("\n")[:LEAD_LINES]))),
            ]
            for d in documents
        ]
        self._place = {d.id: place for place, d in enumerate(documents)}
        self._tables = [_table([kinds[n] for kinds in vectors]) for n in range(len(KINDS))]
        self._company = [_company(self._tables[n]) for n in (0, 1)]

    def measures(self, left: str, right: str) -> dict[str, float]:
        """The likeness of two documents, given by their ids; each measure in [0, 1], of company in [-1, 1]."""
        a, b = self._place[left], self._place[right]
        found = {kind: table[a][b] for kind, table in zip(KINDS, self._tables, strict=True)}
        found["company"], found["company_names"] = (table[a][b] for table in self._company)
        return found

    def _unit(self, stems: Iterable[str]) -> Vector:
        """Stems weighed by rarity, repeated ones a little more, as a vector of length one."""
        weighed = {s: (1 + math.log(times)) * self.weights[s] for s, times in Counter(stems).items()}
        return _scaled(weighed)


def _scaled(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {key: value / length for key, value in vector.items()}


def _names(text: str) -> list[str]:
    """The stems of words that the text writes with a capital wherever it has them."""
    plain = {fold(word) for word in LOWER.findall(text)}
    capitals = (fold(word) for word in CAPITALISED.findall(text))
    return [stem(word) for word in capitals if word not in plain and word not in FUNCTION_WORDS]


def _table(vectors: Sequence[Vector]) -> list[list[float]]:
    return [[1.0 if a is b else _cosine(a, b) for b in vectors] for a in vectors]


def _cosine(left: Vector, right: Vector) -> float:
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return sum(value * long.get(key, 0.0) for key, value in short.items())


def _company(table: Sequence[Sequence[float]]) -> list[list[float]]:
    """How alike the likenesses of two documents to all others are: the cosine of their rows about the mean."""
    count = len(table)
    if count <= 2:
        return [[0.0] * count for _ in table]
    rows = [
        [value if b != a else max(v for n, v in enumerate(row) if n != a) for b, value in enumerate(row)]
        for a, row in enumerate(table)
    ]
    mean = sum(map(sum, rows)) / (count * count)
    units = [_scaled({str(b): value - mean for b, value in enumerate(row)}) for row in rows]
    return _table(units)
