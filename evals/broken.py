"""Files that nobody should hand in, made from a seed: broken web archives, zips, tables, JSON and pages."""

from __future__ import annotations

import gzip
import io
import json
import random
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping

WORDS = (
    "the harbour council of Norvale closed its bridge on Monday after inspectors found cracks and would not say when"
).split()
Made = tuple[str, bytes]


def files(seed: int, count: int) -> Iterator[Made]:
    """So many files, each with a name that tells its kind."""
    rnd = random.Random(seed)
    kinds = list(KINDS)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        name, raw = KINDS[kind](rnd)
        yield f"{number:04d}-{kind}-{name}", raw


def prose(rnd: random.Random, words: int = 60) -> str:
    """Words in a row."""
    return " ".join(rnd.choices(WORDS, k=words)) + "."


def html(rnd: random.Random) -> bytes:
    """A small page."""
    paragraphs = "".join(f"<p>{prose(rnd)}</p>\n" for _ in range(rnd.randint(1, 6)))
    return f"<!doctype html><html><head><title>{prose(rnd, 6)}</title></head><body>{paragraphs}</body></html>".encode()


def chunked(rnd: random.Random, body: bytes) -> bytes:
    """A body in chunks, of which some lie."""
    out, at = b"", 0
    lies = rnd.random() < 0.5
    while at < len(body):
        size = rnd.randint(1, 400)
        part = body[at : at + size]
        told = rnd.choice([len(part), len(part) + 5, 0, 1 << 60, -1]) if lies and rnd.random() < 0.3 else len(part)
        out += b"%x\r\n" % told + part + rnd.choice([b"\r\n", b"\r\n", b"\n", b""] if lies else [b"\r\n"])
        at += size
    return out + rnd.choice([b"0\r\n\r\n", b"0\r\n\r\n", b"", b"zz\r\n"])


def brotli_bomb(size: int) -> bytes:
    """Zeros, by the brotli."""
    import brotli

    return bytes(brotli.compress(b"\x00" * size))


