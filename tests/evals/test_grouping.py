"""Orders of undated documents, pairs that are told and settled, and the regression behind the weights."""

import json

import numpy as np
import pytest
from evals.fit_group import fitted
from evals.grouping import stories, together
from evals.labelled import Labelled
from evals.orders import key_of, shuffled

QUAY = "Edda Orsk closed the northern quay of Norholm after a crane had collapsed across two rail tracks. {}"
CUP = "Vastermund Rovers won the cup with two late goals of Kofi Dahl against Sable Athletic. {}"
MORE = ("Traders waited at the gate.", "Nobody was hurt.", "The mayor thanked the crews.")


def test_a_shuffled_id_keeps_its_key_and_each_order_is_another():
    keys = [f"d{number}" for number in range(20)]
    orders = [sorted(keys, key=lambda key, order=order: shuffled(key, order)) for order in range(4)]
    assert len({tuple(order) for order in [keys, *orders]}) == 5
    assert shuffled("d7", 2) == shuffled("d7", 2)
    assert key_of(shuffled("a key with blanks", 3)) == "a key with blanks"


@pytest.mark.parametrize("dated", [True, False])
def test_undated_documents_are_measured_in_several_orders_too(tmp_path, dated):
    rows = [
        {
            "id": f"{story}{number}",
            "story": story,
            "text": text.format(more),
            "published_at": f"2031-05-02T1{number}:00Z",
        }
        for story, text in (("quay", QUAY), ("cup", CUP))
        for number, more in enumerate(MORE)
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = stories(Labelled(tmp_path), "rows.jsonl", dated=dated)
    assert found["b-cubed f1"] == found["b-cubed f1, as told"] == 1.0
    assert ("b-cubed f1, as told, shuffled" in found) is not dated
    assert all(figure == 1.0 for figure in found.values())


def test_a_pair_is_one_story_or_two_when_told_and_after_all(tmp_path):
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"left": {"text": left.format(MORE[0])}, "right": {"text": right.format(MORE[1])}}
        for left, right in ((QUAY, QUAY), (QUAY, CUP))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert together(path) == (0.5, 0.5)


def test_the_regression_finds_the_weights_that_made_its_rows():
    rng = np.random.default_rng(5)
    measures = rng.normal(size=(20_000, 2)) * (1.0, 3.0)
    chance = 1.0 / (1.0 + np.exp(-(1.5 * measures[:, 0] - 0.4 * measures[:, 1] + 0.7)))
    rows = np.column_stack((measures, rng.random(20_000) < chance))
    assert fitted(rows) == pytest.approx([1.5, -0.4, 0.7], abs=0.08)
    assert fitted(rows) == fitted(rows)
