"""Web archives to pages: `python -m benchmarks.warc [PAGES]`, one JSON line on standard output.

So many invented pages of some 60 kB are written as a web archive, plain and zipped record by record, with a request
before and a picture after each fourth page, as crawlers write them. Timed is the processor time of the door over each,
with and without the bytes kept, beside bare fastwarc that reads each body and makes nothing of it.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rashomon.core import Page
from rashomon.ingest import pages

PAGES = 2000
WORDS = 40
PARAGRAPHS = 150


def page(rnd: random.Random, words: list[str]) -> bytes:
    """An invented page: some paragraphs among many links."""
    rows = (
        f'<p class="c{rnd.randint(1, 9)}">{" ".join(rnd.choices(words, k=WORDS))}.</p>\n'
        f'<div class="a"><a href="/x/{rnd.randint(1, 99999)}">{" ".join(rnd.choices(words, k=4))}</a></div>\n'
        for _ in range(PARAGRAPHS)
    )
    return f"<!doctype html><html><head><title>Norvale</title></head><body>{''.join(rows)}</body></html>".encode()


def record(number: int, kind: str, block: bytes, *, address: str = "") -> bytes:
    """One record of a web archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: {address or f'https://norvale.example/{number}'}\r\nWARC-Date: 2021-03-04T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def write(folder: Path, count: int) -> list[Path]:
    """The same records in a plain and in a zipped file."""
    rnd = random.Random(1)
    letters = "abcdefghijklmnoprstuvw"
    words = ["".join(rnd.choices(letters, k=rnd.randint(2, 9))) for _ in range(8000)]
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + rnd.randbytes(30_000)
    paths = [folder / "news.warc", folder / "news.warc.gz"]
    with paths[0].open("wb") as plain, paths[1].open("wb") as zipped:
        for number in range(count):
            records = [
                record(number, "request", b"GET / HTTP/1.1\r\n\r\n"),
                record(number, "response", ok + page(rnd, words)),
            ]
            if number % 4 == 0:
                records.append(record(number, "response", picture))
            for one in records:
                plain.write(one)
                zipped.write(gzip.compress(one, 6))
    return paths


def bare(path: Path) -> int:
    """Fastwarc alone: the bodies of all answers."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    return sum(bool(one.reader.read()) for one in ArchiveIterator(str(path), record_types=WarcRecordType.response))


def door(path: Path, *, keep_octets: bool = False) -> int:
    """The door: how many pages."""
    return sum(isinstance(one, Page) for one in pages([str(path)], keep_octets=keep_octets))


def measure(count: int) -> dict[str, object]:
    """Pages and megabytes a second, by form and reader."""
    told: dict[str, object] = {"pages": count}
    readers: dict[str, Callable[[Path], int]] = {
        "fastwarc": bare,
        "door": door,
        "door, bytes kept": lambda path: door(path, keep_octets=True),
    }
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), count)
        unzipped_mb = paths[0].stat().st_size / 1e6
        for path in paths:
            for name, reader in readers.items():
                reader(path)  # so that the file is in memory and the modules are loaded
                began = time.process_time()
                reader(path)
                seconds = time.process_time() - began
                told[f"{path.name}: {name}"] = {
                    "pages_a_second": round(count / seconds),
                    "unzipped_mb_a_second": round(unzipped_mb / seconds),
                }
        told["mb"] = [round(path.stat().st_size / 1e6) for path in paths]
    return told


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)))
