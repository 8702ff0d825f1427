"""Web archives: which records give pages, and what is said of the others."""

import gzip
import io
import json
import os
import threading
from dataclasses import replace
from datetime import UTC, datetime

import brotli
import pytest
from tests.ingest.alone import read_alone
from tests.ingest.written import BODY, http, plain, record, zipped

from rashomon.core import Page, Problem
from rashomon.ingest import again, kept, pages


class Pipe(io.RawIOBase):
    """Bytes that can be read once."""

    def __init__(self, content):
        self._content = io.BytesIO(content)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self._content.readinto(buffer)


def read(content, **options):
    return list(pages(["-"], stdin=io.BytesIO(content), **options))


def codes(found):
    return [one.code if isinstance(one, Problem) else number_of(one) for one in found]


def number_of(page):
    return int(page.given.address.rpartition("/")[2])


def in_two_chunks(body):
    return b"5\r\n" + body[:5] + b"\r\n%x;x=1\r\n" % (len(body) - 5) + body[5:] + b"\r\n0\r\n\r\n"


@pytest.fixture(params=["plain", "zipped"])
def form(request):
    return {"plain": plain, "zipped": zipped}[request.param]


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n"])
def test_an_archive_in_which_nothing_is_says_so(content, tmp_path):
    (tmp_path / "crawl.warc.gz").write_bytes(gzip.compress(content))
    (problem,) = pages([str(tmp_path)])
    assert (problem.code, problem.fatal, problem.address) == ("empty", True, str(tmp_path / "crawl.warc.gz"))


def test_a_page_has_its_address_its_time_and_its_place(form):
    first, second = read(form(record(1), record(2)))
    assert (first.kind, first.given.address) == ("html", "https://norvale.example/1")
    assert "number 1" in first.text
    assert first.seen_at == datetime(2021, 3, 4, 10, tzinfo=UTC)
    assert first.address == "-#offset=0"
    assert second.address == f"-#offset={len(form(record(1)))}"
    assert first.problems == ()


def test_records_of_one_member_have_places_of_their_own():
    found = read(gzip.compress(plain(record(1), record(2))))
    assert [page.address for page in found] == ["-#offset=0", "-#offset=0&record=2"]


def test_records_that_hold_no_page_are_counted_once_a_reason(form):
    asked = [record(n, kind=b"request", block=b"GET / HTTP/1.1\r\n\r\n") for n in range(3)]
    again_seen = record(4, kind=b"revisit", block=b"HTTP/1.1 200 OK\r\n\r\n")
    gone = [record(n, block=http(b"no", status=b"404 Not Found")) for n in (5, 6)]
    moved = record(7, block=http(b"", status=b"301 Moved"))
    picture = record(8, block=http(b"\x89PNG\r\n\x1a\n", media=b"image/png"))
    page, passed, status, content = read(form(*asked, again_seen, record(9), *gone, moved, picture))
    assert number_of(page) == 9
    assert [problem.fatal for problem in (passed, status, content)] == [False] * 3
    assert passed.message.endswith("3 request, 1 revisit.")
    assert status.message.endswith("2 of 404, 1 of 301.")
    assert content.message.endswith("1 image/png.")


def test_a_resource_has_no_http_headers():
    whole = record(1, kind=b"resource", block=BODY % 1, media=b"text/html")
    text = record(2, kind=b"resource", block=b"The harbour is closed.", media=b"text/plain")
    assert [(page.kind, number_of(page)) for page in read(plain(whole, text))] == [("html", 1), ("text", 2)]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress),
        (b"Content-Encoding: br\r\n", brotli.compress),
        (b"Transfer-Encoding: chunked\r\n", in_two_chunks),
        (b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", lambda body: body),
    ],
    ids=["gzip", "brotli", "chunks", "decoded by the crawler"],
)  # fmt: skip
def test_codings_are_undone(headers, code):
    (page,) = read(plain(record(3, block=http(code(BODY % 3), headers=headers))))
    assert page.text == (BODY % 3).decode()


def test_the_charset_of_the_headers_is_used_and_kept():
    body = "<html><body><p>Le pont est fermé, dit l’élue.</p></body></html>".encode("iso8859-15", "replace")
    spoken = http(body, media=b'text/html; charset="ISO-8859-15"')
    (page,) = read(plain(record(1, block=spoken)), keep_octets=True)
    assert "fermé" in page.text
    assert replace(again(page.octets, address=page.address), seen_at=page.seen_at) == page


