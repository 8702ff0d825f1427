"""Labels that papers set before a headline's colon to say what kind of piece follows; nobody speaks there."""

from __future__ import annotations

import re
from functools import lru_cache

RUBRICS = frozenset(
    """
    analysis explainer explained exclusive watch video live opinion comment editorial breaking update updated updates
    interview profile timeline factbox fact-check review recap preview gallery photos pictures podcast listen quiz
    letter letters obituary feature special column blog poll-watch insight background factfile read more correction
    reporter columnist commentator editor reviewer latest developing flash alert newsflash in-depth
    """.split()
)
"""What papers set before a colon to say what kind of piece follows."""
WITH = frozenset("news story now report blog in full long the and just this".split())
"""What such a label may hold besides: `Breaking news`, `Live updates`, `In pictures`."""
LABEL = re.compile(r"\s*(?P<words>[A-Za-z-]+(?: [A-Za-z-]+){0,2})\s*[:|]\s+(?=\S)")


@lru_cache(maxsize=1 << 10)
def behind_rubric(headline: str) -> int:
    """Where a headline begins behind such a label; 0 where it has none."""
    match = LABEL.match(headline)
    words = match["words"].lower().split() if match is not None else []
    if match is None or RUBRICS.isdisjoint(words) or not set(words) <= RUBRICS | WITH:
        return 0
    return match.end()
