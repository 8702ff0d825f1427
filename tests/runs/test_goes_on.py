"""What a second run of a plan does: only what is left, and it says what changed meanwhile."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.runs.conftest import WRITTEN
from tests.runs.press import AT, inputs, left, lines, page, plan

from rashomon.pipeline import Pipeline
from rashomon.runs import Run, RunError, read_plan, taking
from rashomon.runs.inputs import Left
from rashomon.runs.whose import FILE, NameTakenError, PartsError, see_name, sign_of
from rashomon.settings import Settings
from rashomon.stores import open_store
from rashomon.stores.facts import Taken


@pytest.fixture
def desk_folder(tmp_path):
    """Reports of their own, and a plan over them."""
    return inputs(tmp_path / "in", stories=2), plan(tmp_path / "desk", tmp_path / "in")


@pytest.fixture
def ended_at_work(go, desk_folder):
    """The plan of a run that was ended while it wrote its parts."""
    _, file = desk_folder

    def ends(stage, done, of):
        if stage == "write":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        go(file, progress=ends)
    return file


def test_every_report_is_out_or_set_aside_with_its_reason_and_a_place(go, desk_folder):
    reports, file = desk_folder
    counts = go(file).counts
    assert counts.came == counts.out + sum(aside.number for aside in counts.aside.values())
    assert counts.taken == {Taken.NEW: 16, Taken.AGAIN: 3}
    assert {code: (aside.number, aside.example) for code, aside in counts.aside.items()} == {
        "bad-json": (1, f"{reports}/a-wire.jsonl#line=7"),
        "empty": (1, f"{reports}/d-empty.txt"),
        "not-text": (1, f"{reports}/e-picture.txt"),
    }


def test_a_new_file_is_taken_alone(go, desk_folder):
    reports, file = desk_folder
    first = go(file)
    (reports / "pages" / "400.html").write_text(page(400))
    notes = []
    again = go(file, notes=notes)
    assert again.files == {Left.DONE: first.files[Left.NEW], Left.NEW: 1}
    assert (again.read, again.accounts, notes) == (1, 1, [])
    assert again.counts.out == first.counts.out + 1


def test_a_changed_file_is_said_and_read_anew_and_what_was_known_is_not_twice(go, desk_folder):
    reports, file = desk_folder
    first, wire = go(file), reports / "a-wire.jsonl"
    wire.write_bytes(b"".join(lines(range(3))))
    notes = []
    again = go(file, notes=notes)
    assert notes == [
        f"{wire} changed since it was taken, and is read from its beginning: what the archive has is known there"
    ]
    assert again.read == 3
    assert again.stories == first.stories + 1
    assert again.counts.taken == {Taken.NEW: 3 + 10, Taken.AGAIN: 6 + 3}
    assert "bad-json" not in again.counts.aside


def test_a_file_that_was_only_touched_is_not_read_again(go, desk_folder):
    reports, file = desk_folder
    go(file)
    os.utime(reports / "a-wire.jsonl", (1, 1))
    notes = []
    again = go(file, notes=notes)
    assert (set(again.files), notes) == ({Left.DONE}, [])


def test_another_text_of_the_same_length_and_time_is_not_seen(go, desk_folder):
    """The limit: who changes a file and sets its time back is believed."""
    reports, file = desk_folder
    go(file)
    wire, was = reports / "a-wire.jsonl", (reports / "a-wire.jsonl").stat()
    wire.write_bytes(wire.read_bytes().replace(b"boats", b"ferry"))
    os.utime(wire, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert set(go(file).files) == {Left.DONE}


def test_a_file_that_is_gone_is_said_and_its_documents_stay(go, desk_folder):
    reports, file = desk_folder
    first = go(file)
    (reports / "a-wire.jsonl").unlink()
    notes = []
    again = go(file, notes=notes)
    assert len(notes) == 1
    assert "is not there or not named any more" in notes[0]
    assert again.stories == first.stories
    assert again.counts.adds_up


def test_another_plan_of_the_name_is_said_key_by_key(go, desk_folder, tmp_path):
    reports, file = desk_folder
    go(file)
    more = tmp_path / "more"
    more.mkdir()
    (more / "1.jsonl").write_bytes(b"".join(lines([500])))
    text = file.read_text().replace(f'"{reports}"', f'"{reports}", "{more}"')
    file.write_text(text.replace("stories_together = 2", "stories_together = 3"))
    notes = []
    again = go(file, notes=notes)
    assert notes == [
        f"{more} is new in the plan's inputs",
        "the plan's stories_together changed since the run was last begun: 2 then, 3 now",
    ]
    assert again.written == again.parts


def test_another_way_of_digesting_needs_another_archive_or_a_rebuild_and_nothing_is_done(go, desk_folder):
    _, file = desk_folder
    go(file)
    before = left(file.parent)
    file.write_text(file.read_text().replace("engine =", 'digest = "extracted"\nengine ='))
    read = read_plan(file)
    with closing(open_store(read.archive)) as store, pytest.raises(RunError, match="rashomon rebuild"):
        Run(read, store, Pipeline(Settings(digest="extracted"))).survey()
    assert left(file.parent) == before


def test_a_part_that_is_gone_or_cut_is_written_again_and_no_other(go, desk_folder):
    _, file = desk_folder
    first = go(file)
    before = left(file.parent)
    parts = file.parent / "parts"
    (parts / "titles" / "part-00001.jsonl").unlink()
    (parts / "claims" / "part-00002.jsonl").write_bytes(b"")
    again = go(file)
    assert (again.written, again.parts) == (2, first.parts)
    assert left(file.parent) == before


def test_fewer_parts_leave_no_file_behind(go, desk_folder):
    _, file = desk_folder
    go(file)
    file.write_text(file.read_text().replace("stories_together = 2", "stories_together = 100"))
    assert go(file).parts == 1
    parts = file.parent / "parts"
    assert sorted(path.name for path in parts.rglob("part-*")) == ["part-00001.jsonl"] * 2
    assert set(json.loads((parts / "parts.json").read_bytes())["files"]) == {
        "claims/part-00001.jsonl",
        "titles/part-00001.jsonl",
    }


def test_a_file_that_grows_while_it_is_read_is_read_again_the_next_time(go, desk_folder):
    reports, file = desk_folder
    wire, problems, grown = reports / "a-wire.jsonl", [], []

    def grows(stage, done, of):
        if stage == "clean" and not grown:
            grown.append(True)

    later = wire.stat().st_mtime_ns
    read = taking._read

    def reading(address):
        yield from read(address)
        if address == str(wire) and not grown:
            grown.append(True)
            with wire.open("ab") as more:
                more.write(b"".join(lines([600])))
            os.utime(wire, ns=(later + 1, later + 1))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taking, "_read", reading)
        go(file, problems=problems)
    assert [each.code for each in problems].count("input-changed") == 1
    notes = []
    again = go(file, notes=notes)
    assert "could not be read whole the last time" in notes[0]
    assert again.read == 3
    assert set(go(file).files) == {Left.DONE}


def test_what_is_named_and_not_there_is_counted_and_its_place_told(go, desk_folder, tmp_path):
    reports, file = desk_folder
    file.write_text(file.read_text().replace(f'"{reports}"', f'"{reports}", "{tmp_path}/none.jsonl"'))
    counts = go(file).counts
    assert counts.aside["not-found"].example == f"{tmp_path}/none.jsonl"
    assert counts.adds_up


def test_what_the_run_writes_itself_is_no_input(go, tmp_path):
    reports = inputs(tmp_path / "in", stories=1)
    file = plan(reports, reports)
    go(file)
    assert set(go(file).files) == {Left.DONE}


def test_reports_below_the_output_folder_are_read_and_what_the_run_writes_there_is_counted(go, tmp_path):
    (tmp_path / "desk" / "parts").mkdir(parents=True)
    reports = inputs(tmp_path / "desk" / "parts" / "in", stories=1)
    (reports / "part-00001.html").write_text(page(400))
    file = plan(tmp_path / "desk", reports)
    file.write_text(file.read_text().replace(f'"{reports}"', '"."'))
    first = go(file)
    assert (first.files, first.own) == ({Left.NEW: 9}, 4)  # the plan, and an archive that is open
    again = go(file)
    assert (again.files, again.whole) == ({Left.DONE: 9}, True)
    written = [
        path for path in (tmp_path / "desk" / "parts").rglob("*") if path.is_file() and reports not in path.parents
    ]
    assert again.own == first.own + len(written) > 8


def test_a_large_file_is_not_read_for_its_fingerprint_and_touched_it_counts_as_changed(go, desk_folder, monkeypatch):
    reports, file = desk_folder
    monkeypatch.setattr("rashomon.runs.inputs.MOST_READ_TWICE", 2000)
    large = reports / "a-wire.jsonl"
    assert large.stat().st_size > 2000
    digests = []
    digest = hashlib.file_digest
    monkeypatch.setattr(hashlib, "file_digest", lambda at, how: digests.append(at.name) or digest(at, how))
    first = go(file)
    assert str(large) not in digests
    assert str(reports / "d-empty.txt") in digests
    os.utime(large, (1, 1))
    os.utime(reports / "d-empty.txt", (1, 1))
    again = go(file)
    assert again.files == {Left.CHANGED: 1, Left.DONE: sum(first.files.values()) - 1}
    assert (again.read, again.counts.adds_up) == (0, True)


def test_half_written_files_of_others_below_the_output_folder_stay(go, desk_folder):
    _, file = desk_folder
    parts = file.parent / "parts"
    others = [
        parts / ".notes.written",
        parts / "titles" / ".draft.jsonl.written",
        parts / "a" / "b" / ".part-00001.jsonl.written",
    ]
    ours = [
        parts / "titles" / ".part-00007.jsonl.written",
        parts / ".codebook.md.written",
        parts / ".parts.json.written",
    ]
    for path in (*others, *ours):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
    go(file)
    assert [path.exists() for path in (*others, *ours)] == [True] * 3 + [False] * 3


def test_without_a_time_in_the_plan_one_start_and_another_note_the_time_of_the_first(go, tmp_path, monkeypatch):
    reports = inputs(tmp_path / "in", stories=1)
    file = plan(tmp_path / "desk", reports, at=None)

    def ends(stage, done, of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        go(file, progress=ends)
    time.sleep(0.01)
    go(file)
    times = {row[3] for row in left(tmp_path / "desk")[0]["accounts"]}
    assert len(times) == 1
    assert AT[:10] not in times.pop()


def test_the_parts_of_another_run_are_not_written_over(go, desk_folder):
    _, file = desk_folder
    go(file)
    before = left(file.parent)[1]
    file.write_text(file.read_text().replace('name = "desk"', 'name = "night"'))
    with pytest.raises(PartsError, match="holds the parts of the run desk"):
        go(file)
    assert left(file.parent)[1] == before


def test_the_parts_of_a_run_that_was_ended_at_work_are_not_written_over_either(go, ended_at_work):
    file = ended_at_work
    before, own = left(file.parent)[1], file.read_text()
    file.write_text(own.replace('name = "desk"', 'name = "night"'))
    with pytest.raises(PartsError, match="holds the parts of the run desk"):
        go(file)
    assert left(file.parent)[1] == before
    file.write_text(own)
    assert go(file).whole


def test_without_its_archive_a_run_begins_anew_and_leaves_no_part_of_before(go, desk_folder):
    """Who reads a table takes all files that lie there."""
    reports, file = desk_folder
    go(file)
    parts = file.parent / "parts"
    others = [parts / "titles" / "part-of-mine.jsonl", parts / "mine" / "part-00009.jsonl"]
    for path in others:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"{}")
    for path in file.parent.glob("desk.db*"):
        path.unlink()
    for path in reports.glob("*.*"):
        path.unlink()
    go(file)
    there = {str(path.relative_to(parts)) for path in parts.glob("*/part-*") if path not in others}
    assert there == json.loads((parts / "parts.json").read_bytes())["files"].keys()
    assert all(path.exists() for path in others)


def test_in_other_forms_a_part_leaves_no_file_of_before(go, desk_folder):
    _, file = desk_folder
    go(file)
    parts = file.parent / "parts"

    def titles(view, names, part):
        return ((name, octets) for name, octets in WRITTEN.writes(view, names, part) if name.startswith("titles"))

    go(file, written=replace(WRITTEN, writes=titles, make="titles alone"))
    there = {str(path.relative_to(parts)) for path in parts.glob("*/part-*")}
    assert there == json.loads((parts / "parts.json").read_bytes())["files"].keys()
    assert {name.partition("/")[0] for name in there} == {"titles"}


def test_a_pipe_is_no_input_and_nobody_waits_for_it(go, desk_folder):
    reports, file = desk_folder
    os.mkfifo(reports / "f-pipe.jsonl")
    file.write_text(file.read_text().replace(f'"{reports}"', f'"{reports}", "{reports}/f-pipe.jsonl"'))
    counts = go(file).counts
    assert counts.aside["unreadable"].example == f"{reports}/f-pipe.jsonl"
    assert counts.adds_up


def test_the_parts_of_a_run_of_the_same_name_in_another_archive_are_not_written_over(go, desk_folder):
    _, file = desk_folder
    go(file)
    before, own = left(file.parent)[1], file.read_text()
    file.write_text(own.replace('archive = "desk.db"', 'archive = "night.db"'))
    said = r"another run desk, whose archive is \.\./desk\.db as seen from there, and not \.\./night\.db"
    with pytest.raises(PartsError, match=said):
        go(file)
    assert left(file.parent)[1] == before
    file.write_text(own)
    assert go(file).whole


def test_nor_are_they_where_that_run_was_ended_at_work_and_it_says_which_file_says_so(go, ended_at_work):
    file = ended_at_work
    file.write_text(file.read_text().replace('archive = "desk.db"', 'archive = "night.db"'))
    half = file.parent / "parts" / ".parts.json.written"
    with pytest.raises(PartsError, match=f"delete {half} and run again"):
        go(file)
    half.unlink()
    assert go(file).whole


def test_whose_the_folder_is_is_seen_before_anything_is_done(go, desk_folder):
    _, file = desk_folder
    go(file)
    file.write_text(file.read_text().replace('name = "desk"', 'name = "night"'))
    stages = []
    with pytest.raises(PartsError):
        go(file, progress=lambda stage, done, of: stages.append(stage))
    assert stages == []


def test_another_plan_of_the_name_in_one_archive_does_not_go_on_with_it(go, desk_folder, tmp_path):
    reports, file = desk_folder
    go(file)
    before = left(file.parent)
    other = plan(tmp_path / "night", reports)
    told = other.read_text().replace('archive = "desk.db"', f'archive = "{file.parent}/desk.db"')
    other.write_text(told.replace('folder = "parts"', f'folder = "{file.parent}/parts"'))
    said = f"name: the run desk of this archive is that of the plan {file}: give this one a name"
    with pytest.raises(NameTakenError, match=said):
        go(other)
    assert left(file.parent) == before
    file.unlink()  # it was moved, it seems
    assert go(other).whole


def test_a_folder_with_plan_archive_and_parts_may_be_moved_or_copied(go, desk_folder, tmp_path):
    _, file = desk_folder
    first = go(file)
    for made in (shutil.copytree(file.parent, tmp_path / "copied"), shutil.move(file.parent, tmp_path / "moved")):
        again = go(Path(made) / "plan.toml")
        assert (again.written, again.parts, again.whole) == (0, first.parts, True)


HERE = "postgresql://desk:seven-gulls@db.sarn.example/news"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("postgresql://desk:eight-gulls@db.sarn.example/news", True),
        ("postgresql://night@DB.sarn.example:5432/news?archive=rashomon&password=g%40lls", True),
        ("postgres:///news?host=db.sarn.example&port=5432", True),
        ("postgresql://desk:seven-gulls@db.sarn.example:5433/news", False),
        ("postgresql://desk:seven-gulls@db.bree.example/news", False),
        ("postgresql://desk:seven-gulls@db.sarn.example/night", False),
        ("postgresql://desk:seven-gulls@db.sarn.example/news?archive=night", False),
    ],
)
def test_an_archive_on_a_server_is_known_by_where_it_is_there_and_not_by_who_comes_with_which_password(
    desk_folder, tmp_path, other, same
):
    _, file = desk_folder
    file.write_text(file.read_text().replace("desk.db", HERE))
    mine = read_plan(file)
    second = tmp_path / "second.toml"
    second.write_text(file.read_text().replace(HERE, other))
    theirs = replace(mine, archive=other, file=second)
    assert (sign_of(mine, tmp_path) == sign_of(theirs, tmp_path)) is same
    if same:
        with pytest.raises(NameTakenError):
            see_name(theirs, {FILE: str(file)})
    else:
        see_name(theirs, {FILE: str(file)})


def test_what_is_no_address_of_a_server_has_a_sign_without_it(desk_folder, tmp_path):
    _, file = desk_folder
    broken = [replace(read_plan(file), archive=f"postgresql://desk:{word}@db:port/news") for word in ("gull", "tern")]
    assert len({sign_of(plan, tmp_path) for plan in broken}) == 1
