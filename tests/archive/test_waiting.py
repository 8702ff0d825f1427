"""What waits is found the same way few or many wait, and never all of it is held at once."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.runs.press import inputs

from rashomon.archive import Archive, waiting
from rashomon.archive.accounts import read_documents
from rashomon.archive.intake import Intake
from rashomon.archive.waiting import all_noted, waiting_in
from rashomon.ingest import pages
from rashomon.pipeline import silent
from rashomon.stores import open_store


class Watched:
    """A view that notes how many versions were looked up, and how many readings at once."""

    def __init__(self, view):
        self._view, self.versions, self.most = view, 0, 0

    def __getattr__(self, name):
        return getattr(self._view, name)

    def version(self, name):
        self.versions += 1
        return self._view.version(name)

    def readings_of(self, names):
        self.most = max(self.most, len(names))
        return self._view.readings_of(names)


@pytest.fixture
def archive(tmp_path, pipeline):
    """An archive that was brought up to date, to which reports came that wait: one of them is read by now."""
    with closing(open_store(tmp_path / "news.db")) as store:
        desk = Archive(store, pipeline)
        desk.take_in(pages([str(inputs(tmp_path / "in", stories=1) / "pages")], keep_octets=True))
        intake = Intake(store, clean=pipeline.cleaned, seen_at=desk.now, made_by=pipeline.makers.cleaned)
        list(intake.keep(pages([str(tmp_path / "in" / "a-wire.jsonl"), str(tmp_path / "in" / "c-zipped.jsonl.gz")])))
        with store.view() as view:
            one = all_noted(view)[:1]
        read_documents(store, pipeline, silent, of=one)
        yield desk


@pytest.mark.parametrize("few", [0, 512])
def test_few_or_many_the_same_wait_and_readings_are_looked_up_some_at_a_time(archive, monkeypatch, few):
    monkeypatch.setattr(waiting, "FEW", few)
    monkeypatch.setattr(waiting, "TOGETHER", 4)
    with archive.store.view() as view:
        seen = Watched(view)
        found = waiting_in(seen, archive.pipeline.makers)
    assert (len(found.noted), len(found.unread), len(found.unplaced)) == (9, 8, 9)
    assert set(found.unread) < set(found.noted)
    assert seen.most <= 4
    assert seen.versions == (9 if few else 0)
    summary = archive.bring_up_to_date()
    assert (summary.read, summary.placed) == (8, 9)
