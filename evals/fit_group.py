"""Fit the weights of words, names and figures on ECB+ train alone: `python -m evals.fit_group [--orders N]`.

A logistic regression of "this document belongs to this story". The documents of a fold come in several orders, with a
background table that was counted without the fold, as in `evals.tune_group`; each is compared with the stories it is
most like (and with its own) as they are by the labels, so that what is fitted does not depend on what was decided
before. What it is told is what a stream weighs: the logarithms of the likeness of words and of names above their floor,
and figures with dates. The ridge is chosen beforehand, not fitted; Newton's method from zero gives the same weights
wherever it runs. Printed are the weights over all folds, those without each fold, and what ships.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evals.labelled import Labelled
from evals.orders import key_of
from evals.tune_group import Fold, folds
from rashomon.group import StorySettings
from rashomon.group.background import Background
from rashomon.group.likeness import Scratch, to_cores, to_members
from rashomon.group.live import ON_TRIAL, Live, Member
from rashomon.group.order import stream_order
from rashomon.group.profile import learned
from rashomon.group.tally import count
from rashomon.group.weighing import weigh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

ORDERS = 3
NEAREST = 6
"""Stories with which a document is compared, those most like it: the rest would teach what is plain."""
RIDGE = 3.0
"""On weights of measures scaled to one standard deviation; the bias has none."""
ROUNDS = 40
NAMES = ("words_weight", "names_weight", "figures_weight", "bias")


def main(arguments: list[str] | None = None) -> int:
    """Fit and print."""
    import numpy as np

    parser = argparse.ArgumentParser(prog="python -m evals.fit_group", description=__doc__)
    parser.add_argument("--orders", type=int, default=ORDERS, help=f"in how many orders a fold comes ({ORDERS})")
    asked = parser.parse_args(arguments)
    s = StorySettings()
    each = [np.array(list(pairs(fold, s))) for fold in folds(Labelled(), asked.orders)]
    own = sum(rows[:, -1].sum() for rows in each)
    print(f"{sum(map(len, each))} pairs of document and story, {own:.0f} of them its own")
    show("ships", [getattr(s, name) for name in NAMES])
    show("fitted on all folds", fitted(np.concatenate(each)))
    for number in range(len(each)):
        show(f"without fold {number + 1}", fitted(np.concatenate([rows for i, rows in enumerate(each) if i != number])))
    return 0


def pairs(fold: Fold, settings: StorySettings) -> Iterator[tuple[float, ...]]:
    """What is weighed between documents and the stories before them, last whether the story is its own (1 or 0)."""
    s = settings
    for documents in fold.orders:
        background, scratch = Background(fold.table), Scratch()
        told: dict[str, Live] = {}
        for document in sorted(documents, key=stream_order):
            member = Member(document.id, None, learned(count(document, s), background))
            own = fold.gold[key_of(document.id)]
            dense = scratch.lay(member.profile, len(background))
            lives = list(told.values())
            cores, near = (to_cores(dense, lives), to_members(dense, lives, s.quorum)) if lives else ([], [])
            found = {
                story: weigh(member, live, s, core=core, members=members, copied=0.0)
                for (story, live), core, members in zip(told.items(), cores, near, strict=True)
            }
            scratch.clear(member.profile)
            nearest = sorted(found, key=lambda story: (-found[story].words - found[story].names, story))[:NEAREST]
            for story in sorted({*nearest, own} & found.keys()):
                weighed = found[story]
                floored = (math.log(likeness + s.likeness_floor) for likeness in (weighed.words, weighed.names))
                yield (*floored, weighed.figures, float(story == own))
            live = told.setdefault(own, Live(own, ON_TRIAL))
            live.take(member, keep=s.members_compared, terms=s.core_terms)


def fitted(rows: Table) -> list[float]:
    """The weights of a logistic regression with a ridge, and the bias (Newton's method)."""
    import numpy as np

    measures, wanted = rows[:, :-1], rows[:, -1]
    middle, spread = measures.mean(axis=0), measures.std(axis=0) + 1e-9
    scaled = np.column_stack(((measures - middle) / spread, np.ones(len(rows))))
    ridge = np.eye(scaled.shape[1]) * RIDGE
    ridge[-1, -1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - wanted) + ridge @ weights
        weights -= np.linalg.solve((scaled * (chance * (1.0 - chance))[:, None]).T @ scaled + ridge, slope)
    plain = weights[:-1] / spread
    return [*plain.tolist(), float(weights[-1] - plain @ middle)]


def show(what: str, weights: Sequence[float]) -> None:
    """Print one line."""
    print(f"{what:24}" + "  ".join(f"{name} {weight:6.2f}" for name, weight in zip(NAMES, weights, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
