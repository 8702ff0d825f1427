"""The ages by which a report tells who people are: "The men, aged 24 and 31," are not those aged 19 and 40."""

from __future__ import annotations

import re

NUMBERS = r"(?P<ages>\d{1,3}(?:,\s*\d{1,3})*(?:,?\s+and\s+\d{1,3})?)"
ENDING = r"(?=\s*(?:[,.;:)—–]|$))"
"""Behind ages that nothing says more of: "24 to 31" and "24 of them" are none."""

AGES = rf",?\s*\(?(?:(?:both|all|each)\s+)?age[ds]?\s+{NUMBERS}(?!\s*(?:to|or)\b|\s*[-–]\s*\d|\d)"
AGED = re.compile(rf"^{AGES}")
WITHIN = re.compile(rf"^(?:(?!(?:of|with|and|from|in|at|by|for|on|to|who)\b)[\w'’-]++\s*+)+{AGES}")
"""The ages within a phrase are its own where no other phrase stands before them: "a man with boys aged 9 and 11"."""

ASIDE = re.compile(rf"^(?:,\s+|\s+\(){NUMBERS}{ENDING}")
OF_YEARS = re.compile(rf"^(?:an?|the)\s+(?:[\w-]+\s+)?(?:man|woman|boy|girl)\s+of\s+{NUMBERS}$", re.IGNORECASE)
OLD = re.compile(r"^(?:(?:an?|the)\s+)?(?P<ages>\d{1,3})[\s-]years?[\s-]old\b", re.IGNORECASE)
OLD_ASIDE = re.compile(r"^,\s+(?:an?|the)\s+(?P<ages>\d{1,3})[\s-]years?[\s-]old\b")

OLDEST = 120
A_YEAR = 1
"""A birthday between two reports, or a slip of one, makes nobody somebody else."""

AHEAD_CHARS = 60


def ages_told(phrase: str, after: str) -> frozenset[int]:
    """The ages of those for whom a phrase stands, as it tells them or as the text right `after` it does."""
    for pattern, text in (
        *((p, phrase) for p in (OLD, WITHIN, OF_YEARS)),
        *((p, after[:AHEAD_CHARS]) for p in (AGED, OLD_ASIDE, ASIDE)),
    ):
        match = pattern.search(text)
        if match is not None:
            ages = frozenset(int(n) for n in re.findall(r"\d+", match["ages"]))
            return ages if all(0 < n <= OLDEST for n in ages) else frozenset()
    return frozenset()


def ages_apart(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether ages that are told of both are all different, so that they are of two parties."""
    return bool(left and right) and all(abs(a - b) > A_YEAR for a in left for b in right)
