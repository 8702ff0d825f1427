"""A fault of ours in words, for whoever is to report it."""

from __future__ import annotations


def told_fault(fault: Exception) -> str:
    """What kind of fault it is, and in which function it was raised."""
    last = fault.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return type(fault).__name__ + (f" in {last.tb_frame.f_code.co_qualname}" if last is not None else "")