def coded(rnd: random.Random, body: bytes) -> tuple[bytes, bytes]:
    """A body and the headers that tell how it is coded, truly or not."""
    import brotli
    import zstandard

    ways: list[Callable[[], tuple[bytes, bytes]]] = [
        lambda: (body, b""),
        lambda: (gzip.compress(body, mtime=0), b"Content-Encoding: gzip\r\n"),
        lambda: (zlib.compress(body), b"Content-Encoding: deflate\r\n"),
        lambda: (zlib.compress(body)[2:-4], b"Content-Encoding: deflate\r\n"),
        lambda: (brotli.compress(body), b"Content-Encoding: br\r\n"),
        lambda: (zstandard.compress(body), b"Content-Encoding: zstd\r\n"),
        lambda: (chunked(rnd, body), b"Transfer-Encoding: chunked\r\n"),
        lambda: (chunked(rnd, gzip.compress(body)), b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
        lambda: (body, b"Content-Encoding: " + rnd.choice([b"gzip", b"br", b"deflate", b"zstd", b"x-lie"]) + b"\r\n"),
        lambda: (brotli_bomb(40_000_000), b"Content-Encoding: br\r\n"),
        lambda: (gzip.compress(gzip.compress(bytes(30_000_000))), b"Content-Encoding: gzip, gzip\r\n"),
        lambda: (mangled(rnd, gzip.compress(body)), b"Content-Encoding: gzip\r\n"),
        lambda: (mangled(rnd, brotli.compress(body)), b"Content-Encoding: br\r\n"),
        lambda: (body, b"Content-Encoding: " + b"gzip, " * 40 + b"br\r\n"),
    ]
    weights = [6, 3, 2, 2, 3, 2, 4, 2, 2, 1, 1, 2, 2, 1]
    return rnd.choices(ways, weights)[0]()


def record(rnd: random.Random, number: int) -> bytes:
    """One record of a web archive, mostly a whole one."""
    body, headers = coded(rnd, html(rnd))
    charset = rnd.choice([b"", b"; charset=utf-8", b"; charset=hex", b"; charset=utf-16", b"; charset=" + b"x" * 300])
    media = rnd.choice([b"text/html"] * 8 + [b"text/plain", b"image/png", b"", b"application/json"])
    status = rnd.choice([b"200 OK"] * 12 + [b"404 Not Found", b"", b"-1", b"99999"])
    block = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media + charset + b"\r\n" + headers + b"\r\n" + body
    length = rnd.choice([len(block)] * 30 + [len(block) + 9, len(block) - 9, 0, 1 << 40, 30_000_000])
    kind = rnd.choice([b"response"] * 6 + [b"resource", b"request", b"revisit", b"metadata", b"", b"continuation"])
    date = rnd.choice([b"2021-03-04T10:00:00Z", b"0000-00-00T00:00:00Z", b"99999", b""])
    made = (
        b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Target-URI: https://norvale.example/%d\r\n" % number
        + b"WARC-Date: " + date + b"\r\nContent-Type: application/http; msgtype=response\r\n"
        + b"WARC-Record-ID: <urn:uuid:%032d>\r\nContent-Length: %d\r\n\r\n" % (number, length)
        + block + b"\r\n\r\n"
    )  # fmt: skip
    return made.replace(b"\r\n", b"\n") if rnd.random() < 0.05 else made


def mangled(rnd: random.Random, raw: bytes) -> bytes:
    """The bytes with a few places changed, cut out, doubled or put in, or cut off."""
    out = bytearray(raw)
    for _ in range(rnd.randint(1, 4)):
        at, length = rnd.randrange(len(out) + 1), rnd.randint(1, 60)
        how = rnd.randrange(6)
        if how == 0 and at < len(out):
            out[at] = rnd.randrange(256)
        elif how == 1:
            del out[at : at + length]
        elif how == 2:
            out[at:at] = rnd.randbytes(length)
        elif how == 3:
            out[at:at] = out[max(0, at - length) : at]
        elif how == 4:
            out[at : at + length] = bytes(min(length, len(out) - at))
        elif rnd.random() < 0.4:
            del out[at:]
    return bytes(out)


def maybe_mangled(rnd: random.Random, raw: bytes) -> bytes:
    """Mangled every other time."""
    return mangled(rnd, raw) if rnd.random() < 0.5 else raw


def warc(rnd: random.Random) -> Made:
    """A web archive that is not zipped."""
    return "a.warc", maybe_mangled(rnd, b"".join(record(rnd, n) for n in range(rnd.randint(1, 8))))


def warc_gz(rnd: random.Random) -> Made:
    """One that is zipped, record by record or otherwise."""
    records = [record(rnd, n) for n in range(rnd.randint(1, 8))]
    whole = b"".join(records)
    forms: list[Callable[[], bytes]] = [
        lambda: b"".join(gzip.compress(one, 1) for one in records),
        lambda: b"".join(maybe_mangled(rnd, gzip.compress(one, 1)) for one in records),
        lambda: gzip.compress(whole),
        lambda: gzip.compress(gzip.compress(whole)),
        lambda: b"".join(gzip.compress(whole[at : at + 700], 1) for at in range(0, len(whole), 700)),
        lambda: b"".join(gzip.compress(one, 1) + rnd.randbytes(rnd.randint(0, 30)) for one in records),
        lambda: gzip.compress(records[0]) + gzip.compress(bytes(60_000_000)) + gzip.compress(records[-1]),
        lambda: gzip.compress(records[0]) + gzip.compress(b"") * 2000 + gzip.compress(records[-1]),
        lambda: gzip.compress(records[0]) + bytes(5000) + gzip.compress(records[-1]),
    ]
    return "a.warc.gz", rnd.choice(forms)()


def zipped(rnd: random.Random) -> Made:
    """Gzip of text, of bombs, of gzip, and of nothing."""
    text = prose(rnd, 300).encode()
    line = json.dumps({"text": prose(rnd)}).encode() + b"\n"
    forms = [
        lambda: maybe_mangled(rnd, gzip.compress(text)),
        lambda: maybe_mangled(rnd, gzip.compress(line * 200)),
        lambda: gzip.compress(rnd.choice([b"a", b"\n", b"<b>", b'{"text": "', b"[", b" "]) * 15_000_000, 1),
        lambda: gzip.compress(gzip.compress(text)),
        lambda: gzip.compress(text) + b"trailing",
        lambda: text,
        lambda: b"\x1f\x8b",
        lambda: b"\x1f\x8b\x08" * 3000,
        lambda: gzip.compress(line) * 50,
        lambda: b"PK\x03\x04" + rnd.randbytes(300),
        lambda: brotli_bomb(5_000_000),
    ]
    return rnd.choice(["a.gz", "a.txt.gz", "a.jsonl.gz"]), rnd.choice(forms)()


def parquet(rnd: random.Random) -> Made:
    """A table whose columns, pages or footer are wrong."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = rnd.choice([1, 5, 300])
    texts = [rnd.choice([prose(rnd), None, ""]) for _ in range(rows)]
    columns = {
        "text": rnd.choice([texts, texts, texts, list(range(rows)), [[t] for t in texts]]),
        "headline": rnd.choice([texts, [None] * rows, [1.5] * rows]),
        "bylines": [rnd.choice([["Ada Moor"], [], None]) for _ in range(rows)],
        "published_at": pa.array(
            [rnd.choice([rnd.randint(0, 2**31), rnd.randint(-(2**52), 2**52)]) for _ in range(rows)],
            rnd.choice(_TIMES)(),
        ),
        "outlet": [{"name": "Norvale Post"}] * rows if rnd.random() < 0.2 else ["Norvale Post"] * rows,
    }
    buffer = io.BytesIO()
    codec = rnd.choice(["none", "snappy", "gzip", "zstd", "brotli", "lz4"])
    pq.write_table(
        pa.table(columns),
        buffer,
        version="2.6",
        row_group_size=rnd.choice([1, 50, 1000]),
        compression=codec,
        use_dictionary=rnd.random() < 0.5,
    )
    raw = buffer.getvalue()
    how = rnd.randrange(5)
    if how == 0:
        return "a.parquet", raw
    footer = struct.unpack("<I", raw[-8:-4])[0]
    if how == 1:
        return "a.parquet", raw[: -8 - footer] + mangled(rnd, raw[-8 - footer : -8]) + raw[-8:]
    if how == 2:
        return "a.parquet", raw[:4] + mangled(rnd, raw[4 : -8 - footer]) + raw[-8 - footer :]
    if how == 3:
        return "a.parquet", raw[:-8] + struct.pack("<I", rnd.choice([0, footer + 1, 2**31, 2**32 - 1])) + raw[-4:]
    return "a.parquet", mangled(rnd, raw)


def _time_types() -> list[Callable[[], object]]:
    import pyarrow as pa

    return [
        lambda unit=unit, zone=zone: pa.timestamp(unit, tz=zone)
        for unit in ("s", "ms", "us", "ns")
        for zone in (None, "UTC", "Nowhere/At_All")
    ]  # type: ignore[misc]


_TIMES = _time_types()


def json_file(rnd: random.Random) -> Made:
    """JSON that is deep, cut, of wrong types, or no JSON."""
    deep = rnd.choice([50, 900, 5000, 100_000])
    row: dict[str, object] = {"text": prose(rnd), "outlet": "Norvale Post"}
    forms = [
        lambda: mangled(rnd, b"\n".join(json.dumps(row).encode() for _ in range(5))),
        lambda: mangled(rnd, json.dumps([row] * 5, indent=1).encode()),
        lambda: b'{"text": "a", "outlet": ' + b"[" * deep + b"]" * deep + b"}\n",
        lambda: b'{"text": "a", "x": ' + b'{"a":' * deep + b"1" + b"}" * deep + b"}\n",
        lambda: b"[" * deep,
        lambda: b'{"text": "\\ud800 half", "headline": "\\udfff"}\n',
        lambda: b'{"text": "a\x00b"}\n{"text": "a\\u0000b"}\n',
        lambda: b'{"text": "a", "id": ' + b"9" * 5000 + b"}\n",
        lambda: b'{"text": NaN, "id": Infinity}\n{"text": "a", "passages": [{"start": 1e400}], "set_aside": []}\n',
        lambda: b'{"text": "' + b"x" * 11_000_000 + b'"}\n{"text": "short"}\n',
        lambda: json.dumps(row).encode(rnd.choice(["utf-16", "utf-32", "utf-16-le", "utf-8-sig"])),
        lambda: b'{"documents": ' + json.dumps([row] * 3).encode() + b"}\n",
        lambda: b'{"documents": []}\n{"documents": 3}\n[]\n[[]]\n""\n5\nnull\n',
        lambda: json.dumps(
            {"text": "a", "published_at": rnd.choice(["0001-01-01T00:00+23:59", "9" * 500, "2020-W53"])}
        ).encode(),
    ]
    return rnd.choice(["a.json", "a.jsonl", "a.txt"]), rnd.choice(forms)()


def page(rnd: random.Random) -> Made:
    """HTML and text that is long, deep, or in no encoding."""
    codec = rnd.choice(
        ["hex", "zlib", "idna", "punycode", "undefined", "unicode_escape", "utf-7", "rot13", "big5", "..", "x"]
    )
    forms = [
        lambda: mangled(rnd, html(rnd)),
        lambda: b"<html><body>" + b"<b>" * 100_000,
        lambda: b"<html><body>" + b"<div>" * 20_000 + b"x",
        lambda: b"<html><head><meta charset=" + codec.encode() + b"></head><body><p>\xe9\xff caf\xe9</p></body></html>",
        lambda: prose(rnd, 500).encode(rnd.choice(["utf-16", "utf-32", "utf-16-be", "utf-32-le", "cp037", "utf-7"])),
        lambda: rnd.randbytes(rnd.randint(0, 5000)),
        lambda: b"\x00" * rnd.randint(1, 100_000),
        lambda: b"word " * 2_500_000,
        lambda: b"\n" * 70_000 + b"word",
        lambda: b"<" * 70_000,
        lambda: b"<!--" + b"x" * 200_000,
        lambda: b"<?xml version='1.0'?>" + b"<!-- -->" * 9000 + b"<rss/>",
        lambda: b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
        lambda: b"<opml/>" if rnd.random() < 0.5 else b"<urlset/>",
        lambda: b"rashomon-page/1 " + rnd.randbytes(30),
    ]
    return rnd.choice(["a.html", "a.txt", "a"]), rnd.choice(forms)()


KINDS: Mapping[str, Callable[[random.Random], Made]] = {
    "warc": warc,
    "warc-gz": warc_gz,
    "gzip": zipped,
    "parquet": parquet,
    "json": json_file,
    "page": page,
}
"""What kinds there are, in the order in which they take turns."""
