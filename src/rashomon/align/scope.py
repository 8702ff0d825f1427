"""Whether a report tells of a part what a sentence tells of all."""

from __future__ import annotations

import re

from rashomon.align.fillers import Filler

PART = re.compile(
    r"^(?:only\s+|just\s+|at least\s+|nearly\s+|almost\s+|about\s+)?"
    r"(?:some|most|many|several|few|a few|half|part|parts|a part|a number|a majority|a minority|a third|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|\d[\d,.]*)\b(?=\s+of\b)|"
    r"^(?:some|most|many|several|few|a few|half)\s+(?!\d|of\b)",
    re.IGNORECASE,
)
ALL = re.compile(r"^(?:all|every|each|both|the entire|the whole|none|no)\b", re.IGNORECASE)
DEFINITE_PLURAL = re.compile(r"^(?:the|these|those|its|their|his|her)\s", re.IGNORECASE)


def scope_differs(ours: Filler, theirs: Filler) -> bool:
    """Whether the sentence tells of all ("the passengers", "all passengers") what the report tells of some of them."""
    said, told = ours.shown, theirs.shown
    if ALL.match(said):
        return not ALL.match(told) and not ours.open
    if ours.name or not DEFINITE_PLURAL.match(said) or PART.match(said):
        return False
    return bool(PART.match(told)) and ours.figure is None
