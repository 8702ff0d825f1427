"""Standing and independent origins of claims in invented press reviews: `python -m evals.standing [--wrong]`.

Each review of `standing.txt`, `standing_unseen.txt` and `standing_third.txt` in `evals/pairs` begins with `### name`. A
line such as `# outlet | words | standing | differs | origins` says what is expected of the claim that is told at these
words of the outlet's report. All were labelled before any rule was tried on them; the first two have been mended
against since.
They go the whole way that a file goes, so that reports which are not taken for one story count as wrong too.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evals.labelled import pipeline, ready
from evals.measures import share
from rashomon.core import Account, Claim, Document, Span

PAIRS = Path(__file__).with_name("pairs")
REVIEWS = tuple(PAIRS / f"standing{part}.txt" for part in ("", "_unseen", "_third"))
HEAD = re.compile(r"^== (?P<outlet>.+?), (?P<time>\d{4}-.+?) ==$")


class Expected(NamedTuple):
    """What careful readers say of the claim told at some words of a report."""

    outlet: str
    words: str
    standing: str
    differs: str
    origins: int


class Review(NamedTuple):
    """An invented press review with its labels."""

    name: str
    documents: tuple[Document, ...]
    expected: tuple[Expected, ...]


class Judged(NamedTuple):
    """A label and the claim found for it, None where the words tell none."""

    review: str
    expected: Expected
    claim: Claim | None

    @property
    def standing(self) -> bool:
        """Whether the standing is right."""
        return self.claim is not None and self.claim.standing.value == self.expected.standing

    @property
    def origins(self) -> bool:
        """Whether the number of origins is right."""
        return self.claim is not None and self.claim.origins == self.expected.origins


def reviews(text: str) -> Iterator[Review]:
    """The press reviews of a file."""
    for block in re.split(r"(?m)^### ", text)[1:]:
        name, _, body = block.partition("\n")
        labels, *reports = re.split(r"(?m)^(?=== )", body)
        rows = [line[2:].split(" | ") for line in labels.splitlines() if line.startswith("# ")]
        expected = tuple(
            Expected(outlet, words, standing, differs, int(origins))
            for outlet, words, standing, differs, origins in rows
        )
        yield Review(name.strip(), tuple(map(_document, reports)), expected)


def _document(report: str) -> Document:
    head, _, body = report.partition("\n")
    match = HEAD.match(head)
    if match is None:
        raise ValueError(f"{head!r} is no head of a report")
    headline, _, text = body.strip().partition("\n\n")
    row = {
        "id": head,
        "headline": headline,
        "outlet": match["outlet"],
        "published_at": match["time"].replace(" +", "+"),
    }
    found = ready(text, row=row)
    if found is None:
        raise ValueError(f"{head!r} is no report")
    return found


def judged(path: Path) -> Iterator[Judged]:
    """Each label with its claim.

    Raises:
        ValueError: a head that is none, or words that stand nowhere.
    """
    for review in reviews(path.read_text("utf-8")):
        account = pipeline().account_of(list(review.documents))
        for expected in review.expected:
            yield Judged(review.name, expected, _claim(account, *_place(review, expected)))


def _place(review: Review, expected: Expected) -> tuple[Document, Span]:
    """The report of the outlet in which the words stand, and where."""
    for document in review.documents:
        if document.outlet == expected.outlet and expected.words in document.text:
            start = document.text.index(expected.words)
            return document, Span(start, start + len(expected.words))
    raise ValueError(f"{review.name}: no report of {expected.outlet} has the words {expected.words!r}")


def _claim(account: Account, document: Document, place: Span) -> Claim | None:
    """The claim that a report tells in a passage with this place, the shortest where there are several."""
    found = [
        (report.span.end - report.span.start, number, claim)
        for story in account.stories
        for number, claim in enumerate(story.claims)
        for report in claim.reports
        if report.document == document.id and report.span.covers(place)
    ]
    return min(found)[2] if found else None


def figures(answers: Sequence[Judged]) -> dict[str, float]:
    """Shares of the labels: told at all, standing right, origins right, and of the faults the ones that mislead.

    `never too many origins` and `never agreed wrongly` are over all labels: one counted twice, or an agreement that is
    none, is what misleads a desk; one too few is caution.
    """
    many = sum(each.claim is not None and each.claim.origins > each.expected.origins for each in answers)
    wrongly = sum(_told(each) == "agreed" != each.expected.standing for each in answers)
    return {
        "told": share(sum(each.claim is not None for each in answers), len(answers)),
        "standing": share(sum(each.standing for each in answers), len(answers)),
        "origins": share(sum(each.origins for each in answers), len(answers)),
        "never too many origins": 1.0 - share(many, len(answers)),
        "never agreed wrongly": 1.0 - share(wrongly, len(answers)),
    }


def main() -> None:
    """Print the figures, and what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m evals.standing", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=REVIEWS)
    parser.add_argument("--wrong", action="store_true", help="print what is not told as labelled")
    asked = parser.parse_args()
    for path in asked.files:
        answers = list(judged(path))
        print(f"{path.name}: " + "  ".join(f"{name} {figure:.3f}" for name, figure in figures(answers).items()))
        print("standings wanted and told:", dict(Counter((e.expected.standing, _told(e)) for e in answers)))
        for each in answers if asked.wrong else ():
            if not (each.standing and each.origins):
                print(f"- {each.review}: {each.expected}: {_shown(each)}")


def _told(each: Judged) -> str | None:
    return each.claim.standing.value if each.claim else None


def _shown(each: Judged) -> str:
    if each.claim is None:
        return "no claim"
    claim = each.claim
    return f"{claim.standing.value}, {claim.origins} origins, {claim.differs}: {claim.text} ({claim.standing_reason})"


if __name__ == "__main__":
    main()
