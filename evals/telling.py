"""What sentences written for the purpose tell: `python -m evals.telling [--wrong]`.

Each line of `telling.jsonl` and `telling_unseen`, `_third`, `_fourth` and `_fifth.jsonl` in `evals/pairs` is a sentence
or two of invented news, some with a headline. `events` labels happenings by the words of their predicate: `status`, and
where the label asks for them `voice`, `actor`, `target` (a part of the name, None where there must be none) and `time`
(its words). `said` labels quotations by their first words, with a part of the speaker's name. What a
label does not name is not asked for.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.labelled import Labelled, ready
from evals.measures import share
from evals.outcomes import Outcome, of, right
from rashomon.core import Document, Event, Part, Quotation, Reading, Referent, Span

PAIRS = Path(__file__).with_name("pairs")
SETS = (
    ("telling", ""),
    ("telling_unseen", "later "),
    ("telling_third", "third "),
    ("telling_fourth", "fourth "),
    ("telling_fifth", "fifth "),
)
ROLES = ("voice", "actor", "target")
Row = dict[str, Any]


def judged(labelled: Labelled, name: str) -> list[Outcome]:
    """One outcome for each thing that a label asks for."""
    out = []
    for line in (PAIRS / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        document = ready(row["text"], row={"id": row["id"], "headline": row.get("headline")})
        if document is None:
            raise ValueError(f"{row['id']} is no report")
        reading = labelled.read(document)
        for label in row.get("events", ()):
            event = _event(document, reading, label["words"])
            for kind, wanted, found, good in _asked(document, label, event):
                out.append(_outcome(row, label, kind, wanted, found, good=good))
        for label in row.get("said", ()):
            quotation = _quotation(document, reading, label["words"])
            who = quotation.speaker if quotation else None
            good = _named(label["speaker"], who) and quotation is not None
            out.append(_outcome(row, label, "speaker", label["speaker"], who.name if who else None, good=good))
    return out


def figures(outcomes: list[Outcome]) -> dict[str, float]:
    """The share right of what was asked for, by kind, and of the speakers that are named those that are right."""
    told = {
        kind: right(of(outcomes, kind), kind) for kind in ("status", *ROLES, "time", "speaker") if of(outcomes, kind)
    }
    named = [o for o in of(outcomes, "speaker") if o.found is not None]
    return told | {"speaker, where named": share(sum(bool(o.right) for o in named), len(named))}


def every(labelled: Labelled) -> tuple[dict[str, float], list[Outcome]]:
    """The figures of all sets, those of the later ones called `later` and `third` to `fifth`, and all outcomes."""
    told: dict[str, float] = {}
    outcomes: list[Outcome] = []
    for name, called in SETS:
        own = judged(labelled, name)
        told |= {f"{called}{kind}": figure for kind, figure in figures(own).items()}
        outcomes += own
    return told, outcomes


def _asked(document: Document, label: Row, event: Event | None) -> Iterator[tuple[str, str | None, str | None, bool]]:
    if "status" in label:
        found = str(event.status) if event else None
        yield "status", label["status"], found, found == label["status"]
    for role in ROLES:
        if role in label:
            party: Referent | None = getattr(event, role) if event else None
            good = event is not None and _named(label[role], party)
            yield role, label[role], party.name if party else None, good
    if "time" in label:
        time = document.words_at(event.time) if event and event.time else None
        yield "time", label["time"], time, bool(time and label["time"] in time)


def _named(wanted: str | None, party: Referent | None) -> bool:
    if wanted is None or party is None:
        return wanted is None and party is None
    return wanted.casefold() in party.name.casefold()


def _event(document: Document, reading: Reading, words: str) -> Event | None:
    places = _places(document, words)
    return next((e for e in reading.events if any(e.predicate.span.touches(p) for p in places)), None)


def _quotation(document: Document, reading: Reading, words: str) -> Quotation | None:
    """The innermost quotation that holds these words: one may be told within another."""
    places = _places(document, words)
    found = [q for q in reading.quotations if any(q.span.touches(p) for p in places)]
    return min(found, key=lambda q: q.span.end - q.span.start, default=None)


def _places(document: Document, words: str) -> list[Span]:
    """Where words first stand in the headline, or else in the text."""
    for part, text in ((Part.HEADLINE, document.headline or ""), (Part.TEXT, document.text)):
        at = text.find(words)
        if at >= 0:
            span = Span(at, at + len(words), part)
            held = document.headline_span
            if part is Part.HEADLINE and held is not None and held.part is Part.TEXT:
                span = Span(held.start + at, held.start + at + len(words))
            return [span]
    raise ValueError(f"{words!r} stands nowhere")


def _outcome(row: Row, label: Row, kind: str, wanted: str | None, found: str | None, *, good: bool) -> Outcome:
    return Outcome(
        kind=kind,
        row=row["id"],
        place=None,
        wanted=wanted,
        found=found,
        right=good,
        shown=f"{label['words']} | {row.get('headline') or ''} | {row['text']}",
    )


def main() -> None:
    """Print the figures of all sets, and what is wrong in them."""
    parser = argparse.ArgumentParser(prog="python -m evals.telling", description=__doc__)
    parser.add_argument("names", nargs="*", default=sorted(p.stem for p in PAIRS.glob("telling*.jsonl")))
    parser.add_argument("--wrong", action="store_true", help="print what is not read as labelled")
    asked = parser.parse_args()
    labelled = Labelled()
    for name in asked.names:
        outcomes = judged(labelled, name)
        print(f"{name}: " + "  ".join(f"{kind} {figure:.3f}" for kind, figure in figures(outcomes).items()))
        for outcome in outcomes if asked.wrong else ():
            if not outcome.right:
                print(f"- {outcome.row} {outcome.kind}: {outcome.wanted} read as {outcome.found}: {outcome.shown}")


if __name__ == "__main__":
    main()
