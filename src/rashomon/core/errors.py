"""Faults of the caller; a fault of the input is a `Problem`."""

from __future__ import annotations


class RashomonError(Exception):
    """The base of every exception that Rashomon raises on purpose; its message says what to do.

    Attributes:
        code: names the kind of fault, for programs; commands give it with the message.
    """

    code = "bad-usage"
