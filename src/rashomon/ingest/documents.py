"""JSON lines, arrays and objects -> the pages of the documents in them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

from rashomon.core import Page, Problem
from rashomon.ingest.bodies import MAX_PAGE_BYTES, limited
from rashomon.ingest.faults import fault
from rashomon.ingest.kept import in_envelope, of_record
from rashomon.ingest.records import page_of, records_in
from rashomon.ingest.streams import read_most

MAX_LINE_BYTES = 4_000_000_000
"""A line that goes on for longer ends the reading."""
MAX_JSON_BYTES = 100_000_000
"""The longest JSON array or object; JSON lines have no limit but the line's."""


def of_lines(
    stream: io.BufferedReader, address: str, *, keep_octets: bool, broken: Callable[[], bool] = lambda: False
) -> Iterator[Page | Problem]:
    """The pages of JSON lines, one line held at a time.

    Args:
        stream: the lines.
        address: where problems point.
        keep_octets: whether pages carry the bytes from which they can be made again.
        broken: whether the stream has ended before its end; a line that is cut there is left out.
    """
    number = 0
    while line := stream.readline(MAX_PAGE_BYTES + 1):
        number += 1
        place = f"{address}#line={number}"  # RFC 5147
        if len(line) > MAX_PAGE_BYTES and not line.endswith(b"\n"):
            ended = _passed(stream)
            yield fault("too-large", f"Line {number} has more than {MAX_PAGE_BYTES:,} bytes.", place)
            if ended:
                continue
            return
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.endswith(b"\n") and broken() and not _is_json(line):
            return
        if line.strip():
            yield from of_line(line, place, keep_octets=keep_octets)


def _without_at(message: str) -> str:
    """What the parser says, some of which waits for a place behind it."""
    return message.removesuffix(" at")


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _passed(stream: io.BufferedReader) -> bool:
    """Pass over the rest of a line; whether it has an end within reason."""
    for _ in range(MAX_LINE_BYTES // MAX_PAGE_BYTES):
        more = stream.readline(MAX_PAGE_BYTES)
        if not more or more.endswith(b"\n"):
            return True
    return False


def of_line(line: bytes, place: str, *, keep_octets: bool = False) -> Iterator[Page | Problem]:
    """The pages of one JSON line: mostly one; those of an account's documents."""
    problems: tuple[Problem, ...] = ()
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        message = f"{text.count(chr(0xFFFD))} places were not UTF-8 and were replaced by U+FFFD."
        problems = (fault("invalid-encoding", message, place, fatal=False),)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        yield fault("bad-json", f"This line is not JSON: {_without_at(error.msg)} at character {error.colno}.", place)
        return
    except (ValueError, RecursionError) as error:  # a number of too many digits; brackets in brackets
        yield fault("bad-json", f"This line is not JSON: {error}.", place)
        return
    records = records_in(value) if isinstance(value, dict) else [value]
    if not records:
        yield fault("empty", "This line holds no documents.", place)
    for record in records:
        page = limited(page_of(record, place=place), problems)
        if not keep_octets or isinstance(page, Problem):
            yield page
        elif record is value:
            yield of_record(page, line.strip())
        else:
            yield in_envelope(page, json.dumps(record).encode(), noted=problems)


def of_whole(stream: io.BufferedReader, address: str, *, keep_octets: bool) -> Iterator[Page | Problem]:
    """The pages of one JSON array or object."""
    raw = read_most(stream, MAX_JSON_BYTES + 1)
    if len(raw) > MAX_JSON_BYTES:
        yield fault("too-large", f"{address} has more than {MAX_JSON_BYTES:,} bytes; give it as JSON lines.", address)
        return
    try:
        whole = json.loads(raw)
    except (ValueError, RecursionError) as error:
        yield fault("bad-json", f"{address} is not JSON: {error}.", address)
        return
    records = records_in(whole)
    if not records:
        yield fault("empty", f"{address} holds no documents.", address)
    for number, record in enumerate(records, 1):
        place = f"{address}#item={number}" if record is not whole else address
        page = limited(page_of(record, place=place))
        kept = keep_octets and isinstance(page, Page)
        yield of_record(page, json.dumps(record).encode()) if kept and isinstance(page, Page) else page
