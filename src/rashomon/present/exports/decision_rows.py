"""People's decisions -> JSON and cells of a table, in the words of the published shapes."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.archive.decided_places import places_of
from rashomon.archive.decided_state import DecisionState
from rashomon.core import Decision, Ending
from rashomon.present.exports.contract import Row, place, time

COLUMNS = ("id", "kind", "by", "at", "reason", "documents", "places", "names", "ended_by", "ended_at", "ended_reason",
           "state")  # fmt: skip


def decision_row(decision: Decision, ending: Ending | None, state: DecisionState) -> Row:
    """A decision as `rashomon decisions --format json` gives it, with what it comes to now."""
    return {
        "id": decision.id,
        "kind": decision.kind.value,
        "by": decision.by,
        "at": time(decision.at),
        "reason": decision.reason,
        "documents": list(decision.documents),
        "places": [
            {"document": each.document, **place(each.span), "words": words or None}
            for each, words in places_of(decision)
        ],
        "names": list(decision.names),
        "ended": None if ending is None else {"by": ending.by, "at": time(ending.at), "reason": ending.reason},
        "state": {"code": state.code, "words": state.words, "stories": list(state.stories)},
    }


def cells(row: Row) -> Mapping[str, str]:
    """The same as cells of a table; several of a kind stand in one cell, a blank between them."""
    ended = row["ended"] or {}
    return {
        "id": row["id"],
        "kind": row["kind"],
        "by": row["by"],
        "at": row["at"],
        "reason": row["reason"],
        "documents": " ".join(row["documents"]),
        "places": " ".join(written(each) for each in row["places"]),
        "names": " | ".join(row["names"]),
        "ended_by": ended.get("by", ""),
        "ended_at": ended.get("at", ""),
        "ended_reason": ended.get("reason", ""),
        "state": row["state"]["code"],
    }


def written(citation: Row) -> str:
    """A place as it is given to a command: DOCUMENT:START-END."""
    inside = f"{citation['in']}:" if "in" in citation else ""
    return f"{citation['document']}:{inside}{citation['start']}-{citation['end']}"
