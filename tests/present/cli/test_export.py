"""`rashomon export`: whole files or none, folders that are not overwritten, stories chosen, excerpts by default."""

import json
import os

import pytest
from tests.present import ferry
from tests.present.questions.kept import expulsion, keep_account
from typer.testing import CliRunner

from rashomon.present.cli import app as cli
from rashomon.present.exports import jsonld, tables_written
from rashomon.present.exports.kinds import KINDS
from rashomon.stores import open_store


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    place = tmp_path_factory.mktemp("exported") / "news.db"
    store = open_store(place)
    for account in (ferry.account(), expulsion()):
        keep_account(store, account)
    store.close()
    return place


@pytest.fixture
def run(tmp_path, monkeypatch, archive):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)
    monkeypatch.setenv("RASHOMON_ARCHIVE", str(archive))
    return lambda *arguments: CliRunner().invoke(cli.app, ["export", *arguments])


def ids(octets):
    return {json.loads(line)["rashomon"]["story"] for line in octets.splitlines()}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_format_is_written_where_it_was_told(run, tmp_path, kind):
    done = run("--as", kind.name, "-o", "out")
    assert done.exit_code == 0, done.stderr
    assert (tmp_path / "out").is_dir() is kind.several
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
    if not kind.several:
        assert (tmp_path / "out").read_bytes() == run("--as", kind.name, "-o", "-").stdout_bytes
        assert (tmp_path / "out").stat().st_mode & 0o777 == 0o666 & ~_umask()
    else:
        assert (tmp_path / "out").stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask():
    umask = os.umask(0)
    os.umask(umask)
    return umask


def test_several_files_do_not_go_to_standard_output(run):
    done = run("--as", "csv", "-o", "-")
    assert done.exit_code == 2
    assert "name a folder" in done.stderr


def test_a_folder_that_holds_something_is_left_alone_unless_told(run, tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    assert run("--as", "csv", "-o", "tables").exit_code == 0  # it was empty
    (folder / "notes.txt").write_text("mine")
    (folder / "claims.csv").write_text("old")
    done = run("--as", "csv", "-o", "tables")
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert (folder / "claims.csv").read_text() == "old"
    assert run("--as", "csv", "-o", "tables", "--force").exit_code == 0
    assert (folder / "claims.csv").read_text().startswith("story,claim,")
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("kind", "output"), [("csv", "file"), ("json", "folder"), ("json", "no/where"), ("csv", "no/where")]
)
def test_what_cannot_be_written_to_is_named(run, tmp_path, kind, output):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    done = run("--as", kind, "-o", output)
    assert done.exit_code == 2
    assert output in done.stderr
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize(("kind", "module", "name"), [("jsonld", jsonld, "_claim"), ("csv", tables_written, "_cell")])
def test_where_it_fails_half_way_nothing_is_left_and_what_was_there_stands(
    run, tmp_path, monkeypatch, kind, module, name
):
    if kind == "jsonld":
        (tmp_path / "out").write_text("before")
    calls = []

    def fail(*args, **kwargs):
        calls.append(args)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, name, fail)
    assert run("--as", kind, "-o", "out").exit_code == 2
    assert calls
    left = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert left == ({"out": "before"} if kind == "jsonld" else {})


def test_stories_are_chosen_by_id_and_by_filters(run):
    plover = ("--as", "plover", "-o", "-")
    assert ids(run(*plover).stdout_bytes) == {"s1", "e1"}
    assert ids(run(*plover, "--story", "e1").stdout_bytes) == {"e1"}
    assert ids(run(*plover, "--story", "e1", "--story", "s1").stdout_bytes) == {"s1", "e1"}
    assert ids(run(*plover, "--standing", "disputed").stdout_bytes) == {"s1"}
    assert ids(run(*plover, "--outlet", "Corvane").stdout_bytes) == {"e1"}
    assert ids(run(*plover, "--until", "2031-05-06").stdout_bytes) == {"e1"}
    assert ids(run(*plover, "--story", "e1", "--standing", "disputed").stdout_bytes) == set()


def test_a_story_that_is_not_there_is_an_error_and_nothing_found_is_none(run):
    done = run("--as", "json", "--story", "nowhere", "-o", "-")
    assert done.exit_code == 2
    assert "nowhere" in done.stderr
    none = run("--as", "json", "--outlet", "Nobody", "-o", "-")
    assert none.exit_code == 0
    assert json.loads(none.stdout)["stories"] == []
    assert "no story" in none.stderr


def test_json_says_that_it_holds_texts_and_others_hold_them_when_asked(run):
    done = run("--as", "json", "-o", "-")
    assert "full texts" in done.stderr
    assert "full texts" not in run("--as", "json", "-o", "-", "--quiet").stderr
    assert "articleBody" not in run("--as", "jsonld", "-o", "-").stdout
    assert "articleBody" in run("--as", "jsonld", "-o", "-", "--with-texts").stdout


def test_an_archive_that_is_not_there_is_named(run, tmp_path):
    done = run("--as", "json", "-o", "-", "--archive", str(tmp_path / "none.db"))
    assert done.exit_code == 2
    assert "none.db" in done.stderr


def test_an_account_is_told_again_from_its_json(run, tmp_path):
    run("--as", "json", "-o", "account.json")
    octets = (tmp_path / "account.json").read_bytes()

    def account(*arguments, **more):
        return CliRunner().invoke(cli.app, ["account", *arguments], **more)

    again = account("--from", "account.json", "--format", "json")
    assert again.exit_code == 0
    assert again.stdout_bytes == octets
    assert account("--from", "-", "--format", "json", input=octets).stdout_bytes == octets
    assert account("--from", "account.json", "-o", "account.html").exit_code == 0
    assert "Harrow Sound" in (tmp_path / "account.html").read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--from", "missing.json"), "missing.json"),
        (("--from", "notes.txt"), "no JSON"),
        (("--from", "notes.txt", "notes.txt"), "one of them"),
        ((), "name reports"),
    ],
)
def test_an_account_that_cannot_be_told_again_says_why(run, tmp_path, arguments, words):
    (tmp_path / "notes.txt").write_text("The bridge was closed.")
    done = CliRunner().invoke(cli.app, ["account", *arguments])
    assert done.exit_code == 2
    assert words in done.stderr
