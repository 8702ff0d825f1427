"""An output never goes over what the command reads, under whatever name it is given."""

import pytest
from tests.present.cli.test_inputs import MAIL, POST, folder, loaded, run  # noqa: F401 - fixtures

from rashomon.present.cli.overwriting import OverInputError, see_apart

REFUSED = 2


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """A folder of two reports, a link to one of them, and a place outside."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "post.txt").write_text(POST)
    (tmp_path / "in" / "mail.html").write_text(f"<html><body><p>{MAIL}</p></body></html>")
    (tmp_path / "link.txt").symlink_to("in/post.txt")
    (tmp_path / "folder").symlink_to("in")
    return tmp_path


@pytest.mark.parametrize(
    ("output", "inputs"),
    [
        ("in/post.txt", ["in/post.txt"]),
        ("in/post.txt", ["in/mail.html", "./in/../in/post.txt"]),
        ("link.txt", ["in/post.txt"]),
        ("in/post.txt", ["link.txt"]),
        ("in/mail.html", ["in/*.html"]),
        ("in/mail.html", ["in"]),
        ("in/new.html", ["in"]),
        ("folder/new.html", ["in"]),
        ("in/new.html", ["folder"]),
        ("link.txt", ["in"]),
        ("new.html", ["."]),
        ("in/deeper/new.html", ["."]),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(given),
)
def test_an_output_that_is_read_is_refused(reports, output, inputs):
    with pytest.raises(OverInputError) as refused:
        see_apart(reports / output, inputs)
    assert refused.value.code == "output-is-input"
    with pytest.raises(OverInputError):
        see_apart(type(reports)(output), [str(reports / each) for each in inputs])


@pytest.mark.parametrize(
    ("output", "inputs"),
    [
        ("new.html", ["in"]),
        ("in/new.html", ["in/post.txt"]),
        ("in/.new.html", ["in"]),
        (".kept/new.html", ["."]),
        ("in/post.txt", ["in/*.html"]),
        ("/dev/null", ["in/post.txt", "/dev/null"]),
        ("new.html", ["-", "https://example.org/new.html", "not-there.txt", "\0"]),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(given),
)
def test_an_output_beside_what_is_read_is_not(reports, output, inputs):
    see_apart(type(reports)(output), inputs)


def test_standard_input_is_a_file_too(reports, monkeypatch):
    with (reports / "in" / "post.txt").open() as given:
        monkeypatch.setattr("sys.stdin", given)
        with pytest.raises(OverInputError, match="standard input"):
            see_apart(reports / "in" / "post.txt", ["-"])
        see_apart(reports / "in" / "mail.html", ["-"])


@pytest.mark.parametrize("name", ["desk.db", "desk.db-wal", "own.toml"])
def test_neither_the_archive_nor_the_settings_are_an_output(reports, name):
    (reports / name).write_bytes(b"kept")
    with pytest.raises(OverInputError, match=name):
        see_apart(reports / name, archive=str(reports / "desk.db"), settings=reports / "own.toml")
    see_apart(reports / "desk.json", archive="postgresql://desk@localhost/news")


def test_the_settings_of_the_folder_are_no_output(reports):
    (reports / "rashomon.toml").write_text("")
    with pytest.raises(OverInputError, match=r"rashomon\.toml"):
        see_apart(reports / "rashomon.toml")


@pytest.mark.parametrize("named", ["post.txt", "*.txt", "."])
def test_a_report_stays_as_it_was_and_the_problem_is_named(run, folder, named):  # noqa: F811
    result = run("account", named, "-o", "post.txt")
    assert result.exit_code == REFUSED
    assert "[output-is-input]" in result.stderr
    assert (folder / "post.txt").read_text() == POST


def test_an_account_is_told_again_beside_itself_and_not_over_itself(run, folder):  # noqa: F811
    (folder / "account.json").write_text("{}")
    result = run("account", "--from", "account.json", "-o", "account.json")
    assert result.exit_code == REFUSED
    assert "[output-is-input]" in result.stderr


@pytest.mark.parametrize(
    "line",
    [
        "account --archive desk.db --format json -o desk.db",
        "story 3f9a --archive desk.db --format json -o desk.db",
        "export --as json --archive desk.db -o desk.db",
        "decisions export --archive desk.db -o desk.db",
    ],
)
def test_no_command_writes_over_its_archive(run, folder, line):  # noqa: F811
    from rashomon.stores import open_store

    open_store(str(folder / "desk.db"), create=True).close()
    before = (folder / "desk.db").read_bytes()
    result = run(*line.split())
    assert result.exit_code == REFUSED
    assert "[output-is-input]" in result.stderr
    assert (folder / "desk.db").read_bytes() == before
