"""Invented reports in files of many kinds, a plan over them, and what a run leaves, to compare."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from rashomon.checks.made_up import made_up

AT = "2031-05-02T06:00:00Z"
BROKEN = b'{"text": "The ferry of Orsk'
"""A line that ends too early."""


def lines(numbers, *, documents=3, claims=2):
    """The documents of invented stories as JSON lines."""
    for number in numbers:
        for each in made_up(number, documents=documents, claims=claims).documents:
            row = {
                "id": each.id,
                "address": each.address,
                "headline": each.headline,
                "outlet": each.outlet,
                "published_at": each.published_at.isoformat(),
                "text": each.text,
            }
            yield json.dumps(row).encode() + b"\n"


def page(number):
    """A document as a page of HTML."""
    document = made_up(number, documents=1, claims=3).documents[0]
    headline, *paragraphs = document.text.split("\n\n")
    told = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        f"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1>{told}</article></body></html>"
    )


def inputs(folder: Path, *, stories=4) -> Path:
    """A folder of invented reports: JSON lines, zipped ones, pages, a text, a feed, and what has to be set aside."""
    folder.mkdir()
    (folder / "a-wire.jsonl").write_bytes(b"".join(lines(range(stories))) + BROKEN + b"\n")
    (folder / "b-again.jsonl").write_bytes(b"".join(lines(range(1))))  # reports that are known by then
    (folder / "c-zipped.jsonl.gz").write_bytes(gzip.compress(b"".join(lines(range(100, 102))), mtime=0))
    (folder / "d-empty.txt").write_bytes(b"")
    (folder / "e-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)
    pages = folder / "pages"
    pages.mkdir()
    for number in (200, 201):
        (pages / f"{number}.html").write_text(page(number))
    (folder / "z-feed.xml").write_text(feed(range(300, 302)))
    return folder


def feed(numbers):
    """A feed whose entries carry whole reports."""
    told = []
    for number in numbers:
        document = made_up(number, documents=1, claims=12).documents[0]
        words = "".join(f"&lt;p&gt;{part}&lt;/p&gt;" for part in document.text.split("\n\n")[1:])
        told.append(
            f"<item><guid>{document.id}</guid><link>{document.address}</link><title>{document.headline}</title>"
            f"<pubDate>Mon, 06 Sep 2021 10:00:00 GMT</pubDate><description>{words}</description></item>"
        )
    return f"<rss><channel><title>The Alder Courier</title>{''.join(told)}</channel></rss>"


def plan(folder: Path, reports: Path, *, engine="local", more="", together=2, at=AT) -> Path:
    """A plan in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "plan.toml"
    file.write_text(
        f'name = "desk"\ninputs = ["{reports}"]\nengine = "{engine}"\n'
        + (f"at = {at}\n" if at else "")
        + f'{more}\n[output]\narchive = "desk.db"\nfolder = "parts"\nstories_together = {together}\n'
        + 'forms = ["parquet", "jsonl"]\n'
    )
    return file


def left(folder: Path):
    """All that a run left: the rows of every table of the archive, and the bytes of every other file."""
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted((folder / "parts").rglob("*"))
        if path.is_file()
    }
    rows = {}
    if not (folder / "desk.db").exists():  # it is on a server
        return rows, files
    with closing(sqlite3.connect(folder / "desk.db")) as archive:
        tables = [
            name
            for (name,) in archive.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
        ]
        for table in tables:
            rows[table] = sorted(archive.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
    return rows, files
