"""Whatever comes in, the commands answer with documents or a named problem, and never with a traceback."""

import gzip
import json
import os

import pytest
from tests.account.ledger import Desk
from tests.test_pipeline import CachedPipeline
from typer.testing import CliRunner

from rashomon.pipeline import Pipeline
from rashomon.present.cli import app as cli

POST = """Orsk closes the northern quay

Edda Orsk closed the northern quay of Norholm on Friday after a crane had collapsed across two rail tracks.

"The quay is not safe for ships of this weight," she said. Nobody was injured.
"""
MAIL = """Northern quay of Norholm closed

The northern quay of Norholm was closed by Edda Orsk on Friday. A crane had collapsed there in the morning.

The union of dockers said that it had warned the port three times.
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for key in [key for key in os.environ if key.startswith("RASHOMON_")]:
        monkeypatch.delenv(key)

    def invoke(*arguments, **more):
        result = CliRunner().invoke(cli.app, [str(a) for a in arguments], **more)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.stderr
        return result

    return invoke


@pytest.fixture
def loaded(reader, monkeypatch):
    """Let the commands use the session's reader: loading one for each call would take seconds."""
    desk = CachedPipeline(Desk(reader=reader))
    monkeypatch.setattr(Pipeline, "reader", property(lambda self: desk.reader))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "post.txt").write_text(POST)
    (tmp_path / "mail.txt").write_text(MAIL)
    return tmp_path


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n" * 50, "empty"),
        ("noise.txt", bytes(range(256)) * 40, "not-text"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(400), "not-text"),
        ("line.txt", b"harbour " * 650_000, "too-large"),
        ("tags.html", b"<html><body>" + b"<p>x</p>" * 100_000 + b"</body></html>", "too-large"),
        ("cut.txt.gz", gzip.compress(POST.encode() * 99, mtime=0)[:60], "cut-file"),
    ],
    ids=["empty", "blank", "noise", "picture", "one line", "many tags", "cut gzip"],
)
def test_what_gives_no_document_is_named_and_the_rest_is_done(run, folder, name, content, code):
    (folder / name).write_bytes(content)
    alone = run("clean", name)
    assert (alone.exit_code, alone.stdout) == (1, "")
    assert f"[{code}]" in alone.stderr
    assert name in alone.stderr
    with_others = run("clean", "mail.txt", name, "post.txt")
    assert with_others.exit_code == 1
    assert [row["headline"] for row in rows(with_others)] == [MAIL.splitlines()[0], POST.splitlines()[0]]


def test_invalid_utf8_loses_no_document(run, folder):
    (folder / "bad.txt").write_bytes(
        "Ørsk closes the quay\n\nEdda Ørsk closed the quay at Ålesund.".encode() + b" \xff\xfe\n"
    )
    result = run("clean", "bad.txt")
    assert result.exit_code == 0
    assert "Edda Ørsk closed the quay at Ålesund." in rows(result)[0]["text"]
    assert "[invalid-encoding]" in result.stderr


def test_a_dangling_link_in_a_folder_is_named_and_skips_nothing(run, folder):
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    result = run("clean", folder)
    assert result.exit_code == 1
    assert len(rows(result)) == 2
    assert "gone.txt" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["clean", "missing.txt"], 2),
        (["clean", "https://harbour-post.example/quay"], 2),
        (["account", "missing.txt"], 2),
        (["account", "post.txt", "--format", "nonsense"], 2),
        (["clean", "--no-such-option", "post.txt"], 2),
        (["clean"], 2),
        (["no-such-command"], 2),
        (["clean", "post.txt"], 0),
        (["clean", "post.txt", "missing.txt"], 1),
    ],
)
def test_exit_codes(run, folder, arguments, code):
    assert folder.exists()
    result = run(*arguments)
    assert result.exit_code == code
    assert bool(result.stderr) is bool(code)


def test_gzip_and_standard_input_give_the_same_text_as_the_file(run, folder):
    (folder / "post.txt.gz").write_bytes(gzip.compress(POST.encode()))
    plain, zipped = rows(run("clean", "post.txt"))[0], rows(run("clean", "post.txt.gz"))[0]
    piped = rows(run("clean", "-", input=POST.encode()))[0]
    zipped_pipe = rows(run("clean", "-", input=gzip.compress(POST.encode())))[0]
    for other in (zipped, piped, zipped_pipe):
        assert (other["text"], other["headline"], other["passages"]) == (
            plain["text"],
            plain["headline"],
            plain["passages"],
        )


def test_empty_standard_input_is_no_document(run):
    result = run("clean", "-", input=b"")
    assert result.exit_code == 1
    assert result.stdout == ""


@pytest.mark.usefixtures("loaded")
def test_the_order_of_files_changes_only_their_order(run, folder):
    assert folder.exists()
    one, other = (
        run("account", "post.txt", "mail.txt", "--format", "json"),
        run("account", "mail.txt", "post.txt", "--format", "json"),
    )
    assert one.exit_code == other.exit_code == 0
    first, second = json.loads(one.stdout), json.loads(other.stdout)
    assert first["documents"] == second["documents"][::-1]
    assert {**first, "documents": []} == {**second, "documents": []}


@pytest.mark.usefixtures("loaded")
def test_a_second_run_gives_the_same_bytes(run, folder):
    assert (
        run("account", folder, "--format", "json").stdout_bytes
        == run("account", folder, "--format", "json").stdout_bytes
    )


@pytest.mark.usefixtures("loaded")
def test_cleaned_documents_on_standard_input_give_the_account_of_the_files(run, folder):
    direct = json.loads(run("account", folder, "--format", "json").stdout)
    piped = json.loads(run("account", "-", "--format", "json", input=run("clean", folder).stdout_bytes).stdout)
    assert piped["stories"] == direct["stories"]


@pytest.mark.usefixtures("loaded")
def test_an_unreadable_file_among_good_ones_still_gives_the_account(run, folder):
    (folder / "empty.txt").write_text("")
    result = run("account", folder, "--format", "json")
    assert result.exit_code == 1
    assert "[empty]" in result.stderr
    account = json.loads(result.stdout)
    assert len(account["documents"]) == 2
    assert [p["code"] for p in account["problems"]] == ["empty"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bad.jsonl", b'{"text": "The quay\n'),
        ("long.jsonl", b'{"text": "' + b"x" * 10_000_100 + b'"}\n'),
        ("none.jsonl", b'{"documents": []}\n'),
        ("textless.json", b'{"headline": "Quay closed"}'),
    ],
    ids=["broken", "over-long", "no documents", "no text"],
)
def test_a_file_of_which_no_line_can_be_read_is_still_an_input(run, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert run("clean", name).exit_code == 1
    assert run("clean", "-", input=content).exit_code == 1


def test_a_folder_is_an_input_where_it_holds_a_file_and_none_where_it_is_empty(run, tmp_path):
    (tmp_path / "reports").mkdir()
    assert run("clean", "reports").exit_code == 2
    (tmp_path / "reports" / "post.txt").write_bytes(b"")
    assert run("clean", "reports").exit_code == 1