@pytest.mark.parametrize("charset", [b"hex", b"idna", b"zlib", b"undefined", b"../../x", b"x" * 5000, b"\xff"])
def test_a_charset_that_is_none_is_passed_over(charset):
    body = b"<html><head><meta charset=rot13></head><body><p>The \xe9lite of Norvale.</p></body></html>"
    (page,) = read(plain(record(1, block=http(body, media=b"text/html; charset=" + charset))))
    assert "élite" in page.text


def test_a_page_that_the_crawler_cut_says_so_and_says_so_again():
    (page,) = read(plain(record(1, headers=b"WARC-Truncated: length\r\n")), keep_octets=True)
    assert [(problem.code, problem.fatal) for problem in page.problems] == [("page-cut", False)]
    assert replace(again(page.octets, address=page.address), seen_at=page.seen_at) == page


def test_kept_bytes_are_the_decoded_page_with_what_was_said_of_it():
    spoken = http(gzip.compress(BODY % 1), headers=b"Content-Encoding: gzip\r\n")
    (page,) = read(zipped(record(1, block=spoken)), keep_octets=True)
    beside, _, body = page.octets.removeprefix(kept.MARK).partition(b"\n")
    assert body == BODY % 1
    assert json.loads(beside)["address"] == "https://norvale.example/1"
    assert replace(again(page.octets, address=page.address), seen_at=page.seen_at) == page
    assert read(zipped(record(1)))[0].octets == b""


@pytest.mark.parametrize(
    ("told", "address"),
    [
        (b"<https://norvale.example/5>", "https://norvale.example/5"),
        (b"urn:x:5", None),
        (b"javascript:alert(5)", None),
    ],
)
def test_only_web_addresses_are_taken_over(told, address):
    (page,) = read(plain(record(5, address=told)))
    assert page.given.address == address


def test_the_location_of_the_content_stands_in_for_an_address_that_is_none():
    spoken = http(BODY % 5, headers=b"Content-Location: https://norvale.example/5\r\n")
    assert codes(read(plain(record(1, address=b"urn:x", block=spoken), record(1, block=spoken)))) == [5, 1]


# -- broken files


@pytest.mark.parametrize("stream", [io.BytesIO, lambda content: io.BufferedReader(Pipe(content))], ids=["file", "pipe"])
@pytest.mark.parametrize(
    ("length", "code"),
    [
        (60, "wrong-length"),
        (500, "wrong-length"),
        (700_000, "wrong-length"),
        (10**17, "wrong-length"),
        (-5, "wrong-length"),
    ],
)
def test_a_length_that_lies_costs_one_record(form, stream, length, code):
    content = form(record(0), record(1, length=length), record(2), record(3))
    assert codes(pages(["-"], stdin=stream(content))) == [0, code, 2, 3]


@pytest.mark.parametrize("left", [5, 60, 250])
def test_a_file_that_is_cut_is_named_with_the_place(form, left):
    whole = [form(record(n)) for n in range(3)]
    *found, cut = read(b"".join(whole[:2]) + whole[2][:left])
    assert codes(found) == [0, 1]
    assert (cut.code, cut.fatal) == ("cut-file", True)
    assert cut.address == f"-#offset={len(whole[0]) + len(whole[1])}"


def test_a_broken_member_costs_its_own_record_only():
    first, second, third = (zipped(record(n)) for n in range(3))
    broken = second[:60] + b"\xff\xff\xff\xff" + second[64:]
    spoilt_sum = second[:-8] + bytes(8)
    for spoilt in (broken, spoilt_sum):
        found = read(first + spoilt + third)
        assert codes(found) == [0, "corrupt-record", 2]
        assert found[1].address == f"-#offset={len(first)}"


def test_what_is_no_member_and_no_record_is_passed_over_by_name():
    first, second = zipped(record(0)), zipped(record(1))
    assert codes(read(first + b"not zipped at all" * 9 + second)) == [0, "corrupt-record", 1]
    assert codes(read(first + gzip.compress(b"no record" * 9) + second)) == [0, "corrupt-record", 1]
    assert codes(read(first + bytes(700) + second)) == [0, 1]


