"""Parts that a report gives for a whole and that do not add up to it."""

from __future__ import annotations

import itertools
import re

from rashomon.core import Document, Figure, Problem, Reading

STAGE = "account"
OPENS = re.compile(r"(?::|\s[–—-]\s|—|\(|,? (?:made up of|comprising|consisting of|composed of|namely)\s)")
"""What opens a full list of parts; "including" and "among them" open one that need not be full."""

BREAKS = re.compile(
    r"\b(?:including|among|such as|of whom|of which|of them|another|other|others|more|up|from|after|before|about|some"
    r"|when|while|but|or|with|than|who|which|that)\b|[;.!?]",
    re.IGNORECASE,
)
"""Words that make what stands behind them no part, or no full list."""

MOST_CHARS = 120
LEAST_WHOLE = 3


def false_sums(document: Document, reading: Reading) -> list[Problem]:
    """The wholes of a document whose parts, told in full behind them in their sentence, have another sum."""
    found = []
    for sentence in reading.sentences:
        inside = [f for f in reading.figures if sentence.covers(f.span) and f.span.part == sentence.part]
        for place, whole in enumerate(inside):
            parts = _parts(document, whole, inside[place + 1 :])
            total = sum(p.value for p in parts if p.value is not None)
            if parts and total != whole.value:
                addends = " + ".join(f"{p.value:g}" for p in parts)
                found.append(
                    Problem(
                        stage=STAGE,
                        code="figures-do-not-add-up",
                        message=f"{addends} = {total:g}, told as {whole.value:g}",
                        document=document.id,
                        span=whole.span,
                    )
                )
    return found


def _parts(document: Document, whole: Figure, after: list[Figure]) -> list[Figure]:
    """The parts of a whole: at least two counts behind a mark that opens a list, the last joined by "and"."""
    if not _plain(whole) or whole.value is None or whole.value < LEAST_WHOLE or len(after) < 2:
        return []
    if not all(_plain(f) and f.value is not None and 0 < f.value < whole.value for f in after):
        return []
    text = document.part(whole.span.part)
    before = text[whole.span.end : after[0].span.start]
    opened = list(OPENS.finditer(before))
    if len(opened) != 1 or before[opened[0].end() :].strip() or BREAKS.search(before[: opened[0].start()]):
        return []
    between = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(after)]
    joined = between[-1].rstrip().endswith(" and") and not any(BREAKS.search(b) for b in between)
    return after if joined and after[-1].span.end - whole.span.end <= MOST_CHARS else []


def _plain(figure: Figure) -> bool:
    """Whether a figure is an exact count of things."""
    whole = figure.value is not None and figure.value == int(figure.value)
    return whole and figure.bound == "exact" and figure.unit is None and bool(figure.head)
