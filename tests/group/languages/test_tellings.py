"""The tellings that can be compared: found by their vectors, forgotten when silent, merged with their story."""

import json
from dataclasses import replace

import numpy as np
import pytest

from rashomon.group.languages import tellings as module
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.sketch import Beginning, Sketch
from rashomon.group.languages.tellings import Key, Tellings

DAY = 86_400.0
SETTINGS = LanguageSettings()


@pytest.fixture(autouse=True)
def angles(monkeypatch):
    """A document's prose is the angle of its vector."""

    def vector(begun):
        made = np.zeros(512, dtype=np.float32)
        made[:2] = np.cos(float(begun.prose)), np.sin(float(begun.prose))
        return Sketch(begun, made, (), frozenset(), frozenset())

    monkeypatch.setattr(module, "sketches", lambda beginnings, settings: [vector(each) for each in beginnings])
    monkeypatch.setattr(module, "sketched", lambda begun, packed, settings: vector(begun))


def begun(angle, at=None, document="d"):
    return Beginning(document, "de", at, "", str(angle))


def filled(*tellings, settings=SETTINGS):
    found = Tellings(settings)
    for stream, story, angle, *at in tellings:
        found.take(Key(stream, story), begun(angle, *at))
    found.sketch()
    return found


def nearest(tellings, stream, story):
    return ["".join(each.key) for each in tellings.nearest(tellings[Key(stream, story)])]


def test_the_nearest_are_of_other_languages_and_the_nearest_first():
    found = filled(("en", "1", 0.0), ("en", "2", 0.1), ("de", "1", 0.3), ("fr", "1", 0.2), ("it", "1", 1.5))
    assert nearest(found, "en", "1") == ["fr1", "de1"]


def test_what_waits_is_sketched_once_and_then_each_as_it_comes():
    found = filled(("en", "1", 0.0), ("de", "1", 0.1))
    found.take(Key("de", "2"), begun(0.05))
    assert nearest(found, "en", "1") == ["de2", "de1"]
    assert not any(telling.waiting for telling in found)


def test_a_telling_lies_where_the_mean_of_its_members_lies():
    found = filled(("en", "1", 0.0), ("de", "1", 1.0), ("de", "2", 0.6))
    found.take(Key("de", "1"), begun(-1.0))
    assert nearest(found, "en", "1") == ["de1", "de2"]


def test_only_the_latest_members_are_kept():
    found = filled(*(("en", "1", n / 10, float(n)) for n in range(9)))
    assert [each.beginning.at for each in found[Key("en", "1")].members] == [5.0, 6.0, 7.0, 8.0]


def test_the_silent_are_forgotten_and_the_undated_are_not():
    found = filled(("en", "1", 0.0, 0.0), ("en", "2", 0.0, 20 * DAY), ("de", "1", 0.0), ("fr", "1", 0.0, 31 * DAY))
    found.rest(31 * DAY)
    assert nearest(found, "fr", "1") == ["en2", "de1"]


def test_of_too_many_the_longest_silent_is_forgotten():
    found = filled(
        ("en", "1", 0), ("en", "2", 0), ("en", "1", 0), ("de", "1", 0), settings=replace(SETTINGS, live_tellings=2)
    )
    assert nearest(found, "de", "1") == ["en1"]


def test_gaps_are_closed_without_loss():
    found = filled(*(("en", str(n), n / 1000) for n in range(300)), ("de", "1", 0.0))
    for n in range(290):
        found.forget(Key("en", str(n)))
    assert nearest(found, "de", "1") == [f"en{n}" for n in range(290, 300)]
    assert nearest(found, "en", "299") == ["de1"]


def test_a_telling_that_merges_brings_its_members_and_times():
    found = filled(("en", "1", 0.0, 3 * DAY), ("en", "2", 0.2, 1 * DAY), ("de", "1", 0.1))
    found.merge(Key("en", "1"), Key("en", "2"))
    assert found[Key("en", "1")] is None
    merged = found[Key("en", "2")]
    assert [each.beginning.at for each in merged.members] == [1 * DAY, 3 * DAY]
    assert (merged.first_at, merged.last_at) == (1 * DAY, 3 * DAY)
    assert nearest(found, "de", "1") == ["en2"]


def test_a_telling_may_merge_into_one_that_is_not_compared_any_more():
    found = filled(("en", "1", 0.0), ("de", "1", 0.1))
    found.merge(Key("en", "1"), Key("en", "9"))
    assert nearest(found, "de", "1") == ["en9"]


@pytest.mark.parametrize("made", [True, False])
def test_tellings_go_on_from_their_rows(made):
    found = Tellings(SETTINGS)
    for n in range(3):
        found.take(Key("en", str(n)), begun(n / 10, n * DAY))
    if made:
        found.sketch()
    again = Tellings(SETTINGS)
    for row in json.loads(json.dumps(list(found.rows()))):
        again.take_up(row)
    assert list(again.rows()) == list(found.rows())
    again.sketch()
    again.take(Key("de", "1"), begun(0.2))
    assert nearest(again, "de", "1") == ["en2", "en1", "en0"]
