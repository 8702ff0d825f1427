"""Whether two tellings are of one happening: a logistic regression over named measures, its weights declared.

The weights stand in `data/pairs.json`, with how they were fitted (`evals/fit_pairs.py`). They know nothing of how alike
the documents are: the ledger may have but two. There are two sets: one where
the predicates go together by lemma, class or derivation, one for all other pairs, since the same agreement of roles
means more for the one than for the other.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.align.pairs import Measures, is_related

RELATED, OTHER = "related", "other"


@dataclass(frozen=True, slots=True)
class PairModel:
    """Weights by name for pairs with related predicates and for others."""

    weights: Mapping[str, Mapping[str, float]]

    def chance(self, found: Measures) -> float:
        """The chance that two tellings with these measures are of one happening; a measure not found counts nothing."""
        weights = self.weights[RELATED if is_related(found) else OTHER]
        total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def pair_model() -> PairModel:
    """The model that ships."""
    tree = json.loads(files("rashomon.align").joinpath("data/pairs.json").read_text("utf-8"))["ledger"]
    return PairModel(weights=tree["weights"])
