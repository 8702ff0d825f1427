"""The one module that opens connections: everything that leaves this machine leaves it here.

It knows addresses, time limits and sizes, not what is asked or answered. Faults come back as problems.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.core import Problem

MOST_BYTES = 4_000_000
"""An answer longer than this is cut off and refused."""


def posted(
    address: str, body: bytes, *, headers: Mapping[str, str], seconds: float, stage: str = "ingest"
) -> bytes | Problem:
    """What an address answers to a POST, or the problem that kept it from answering.

    Args:
        address: an http or https address; redirections are not followed, since the body may be confidential.
        body: what is sent.
        headers: further header fields.
        seconds: how long to wait for the connection, and for each part of the answer.
        stage: the stage in whose name a problem is told.
    """
    import http.client
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return _problem(stage, "address-not-understood", f"{address} is no address", address)
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    if parts.scheme not in kinds or not parts.hostname:
        return _problem(stage, "address-not-understood", f"{address} is no http or https address", address)
    connection = kinds[parts.scheme](parts.hostname, port, timeout=seconds)
    try:
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request("POST", target, body, dict(headers))
        answer = connection.getresponse()
        found = _within(answer, seconds)
    except TimeoutError:
        return _problem(stage, "address-too-slow", f"{address} did not answer within {seconds:g} seconds", address)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = str(error) or type(error).__name__
        return _problem(stage, "address-not-fetched", f"{address} did not answer: {reason}", address)
    finally:
        connection.close()
    if answer.status != http.client.OK:
        return _problem(stage, "address-not-fetched", f"{address} answered {answer.status} {answer.reason}", address)
    if len(found) > MOST_BYTES:
        return _problem(stage, "answer-too-long", f"{address} answered more than {MOST_BYTES:,} bytes", address)
    return found


def _within(answer: object, seconds: float) -> bytes:
    """The answer's bytes, read in parts so that a slow drip of them does not outlast the time limit."""
    from http.client import HTTPResponse
    from time import monotonic

    assert isinstance(answer, HTTPResponse)  # noqa: S101  for the type checker
    end, found = monotonic() + seconds, b""
    while part := answer.read1(65536):
        found += part
        if len(found) > MOST_BYTES:
            break
        if monotonic() > end:
            raise TimeoutError
    return found


def _problem(stage: str, code: str, message: str, address: str) -> Problem:
    return Problem(stage=stage, code=code, message=message, address=address)
