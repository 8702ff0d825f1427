"""Why a request got no answer, as said to people: a code, what happened, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from rashomon.ingest.faults import fault
from rashomon.ingest.fetched import Failed
from rashomon.ingest.targets import Target


class Why(StrEnum):
    """What can go wrong between a request and its answer."""

    PRIVATE = "private"
    NO_HOST = "no-host"
    NO_TRUST = "no-trust"
    NO_CONNECTION = "no-connection"
    BROKEN = "broken"
    CLOSED = "closed"
    NOT_CONNECTED_IN_TIME = "not-connected-in-time"
    SILENT = "silent"
    OUT_OF_TIME = "out-of-time"
    TOO_LONG = "too-long"
    CUT_SHORT = "cut-short"
    NOT_UNPACKED = "not-unpacked"
    NOT_HTTP = "not-http"
    NOT_ASKED = "not-asked"


SAID: Mapping[Why, tuple[str, str]] = {
    Why.PRIVATE: (
        "address-private",
        "leads away from the public internet ({}) and is not fetched; the setting fetch_private allows it",
    ),
    Why.NO_HOST: ("address-not-fetched", "has a host that is not known ({}); check the address"),
    Why.NO_TRUST: ("address-not-trusted", "has no connection that can be trusted ({}); it is not fetched"),
    Why.NO_CONNECTION: ("address-not-fetched", "did not answer: {}; check the address or try again later"),
    Why.BROKEN: ("address-not-fetched", "broke the connection: {}; try again later"),
    Why.CLOSED: ("address-not-fetched", "closed the connection without an answer; try again later"),
    Why.NOT_CONNECTED_IN_TIME: ("address-too-slow", "did not answer within {} seconds; try again later"),
    Why.SILENT: ("address-too-slow", "fell silent for {} seconds; try again later"),
    Why.OUT_OF_TIME: ("address-too-slow", "was not done within {} seconds; try again later or raise fetch_seconds"),
    Why.TOO_LONG: (
        "answer-too-long",
        "answers more than {} bytes; save it and give the file, or raise fetch_bytes",
    ),
    Why.CUT_SHORT: ("answer-cut-short", "broke off in the middle of its answer; try again later"),
    Why.NOT_UNPACKED: (
        "answer-not-unpacked",
        "answers what cannot be unpacked ({}); open it in a browser and save the page",
    ),
    Why.NOT_HTTP: ("answer-not-understood", "answers something that is not HTTP ({}); check the address"),
    Why.NOT_ASKED: ("address-not-understood", "cannot be fetched: {}"),
}
"""Code and words; in the braces stands the reason or the limit."""
AGAIN = frozenset({Why.BROKEN, Why.CLOSED, Why.CUT_SHORT})
"""What may go better at once."""
LONGEST_REASON = 200


def unanswered(target: Target, why: Why, reason: object = "") -> Failed:
    """The fault of a request.

    Args:
        target: whom it went to.
        why: what went wrong.
        reason: what the system says of it, or the limit that was passed.
    """
    code, words = SAID[why]
    said = f"{target.shown} {words.format(str(reason)[:LONGEST_REASON])}."
    return Failed(problem=fault(code, said, target.shown), again=why in AGAIN)
