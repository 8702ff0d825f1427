"""In is out and set aside together, and what goes missing between them is a fault: neither is counted by the other."""

from __future__ import annotations

import pytest
from tests.runs.press import feed, inputs, plan

from rashomon.archive.intake import Intake
from rashomon.runs.counts import Counts


@pytest.fixture
def file(tmp_path):
    return plan(tmp_path / "desk", inputs(tmp_path / "in", stories=2))


def test_a_report_that_is_neither_taken_nor_set_aside_is_a_fault(go, file, monkeypatch):
    note, seen = Counts.note, []

    def forgets_one(self, became):
        seen.append(became)
        if len(seen) != 3:
            note(self, became)

    monkeypatch.setattr(Counts, "note", forgets_one)
    with pytest.raises(AssertionError, match="what came is not what was taken and set aside"):
        go(file)


def test_a_report_that_is_counted_twice_is_a_fault(go, file, monkeypatch):
    note = Counts.note

    def twice(self, became):
        note(self, became)
        note(self, became)

    monkeypatch.setattr(Counts, "note", twice)
    with pytest.raises(AssertionError, match="what came is not what was taken and set aside"):
        go(file)


def test_a_report_of_which_the_archive_says_nothing_is_a_fault(go, file, monkeypatch):
    batch = Intake._batch

    def loses_the_last(self, writer, cleaned):
        noting, self.noting = self.noting, lambda writer, became: noting(writer, became[:-1])
        try:
            return batch(self, writer, cleaned)
        finally:
            self.noting = noting

    monkeypatch.setattr(Intake, "_batch", loses_the_last)
    with pytest.raises(AssertionError, match=r"what became of thing \d+ of .* was not told"):
        go(file)


def test_an_entry_of_a_feed_without_words_is_in_and_set_aside_at_its_place(go, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    entry = "<item><title>Quay</title><link>https://alder.example/quay</link><description>Soon.</description></item>"
    (folder / "feed.xml").write_text(feed([300]).replace("</channel>", f"{entry}</channel>"))
    counts = go(plan(tmp_path / "desk", folder)).counts
    assert (counts.came, counts.out) == (2, 1)
    aside = counts.aside["entry-without-words"]
    assert (aside.number, aside.example) == (1, f"{folder / 'feed.xml'}#entry=2")
