"""Verbs that tell a status, and how a sentence that has one may differ from the place it cites."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.core import Status

ATTITUDES: Mapping[str, Status] = {
    **dict.fromkeys(("propose", "suggest", "urge", "recommend", "ask", "request"), Status.PROPOSED),
    **dict.fromkeys(("refuse", "decline"), Status.REFUSED),
    "deny": Status.DENIED,
    **dict.fromkeys(("plan", "intend"), Status.PLANNED),
    "threaten": Status.THREATENED,
    **dict.fromkeys(("allege", "accuse"), Status.ALLEGED),
}
"""Verbs that tell a status: they need not stand in the place cited where the reading gives it that status."""
SAYING = frozenset({"say", "tell", "state", "accord"})
GOVERNED = frozenset(
    {Status.PROPOSED, Status.REFUSED, Status.DENIED, Status.PLANNED, Status.THREATENED, Status.ALLEGED}
)
