"""Web archives of invented pages, written by hand so that they can be wrong."""

import gzip

BODY = b"<!doctype html><html><body><p>The harbour of Norvale is closed, number %d.</p></body></html>"


def http(body, *, status=b"200 OK", media=b"text/html; charset=utf-8", headers=b""):
    return b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media + b"\r\n" + headers + b"\r\n" + body


def record(number=0, *, block=None, kind=b"response", length=None, address=None, headers=b"", media=None):
    block = http(BODY % number) if block is None else block
    return (
        b"WARC/1.0\r\nWARC-Type: " + kind
        + b"\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>" % number
        + b"\r\nWARC-Target-URI: " + (address or b"https://norvale.example/%d" % number)
        + b"\r\nWARC-Date: 2021-03-04T10:00:00Z\r\n" + headers
        + b"Content-Type: " + (media or b"application/http; msgtype=response")
        + b"\r\nContent-Length: %d\r\n\r\n" % (len(block) if length is None else length)
        + block + b"\r\n\r\n"
    )  # fmt: skip


def plain(*records):
    return b"".join(records)


def zipped(*records):
    return b"".join(gzip.compress(one, mtime=0) for one in records)
