"""An archive asked from Python."""

from datetime import UTC, datetime

import pytest

import rashomon
from rashomon.present.python import archive as asked_archive
from rashomon.present.questions import AskedError


@pytest.fixture
def archive(built):
    with rashomon.open(built) as opened:
        yield opened


def test_each_question_is_a_method_whose_answers_come_one_by_one(archive):
    assert {story.title for story in archive.stories()} >= {"Weir at Sandrow opens"}
    assert all(claim.claim.standing == "denied" for claim in archive.claims(standing="denied"))
    assert {quote.speaker for quote in archive.quotes(speaker="holt")} == {"Mira Holt"}
    assert any(line.figure.counts for line in archive.figures("drivers"))
    assert {one.outlet for one in archive.documents(outlet="Orle Evening Star")} == {"Orle Evening Star"}
    assert "Tarn Valley Post" in {outlet.name for outlet in archive.outlets()}
    assert {hit.kind for hit in archive.search("drivers")} >= {"claims"}


def test_answers_go_on_page_after_page(archive, monkeypatch):
    every = [claim.claim.id for claim in archive.claims()]
    monkeypatch.setattr(asked_archive, "PAGE", 7)
    assert [claim.claim.id for claim in archive.claims()] == every
    assert [claim.claim.id for claim in archive.claims(limit=10)] == every[:10]
    assert len(every) > 20


def test_times_are_words_or_aware_times(archive):
    since = datetime(2031, 5, 30, tzinfo=UTC)
    late = {one.id for one in archive.documents(since=since)}
    assert late == {one.id for one in archive.documents(since="2031-05-30")} == {"strike-1", "strike-2"}
    assert {one.id for one in archive.documents(since="2031-05-29", until="2031-05-29")} == {"weir-1"}


def test_a_question_that_cannot_be_put_says_so_where_it_is_put(archive):
    with pytest.raises(AskedError, match="stories cannot be asked by speaker"):
        archive.stories(speaker="Holt")
    with pytest.raises(rashomon.RashomonError, match="yesteryear"):
        archive.claims(since="yesteryear")
    with pytest.raises(AskedError, match="a page has 1 to"):
        archive.claims(limit=0)


def test_a_story_and_the_whole_are_accounts_that_show_themselves(archive):
    strike, *_ = archive.stories("strike")
    account = archive.story(strike.id[:10])
    assert isinstance(account, rashomon.Account)
    assert "Orle" in account._repr_html_()
    assert {story.id for story in archive.account().stories} == {story.id for story in archive.stories()}
    assert set(archive.account().to_frame("claims", library="polars")["story"]) >= {strike.id}


def test_an_archive_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(rashomon.RashomonError, match="no archive"):
        rashomon.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_closed_it_answers_no_more(built):
    archive = rashomon.open(built)
    archive.close()
    with pytest.raises(rashomon.RashomonError):
        list(archive.claims())


def test_its_repr_shows_no_password(monkeypatch):
    monkeypatch.setattr("rashomon.stores.open_store", lambda *_, **__: None)
    assert repr(asked_archive.open_archive("postgresql://desk:s3cret@host/news")) == (
        "<OpenArchive postgresql://desk@host/news>"
    )
