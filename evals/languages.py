"""How well stories are brought together across languages: invented reports, in evals/pairs/languages*.jsonl.

A row of the first file is an English report, one of the same happening in another language, and one of a like happening
in a third, its twin. Only the parts held out are measured; settings were chosen on the others. The second file is a
press review: the reports of eight happenings in seven languages, as one stream.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from evals.measures import bcubed, share
from rashomon.core import Document, Part, Passage, Role, Span
from rashomon.group import find_stories

PAIRS = Path(__file__).with_name("pairs")
HELD_OUT = "held out"


def figures() -> dict[str, float]:
    """Pairs of one happening joined, and twins kept apart, with their dates and without; the review's B-cubed F1."""
    rows = [row for row in _rows("languages.jsonl") if row["part"].endswith(HELD_OUT)]
    told: dict[str, float] = {}
    for name, dated in (("", True), (", undated", False)):
        triples = [tuple(document(side, row[side], dated=dated) for side in ("report", "same", "twin")) for row in rows]
        joined = [together(report, same) for report, same, _ in triples]
        apart = [not together(each, twin) for *both, twin in triples for each in both]
        told[f"pairs joined{name}"] = share(sum(joined), len(joined))
        told[f"twins apart{name}"] = share(sum(apart), len(apart))
    review = _rows("languages_review.jsonl")
    documents = [document(str(n), row) for n, row in enumerate(review)]
    found = {d: story.id for story in find_stories(documents) for d in story.documents}
    told["review b-cubed f1"] = bcubed([str(row["story"]) for row in review], [found[d.id] for d in documents])
    return told


def together(left: Document, right: Document) -> bool:
    """Whether two documents are put into one story."""
    return len(find_stories([left, right])) == 1


def document(key: str, row: dict[str, Any], *, dated: bool = True) -> Document:
    """The document of a row, one paragraph."""
    text, headline = row["text"], row["headline"]
    return Document(
        id=key,
        text=text,
        headline=headline,
        headline_span=Span(0, len(headline), Part.HEADLINE),
        language=row["language"],
        published_at=datetime.fromisoformat(row["published_at"]) if dated else None,
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def _rows(name: str) -> list[dict[str, Any]]:
    lines: Iterable[str] = (PAIRS / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]
