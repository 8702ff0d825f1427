"""Figures and times in sentences written for the purpose: `python -m evals.written [figures|times] [--wrong]`.

There is no labelled set for either. Each file in `evals/pairs` is a set of invented sentences with what stands in
them: `figures.jsonl` and `times.jsonl` were mended against, `figures_unseen.jsonl` and `times_unseen.jsonl` were
written afterwards in other styles, and their first run is in `docs/evaluation.md`. The `_traps` are of numbers that
count nothing and of names that are words for times. A key that a label lacks is not asked for. Without a publishing
time only a value that the words give by themselves is right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.labelled import pipeline
from evals.measures import share
from rashomon.core import Document, Passage, Role, Span, content_id

if TYPE_CHECKING:
    from rashomon.read.parse import Parsed

PAIRS = Path(__file__).with_name("pairs")
Row = dict[str, Any]
NEAR = 1e-3
"""How far two values may lie apart, as a share: a third is labelled .3333."""


def measure(kind: str, name: str | None = None) -> dict[str, float]:
    """Precision and recall of the figures or times (`kind`) of a labelled file, and of figures the counted noun."""
    hits = labelled = found = nouns = counted = 0
    for row, told in answers(kind, name or kind):
        pairs = matched(row[kind], told)
        labelled, found = labelled + len(row[kind]), found + len(told)
        for label, answer in pairs:
            hits += same(label, answer)
            if "counts" in label and same(label, answer):
                counted += 1
                nouns += same_noun(label["counts"], answer["counts"])
    figures = {"precision": share(hits, found), "recall": share(hits, labelled)}
    return figures | ({"counted noun": share(nouns, counted)} if kind == "figures" else {})


def both(kind: str, name: str | None = None) -> dict[str, float]:
    """The measures of both sets of a kind, by default those named after it; the later set's are called `later`."""
    name = name or kind
    later = measure(kind, f"{name}_unseen")
    return measure(kind, name) | {f"later {name}": figure for name, figure in later.items()}


def answers(kind: str, name: str) -> Iterator[tuple[Row, list[Row]]]:
    """Each labelled sentence with what is read in it."""
    for line in (PAIRS / f"{name}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield row, _readers()[kind](_parsed(row["text"], row.get("published")))


def matched(labels: list[Row], told: list[Row]) -> list[tuple[Row, Row]]:
    """One-to-one pairs of labels and answers whose places share a character, the right ones first."""
    pairs, free = [], list(told)
    for label in sorted(labels, key=lambda x: not any(_touch(x, t) and same(x, t) for t in told)):
        touching = sorted((t for t in free if _touch(label, t)), key=lambda t: not same(label, t))
        if touching:
            free.remove(touching[0])
            pairs.append((label, touching[0]))
    return pairs


def same(label: Row, answer: Row) -> bool:
    """Whether an answer has the value, bound and unit, or the value and precision, that the label asks for."""
    return all(
        _same_value(label[key], answer.get(key))
        for key in ("value", "low", "high", "bound", "unit", "precision")
        if key in label
    )


def same_noun(label: str | None, answer: str | None) -> bool:
    """Whether the counted phrase holds the labelled words, or neither is there."""
    return label == answer or bool(label and answer and label in answer)


def _same_value(label: object, answer: object) -> bool:
    if isinstance(label, int | float) and isinstance(answer, int | float):
        return abs(label - answer) <= NEAR * abs(label)
    return label == answer


def _touch(left: Row, right: Row) -> bool:
    return bool(left["start"] < right["end"] and right["start"] < left["end"])


@cache
def _readers() -> dict[str, Callable[[Parsed], list[Row]]]:
    from rashomon.read.figures import find_figures
    from rashomon.read.times import find_times

    def row(thing: object, *names: str) -> Row:
        span: Span = thing.span  # type: ignore[attr-defined]
        return {"start": span.start, "end": span.end, **{n: getattr(thing, n, None) for n in names}}

    return {
        "figures": lambda parsed: [
            row(f, "value", "low", "high", "bound", "unit", "counts") for f in find_figures(parsed)
        ],
        "times": lambda parsed: [row(t, "value", "precision") for t in find_times(parsed)],
    }


def _parsed(text: str, published: str | None) -> Parsed:
    from rashomon.read.parse import parse

    document = Document(
        id=content_id("document", text),
        text=text,
        published_at=datetime.fromisoformat(published) if published else None,
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )
    return parse(document, pipeline().reader.nlp)


def main() -> None:
    """Print the measures of all written sets, or what is wrong in one."""
    parser = argparse.ArgumentParser(prog="python -m evals.written", description=__doc__)
    parser.add_argument("names", nargs="*", default=sorted(p.stem for p in PAIRS.glob("[ft]i*.jsonl")))
    parser.add_argument("--wrong", action="store_true", help="print each sentence that is not read as labelled")
    asked = parser.parse_args()
    for name in asked.names:
        kind = name.split("_")[0]
        told = "  ".join(f"{k} {v:.3f}" for k, v in measure(kind, name).items())
        print(f"{name}: {told}")
        for row, answer in answers(kind, name) if asked.wrong else ():
            pairs = matched(row[kind], answer)
            nouns = all(same_noun(a["counts"], b["counts"]) for a, b in pairs if "counts" in a)
            if len(pairs) == len(answer) == len(row[kind]) and all(same(*p) for p in pairs) and nouns:
                continue
            print(f"- {row['text']}")
            for mark, things in (("labelled", row[kind]), ("read", answer)):
                for thing in things:
                    rest = {k: v for k, v in thing.items() if k not in {"start", "end", "from", "to"} and v is not None}
                    print(f"    {mark}: {row['text'][thing['start'] : thing['end']]!r} {rest}")


if __name__ == "__main__":
    main()
