"""Planted lies and truths before the digest's checker: `python -m evals.digests [--half PART] [--wrong]`.

`evals/pairs/digest_stories.txt` has invented press reviews, each with sentences that a digest could have (`+`, the
cited sentence named by its outlet and a few of its words) and under each what to change for a lie (`- kind: old =>
new`).
Every second story is `unseen`: the checker was not mended with it in view before its first run, which is in
`docs/evaluation.md`. `digest_stories_later.txt` was written when the checker stood, in other styles and with sentences
that name the reports; `digest_stories_fresh.txt` when the composed digest was rebuilt.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evals.labelled import pipeline
from evals.measures import share
from rashomon.account import account_of
from rashomon.account.verify import Verifier
from rashomon.align import align
from rashomon.core import Citation, DigestSentence, Document, Passage, Role, Span, Story, content_id

STORIES = Path(__file__).with_name("pairs") / "digest_stories.txt"
LATER = STORIES.with_name("digest_stories_later.txt")
FRESH = STORIES.with_name("digest_stories_fresh.txt")
HEAD = re.compile(r"^== (?P<outlet>.+?), (?P<time>\d{4}-.+) ==$")
ROW = re.compile(r"^\+ \[(?P<cites>[^\]]+)\] (?P<text>.+)$")
LIE = re.compile(r"^- (?P<kind>\w+): (?P<old>.+?) => (?P<new>.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence with what it cites (outlets with words of their reports); `kind` is "truth" or the kind of lie."""

    kind: str
    text: str
    cites: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One invented press review with its sentences."""

    name: str
    documents: tuple[Document, ...]
    rows: tuple[Row, ...]


def reviews(text: str) -> list[Review]:
    """The press reviews of the file."""
    found = []
    for block in re.split(r"(?m)^### ", text)[1:]:
        name, _, body = block.partition("\n")
        reports = re.split(r"(?m)^(?=== )", body.split("\n+ ", 1)[0])[1:]
        rows: list[Row] = []
        for line in body.splitlines():
            row, lie = ROW.match(line), LIE.match(line)
            if row:
                cites = tuple(
                    (c.partition(": ")[0].strip(), c.partition(": ")[2].strip()) for c in row["cites"].split("|")
                )
                truth = Row(kind="truth", text=row["text"], cites=cites)
                rows.append(truth)
            elif lie:
                if truth.text.count(lie["old"]) != 1:
                    raise ValueError(f"{lie['old']!r} does not stand once in {truth.text!r}")
                changed = truth.text.replace(lie["old"], lie["new"])
                rows.append(Row(kind=lie["kind"], text=changed, cites=truth.cites))
        found.append(Review(name=name.strip(), documents=tuple(map(_document, reports)), rows=tuple(rows)))
    return found


def _document(report: str) -> Document:
    head, _, body = report.partition("\n")
    match = HEAD.match(head)
    if match is None:
        raise ValueError(f"{head!r} opens no report")
    text = body.strip()
    headline = text.split("\n", 1)[0]
    passages, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = Role.PARAGRAPH if passages else Role.HEADLINE
            passages.append(Passage(span=Span(at, at + len(line)), role=role))
        at += len(line) + 1
    return Document(
        id=content_id("document", text),
        text=text,
        headline=headline,
        headline_span=Span(0, len(headline)),
        outlet=match["outlet"],
        published_at=datetime.fromisoformat(match["time"].replace(" +", "+")),
        language="en",
        passages=tuple(passages),
    )


def verdicts(half: str | None = None) -> Iterator[tuple[Review, Row, tuple[str, ...]]]:
    """Each sentence with the reasons for which it is dropped."""
    path = {"later": LATER, "fresh": FRESH}.get(half or "", STORIES)
    for n, review in enumerate(reviews(path.read_text("utf-8"))):
        if half in {"seen", "unseen"} and (n % 2 == 0) != (half == "seen"):
            continue
        verifier = _verifier(review.documents)
        for row in review.rows:
            yield review, row, verifier.unborne(_sentence(row, review.documents, verifier))


def _verifier(documents: Sequence[Document]) -> Verifier:
    reader = pipeline().reader
    readings = [reader.read(d) for d in documents]
    story = Story(id="story", documents=tuple(d.id for d in documents))
    alignment = align(documents, readings)
    account = account_of(story, documents, readings, [], alignment)
    return Verifier(
        documents={d.id: d for d in documents},
        readings={r.document: r for r in readings},
        parties=alignment.parties,
        claims=account.claims,
        read=reader.read,
    )


def _sentence(row: Row, documents: Sequence[Document], verifier: Verifier) -> DigestSentence:
    citations = []
    for outlet, words in row.cites:
        document = next(d for d in documents if d.outlet == outlet)
        body = document.text.index("\n")
        if document.text.count(words, body) != 1:
            raise ValueError(f"{words!r} does not stand once in {outlet}")
        at = document.text.index(words, body)
        sentence = next(s for s in verifier.readings[document.id].sentences if s.start <= at < s.end)
        citations.append(Citation(document=document.id, span=sentence))
    told = [c.id for c in verifier.claims if any(_cited(r.document, r.span, citations) for r in c.reports)]
    return DigestSentence(text=row.text, citations=tuple(citations), claims=tuple(told))


def _cited(document: str, span: Span, citations: Sequence[Citation]) -> bool:
    return any(c.document == document and c.span.covers(span) for c in citations)


def figures() -> dict[str, float]:
    """The measures of all stories; those of the later file are called `later`."""
    return measure() | {f"later {name}": figure for name, figure in measure("later").items()}


def measure(half: str | None = None) -> dict[str, float]:
    """The share of lies stopped and of truths let through."""
    stopped: Counter[bool] = Counter()
    kept: Counter[bool] = Counter()
    for _, row, reasons in verdicts(half):
        (kept if row.kind == "truth" else stopped)[bool(reasons)] += 1
    return {
        "lies stopped": share(stopped[True], stopped.total()),
        "truths let through": share(kept[False], kept.total()),
    }


def main() -> None:
    """Print the counts by kind, and each sentence that is judged wrongly."""
    parser = argparse.ArgumentParser(prog="python -m evals.digests", description=__doc__)
    parser.add_argument("--half", choices=("seen", "unseen", "later", "fresh"), help="a part of the stories only")
    parser.add_argument("--wrong", action="store_true", help="print lies let through and truths dropped")
    parser.add_argument("--all", action="store_true", help="print every verdict")
    asked = parser.parse_args()
    wrong: Counter[str] = Counter()
    all_rows: Counter[str] = Counter()
    for review, row, reasons in verdicts(asked.half):
        bad = bool(reasons) == (row.kind == "truth")
        wrong[row.kind] += bad
        all_rows[row.kind] += 1
        if (bad and asked.wrong) or asked.all:
            print(f"{'WRONG ' if bad else ''}{review.name} {row.kind}: {row.text}  {'; '.join(reasons)}")
    for kind, count in sorted(all_rows.items()):
        print(f"{kind}: {count}, judged wrongly {wrong[kind]}")


if __name__ == "__main__":
    main()
