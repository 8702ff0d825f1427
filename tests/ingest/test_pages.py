"""What comes of each kind of input: pages, or one Problem that says why not."""

import gzip
import hashlib
import io
import json
import os
import threading
import time
import zlib
from pathlib import Path

import pytest

from rashomon.core import Page, Problem, Role, Span
from rashomon.ingest import pages

SCATTERED = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(250)).encode()
"""Words that hardly zip, the same in every process."""


def read(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(pages([str(path)]))


def only(found):
    (one,) = found
    return one


def test_plain_text_is_kept_to_the_character(tmp_path):
    text = "Mayor says “no”\r\n\r\n  It’s over, she said.\n\n"
    page = only(read(tmp_path / "a.txt", text))
    assert (page.kind, page.text, page.address) == ("text", text, str(tmp_path / "a.txt"))
    assert page.problems == ()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<!DOCTYPE html><html><body><p>Hello</p></body></html>", "html"),
        ('<?xml version="1.0"?>\n<html xmlns="x"><body/></html>', "html"),
        ("<!-- made by hand -->\n<div><p>Hello</p></div>", "html"),
        ("Prices < 5 > 3 said the <b>mayor</b>", "text"),
        ("[Photo: A. Person]\nThe bridge is closed.", "text"),
        ("{sic} said the mayor", "text"),
        ('{"text": "Hello"}', "ready"),
    ],
)
def test_the_kind_is_seen_from_the_content_not_the_name(tmp_path, content, kind):
    assert only(read(tmp_path / "page.dat", content)).kind == kind


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not-text"),
        ("a.txt", bytes(range(256)) * 20, "not-text"),
        (
            "a.xml",
            b'<?xml version="1.0"?><rss version="2.0"><channel><title>A</title></channel></rss>',
            "feed-without-words",
        ),
        ("a.xml", b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed-without-words"),
        (
            "a.xml",
            b"<?xml version='1.0'?><urlset><url><loc>https://a.example/b</loc></url></urlset>",
            "feed-without-words",
        ),
        ("a.opml", b"<opml><body><outline xmlUrl='https://a.example/rss'/></body></opml>", "list-of-feeds"),
        ("a.json", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed-without-words"),
        ("a.parquet", b"PAR1\x15\x04", "bad-parquet"),
        ("a.zip", b"PK\x03\x04\x14\x00", "packed"),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd\x24", "packed"),
        ("a.tar", bytes(257) + b"ustar\x0000", "packed"),
        ("a.gz", gzip.compress(gzip.compress(b"The harbour is closed.", mtime=0), mtime=0), "packed"),
        ("a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "cut-file"),
        ("a.jsonl", b"[1, 2]\n", "bad-json"),
        ("a.json", b"[{\n", "bad-json"),
        ("a.gz", gzip.compress(SCATTERED, mtime=0)[:-3000], "cut-file"),  # not one line of it is whole
        ("a.gz", gzip.compress(b"<html>" + SCATTERED, mtime=0)[:-3000], "unreadable"),
        ("a.gz", b"\x1f\x8b\x08", "unreadable"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_gives_no_page_says_why(tmp_path, name, content, code):
    found = only(read(tmp_path / name, content))
    assert isinstance(found, Problem)
    assert (found.code, found.fatal, found.stage) == (code, True, "ingest")
    assert found.address.startswith(str(tmp_path / name))


def test_addresses_and_missing_paths_say_what_to_do():
    address, missing = pages(["https://example.org/a", "no/such/file.txt"])
    assert (address.code, missing.code) == ("address-not-fetched", "not-found")
    assert "save the page" in address.message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": "a\tb"}\n', "This line is not JSON: Invalid control character at character 12."),
        (b"{broken\n", "This line is not JSON: Expecting property name enclosed in double quotes at character 2."),
    ],
)
def test_what_is_wrong_with_a_line_is_told_with_its_place(tmp_path, line, message):
    (found,) = read(tmp_path / "d.jsonl", line + b'{"text": "One."}\n')[:1]
    assert found.message == message


def test_json_lines_go_on_after_a_broken_line_and_name_it(tmp_path):
    found = read(tmp_path / "d.jsonl", '{"id": 7, "text": "One."}\n{broken\n\n{"headline": "x"}\n{"text": "Four."}\n')
    assert [getattr(f, "code", "page") for f in found] == ["page", "bad-json", "no-text", "page"]
    assert found[0].given.id == "7"
    assert found[1].address.endswith("#line=2")
    assert found[3].text == "Four."


def test_json_lines_are_read_one_at_a_time(tmp_path):
    drawn = []

    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            drawn.append(len(buffer))
            line = b'{"text": "The harbour is closed."}\n' * (len(buffer) // 35 + 1)
            buffer[:] = line[: len(buffer)]
            return len(buffer)

    stream = pages(["-"], stdin=io.BufferedReader(Endless()))
    assert [next(stream).text for _ in range(3)] == ["The harbour is closed."] * 3
    stream.close()
    assert sum(drawn) < 1_000_000


def test_given_fields_are_taken_over_and_times_put_into_utc(tmp_path):
    record = {
        "id": "d1",
        "text": "The harbour is closed.",
        "headline": "Harbour closed",
        "outlet": "Norvale Post",
        "published_at": "2021-03-04T10:00:00-05:00",
        "address": "https://norvale.example/1",
        "bylines": ["Ada Moor"],
        "credits": ["Reuters"],
        "language": "en",
    }
    page = only(read(tmp_path / "d.json", json.dumps(record, indent=1)))
    assert page.address == str(tmp_path / "d.json")
    assert page.given.address == "https://norvale.example/1"
    assert page.given.published_at.isoformat() == "2021-03-04T15:00:00+00:00"
    assert (page.given.bylines, page.given.credits) == (("Ada Moor",), ("Reuters",))


def test_times_without_zone_or_sense_are_said(tmp_path):
    times = ("2021-03-04T10:00", "2021-03-04", "soon")
    lines = "".join(json.dumps({"text": "A.", "published_at": t}) + "\n" for t in times)
    naive, day, bad = read(tmp_path / "d.jsonl", lines)
    assert [p.code for p in naive.problems] == ["zone-unknown"]
    assert [p.code for p in day.problems] == ["published-day-only"]
    assert day.given.published_at.isoformat() == "2021-03-04T00:00:00+00:00"
    assert bad.given.published_at is None
    assert [p.code for p in bad.problems] == ["bad-time"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outlet", 7),
        ("headline", ["Harbour closed"]),
        ("id", True),
        ("bylines", [{"name": "Ada Moor"}]),
        ("credits", 3),
        ("published_at", 1614852000),
        ("language", False),
        ("passages", {}),
    ],
)
def test_a_field_of_the_wrong_type_is_said_and_left_out(tmp_path, field, value):
    page = only(read(tmp_path / "d.jsonl", json.dumps({"text": "A.", field: value}) + "\n"))
    assert [(p.code, p.fatal) for p in page.problems] == [("bad-field", False)]
    assert f"`{field}`" in page.problems[0].message
    assert not getattr(page.given, field)


@pytest.mark.parametrize(("tag", "language"), [("en", "en"), ("en-GB", "en"), ("EN", "en"), ("zh_Hant_TW", "zh")])
def test_a_language_is_told_without_script_and_region(tmp_path, tag, language):
    page = only(read(tmp_path / "d.json", json.dumps({"text": "One.", "language": tag})))
    assert page.given.language == language


def test_null_and_empty_fields_are_no_fault(tmp_path):
    row = {"text": "A.", "outlet": None, "bylines": [], "credits": "Reuters", "id": 7, "headline": "", "note": 3}
    page = only(read(tmp_path / "d.jsonl", json.dumps(row) + "\n"))
    assert (page.problems, page.given.id, page.given.credits) == ((), "7", ("Reuters",))


def test_passages_of_a_cleaned_document_are_trusted_unless_they_leave_the_text(tmp_path):
    good = {"text": "Harbour closed", "passages": [{"start": 0, "end": 14, "role": "paragraph"}], "set_aside": []}
    wrong = {"text": "Short", "passages": [{"start": 0, "end": 14, "role": "paragraph"}], "set_aside": []}
    first, second = read(tmp_path / "d.jsonl", f"{json.dumps(good)}\n{json.dumps(wrong)}\n")
    assert [(p.span, p.role) for p in first.given.passages] == [(Span(0, 14), Role.PARAGRAPH)]
    assert second.given.passages == ()
    assert [p.code for p in second.problems] == ["bad-passages"]


def test_arrays_and_accounts_give_their_documents(tmp_path):
    documents = [{"text": "One."}, {"text": "Two."}]
    assert [p.text for p in read(tmp_path / "a.json", json.dumps(documents, indent=1))] == ["One.", "Two."]
    account = {"format": "rashomon-account/1", "documents": documents, "stories": []}
    assert [p.text for p in read(tmp_path / "b.json", json.dumps(account))] == ["One.", "Two."]


def test_a_lone_surrogate_is_replaced_in_place(tmp_path):
    page = only(read(tmp_path / "d.jsonl", '{"text": "a\\ud800b"}'))
    assert page.text == "a\ufffdb"
    assert [p.code for p in page.problems] == ["invalid-encoding"]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_text_that_is_too_long_says_the_limit_and_what_to_do(tmp_path, name):
    text = "The quay is closed. " * 50_001
    told = only(read(tmp_path / name, json.dumps({"text": text}) if name == "a.jsonl" else text))
    assert (told.code, told.fatal) == ("too-large", True)
    assert "1,000,020 characters, and one report has at most 1,000,000: divide it" in told.message


def test_gzip_is_seen_through_and_a_bomb_is_stopped(tmp_path):
    assert only(read(tmp_path / "a.bin", gzip.compress(b"The harbour is closed."))).text == "The harbour is closed."
    bomb = only(read(tmp_path / "b.gz", gzip.compress(b"a" * 40_000_000)))
    assert (bomb.code, bomb.fatal) == ("unreadable", True)


LINES = [json.dumps({"text": f"The quay of Orsk: {SCATTERED[at : at + 90].decode()}."}) for at in range(0, 9000, 90)]
ENTRIES = [
    f"<item><title>Quay {at}</title><link>https://alder.example/{at}</link><description>{SCATTERED[at:].decode()} "
    + "The quay of Orsk is closed. " * 20
    + "</description></item>\n"
    for at in range(40)
]


def broken_off(text: str, *, at: int) -> bytes:
    """The text zipped and cut so that some of what stands before `at` can be unzipped."""
    zipped = zlib.compressobj(wbits=31)
    return zipped.compress(text.encode()[:at]) + zipped.flush(zlib.Z_SYNC_FLUSH)


@pytest.mark.parametrize("how", ["cut", "corrupt"])
def test_gzipped_json_lines_are_read_up_to_the_break_and_it_is_named(tmp_path, how):
    text = "\n".join(LINES)
    zipped = broken_off(text, at=11_000)
    *made, told = read(tmp_path / "wire.jsonl.gz", zipped + (b"" if how == "cut" else b"\xff" * 40))
    texts = [page.text for page in made]
    assert len(texts) == text[:11_000].count("\n") or (how == "corrupt" and len(texts) > 60)
    assert texts == [json.loads(line)["text"] for line in LINES[: len(texts)]]
    line = len(texts) + 1
    assert (told.code, told.fatal, told.address) == ("cut-file", True, f"{tmp_path / 'wire.jsonl.gz'}#line={line}")


def test_a_last_line_that_is_whole_though_its_end_is_lost_is_read(tmp_path):
    *made, told = read(tmp_path / "wire.jsonl.gz", gzip.compress("\n".join(LINES).encode(), mtime=0)[:-8])
    assert [page.text for page in made] == [json.loads(line)["text"] for line in LINES]
    assert told.code == "cut-file"


def test_a_gzipped_text_is_read_up_to_its_last_whole_line(tmp_path):
    page, told = read(tmp_path / "a.txt.gz", broken_off("The quay is closed.\nA ferry sank.\nNobody was hu", at=46))
    assert page.text == "The quay is closed.\nA ferry sank.\n"
    assert (told.code, told.address) == ("cut-file", f"{tmp_path / 'a.txt.gz'}#line=3")


@pytest.mark.parametrize("behind", ["", "<item><title>Quay"], ids=["between entries", "within an entry"])
def test_a_gzipped_feed_is_read_up_to_its_last_whole_entry(tmp_path, behind):
    begun = "<rss version='2.0'><channel><title>Alder</title>\n" + "".join(ENTRIES[:7]) + behind
    *made, told = read(tmp_path / "f.xml.gz", broken_off(begun, at=len(begun)))
    assert [page.given.headline for page in made] == [f"Quay {at}" for at in range(7)]
    assert (told.code, told.fatal) == ("cut-file", True)
    assert told.address.startswith(f"{tmp_path / 'f.xml.gz'}#line=")


def test_a_folder_is_read_by_name_and_one_unreadable_file_stops_nothing(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden"):
        (tmp_path / name).write_text(f"Text of {name}")
    opened = Path.open

    def refuse(self, *args, **kwargs):
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(pages([str(tmp_path)]))
    assert [getattr(f, "code", None) or f.text for f in found] == [
        "hidden-files",
        "Text of a.txt",
        "unreadable",
        "Text of sub/c.txt",
    ]


def test_what_begins_with_a_dot_is_passed_over_in_a_folder_and_counted_and_read_where_it_is_named(tmp_path):
    folder, alone = tmp_path / "in", tmp_path / "alone"
    for path in (folder / "a.txt", folder / "below" / ".b.txt", folder / ".c" / "d.txt", alone / ".e.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The quay, {path.name}.")
    said, read = pages([str(folder)])
    assert (said.code, said.fatal, read.text) == ("hidden-files", False, "The quay, a.txt.")
    assert said.message.startswith(f"2 files or folders are passed over, as {folder}/.c: ")
    one, empty = pages([str(alone)])
    assert one.message.startswith(f"1 file or folder is passed over, as {alone}/.e.txt: ")
    assert (empty.code, empty.message) == ("empty-folder", f"The folder {alone} holds no other files.")
    named = [str(folder / "below" / ".b.txt"), str(folder / ".c"), str(alone / ".e.txt")]
    assert [page.text for page in pages(named)] == [f"The quay, {name}." for name in (".b.txt", "d.txt", ".e.txt")]


def test_globs_and_empty_folders(tmp_path):
    (tmp_path / "x1.txt").write_text("One.")
    (tmp_path / "x2.txt").write_text("Two.")
    (tmp_path / "void").mkdir()
    found = list(pages([str(tmp_path / "x*.txt"), str(tmp_path / "void"), str(tmp_path / "y*.txt")]))
    assert [getattr(f, "code", None) or f.text for f in found] == ["One.", "Two.", "empty-folder", "not-found"]


def test_limits_hold_within_seconds(tmp_path):
    began = time.monotonic()
    line = only(read(tmp_path / "line.txt", b"word " * 4_000_000))
    tags = only(read(tmp_path / "tags.html", b"<html><body>" + b"<b>" * 1_000_000))
    assert (line.code, tags.code) == ("too-large", "too-large")
    assert time.monotonic() - began < 60


def test_an_overlong_json_line_is_passed_over(tmp_path):
    found = read(tmp_path / "d.jsonl", b'{"text": "A."}\n{"text": "' + b"x" * 10_000_100 + b'"}\n{"text": "C."}\n')
    assert [getattr(f, "code", None) or f.text for f in found] == ["A.", "too-large", "C."]


def test_standard_input_may_be_a_pipe():
    page = only(list(pages(["-"], stdin=io.BytesIO(b"The harbour is closed."))))
    assert isinstance(page, Page)
    assert (page.address, page.text) == ("-", "The harbour is closed.")


def test_a_pipe_in_a_folder_or_glob_is_named_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").write_text("The harbour is closed.")
    for name in (str(tmp_path), str(tmp_path / "*.txt")):
        pipe, file = pages([name])
        assert (pipe.code, pipe.fatal, pipe.address) == ("unreadable", True, str(tmp_path / "b.txt"))
        assert file.text == "The harbour is closed."


def test_a_pipe_named_itself_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=["The harbour is closed."])
    writer.start()
    assert only(list(pages([str(tmp_path / "pipe")]))).text == "The harbour is closed."
    writer.join()


def test_a_file_named_gz_may_be_none(tmp_path):
    assert only(read(tmp_path / "a.txt.gz", "The harbour is closed.")).text == "The harbour is closed."


def test_a_page_in_a_wide_encoding_is_seen_for_what_it_is(tmp_path):
    for encoding in ("utf-16", "utf-32", "utf-16-le"):
        assert only(read(tmp_path / "a", "<html><body><p>Fermé</p></body></html>".encode(encoding))).kind == "html"
        assert only(read(tmp_path / "a", "Le pont de Norvale est fermé.".encode(encoding))).kind == "text"
    assert only(read(tmp_path / "a", "<rss version='2.0'></rss>".encode("utf-16"))).code == "feed-without-words"
    assert only(read(tmp_path / "a.json", '{"text": "Fermé."}'.encode("utf-16"))).text == "Fermé."


def test_a_document_nested_too_deep_is_named_and_the_next_is_read(tmp_path):
    deep = '{"text": "A.", "outlet": ' + "[" * 200 + "]" * 200 + '}\n{"text": "B."}\n'
    first, second = read(tmp_path / "d.jsonl", deep)
    assert (first.code, second.text) == ("bad-json", "B.")


def test_where_a_line_stops_being_json_is_told(tmp_path):
    broken, _ = read(tmp_path / "d.jsonl", '{"text": "A, "outlet": 3}\n{"text": "B."}\n')
    assert broken.address.endswith("#line=1")
    assert broken.message == "This line is not JSON: Expecting ',' delimiter at character 15."


@pytest.mark.parametrize("start", [b"<!-- -->", b"<?a ?>", b"<!doctype x ", b"<!doctype x [", b" \n", b"<!--"])
def test_what_stands_before_the_first_element_is_passed_over_at_once(tmp_path, start):
    began = time.process_time()
    read(tmp_path / "a.xml", start * (60_000 // len(start)) + b"<rss>")
    assert time.process_time() - began < 5
