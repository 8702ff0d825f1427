"""What the background forgets when it has met too many terms."""

from types import MappingProxyType

import numpy as np
import pytest

from rashomon.group.background import Background, Table

TABLE = Table(100.0, MappingProxyType({"said": 60.0, "sluice": 1.0, "ladle": 0.5}))


def met(background, *documents):
    for terms in documents:
        background.learn(terms.split())


def test_terms_seen_once_are_forgotten_and_those_seen_again_are_not(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 2)
    background = Background(TABLE)
    met(background, "qarl vint", "vint orsk")
    rarity = background.rarity("vint")
    new = background.forget(np.zeros(0, dtype=np.int32))
    assert len(background) == len(TABLE.frequency) + 1
    assert background.rarity("vint") == rarity
    assert new.tolist() == [0, 1, 2, -1, 3, -1]
    assert background.numbered(["vint"]).tolist() == [3]


def test_a_term_that_a_live_story_holds_is_kept_though_it_was_seen_once(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 2)
    background = Background(TABLE)
    met(background, "qarl vint orsk")
    held = background.numbered(["vint"])
    rarity = background.rarity("vint")
    new = background.forget(held)
    assert new[held].tolist() == [3]
    assert background.numbered(["vint"]).tolist() == [3]
    assert background.rarity("vint") == rarity < background.rarity("qarl")


def test_no_term_of_the_table_is_forgotten_however_rare(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 0)
    background = Background(TABLE)
    met(background, "qarl")
    before = {term: background.rarity(term) for term in TABLE.frequency}
    new = background.forget(np.zeros(0, dtype=np.int32))
    assert new.tolist() == [0, 1, 2, -1]
    assert {term: background.rarity(term) for term in TABLE.frequency} == before
    assert before["ladle"] > before["sluice"] > before["said"]


def test_a_background_that_has_forgotten_can_be_kept_and_taken_up(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 4)
    background = Background(TABLE)
    met(background, "qarl vint sluice", "vint orsk")
    background.forget(background.numbered(["orsk"]))
    again = Background(TABLE)
    again.take_up(background.learned(), background.columns())
    assert len(again) == len(background) == len(TABLE.frequency) + 2
    for term in ("said", "sluice", "ladle", "vint", "orsk", "qarl"):
        assert again.rarity(term) == pytest.approx(background.rarity(term))
