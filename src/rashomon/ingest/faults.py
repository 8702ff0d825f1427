"""How faults of the input are said in this stage."""

from __future__ import annotations

from rashomon.core import Problem


def fault(code: str, message: str, address: str, *, fatal: bool = True) -> Problem:
    """A Problem of this stage; `fatal` where no page comes of the input."""
    return Problem(stage="ingest", code=code, message=message, address=address, fatal=fatal)
