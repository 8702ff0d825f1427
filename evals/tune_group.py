"""Choose the settings of stories by cross-validation on ECB+ train alone: `python -m evals.tune_group [--steps N]`.

Topics (a story and its twin) are dealt into folds. A fold is grouped with a background table that was counted
without it, in several orders, since a stream's answer depends on the order. The figure of a setting is its mean
B-cubed F1 over folds and orders. The grid is walked one setting at a time, the best value kept; what is printed is
every figure, and at the end the nested figure: each fold under the settings that are best on the other folds.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from evals.background import NEWS, counted
from evals.labelled import Labelled, ready
from evals.measures import bcubed
from rashomon.core import Copy, Document
from rashomon.group import StorySettings, find_copies, find_stories
from rashomon.group.background import Table

FOLDS = 3
ORDERS = 2
GRID: Mapping[str, Sequence[float]] = {
    "join_at": (-3.5, -3.0, -2.5, -2.0),
    "fit_weight": (0.0, 0.3, 0.5, 0.7),
    "words_weight": (0.7, 1.0, 1.41, 2.0),
    "names_weight": (1.4, 2.0, 2.76, 3.4),
    "figures_weight": (0.0, 2.0, 4.0, 7.0),
    "likeness_floor": (0.015, 0.03, 0.06),
    "usual_likeness": (-5.0, -4.0, -3.0),
    "usual_members": (3.0, 5.0, 8.0),
    "quorum": (0.25, 0.5, 0.75),
    "late_members": (0, 3, 6, 9),
}


class Fold(NamedTuple):
    """One part of the stories, in several orders, with what was counted without it."""

    orders: tuple[tuple[Document, ...], ...]
    copies: tuple[tuple[Copy, ...], ...]
    gold: Mapping[str, str]
    table: Table


def main(arguments: list[str] | None = None) -> int:
    """Walk the grid and print it."""
    parser = argparse.ArgumentParser(prog="python -m evals.tune_group", description=__doc__)
    parser.add_argument("--steps", type=int, default=2, help="how often the grid is walked")
    parser.add_argument("--only", nargs="*", default=list(GRID), help="the settings to walk")
    asked = parser.parse_args(arguments)
    labelled = Labelled()
    parts = folds(labelled)
    best = StorySettings()
    seen: dict[StorySettings, tuple[float, ...]] = {best: figures(parts, best)}
    told("as shipped", seen[best])
    for _ in range(asked.steps):
        before = best
        for name in asked.only:
            for value in GRID[name]:
                tried = replace(best, **{name: value})  # type: ignore[arg-type]
                if tried not in seen:
                    seen[tried] = figures(parts, tried)
                    told(f"{name} {value}", seen[tried])
            best = max(seen, key=lambda s: (mean(seen[s]), -list(seen).index(s)))
        if best == before:
            break
    told("best", seen[best])
    print({name: getattr(best, name) for name in GRID})
    nested = []
    for fold in range(FOLDS):
        others = max(seen, key=lambda s, fold=fold: mean([x for i, x in enumerate(seen[s]) if i != fold]))  # type: ignore[misc]
        nested.append(seen[others][fold])
    told("nested", nested)
    return 0


def folds(labelled: Labelled) -> list[Fold]:
    """The stories of ECB+ train dealt by topic, the topics in order of their digest."""
    rows = labelled.rows(NEWS)
    topics = sorted({row["topic"] for row in rows}, key=lambda topic: _shuffled(str(topic), 0))
    found = []
    for fold in range(FOLDS):
        own = set(topics[fold::FOLDS])
        mine = {row["story"] for row in rows if row["topic"] in own}
        gold = {row["id"]: row["story"] for row in rows if row["topic"] in own}
        documents = [ready(row["text"], row=row) for row in rows if row["topic"] in own]
        orders = [
            tuple(replace(d, id=f"{_shuffled(d.id, order)} {d.id}") for d in documents if d is not None)
            for order in range(ORDERS)
        ]
        found.append(
            Fold(
                tuple(orders),
                tuple(find_copies(order) for order in orders),
                gold,
                counted(labelled, keep=lambda story, mine=mine: story not in mine),  # type: ignore[misc]
            )
        )
    return found


def _shuffled(key: str, order: int) -> str:
    return hashlib.blake2b(f"{order} {key}".encode(), digest_size=6).hexdigest()


def figures(parts: Sequence[Fold], settings: StorySettings) -> tuple[float, ...]:
    """The B-cubed F1 of each fold, averaged over its orders."""
    answer = []
    for fold in parts:
        scores = []
        for documents, copies in zip(fold.orders, fold.copies, strict=True):
            found = find_stories(documents, copies, settings=settings, table=fold.table)
            told_in = {d.partition(" ")[2]: story.id for story in found for d in story.documents}
            scores.append(bcubed(list(fold.gold.values()), [told_in.get(d, d) for d in fold.gold]))
        answer.append(mean(scores))
    return tuple(answer)


def mean(values: Sequence[float]) -> float:
    """The mean."""
    return sum(values) / len(values)


def told(what: str, values: Sequence[float]) -> None:
    """Print one line of the grid."""
    print(f"{what:24} {mean(values):.4f}  " + " ".join(f"{x:.3f}" for x in values))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
