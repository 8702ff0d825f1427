"""What a plan says, and every way in which it can say it wrongly: the fault names the file, the key, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.runs import PlanError, read_plan
from rashomon.runs.plan import plan_of
from rashomon.runs.plan_read import READ

LEAST = 'inputs = ["reports/"]\n[output]\narchive = "news.db"\n'


@pytest.fixture
def read(tmp_path):
    def make(text):
        file = tmp_path / "plan.toml"
        file.write_text(text)
        return read_plan(file)

    return make


def faults(read, text):
    with pytest.raises(PlanError) as raised:
        read(text)
    return list(raised.value.faults)


def test_the_least_plan_has_all_else_as_usual(read, tmp_path):
    plan = read(LEAST)
    assert (plan.name, plan.archive, plan.folder) == ("plan", str(tmp_path / "news.db"), None)
    assert plan.inputs == (str(tmp_path / "reports"),)
    assert (plan.at, dict(plan.settings)) == (None, {})


def test_paths_count_from_the_folder_of_the_plan(read, tmp_path, monkeypatch):
    monkeypatch.chdir("/")
    plan = read('inputs = ["../crawl/*.warc.gz", "/news"]\n[output]\narchive = "a/b.db"\nfolder = "tables"\n')
    assert plan.inputs == (f"{tmp_path.parent}/crawl/*.warc.gz", "/news")
    assert (plan.archive, plan.folder) == (str(tmp_path / "a" / "b.db"), tmp_path / "tables")


def test_a_folder_alone_has_its_archive_within_it(read, tmp_path):
    plan = read('inputs = ["r"]\n[output]\nfolder = "tables"\n')
    assert plan.archive == str(tmp_path / "tables" / "run.db")


def test_the_address_of_a_server_stays_as_it_is(read):
    plan = read('inputs = ["r"]\n[output]\narchive = "postgresql://desk@localhost/news"\n')
    assert plan.archive == "postgresql://desk@localhost/news"
    assert plan.writes_into == ()


def test_settings_and_the_time_are_taken_over(read):
    plan = read(f'engine = "dask"\nworkers = 4\nscheduler = "tcp://h:1"\nat = 2031-05-02T08:00:00+02:00\n{LEAST}')
    assert dict(plan.settings) == {"engine": "dask", "workers": "4", "scheduler": "tcp://h:1"}
    assert plan.at == datetime(2031, 5, 2, 6, tzinfo=UTC)


def test_a_time_may_stand_between_quotation_marks(read):
    assert read(f'at = "2031-05-02T08:00:00+02:00"\n{LEAST}').at == datetime(2031, 5, 2, 6, tzinfo=UTC)


def test_no_number_of_workers_is_said_too_and_overrides_the_settings(read):
    assert dict(read(f"workers = 0\n{LEAST}").settings) == {"workers": "0"}


def test_each_fault_of_a_list_is_named(read):
    text = "inputs = ['http://a/b', 'r', '-', 7]\n[output]\nfolder = 't'\nforms = ['jsnol', 'xls']\n"
    assert [fault.partition(": ")[2][:38] for fault in faults(read, text)] == [
        "inputs: http://a/b is an address; a ru",
        "inputs: - is standard input, which can",
        "inputs: must be a word in quotation ma",
        "output.forms: there is no 'jsnol'; did",
        "output.forms: there is no 'xls'; there",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("input = ['r']\n", "input: there is no such key; did you mean inputs?"),
        ("egnine = 'local'\n", "egnine: there is no such key; did you mean engine?"),
        ("archive = 'a.db'\n", "archive: there is no such key; did you mean archive in [output]?"),
        ("colour = 'red'\n", "colour: there is no such key; there are at, digest, engine"),
        ("engine = 'proceses'\n", "engine: there is no 'proceses'; did you mean processes?"),
        ("workers = -1\n", "workers: must be a whole number from 0 to 1,000, not -1"),
        ("workers = true\n", "workers: must be a whole number"),
        ("at = '2031-05-02'\n", "at: must be a time with its offset"),
        ("at = 2031-05-02T06:00:00\n", "at: must be a time with its offset"),
        ("at = 2031-05-02\n", "2031-05-02T06:00:00Z, not the day 2031-05-02 alone"),
        ("at = 2031-05-02T06:00:00\n", "not the time 2031-05-02T06:00:00 without an offset"),
        ("at = 06:00:00\n", "not the time 06:00:00 alone"),
        ("name = ''\n", "name: is empty: name something, or leave the key out"),
        ("name = 7\n", "name: must be a word in quotation marks, not 7"),
        ("name = true\n", "name: must be a word in quotation marks, not true"),
        ("workers = {a = 2031-05-02}\n", "from 0 to 1,000, not a table"),
        ("pipeline = [2031-05-02]\n", "not [the day 2031-05-02 alone]"),
        ("scheduler = 'tcp://h:1'\n", "scheduler: is of the engine dask"),
        ("engine = 'dask'\nscheduler = 'http://h:8787'\n", "scheduler: must be the address of a scheduler, tcp://HOST"),
        ("work_seconds = -1\n", "work_seconds: must be a whole number from 0 to 9,999, not -1"),
    ],
)
def test_a_fault_names_its_key(read, text, said):
    assert any(said in fault for fault in faults(read, text + LEAST))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "inputs: missing"),
        ("inputs = []\n", "inputs: must be a list"),
        ("inputs = 'r'\n", "inputs: must be a list"),
        ("inputs = ['-']\n[output]\narchive='a'\n", "- is standard input, which cannot be read a second time"),
        ("inputs = ['https://norholm.example/a']\n[output]\narchive='a'\n", "`rashomon watch` follows addresses"),
        ("inputs = ['r']\n", "output: missing"),
        ("inputs = ['r']\noutput = 'a.db'\n", "output: must be a table, [output]"),
        (
            "inputs = ['r']\n[outputs]\nfolder = 'a'\n",
            "outputs: there is no such key; did you mean the table [output]?",
        ),
        (
            "inputs = ['r']\n[output]\nfoldr = 'a'\n",
            "output.foldr: there is no such key; did you mean folder in [output]?",
        ),
        ("inputs = ['r']\n[output]\nfolder = 'a'\nforms = ['parket']\n", "output.forms: there is no 'parket'; did you"),
        ("inputs = ['r']\n[output]\nfolder = 'a'\nstories_together = 0\n", "output.stories_together: must be a whole"),
        ("inputs = ['r']\n[output]\nfolder = 'a'\ntexts = 'no'\n", "output.texts: must be true or false, not 'no'"),
        ("inputs = ['r']\n[output]\narchive = 'a'\ntexts = true\n", "output.texts: is of parts, and no output.folder"),
        ("inputs = ['r']\n[output]\narchive = 'f'\nfolder = './f'\n", "is the folder too, and the archive is a file"),
        ("inputs = ['r']\n[output]\narchive = 'f'\nfolder = 'f/g'\n", "and output.folder lies below it"),
        ("inputs = ['r']\n[output]\narchive = 'plan.toml'\n", "plan.toml is this plan: name another file"),
        ("inputs = [\n", "is not TOML"),
    ],
)
def test_what_is_missing_or_no_plan_at_all_is_said(read, text, said):
    assert any(said in fault for fault in faults(read, text))


def test_all_faults_are_told_at_once_each_with_its_file(read, tmp_path):
    found = faults(read, "engin = 'local'\nworkers = 'two'\n" + LEAST)
    assert len(found) == 2
    assert all(fault.startswith(f"{tmp_path / 'plan.toml'}: ") for fault in found)


def test_a_plan_that_is_not_there_is_said(tmp_path):
    with pytest.raises(PlanError, match="cannot be read: No such file"):
        read_plan(tmp_path / "none.toml")


def test_the_example_is_a_plan_that_names_every_key(read):
    text = files("rashomon.runs").joinpath("example.toml").read_text("utf-8")
    assert read(text).settings["engine"] == "processes"
    named = text.replace("\n# ", "\n")
    assert all(f"\n{key.rpartition('.')[2]} = " in named for key in READ)


VALUES = st.one_of(
    st.sampled_from([None, True, 0, -1, 1.5, "", " ", "local", "a.db", [], ["r"], [""], [7], ["-"], {}, {"a": 1}]),
    st.sampled_from(
        [datetime(2031, 5, 2, tzinfo=UTC), datetime(2031, 5, 2, tzinfo=UTC).date(), "\x00", "postgresql://h"]
    ),
    st.integers(),
    st.text(max_size=8),
)
KEYS = st.sampled_from([key.rpartition(".")[2] for key in READ] + ["output", "x"]) | st.text(max_size=6)


@given(st.dictionaries(KEYS, VALUES, max_size=4), st.dictionaries(KEYS, VALUES, max_size=4))
def test_whatever_stands_in_it_a_plan_is_read_or_its_faults_are_named(told, output):
    faults = ()
    try:
        inputs = plan_of(told | {"output": output}, Path("/desk/plan.toml")).inputs
    except PlanError as error:
        inputs, faults = (), error.faults
    assert bool(inputs) is not bool(faults)
    assert all(fault.startswith("/desk/plan.toml: ") for fault in faults)


def test_every_key_is_on_the_page_that_tells_of_plans():
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "run-large-jobs.md").read_text("utf-8")
    assert all(f"`{key}`" in page for key in READ)
