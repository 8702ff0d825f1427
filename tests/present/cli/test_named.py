"""Problems are named by the file they are in, and what says the same of many files stands in one line."""

import json

import pytest
from tests.present.cli.test_inputs import MAIL, POST, loaded, run  # noqa: F401 - fixtures

from rashomon.core import Problem
from rashomon.present.cli.edge import Messages
from rashomon.present.cli.options import Log
from rashomon.present.cli.run_named import Named

DATED = "\n3 May 2031\n\n"


def day(place, **more):
    note = {"stage": "clean", "code": "published-day-only", "message": "The day alone.", "document": "0a1b2c3d"}
    return Problem(**note, address=place, **more)


@pytest.mark.parametrize(
    ("places", "line"),
    [
        (["a.txt"], "rashomon: a.txt: The day alone. [published-day-only]\n"),
        (["a.txt", "b.txt"], "rashomon: a.txt, b.txt: The day alone. [published-day-only]\n"),
        (list("abcde"), "rashomon: a and 4 others: The day alone. [published-day-only]\n"),
        ([None], "rashomon: 0a1b2c3d: The day alone. [published-day-only]\n"),
    ],
    ids=len,
)
def test_notes_that_say_the_same_stand_in_one_line(capsys, places, line):
    Messages().problems(day(place) for place in places)
    assert capsys.readouterr().err == line


def test_what_lost_a_report_is_named_each_time_and_other_notes_stand_apart(capsys):
    messages = Messages()
    messages.problems([day("a"), day("b", fatal=True), day("c", fatal=True), day("d"), day("e#line=2")])
    messages.problems([Problem(stage="clean", code="zone-unknown", message="No zone.", address="a")])
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1].strip() for line in told] == ["a, d, e#line=2", "b", "c", "a"]
    assert len(messages.fatal) == 2


def test_programs_are_told_each(capsys):
    Messages(log=Log.JSON).problems([day("a"), day("b")])
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [each["where"] for each in told] == ["a", "b"]


@pytest.mark.parametrize("log", list(Log))
def test_a_large_job_names_the_first_at_once_and_counts_the_rest(capsys, log):
    named = Named(Messages(log=log), most=100)
    for number in range(30):
        named(day(f"{number}.txt"))
        if not number:
            assert "0.txt" in capsys.readouterr().err
    named(day("lost.txt", fatal=True))
    named.rest()
    told = capsys.readouterr().err.splitlines()
    if log is Log.JSON:
        assert len(told) == 30
        return
    assert told[-1] == "rashomon: 29 more reports: The day alone. [published-day-only]"
    assert len(told) == 2


@pytest.mark.parametrize("more", [[], ["--dry-run"]], ids=["kept", "rehearsed"])
def test_add_names_files_and_no_ids(run, loaded, tmp_path, more):  # noqa: F811
    for number, words in enumerate((POST, MAIL, POST.replace("Friday", "Monday"), MAIL.replace("morning", "night"))):
        (tmp_path / f"r{number}.txt").write_text(words.replace("\n\n", DATED, 1))
    result = run("add", "r0.txt", "r1.txt", "r2.txt", "r3.txt", "--archive", "desk.db", *more)
    lines = [line for line in result.stderr.splitlines() if "published-day-only" in line]
    assert lines == [
        "rashomon: r0.txt and 3 others: The page gives the day it was published, not the time. [published-day-only]"
    ]
