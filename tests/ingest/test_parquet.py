"""Tables of documents: columns as the fields of a JSON line, rows read a few at a time."""

import gzip
import importlib.util
import io
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.ingest.alone import read_alone

from rashomon.core import Page
from rashomon.ingest import again, pages


def read(path, **columns):
    pq.write_table(pa.table(columns), path / "d.parquet", row_group_size=2)
    return list(pages([str(path / "d.parquet")], keep_octets=True))


def told(found):
    return [one.text if isinstance(one, Page) else one.code for one in found]


def test_columns_are_the_fields_of_a_document(tmp_path):
    (page,) = read(
        tmp_path,
        text=["The harbour is closed."],
        headline=["Harbour closed"],
        outlet=pa.array(["Norvale Post"]).dictionary_encode(),
        address=["https://norvale.example/1"],
        id=[7],
        language=["en-GB"],
        bylines=[["Ada Moor", "Ben Ash"]],
        credits=[["Tarn Agency"]],
        published_at=pa.array([datetime(2021, 3, 4, 15, tzinfo=UTC)], pa.timestamp("ns", "Europe/Paris")),
        clicks=[12.5],
    )
    assert page.address == f"{tmp_path}/d.parquet#row=1"
    assert (page.kind, page.text, page.problems) == ("ready", "The harbour is closed.", ())
    known = page.given
    assert (known.id, known.headline, known.outlet, known.language) == ("7", "Harbour closed", "Norvale Post", "en")
    assert (known.bylines, known.credits) == (("Ada Moor", "Ben Ash"), ("Tarn Agency",))
    assert known.published_at == datetime(2021, 3, 4, 15, tzinfo=UTC)
    assert again(page.octets, address=page.address) == page


def test_rows_without_a_text_are_named_by_their_number(tmp_path):
    found = read(tmp_path, text=["One.", None, "Three.", ""])
    assert told(found) == ["One.", "no-text", "Three.", "empty"]
    assert found[3].address.endswith("#row=4")


@pytest.mark.parametrize(
    ("times", "code"),
    [
        (["2021-03-04T10:00:00Z"], None),
        ([date(2021, 3, 4)], "published-day-only"),
        (pa.array([1614852000], pa.timestamp("s")), "zone-unknown"),
        (["soon"], "bad-time"),
        ([3.5], "bad-field"),
        (pa.array([2**62], pa.timestamp("us")), "bad-field"),
        (pa.array([0], pa.timestamp("us", "Nowhere/At_All")), "bad-field"),
    ],
)
def test_times_of_every_kind_are_taken_or_named(tmp_path, times, code):
    (page,) = read(tmp_path, text=["One."], published_at=times)
    assert [problem.code for problem in page.problems] == ([code] if code else [])


def test_other_types_are_named_and_left_out(tmp_path):
    (page,) = read(tmp_path, text=["One."], outlet=[{"name": "Norvale Post"}], headline=[3], bylines=[[1, 2]])
    assert [problem.code for problem in page.problems] == ["bad-field"] * 3
    assert read(tmp_path, text=[3])[0].code == "no-text"


def test_text_that_is_stored_as_bytes_is_decoded(tmp_path):
    good, bad = read(tmp_path, text=["Fermé.".encode(), b"Ferm\xe9."])
    assert (good.text, good.problems) == ("Fermé.", ())
    assert (bad.text, [problem.code for problem in bad.problems]) == ("Ferm\ufffd.", ["invalid-encoding"])
    assert again(bad.octets, address=bad.address) == bad


def test_a_table_without_texts_names_its_columns(tmp_path):
    (problem,) = read(tmp_path, title=["One."], body=["Two."])
    assert problem.code == "no-text"
    assert "title, body" in problem.message
    assert told(read(tmp_path, text=pa.array([], pa.string()))) == ["empty"]


def test_a_broken_group_of_rows_is_named_and_the_next_is_read(tmp_path):
    path = tmp_path / "d.parquet"
    table = pa.table({"text": ["One is closed.", "Two is closed.", "Three is closed.", "Four is closed."]})
    pq.write_table(table, path, row_group_size=2, compression="none", use_dictionary=False)
    raw = path.read_bytes()
    at = raw.index(b"One is closed.") - 8
    path.write_bytes(raw[:at] + b"\xff" * 12 + raw[at + 12 :])
    broken, *found = pages([str(path)])
    assert (broken.code, broken.address) == ("bad-parquet", f"{path}#row=1")
    assert told(found) == ["Three is closed.", "Four is closed."]


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-20], lambda raw: raw[:-8] + b"\xff\xff\xff\x7f" + raw[-4:], lambda raw: raw[:9]]
)
def test_a_broken_footer_is_named(tmp_path, spoil):
    read(tmp_path, text=["One."])
    path = tmp_path / "d.parquet"
    path.write_bytes(spoil(path.read_bytes()))
    assert told(pages([str(path)])) == ["bad-parquet"]


def test_a_pipe_and_a_zipped_table_say_what_to_do(tmp_path):
    read(tmp_path, text=["One."])
    raw = gzip.compress((tmp_path / "d.parquet").read_bytes())
    (problem,) = pages(["-"], stdin=io.BytesIO(raw))
    assert problem.code == "not-seekable"


def test_without_pyarrow_the_extra_is_named(tmp_path, monkeypatch):
    read(tmp_path, text=["One."])
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    (problem,) = pages([str(tmp_path / "d.parquet")])
    assert problem.code == "extra-missing"
    assert "rashomon[parquet]" in problem.message


@pytest.mark.parametrize("same", [True, False])
def test_one_huge_group_of_rows_is_not_held(tmp_path, same):
    """75 MB of text in one group of rows, all the same (a dictionary of one word) or all different."""
    path = tmp_path / "d.parquet"
    long = "The harbour is closed. " * 11_000
    with pq.ParquetWriter(path, pa.schema([("text", pa.string())]), use_dictionary=same, write_batch_size=4) as out:
        out.write_table(pa.table({"text": [long if same else f"{number} {long}" for number in range(300)]}), 300)
    assert pq.read_metadata(path).num_row_groups == 1
    found, peak_mb = read_alone(path)
    assert found == ["page"] * 300
    assert peak_mb < 160  # of which pyarrow and Python are 76
