"""Whether two tellings are of one happening: a logistic regression over named measures, its weights declared.

The weights stand in `data/pairs.json`, with how they were fitted (`evals/fit_pairs.py`). There are two sets: one where
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
    """Weights by name for pairs with related predicates and for others, and the chance from which a pair is joined."""

    weights: Mapping[str, Mapping[str, float]]
    least: float

    def chance(self, found: Measures) -> float:
        """The chance that two tellings with these measures are of one happening; a measure not found counts nothing."""
        weights = self.weights[RELATED if is_related(found) else OTHER]
        total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def joins(self, found: Measures) -> bool:
        """Whether two tellings are taken to be of one happening."""
        return self.chance(found) >= self.least


@cache
def pair_model(name: str = "topic") -> PairModel:
    """The model that ships: `topic` for documents of one topic, `ledger` where nothing is known of the documents."""
    tree = json.loads(files("rashomon.align").joinpath("data/pairs.json").read_text("utf-8"))[name]
    return PairModel(weights=tree["weights"], least=tree["least"])
