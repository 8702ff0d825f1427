"""How well documents are read: quotations with speakers, statuses of events, codes of events."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from evals.labelled import Labelled, ready
from evals.measures import Place, bare, f1, pairs, share, touches
from rashomon.core import Form, Part, Quotation, Referent, Span, Status

BETWEEN_MARKS = re.compile(r"[“\"]([^“”\"]{12,}?)[”\"]|“([^“”]{12,})$")
SPOKEN = {Form.DIRECT, Form.MIXED, Form.BLOCK}
LEAST_WORDS = 4
HAPPENED = {Status.DONE, Status.UNDERWAY}

Attributed = tuple[Place, list[Place]]


def quotations(labelled: Labelled, name: str, most: int) -> dict[str, float]:
    """Direct: stretches of at least four words between marks; all: every attributed span. A pair shares 80 %."""
    count: Counter[str] = Counter()
    for number, row in enumerate(labelled.rows(name, most)):
        text = row["text"]
        document = ready(text, row={"id": row["id"]}, number=number)
        said = [q for q in labelled.read(document).quotations if q.span.part is Part.TEXT]
        direct, every = _attributed(text, row)
        spoken = [q for q in said if q.form in SPOKEN and len(q.span.of(text).split()) >= LEAST_WORDS]
        _compare("direct", text, direct, spoken, count)
        _compare("all", text, every, said, count)
    return {
        "direct recall": share(count["direct hit"], count["direct gold"]),
        "direct speaker": share(count["direct speaker"], count["direct speakers"]),
        "all f1": f1(count["all hit"], count["all found"], count["all gold"]),
        "all speaker": share(count["all speaker"], count["all speakers"]),
    }


def _attributed(text: str, row: dict[str, Any]) -> tuple[list[Attributed], list[Attributed]]:
    """The gold's direct stretches and all its spans, with the spans of their speakers; the first annotator counts."""
    direct: list[Attributed] = []
    every: list[Attributed] = []
    for one in row["annotations"][0]["attributions"] if row["annotations"] else ():
        speakers = [(s, e) for source in one["sources"] for s, e in source["spans"]]
        for start, end in (span for content in one["contents"] for span in content["spans"]):
            every.append((bare(text, (start, end)), speakers))
            # the marks may stand just outside what was annotated
            begin = max(0, start - 1)
            for m in BETWEEN_MARKS.finditer(text[begin : end + 1]):
                group = m.lastindex or 1
                if len(m[group].split()) >= LEAST_WORDS:
                    direct.append((bare(text, (begin + m.start(group), begin + m.end(group))), speakers))
    return direct, every


def _compare(kind: str, text: str, gold: list[Attributed], said: list[Quotation], count: Counter[str]) -> None:
    found = [bare(text, (q.span.start, q.span.end)) for q in said]
    matched = pairs([place for place, _ in gold], found)
    count[f"{kind} hit"] += len(matched)
    count[f"{kind} found"] += len(found)
    count[f"{kind} gold"] += len(gold)
    for i, j in matched:
        if gold[i][1]:
            count[f"{kind} speakers"] += 1
            count[f"{kind} speaker"] += _same_speaker(text, gold[i][1], said[j].speaker)


def _same_speaker(text: str, gold: list[Place], speaker: Referent | None) -> bool:
    """Whether the mention touches the gold's, or the name's last word stands in it."""
    if speaker is None:
        return False
    if speaker.span.part is Part.TEXT and any(touches((speaker.span.start, speaker.span.end), g) for g in gold):
        return True
    words = speaker.name.lower().split()
    return bool(words) and any(words[-1] in re.findall(r"\w+", text[s:e].lower()) for s, e in gold)


def statuses(labelled: Labelled, name: str, most: int) -> dict[str, float]:
    """Balanced accuracy of "it happened" over the clear targets (at least 1 of 3 either way) that an event covers."""
    right: Counter[bool] = Counter()
    seen: Counter[bool] = Counter()
    clear = 0
    for number, row in enumerate(labelled.rows(name, most)):
        starts = _token_starts(row["text"].split(" "))
        events = labelled.read(ready(row["text"], number=number)).events
        for target in row["targets"]:
            if abs(target["label"]) < 1:
                continue
            clear += 1
            first, last = target["span1"]
            place = (starts[first], starts[last] - 1)
            here = [e for e in events if touches(place, (e.predicate.span.start, e.predicate.span.end))]
            if here:
                happened = target["label"] > 0
                seen[happened] += 1
                right[happened] += (here[0].status in HAPPENED) == happened
    rates = [share(right[k], seen[k]) for k in (True, False)]
    return {"covered": share(seen.total(), clear), "balanced accuracy": sum(rates) / 2}


def _token_starts(tokens: list[str]) -> list[int]:
    """Where each token of a text parted by single blanks begins, and where one behind the last would."""
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    return starts


def codes(labelled: Labelled, name: str, most: int) -> dict[str, float]:
    """Whether some event has the gold's two parties, and whether any event of the sentence has its type."""
    found = right = 0
    rows = labelled.rows(name, most)
    for number, row in enumerate(rows):
        text = row["sentence"]
        events = labelled.read(ready(text, number=number)).events
        found += any(_is(text, row["source"], e.actor) and _is(text, row["target"], e.target) for e in events)
        right += row["gold_root"].upper() in {(e.code or "").upper() for e in events}
    return {"parties": share(found, len(rows)), "code anywhere": share(right, len(rows))}


def _is(text: str, words: str, party: Referent | None) -> bool:
    at = text.find(words)
    return party is not None and at >= 0 and party.span.touches(Span(at, at + len(words)))
