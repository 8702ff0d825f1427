"""The tables for researchers as data frames of pandas and polars."""

import pytest
from tests.present import ferry

from rashomon.core import RashomonError
from rashomon.present.exports.tables_declared import TABLES
from rashomon.present.python import Account, frames

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")


@pytest.fixture
def seen():
    return Account.of(ferry.account())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_both_libraries_have_the_columns_of_the_codebook_and_the_same_cells(seen, table):
    one, other = (seen.to_frame(table.name, library=name) for name in ("pandas", "polars"))
    assert isinstance(one, pandas.DataFrame)
    assert isinstance(other, polars.DataFrame)
    names = [column.name for column in table.columns]
    assert list(one.columns) == names == other.columns
    assert one.astype(object).where(one.notna(), None).to_dict("records") == other.to_dicts()


def test_each_column_has_the_type_that_it_is_declared_to_hold(seen):
    claims = seen.to_frame("claims", library="pandas")
    assert claims["origins"].dtype == "Int64"
    assert claims["text"].dtype == "string"
    values = seen.to_frame("figure_values", library="polars")
    assert values.schema["value"] == polars.Float64
    assert seen.to_frame("documents", library="polars").schema["published_at"] == polars.Datetime("us", "UTC")
    assert str(seen.to_frame("documents", library="pandas")["published_at"].dtype) == "datetime64[us, UTC]"


def test_what_is_not_known_is_missing_and_no_number_or_word(seen):
    documents = seen.to_frame("documents", library="pandas").set_index("document")
    assert pandas.isna(documents.loc["overseas", "outlet"])
    assert pandas.isna(documents.loc["overseas", "published_at"])
    assert documents.loc["courier", "published_at"].isoformat() == "2031-05-12T08:05:00+00:00"


def test_an_empty_table_has_its_columns_and_types(seen):
    for name in ("pandas", "polars"):
        decisions = seen.to_frame("decisions", library=name)
        assert len(decisions) == 0
        assert "reason" in decisions.columns
    assert str(seen.to_frame("decisions", library="pandas")["at"].dtype) == "datetime64[us, UTC]"


def test_claims_are_what_one_gets_unasked_and_texts_come_when_asked_for(seen):
    assert seen.to_frame(library="polars")["claim"].to_list() == ["c1", "c2", "c3", "c4", "c5"]
    assert seen.to_frame("documents", library="polars")["text"].null_count() == 5
    assert seen.to_frame("documents", library="polars", with_texts=True)["text"].null_count() == 0


@pytest.mark.parametrize(
    ("installed", "made"), [({"pandas", "polars"}, "pandas"), ({"polars"}, "polars"), ({"pandas"}, "pandas")]
)
def test_unnamed_the_library_is_the_one_that_is_installed(seen, monkeypatch, installed, made):
    monkeypatch.setattr(frames, "find_spec", lambda name: name in installed or None)
    assert type(seen.to_frame()).__module__.split(".")[0] == made


def test_without_a_library_it_says_what_to_install(seen, monkeypatch):
    monkeypatch.setattr(frames, "find_spec", lambda name: None)
    with pytest.raises(RashomonError, match="needs pandas or polars, which is not installed: pip install pandas"):
        seen.to_frame()
    with pytest.raises(RashomonError, match="needs polars, which is not installed: pip install polars"):
        seen.to_frame(library="polars")


def test_a_table_or_a_library_that_is_not_there_is_told(seen):
    with pytest.raises(RashomonError, match="no table 'claim'; there are stories, documents, claims"):
        seen.to_frame("claim")
    with pytest.raises(RashomonError, match="no library 'excel'; there are pandas and polars"):
        seen.to_frame(library="excel")
