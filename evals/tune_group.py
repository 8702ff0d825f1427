"""Choose the settings of stories by cross-validation on ECB+ train alone: `python -m evals.tune_group [--steps N]`.

Topics (a story and its twin) are dealt into folds. A fold is grouped with a background table that was counted
without it, in several orders, since a stream's answer depends on the order. Measured are, as means of B-cubed F1 over
folds and orders, what a stream answers when each report comes and what it holds after all (`settle`); `--by` says by
which settings are chosen. The grid is walked one setting at a time, the best value kept; printed are every figure,
then all settings within `NEAR` of the best, and the nested figure: each fold under the settings that are best on the
other folds. Which of the settings near the best is the most cautious is for whoever reads them to say: those that
ship were taken so, they are not always the best.

The weights of words, names, figures and the bias were not walked but fitted: see `evals.fit_group`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from evals.background import NEWS, counted
from evals.labelled import Labelled, ready
from evals.measures import bcubed
from evals.orders import key_of, shuffled
from rashomon.core import Copy, Document
from rashomon.group import Stories, StorySettings, find_copies
from rashomon.group.background import Table

FOLDS = 3
ORDERS = 8
NEAR = 0.003
"""Settings that are less apart than this are taken for equally good: orders alone make so much."""
GRID: Mapping[str, Sequence[float]] = {
    "join_at": (-3.5, -3.0, -2.8, -2.5, -2.0),
    "fit_weight": (0.0, 0.3, 0.5, 0.7),
    "lone_bonus": (0.0, 0.5, 0.75, 1.0, 1.5),
    "likeness_floor": (0.015, 0.03, 0.06),
    "figures_full_at": (0.15, 0.25, 0.4),
    "figures_doubt": (0.01, 0.5, 1.0, 2.0),
    "usual_likeness": (-5.0, -4.0, -3.0),
    "usual_members": (3.0, 5.0, 8.0),
    "quorum": (0.25, 0.5, 0.75),
    "least_part": (2, 3, 4),
    "part_gap": (1.5, 2.0, 2.5, 3.0),
    "part_likeness": (-3.0, -2.5, -2.0, -1.5, -1.0),
    "late_members": (0, 3, 6, 9),
}
"""What is walked. Settings that rest on time are not: only a third of the reports of ECB+ name their day."""
WEIGHTS: Mapping[str, Sequence[float]] = {
    "words_weight": (0.7, 1.0, 1.41, 2.0),
    "names_weight": (1.4, 2.0, 2.76, 3.4),
    "figures_weight": (0.0, 2.0, 4.0, 7.0, 8.0),
    "bias": (2.16, 2.66, 3.16),
}
"""Walked only where `--only` asks for them: around what was fitted."""


class Fold(NamedTuple):
    """One part of the stories, in several orders, with what was counted without it."""

    orders: tuple[tuple[Document, ...], ...]
    copies: tuple[tuple[Copy, ...], ...]
    gold: Mapping[str, str]
    table: Table


class Figures(NamedTuple):
    """The B-cubed F1 of each fold, averaged over its orders: as told report by report, and after all."""

    told: tuple[float, ...]
    settled: tuple[float, ...]


CHOICES: Mapping[str, Callable[[Figures], tuple[float, ...]]] = {
    "told": lambda found: found.told,
    "settled": lambda found: found.settled,
    "both": lambda found: tuple((told + last) / 2 for told, last in zip(*found, strict=True)),
}


def main(arguments: list[str] | None = None) -> int:
    """Walk the grid and print it."""
    grid = {**GRID, **WEIGHTS}
    parser = argparse.ArgumentParser(prog="python -m evals.tune_group", description=__doc__)
    parser.add_argument("--steps", type=int, default=2, help="how often the grid is walked; 0 measures what ships")
    parser.add_argument("--orders", type=int, default=ORDERS, help=f"in how many orders a fold comes ({ORDERS})")
    parser.add_argument("--only", nargs="*", default=list(GRID), choices=list(grid), help="the settings to walk")
    parser.add_argument("--by", choices=list(CHOICES), default="settled", help="the figure to choose by (settled)")
    asked = parser.parse_args(arguments)
    chosen = CHOICES[asked.by]
    parts = list(folds(Labelled(), asked.orders))
    seen: dict[StorySettings, Figures] = {}

    def tried(settings: StorySettings, name: str) -> float:
        if settings not in seen:
            seen[settings] = figures(parts, settings)
            show(name, seen[settings])
        return mean(chosen(seen[settings]))

    best = StorySettings()
    most = tried(best, "as shipped")
    for _ in range(asked.steps):
        before = best
        for name in asked.only:
            for value in grid[name]:
                other = replace(best, **{name: value})  # type: ignore[arg-type]
                if (found := tried(other, f"{name} {value}")) > most:
                    best, most = other, found
        if best == before:
            break
    show("best", seen[best])
    print(f"within {NEAR} of it:")
    for settings, each in seen.items():
        if most - mean(chosen(each)) <= NEAR:
            show("  " + (differing(settings, grid) or "as shipped"), each)
    nested = []
    for fold in range(FOLDS):
        others = max(seen, key=lambda s, fold=fold: mean([x for i, x in enumerate(chosen(seen[s])) if i != fold]))  # type: ignore[misc]
        nested.append(chosen(seen[others])[fold])
    print(f"nested, {asked.by} {mean(nested):.4f}  " + " ".join(f"{x:.3f}" for x in nested))
    return 0


def folds(labelled: Labelled, orders: int) -> Iterator[Fold]:
    """The stories of ECB+ train dealt by topic, the topics in order of their digest."""
    rows = labelled.rows(NEWS)
    topics = sorted({row["topic"] for row in rows}, key=lambda topic: shuffled(str(topic), 0))
    for fold in range(FOLDS):
        own = set(topics[fold::FOLDS])
        mine = [row for row in rows if row["topic"] in own]
        told = {row["story"] for row in mine}
        documents = [found for row in mine if (found := ready(row["text"], row=row)) is not None]
        each = tuple(tuple(replace(d, id=shuffled(d.id, order)) for d in documents) for order in range(orders))
        yield Fold(
            each,
            tuple(find_copies(order) for order in each),
            {row["id"]: row["story"] for row in mine},
            counted(labelled, keep=lambda story, told=told: story not in told),  # type: ignore[misc]
        )


def figures(parts: Sequence[Fold], settings: StorySettings) -> Figures:
    """What settings give on each fold."""
    each: list[tuple[float, float]] = []
    for fold in parts:
        scores = [_scores(fold, *order, settings) for order in zip(fold.orders, fold.copies, strict=True)]
        each.append((mean([told for told, _ in scores]), mean([last for _, last in scores])))
    told, settled = zip(*each, strict=True)
    return Figures(told, settled)


def _scores(
    fold: Fold, documents: Sequence[Document], copies: Sequence[Copy], settings: StorySettings
) -> tuple[float, float]:
    stream = Stories(settings, copies=copies, table=fold.table)
    told = stream.feed(documents)
    stream.settle()
    settled = {document: story.id for story in stream.stories() for document in story.documents}
    gold = list(fold.gold.values())
    as_told, at_last = ({key_of(d): story for d, story in found.items()} for found in (told, settled))
    return (
        bcubed(gold, [as_told.get(d, d) for d in fold.gold]),
        bcubed(gold, [at_last.get(d, d) for d in fold.gold]),
    )


def differing(settings: StorySettings, grid: Mapping[str, Sequence[float]]) -> str:
    """In what settings differ from those that ship."""
    shipped = StorySettings()
    return ", ".join(
        f"{name} {getattr(settings, name)}" for name in grid if getattr(settings, name) != getattr(shipped, name)
    )


def mean(values: Sequence[float]) -> float:
    """The mean."""
    return sum(values) / len(values)


def show(what: str, found: Figures) -> None:
    """Print one line of the grid."""
    cells = (f"{mean(values):.4f} (" + " ".join(f"{x:.3f}" for x in values) + ")" for values in found)
    print(f"{what:24} as told {next(cells)}  settled {next(cells)}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
