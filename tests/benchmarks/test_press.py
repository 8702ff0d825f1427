"""Invented news: what is drawn, that it comes as a stream, and that it is the same again."""

from collections import Counter
from itertools import islice

import pytest
from benchmarks.press import EDITS, Press, Report, read_back, reports, write
from benchmarks.press_pages import page

from rashomon.clean import document
from rashomon.core import Document, Page, Role


@pytest.fixture(scope="module")
def news() -> list[Report]:
    return list(reports(Press(documents=1500, seed=4)))


def test_reports_come_in_the_order_of_publishing_as_many_as_asked(news):
    assert len(news) == len({report.document.id for report in news}) == 1500
    times = [report.document.published_at for report in news]
    assert times == sorted(times)


def test_the_shares_are_those_that_are_stated(news):
    words = sum(len(report.document.text.split()) for report in news) / len(news)
    assert 370 < words < 430
    edits = Counter(report.edit for report in news if report.edit)
    assert set(edits) == set(EDITS)
    # the last stories have not all their reports yet, so that somewhat fewer are copies
    assert 0.2 < edits.total() / len(news) < 0.32
    assert edits["whole"] > edits["edited"] > edits["reworded"]
    assert sum("“" in report.document.text for report in news) > 0.95 * len(news)
    assert len({report.document.outlet for report in news}) > 300


def test_a_copy_comes_after_its_origin_in_the_same_story_from_another_outlet(news):
    by_id = {report.document.id: report for report in news}
    for report in news:
        if report.origin is not None:
            origin = by_id[report.origin]
            assert origin.story == report.story
            assert origin.document.published_at <= report.document.published_at
            assert origin.document.outlet != report.document.outlet


def test_edits_do_what_they_are_called(news):
    by_id = {report.document.id: report for report in news}
    for report in news:
        if report.origin is None:
            continue
        words, before = report.document.text.split(), by_id[report.origin].document.text.split()
        same = sum(left == right for left, right in zip(words, before, strict=False)) / len(words)
        if report.edit == "whole":
            assert words == before
        elif report.edit == "cut":
            assert words == before[: len(words)]
            assert len(words) < 0.8 * len(before)
        elif report.edit == "edited":
            assert 0.85 < same < 0.95
        else:
            assert 0.55 < same < 0.8


def test_news_is_made_as_it_is_asked_for_and_the_same_again(news):
    million = reports(Press(documents=1_000_000, seed=4, a_day=300))
    assert len(list(islice(million, 20))) == 20
    assert list(islice(reports(Press(documents=1500, seed=4)), 50)) == news[:50]
    assert [r.document.text for r in reports(Press(documents=50, seed=5))] != [r.document.text for r in news[:50]]


def test_two_processes_make_the_same_news(news):
    assert list(reports(Press(documents=1500, seed=4), workers=2)) == news


def test_what_is_written_is_read_back(news, tmp_path):
    path = tmp_path / "news.jsonl.gz"
    assert write(path, news[:40]) == 40
    assert list(read_back(path)) == news[:40]
    again = tmp_path / "again.jsonl.gz"
    write(again, news[:40])
    assert again.read_bytes() == path.read_bytes()


def test_a_page_holds_the_report_and_is_cleaned_to_it(news):
    kept = 0
    for report in news[:8]:
        html = page(report)
        assert 30_000 < len(html) < 80_000
        found = document(Page(address=report.document.address, kind="html", text=html))
        assert isinstance(found, Document)
        assert found.headline == report.document.headline
        assert found.outlet == report.document.outlet
        assert found.published_at == report.document.published_at
        told = " ".join(found.words_at(p.span) for p in found.passages if p.role is Role.PARAGRAPH)
        kept += told.split() == report.document.text.split()
    assert kept >= 6


def test_of_a_copy_reworded_more_strongly_so_many_words_are_others():
    news = {report.document.id: report for report in reports(Press(documents=400, seed=4, copied=0.5, reworded=0.5))}
    same = []
    for report in news.values():
        if report.edit == "reworded":
            words, before = report.document.text.split(), news[report.origin].document.text.split()
            same.append(sum(left == right for left, right in zip(words, before, strict=True)) / len(words))
    assert len(same) > 10
    assert 0.4 < sum(same) / len(same) < 0.6
