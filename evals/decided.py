"""Score accounts against what people decided: `python -m evals.decided LABELS ACCOUNT.json|ARCHIVE`.

LABELS is what `rashomon decisions export` writes; each line says how it is in the eyes of a person. ACCOUNT.json is an
account as `rashomon account --format json` gives it, of the same documents; it was made without the decisions, and so
shows how much of them Rashomon finds by itself. The accounts of an ARCHIVE have its own decisions laid over them; there
the figure says whether all of them hold.

A label is judged where its documents, or the words at its places, are among those of the account; else it only lowers
coverage. Stories are judged by pairs of documents, so that a decision about many weighs as much as it says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

from evals.outcomes import Outcome, covered, of, right, sentence

Row = Mapping[str, Any]
KINDS = ("story", "speaker", "party", "claim", "copy")
SHARED = 0.5
"""The share of the shorter of two places that must lie in the other for them to be one."""


class Told:
    """An account, looked at by document and by place."""

    def __init__(self, account: Row) -> None:
        self.stories: Sequence[Row] = account["stories"]
        self.documents: Mapping[str, Row] = {d["id"]: d for d in account["documents"]}
        self.story_of: Mapping[str, str] = {d: s["id"] for s in self.stories for d in s["documents"]}

    def has(self, *documents: str) -> bool:
        """Whether all these documents are in stories."""
        return all(d in self.story_of for d in documents)

    def place(self, label: Row) -> Row | None:
        """Where the words of a label stand, the nearest to where they stood; None where they do not."""
        document = self.documents.get(label["document"])
        if document is None:
            return None
        part = "headline" if label.get("in") == "headline" else "text"
        text, words = document[part] or "", label.get("words") or ""
        if not words or text[label["start"] : label["end"]] == words:
            return label
        starts = [n for n in range(len(text)) if text.startswith(words, n)]
        if not starts:
            return None
        start = min(starts, key=lambda n: abs(n - label["start"]))
        return {**label, "start": start, "end": start + len(words)}


def outcomes(labels: Iterable[Row], account: Row) -> list[Outcome]:
    """One outcome for each label, for stories one for each pair."""
    told = Told(account)
    judges = {"story": _stories, "speaker": _speaker, "party": _party, "claim": _claim, "copy": _copy}
    return [outcome for label in labels for outcome in judges[label["label"]](label, told)]


def figures(found: Sequence[Outcome]) -> dict[str, float]:
    """By kind, the share that is right of what was judged, and the share that could be judged."""
    every: dict[str, float] = {}
    for kind in KINDS:
        if of(found, kind):
            every |= {kind: right(found, kind), f"{kind}, coverage": covered(found, kind)}
    return every


def _outcome(kind: str, row: str, wanted: str, found: str | None, shown: str, *, right: bool | None = None) -> Outcome:
    judged = None if found is None else wanted == found if right is None else right
    return Outcome(kind=kind, row=row, place=None, wanted=wanted, found=found, right=judged, shown=shown)


def _stories(label: Row, told: Told) -> Iterator[Outcome]:
    pairs = [(*pair, "together") for pair in combinations(label["together"], 2)]
    pairs += [(*pair, "apart") for pair in product(label["together"], label["apart_from"])]
    for left, right_, wanted in pairs:
        found = None
        if told.has(left, right_):
            found = "together" if told.story_of[left] == told.story_of[right_] else "apart"
        yield _outcome("story", f"{left} {right_}", wanted, found, f"{left} and {right_}")


def _speaker(label: Row, told: Told) -> Iterator[Outcome]:
    wanted, row, place = label["speaker"], label["document"], told.place(label)
    if place is None:
        yield _outcome("speaker", row, wanted or "nobody", None, label.get("words") or "")
        return
    shown = sentence(told.documents[row]["text"], (place["start"], place["end"]))
    names = list(_speakers(place, told))
    if not names:  # no quotation was found there: that nobody known speaks is right, any name was missed
        yield _outcome("speaker", row, wanted or "nobody", "nobody", shown)
        return
    found = names[0]
    same = wanted in found if wanted is not None else not found
    yield _outcome("speaker", row, wanted or "nobody", " = ".join(found) or "nobody", shown, right=same)


def _speakers(place: Row, told: Told) -> Iterator[tuple[str, ...]]:
    """The names of who speaks at a place, none where nobody known does."""
    for story in told.stories:
        parties = {p["id"]: (p["name"], *p["aliases"]) for p in story["parties"]}
        for utterance in story["utterances"]:
            for quotation in utterance["quotations"]:
                if _same({**quotation, **quotation["whole"]}, place) or _same(quotation, place):
                    yield parties.get(utterance["speaker"], ())


def _party(label: Row, told: Told) -> Iterator[Outcome]:
    names = set(label["names"])
    of_label = {told.story_of[d] for d in label["documents"] if d in told.story_of}
    for story in told.stories:
        if label["documents"] and story["id"] not in of_label:
            continue
        bearing = [names & {p["name"], *p["aliases"]} for p in story["parties"]]
        if set().union(*bearing) == names:
            found = "one" if names in bearing else "several"
            yield _outcome("party", story["id"], "one", found, " = ".join(label["names"]))


def _claim(label: Row, told: Told) -> Iterator[Outcome]:
    report, others = told.place(label["report"]), [told.place(other) for other in label["others"]]
    there = [other for other in others if other is not None]
    row = label["report"]["document"]
    if report is None or not there:
        yield _outcome("claim", row, "another", None, label["report"].get("words") or "")
        return
    together = any(
        any(_same(r, report) for r in claim["reports"]) and any(_same(r, o) for r in claim["reports"] for o in there)
        for story in told.stories
        for claim in story["claims"]
    )
    shown = sentence(told.documents[row]["text"], (report["start"], report["end"]))
    yield _outcome("claim", row, "another", "the same" if together else "another", shown)


def _copy(label: Row, told: Told) -> Iterator[Outcome]:
    left, right_ = label["documents"]
    found = None
    if told.has(left, right_):
        pairs = [{c["origin"], c["copy"]} for story in told.stories for c in story["copies"]]
        found = "a copy" if {left, right_} in pairs else "none"
    yield _outcome("copy", f"{left} {right_}", "none", found, f"{left} and {right_}")


def _same(left: Row, right_: Row) -> bool:
    """Whether two places are one."""
    if left["document"] != right_["document"] or left.get("in") != right_.get("in"):
        return False
    shared = min(left["end"], right_["end"]) - max(left["start"], right_["start"])
    shorter = min(left["end"] - left["start"], right_["end"] - right_["start"])
    return shared > 0 and shared >= SHARED * shorter


def account_at(place: str) -> Row:
    """The account in a file, or of all stories of an archive."""
    path = Path(place)
    if path.suffix == ".json":
        read: Row = json.loads(path.read_text("utf-8"))
        return read
    from rashomon.archive.accounts import account_of_all
    from rashomon.pipeline import Pipeline
    from rashomon.present.exports.account_rows import account_row
    from rashomon.stores import open_store

    store = open_store(place, create=False)
    try:
        with store.view() as view:
            return account_row(account_of_all(view, Pipeline()))
    finally:
        store.close()


def main(arguments: list[str] | None = None) -> int:
    """Print the figures, and what was found otherwise than decided."""
    parser = argparse.ArgumentParser(prog="python -m evals.decided", description=__doc__)
    parser.add_argument("labels", type=Path, help="what `rashomon decisions export` wrote")
    parser.add_argument("account", help="an account in a .json file, or an archive")
    asked = parser.parse_args(arguments)
    labels = [json.loads(line) for line in asked.labels.read_text("utf-8").splitlines() if line.strip()]
    found = outcomes(labels, account_at(asked.account))
    for name, value in figures(found).items():
        print(f"{name:20} {value:.3f}")
    for outcome in found:
        if outcome.right is False:
            print(f"{outcome.kind}: {outcome.found}, decided {outcome.wanted}: {outcome.shown}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
