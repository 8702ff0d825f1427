"""Sentences about invented stories, true and distorted: which are shown as carried, and by which reports.

Each story of `evals/pairs/check.jsonl` has its reports and the sentences that an editor might type about them: true
ones in words of their own with the reports that bear them, and ones with a negation turned, a figure changed, an actor
or a speaker swapped, or a proposal told as done, which no report bears. Half of the stories (`seen`) were looked at
while the rules were written; the others (`kept`) were run when they were done. `check_later.jsonl` has twelve further
stories in three sets, each written when the rules seemed done, run once, and mended against.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.labelled import pipeline, ready
from evals.measures import share
from rashomon.core import Check, ClaimError, Document
from rashomon.pipeline.checking import asked

TRUE = "true"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One sentence: its story's half, its kind, who bears it, who is shown as carrying it or telling it otherwise."""

    half: str
    kind: str
    claim: str
    bearers: frozenset[str]
    shown: frozenset[str]
    otherwise: bool


def judged(path: Path) -> Iterator[Judged]:
    """Every sentence of a file of stories, checked against its story's reports."""
    for line in path.read_text("utf-8").splitlines():
        story = json.loads(line)
        documents = [d for row in story["reports"] if (d := ready(row["text"], row=row)) is not None]
        checks = checks_in([row["claim"] for row in story["claims"]], documents)
        for row in story["claims"]:
            check = checks.get(row["claim"])
            yield Judged(
                half=story["half"],
                kind=row["kind"],
                claim=row["claim"],
                bearers=frozenset(row["carriers"]),
                shown=frozenset(r.document for r in check.carried) if check else frozenset(),
                otherwise=bool(check and check.otherwise),
            )


def checks_in(claims: Iterable[str], documents: Sequence[Document]) -> dict[str, Check]:
    """What a story's reports, which are read once, say of each sentence; one in which nothing is told has no check."""
    told = []
    for claim in claims:
        try:
            asked(claim, pipeline().reader)
        except ClaimError:
            continue
        told.append(claim)
    return {check.claim: check for check in pipeline().checks_of(told, documents)}


def figures(every: Iterable[Judged]) -> dict[str, float]:
    """Shares over all sentences, and over those of the stories kept aside."""
    everything = list(every)
    kept = [j for j in everything if j.half == "kept"]
    return {**shares(everything), **{f"kept aside, {name}": value for name, value in shares(kept).items()}}


def shares(some: list[Judged]) -> dict[str, float]:
    """The shares over these sentences."""
    true = [j for j in some if j.kind == TRUE]
    distorted = [j for j in some if j.kind != TRUE]
    shown = sum(len(j.shown) for j in true)
    return {
        "distorted not carried": share(sum(not j.shown for j in distorted), len(distorted)),
        "distorted told otherwise": share(sum(j.otherwise and not j.shown for j in distorted), len(distorted)),
        "true carried": share(sum(bool(j.shown & j.bearers) for j in true), len(true)),
        "carriers right": share(sum(len(j.shown & j.bearers) for j in true), shown),
        "carriers found": share(sum(len(j.shown & j.bearers) for j in true), sum(len(j.bearers) for j in true)),
    }
