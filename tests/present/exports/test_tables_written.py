"""Tables for researchers: as the codebook says, joining by their keys, safe in a spreadsheet."""

import csv
import io
import json
import re

import pandas as pd
import pyarrow.parquet as pq
import pytest
from tests.present.exports.accounts import ACCOUNTS, decided, hostile, many

from rashomon.present.exports import codebook, tables_written
from rashomon.present.exports.excerpts import EXCERPT_CHARS
from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.tables import STEERING
from rashomon.present.exports.tables_declared import TABLES, Holds
from rashomon.present.exports.tables_rows import rows
from rashomon.present.exports.tables_written import arrow_schema
from rashomon.present.exports.telling import OfAccount

BY_NAME = {table.name: table for table in TABLES}


def read_csv(account, **more):
    files = KINDS["csv"].make(account, **more)
    found = {}
    for name in BY_NAME:
        head, *lines = csv.reader(io.StringIO(files[f"{name}.csv"].decode(), newline=""))
        found[name] = [dict(zip(head, line, strict=True)) for line in lines]
    return found


def read_parquet(account, **more):
    files = KINDS["parquet"].make(account, **more)
    return {name: pq.read_table(io.BytesIO(files[f"{name}.parquet"])) for name in BY_NAME}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_a_row_has_the_columns_that_are_declared(name):
    for table, row in rows(OfAccount(ACCOUNTS[name]())):
        assert set(row) == {column.name for column in BY_NAME[table].columns}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_keys_are_of_one_row_and_lead_to_rows(name):
    found = read_csv(ACCOUNTS[name]())
    for table in TABLES:
        keys = [tuple(row[column] for column in table.key) for row in found[table.name]]
        assert len(keys) == len(set(keys)), table.name
        for columns, other, theirs in table.refers:
            there = {tuple(row[column] for column in theirs) for row in found[other]}
            assert {tuple(row[column] for column in columns) for row in found[table.name]} <= there, (table.name, other)


def test_the_account_with_everything_fills_every_table():
    assert not [name for name, own in read_csv(decided()).items() if not own and name != "problems"]
    assert read_csv(ACCOUNTS["ferry"]())["problems"][0]["code"] == "headline-quotation-absent"


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_description_of_the_package_is_of_the_files(kind):
    files = KINDS[kind].make(decided())
    package = json.loads(files[codebook.PACKAGE])
    assert {each["path"] for each in package["resources"]} == set(files) - {codebook.PACKAGE, codebook.MARKDOWN}
    for resource in package["resources"]:
        table = BY_NAME[resource["name"]]
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == [column.name for column in table.columns]
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        for key in resource["schema"]["foreignKeys"]:
            other = BY_NAME[key["reference"]["resource"]]
            assert set(key["fields"]) <= set(fields)
            assert set(key["reference"]["fields"]) <= {column.name for column in other.columns}
        if kind == "csv":
            assert files[resource["path"]].decode().splitlines()[0].split(",") == fields
        else:
            assert pq.read_schema(io.BytesIO(files[resource["path"]])).names == fields


def test_the_codebook_names_every_column_with_what_it_holds():
    page = codebook.markdown().decode()
    for table in TABLES:
        part = page.split(f"## {table.name}\n")[1].split("\n## ")[0]
        told = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", part, re.MULTILINE))
        assert told == {column.name: column.holds.value for column in table.columns}


def test_parquet_has_the_declared_types_and_the_same_cells_as_csv():
    written, kept = read_csv(decided()), read_parquet(decided())
    for name, table in BY_NAME.items():
        assert kept[name].schema.equals(arrow_schema(table))
        assert kept[name].num_rows == len(written[name])
        for row, other in zip(kept[name].to_pylist(), written[name], strict=True):
            for column in table.columns:
                value = row[column.name]
                if column.holds is Holds.STRING:
                    assert (value or "") == other[column.name]
                elif value is None:
                    assert not other[column.name]
                elif column.holds in {Holds.INTEGER, Holds.NUMBER}:
                    assert float(other[column.name]) == value


def test_numbers_below_zero_stay_numbers_and_words_that_would_run_do_not():
    assert tables_written._cell(-5.0) == "-5"
    assert tables_written._cell(-0.25) == "-0.25"
    assert tables_written._cell("-5") == "'-5"
    assert tables_written._cell(True) == "true"
    assert tables_written._cell(None) == ""


def test_no_cell_of_a_hostile_account_runs_or_steers():
    for own in read_csv(hostile(), with_texts=True).values():
        for row in own:
            for cell in row.values():
                assert not cell.startswith(STEERING)
                assert "\x1b" not in cell
                assert "\u202e" not in cell
    assert read_parquet(hostile())["stories"]["title"][0].as_py() == hostile().stories[0].title


def test_words_are_excerpts_unless_texts_are_asked_for():
    (short, long) = (read_csv(hostile()), read_csv(hostile(), with_texts=True))
    assert {row["text"] for row in short["documents"]} == {""}
    assert (
        max(len(row["words"]) for row in short["reports"]) <= EXCERPT_CHARS + 100
    )  # characters that steer are spelt out
    assert max(len(row["words"]) for row in long["reports"]) > 900
    assert [row["end"] for row in short["reports"]] == [row["end"] for row in long["reports"]]
    assert read_parquet(hostile(), with_texts=True)["documents"]["text"][0].as_py() == hostile().documents[0].text


def test_pandas_reads_and_joins_them(tmp_path):
    for name, octets in KINDS["csv"].make(many(6)).items():
        (tmp_path / name).write_bytes(octets)
    reports, claims = (pd.read_csv(tmp_path / f"{name}.csv") for name in ("reports", "claims"))
    joined = reports.merge(claims, on=["story", "claim"])
    assert len(joined) == len(reports) > len(claims) > 10


def test_rows_are_written_when_so_many_wait_and_are_the_same(monkeypatch):
    together = read_csv(many(4))
    whole = read_parquet(many(4))
    monkeypatch.setattr(tables_written, "ROWS_AT_ONCE", 7)
    assert read_csv(many(4)) == together
    parts = read_parquet(many(4))
    assert all(parts[name].equals(whole[name]) for name in BY_NAME)


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(tables_written.MissingParquetError, match=r"rashomon\[parquet\]"):
        KINDS["parquet"].make(decided())
