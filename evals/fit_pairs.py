"""Fit the decision on pairs of tellings on ECB+ train alone: `python -m evals.fit_pairs [--write]`.

Two logistic regressions, one for pairs whose predicates go together by lemma, class or derivation, one for the others;
both over all pairs of two documents of a topic: `topic` with the likeness of the documents, `ledger` without it, which
leaves it to names, roles and words to tell two like happenings apart. Of unrelated pairs that are of two happenings
every `THINNED`th is taken, and counts as many. The ridge and the least chance are chosen by cross-validation over
topics: the chance with the best F1 of all pairs that were held out. `--write` puts weights and figures of `ledger` into
the package and those of `topic`, which does not ship, beside this file; dev is never read here.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from evals.event_pairs import TRAIN, Pair, pairs
from evals.labelled import Labelled
from evals.mentions import topics
from evals.pairs_documents import KINDS
from rashomon.align.pairs import is_related
from rashomon.align.pairs_model import OTHER, RELATED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

MODELS = {
    "topic": Path(__file__).with_name("pairs_topic.json"),
    "ledger": Path(__file__).parents[1] / "src/rashomon/align/data/pairs.json",
}
THINNED = 5
FOLDS = 5
RIDGES = (3.0, 30.0, 300.0)
ROUNDS = 12
OF_DOCUMENTS = {*KINDS, "company", "company_names"}
ALWAYS = {RELATED: set[str](), OTHER: {"lemma", "class", "derived", "rarity"}}
"""Measures that are always 0 in a part, and have no weight there."""


class Rows:
    """The measures of pairs as a table, with what they are of and how often each counts."""

    def __init__(self, found: list[tuple[int, Pair, float]], leave_out: set[str]) -> None:
        import numpy as np

        self.names = sorted({name for _, pair, _ in found for name in pair.measures} - leave_out)
        self.table = np.array([[pair.measures.get(n, 0.0) for n in self.names] for _, pair, _ in found])
        self.same = np.array([float(pair.same) for _, pair, _ in found])
        self.fold = np.array([number % FOLDS for number, _, _ in found])
        self.counts = np.array([counts for _, _, counts in found])


def main(arguments: list[str] | None = None) -> int:
    """Fit, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m evals.fit_pairs", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write both models")
    asked = parser.parse_args(arguments)
    gathered = gather(Labelled())
    for name, path in MODELS.items():
        tree = {
            "made_by": "python -m evals.fit_pairs --write, on ECB+ train",
            name: model(gathered, OF_DOCUMENTS if name == "ledger" else set()),
        }
        text = json.dumps(tree, indent=1) + "\n"
        if asked.write:
            path.write_text(text, "utf-8")
        print(text)
    return 0


def gather(labelled: Labelled) -> list[tuple[int, Pair, float]]:
    """The pairs that are fitted on, each with the number of its topic and how many pairs it stands for."""
    found: list[tuple[int, Pair, float]] = []
    for number, topic in enumerate(topics(labelled, TRAIN)):
        for place, pair in enumerate(pairs(topic)):
            if pair.same or is_related(pair.measures):
                found.append((number, pair, 1.0))
            elif place % THINNED == 0:
                found.append((number, pair, float(THINNED)))
    return found


def model(gathered: list[tuple[int, Pair, float]], leave_out: set[str]) -> dict[str, object]:
    """Weights, the least chance, and what they were chosen by."""
    import numpy as np

    parts = {
        RELATED: Rows([row for row in gathered if is_related(row[1].measures)], leave_out | ALWAYS[RELATED]),
        OTHER: Rows([row for row in gathered if not is_related(row[1].measures)], leave_out | ALWAYS[OTHER]),
    }
    same = np.concatenate([rows.same for rows in parts.values()])
    counts = np.concatenate([rows.counts for rows in parts.values()])
    tried = {}
    for ridge in RIDGES:
        held = np.concatenate([held_out(rows, ridge) for rows in parts.values()])
        tried[ridge] = best(held, same, counts)
        print(f"ridge {ridge}: F1 {tried[ridge][0]:.4f} from chance {tried[ridge][3]:.3f}", file=sys.stderr)
    ridge = max(RIDGES, key=lambda one: tried[one][0])
    f1, precision, recall, least = tried[ridge]
    return {
        "least": round(least, 3),
        "held_out": {"f1": round(f1, 3), "precision": round(precision, 3), "recall": round(recall, 3)},
        "ridge": ridge,
        "weights": {name: named(rows, ridge) for name, rows in parts.items()},
    }


def named(rows: Rows, ridge: float) -> dict[str, float]:
    """The weights over all folds, by name."""
    weights = fitted(rows.table, rows.same, rows.counts, ridge)
    return dict(zip((*rows.names, "bias"), (round(float(w), 3) for w in weights), strict=True))


def held_out(rows: Rows, ridge: float) -> Table:
    """The chance of each pair by weights that were fitted without its fold."""
    import numpy as np

    chances = np.zeros(len(rows.same))
    for fold in range(FOLDS):
        mine = rows.fold == fold
        weights = fitted(rows.table[~mine], rows.same[~mine], rows.counts[~mine], ridge)
        chances[mine] = chance(rows.table[mine] @ weights[:-1] + weights[-1])
    return chances


def fitted(table: Table, same: Table, counts: Table, ridge: float) -> Table:
    """The weights of a logistic regression with a ridge on measures scaled to one deviation; last the bias (Newton)."""
    import numpy as np

    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.column_stack(((table - middle) / spread, np.ones(len(table))))
    penalty = np.eye(scaled.shape[1]) * ridge
    penalty[-1, -1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        chances = chance(scaled @ weights)
        slope = scaled.T @ (counts * (chances - same)) + penalty @ weights
        bend = (scaled * (counts * chances * (1.0 - chances))[:, None]).T @ scaled + penalty
        weights -= np.linalg.solve(bend, slope)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ middle)


def chance(total: Table) -> Table:
    """The logistic function."""
    import numpy as np

    return 1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0)))


def best(chances: Table, same: Table, counts: Table) -> tuple[float, float, float, float]:
    """The best F1 of all, with its precision and recall, and the chance from which pairs are joined."""
    import numpy as np

    order = np.argsort(-chances, kind="stable")
    right, said = np.cumsum((same * counts)[order]), np.cumsum(counts[order])
    f1 = 2.0 * right / (said + right[-1])
    at = int(np.argmax(f1))
    return float(f1[at]), float(right[at] / said[at]), float(right[at] / right[-1]), float(chances[order][at])


if __name__ == "__main__":
    sys.exit(main())