def test_what_follows_a_record_vouches_for_its_length():
    """A limit: where something else follows, the record before it is not believed either."""
    assert codes(read(record(0) + b"something else\r\n\r\n" + record(1))) == ["wrong-length", 1]
    assert codes(read(record(0) + bytes(700))) == [0]


def test_records_may_lie_across_members():
    whole = plain(*map(record, range(5)))
    found = read(b"".join(gzip.compress(whole[at : at + 333]) for at in range(0, len(whole), 333)))
    assert codes(found) == [0, 1, 2, 3, 4]
    assert len({page.address for page in found}) == 5


def test_a_broken_beginning_is_believed_by_the_name(tmp_path):
    path = tmp_path / "news.warc.gz"
    path.write_bytes(b"\x1f\x8b\x08\x00spoilt" + zipped(record(1), record(2)))
    assert codes(pages([str(path)])) == ["corrupt-record", 1, 2]


@pytest.mark.parametrize(
    ("headers", "body", "code"),
    [
        (b"Transfer-Encoding: chunked\r\n", b"ff\r\nshort", "bad-body"),
        (b"Transfer-Encoding: chunked\r\n", b"3\r\nabcdefgh\r\n0\r\n\r\n", "bad-body"),
        (b"Transfer-Encoding: chunked\r\n", b"3\r\nabc\r\n", "bad-body"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(BODY, mtime=0)[:-20], "bad-body"),
        (b"Content-Encoding: br\r\n", b"\xff\xff\xff\xff\xff", "bad-body"),
        (b"Content-Encoding: enigma\r\n", b"\x8f\x03 said nobody", "bad-body"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(bytes(20_000_000), mtime=0), "too-large"),
        (b"Content-Encoding: br\r\n", brotli.compress(bytes(300_000_000), quality=1), "too-large"),
        (b"Content-Encoding: gzip, gzip, gzip, gzip\r\n", gzip.compress(BODY, mtime=0), "bad-body"),
    ],
)
def test_bodies_that_lie_or_burst_are_named_and_the_next_is_read(headers, body, code):
    found = read(plain(record(0, block=http(body, headers=headers)), record(1)))
    assert codes(found) == [code, 1]
    assert found[0].address == "-#offset=0"


def test_a_member_that_bursts_is_passed_over():
    found = read(zipped(record(0)) + gzip.compress(bytes(40_000_000)) + zipped(record(1)))
    assert codes(found) == [0, "zip-bomb", 1]


def test_many_broken_places_are_named_up_to_a_limit_and_then_counted():
    *named, last = read(plain(*(record(n, length=7) for n in range(1500))))
    assert len(named) == 1000
    assert (last.code, last.fatal) == ("more-of-the-same", True)
    assert "500 wrong-length" in last.message or "499 wrong-length" in last.message


def test_a_pipe_is_read_as_it_comes(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    content = zipped(record(1), record(2))
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=[content])
    writer.start()
    assert codes(pages([str(tmp_path / "pipe")])) == [1, 2]
    writer.join()


@pytest.mark.parametrize("kind", [b"response", b"request"])
def test_a_record_of_two_gigabytes_is_never_held(tmp_path, kind):
    path = tmp_path / "big.warc"
    size = 2_000_000_000
    head, _, _ = record(1, kind=kind, length=size).partition(b"HTTP/1.1")
    with path.open("wb") as out:
        out.write(record(0) + head)
        out.seek(size, os.SEEK_CUR)  # a hole: no disk is taken
        out.write(b"\r\n\r\n" + record(2))
    found, peak_mb = read_alone(path)
    named = ["too-large"] if kind == b"response" else []
    passed = ["records-passed-over"] if kind == b"request" else []
    assert found == ["page", *named, "page", *passed]
    assert peak_mb < 120


def test_a_page_is_given_before_the_file_is_read_on():
    drawn = []

    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            drawn.append(len(buffer))
            content = (zipped(record(1)) * (len(buffer) // 200 + 1))[: len(buffer)]
            buffer[: len(content)] = content
            return len(content)

    stream = pages(["-"], stdin=io.BufferedReader(Endless()))
    assert isinstance(next(stream), Page)
    stream.close()
    assert sum(drawn) < 2_000_000
