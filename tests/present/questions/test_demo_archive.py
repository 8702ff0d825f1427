"""From the demo's reports through the pipeline into a file, and asked from there."""

import json

import jsonschema
import pytest
from tests.account.ledger import Desk
from tests.present.questions.kept import keep_account
from tests.test_pipeline import CachedPipeline
from typer.testing import CliRunner

from rashomon.demo import paths
from rashomon.present.cli import app as cli
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.schema import schema
from rashomon.stores import open_store


@pytest.fixture(scope="module")
def demo(reader, tmp_path_factory):
    """The demo's account, and the file it is kept in."""
    desk = Desk(reader=reader)
    account = CachedPipeline(desk).account([str(path) for path in paths()])
    readings = {document.id: desk.read(document) for document in account.documents}
    place = tmp_path_factory.mktemp("demo") / "news.db"
    store = keep_account(open_store(place), account, readings)
    store.close()
    return account, place


@pytest.fixture
def ask(demo):
    def run(*arguments):
        result = CliRunner().invoke(cli.app, [*arguments, "--archive", str(demo[1]), "--format", "json"])
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return run


def test_the_account_comes_out_of_the_archive_as_it_went_in(demo, ask):
    account, _ = demo
    (listed, *_) = ask("stories")["results"]
    row = ask("story", listed["id"])
    jsonschema.validate(row, schema("account"))
    (wanted,) = (story for story in account_row(account)["stories"] if story["id"] == listed["id"])
    assert row["stories"] == [wanted]
    assert row["provenance"]["models"] == list(account.provenance.models)


def test_every_claim_quotation_and_figure_is_found_with_the_words_that_stand_there(demo, ask):
    account, _ = demo
    texts = {document.id: document for document in account.documents}
    claims = ask("claims", "--limit", "1000")["results"]
    assert len(claims) == sum(len(story.claims) for story in account.stories)
    said = ask("quotes", "--limit", "1000")["results"]
    assert len(said) == sum(len(u.quotations) for story in account.stories for u in story.utterances)
    figures = ask("figures", "--limit", "1000")["results"]
    assert len(figures) == sum(len(story.figures) for story in account.stories)
    told = [report for claim in claims for report in claim["reports"]]
    told += [place for figure in figures for value in figure["values"] for place in value["reports"]]
    for place in (*told, *said):
        if "in" not in place:
            assert place["words"] == texts[place["document"]].text[place["start"] : place["end"]]


def test_who_is_copied_most_is_told(demo, ask):
    account, _ = demo
    directed = {c.copy for story in account.stories for c in story.copies if c.direction != "unknown"}
    outlets = ask("outlets", "--limit", "100")["results"]
    assert directed
    assert 0 < sum(outlet["copies"] for outlet in outlets) <= len(directed)


def test_a_search_marks_its_words(ask):
    page = ask("search", "lock*")
    assert page["results"]
    for hit in page["results"]:
        assert all(hit["words"][m["start"] : m["end"]].lower().startswith("lock") for m in hit["marks"])
