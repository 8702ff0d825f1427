"""Copies: invented news with planted copies, beside MinHash with locality-sensitive hashing (`peer_copies`).

The others' thresholds are chosen on news of another seed, each by its F1; Rashomon's settings are those that ship.
Recall is over the planted pairs of a copy and what it was made from, by kind of edit; a pair found is right where
both are of one family (copies of one report, or of copies of it). A second table has the recall of copies that are
reworded more and more strongly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from evals.measures import harmonic, share

from benchmarks.peer_copies import PEERS
from benchmarks.press import EDITS, Press, Report, reports
from benchmarks.rounds import Run, alone, interleaved, ratio, told
from benchmarks.rows import Asked, Goal, Result, Table

DOCUMENTS, SMALL, TUNED = 4000, 400, 600
WARM = 40
SEED, TUNED_SEED = 7, 3
REWORDED, OF_REWORDED, OF_REWORDED_SMALL = (1 / 3, 1 / 2, 2 / 3), 2000, 200
"""Shares of the words that are others, and among how many reports."""
RECALL = {"edited": 0.97, "cut": 0.95}
RECALL_REWORDED, HALF = 0.5, "50%"


def families(told_of: list[Report]) -> dict[str, str]:
    """By id of a document, that of the report from which it comes in the end."""
    first: dict[str, str] = {}
    for report in told_of:  # an origin comes before its copies
        first[report.document.id] = first.get(report.origin, report.origin) if report.origin else report.document.id
    return first


def run(peer: str, threshold: float, press: Press) -> Run:
    """One program over the same news."""
    find, _ = PEERS[peer]
    every = list(reports(press))
    documents = [report.document for report in every]
    find(documents[:WARM], threshold)
    measured = Run(work=len(documents))
    with measured.timed():
        found = find(documents, threshold)
    first = families(every)
    right = sum(len({first[document] for document in pair}) == 1 for pair in found)
    wanted, got = Counter(), Counter()
    ids = {document.id for document in documents}
    for report in every:
        if report.origin in ids and report.edit:
            wanted[report.edit] += 1
            got[report.edit] += frozenset((report.origin, report.document.id)) in found
    precision, recall = share(right, len(found)), share(got.total(), wanted.total())
    measured.figures = {
        "precision": precision,
        "recall": recall,
        "F1": harmonic(precision, recall),
        **{f"recall, {edit}": share(got[edit], wanted[edit]) for edit in EDITS},
        "pairs": float(len(found)),
    }
    return measured


def measure(asked: Asked) -> Result:
    """All programs, each with the threshold that served it best elsewhere."""
    count = SMALL if asked.small else DOCUMENTS
    tuned, news = Press(documents=TUNED, seed=TUNED_SEED), Press(documents=count, seed=SEED)
    chosen: dict[str, float] = {}
    for peer, (_, thresholds) in PEERS.items():
        try:
            tried = {each: alone(run, peer, each, tuned).figures["F1"] for each in thresholds}
        except ImportError:
            continue
        chosen[peer] = max(tried, key=lambda each: tried[each])
    runs = interleaved({peer: (run, (peer, each, news)) for peer, each in chosen.items()}, asked.rounds)
    figures = {peer: {"threshold": chosen[peer], **told(each)} for peer, each in runs.items()}
    ratios = [found for peer in PEERS if peer != "Rashomon" and (found := ratio(runs, peer, "Rashomon"))]
    own = figures["Rashomon"]
    rensa = next((each["time"] for each in ratios if each["of"].startswith("rensa")), None)
    goals = [
        Goal(goal=f"recall {least} of copies {edit}", reached=f"{reached:.3f}", met=reached >= least)
        for edit, least in RECALL.items()
        for reached in [own[f"recall, {edit}"]]
    ]
    goals.append(
        Goal(
            goal="as fast as rensa, with passages",
            reached="rensa is not installed" if rensa is None else f"rensa takes {rensa} of our time",
            met=None if rensa is None else rensa >= 1.0,
        )
    )
    table = Table(
        title=f"{count} invented reports, {int(own['pairs'])} pairs found by Rashomon",
        columns=["threshold", "precision", *(f"recall, {e}" for e in EDITS), "a second", "peak MB"],
        figures=figures,
        ratios=ratios,
        note="Rashomon gives the passages of each pair and tells shared quotations apart; the others give pairs.",
    )  # fmt: skip
    press = {
        "documents": count,
        "copied": news.copied,
        "edits": EDITS,
        "seed": SEED,
        "tuned on": TUNED_SEED,
    }
    strongly = _reworded(chosen, small=asked.small)
    reached = strongly.figures["Rashomon"][HALF]
    goals.append(
        Goal(
            goal=f"recall {RECALL_REWORDED} of copies of which half the words are others",
            reached=f"{reached:.3f}",
            met=reached >= RECALL_REWORDED,
        )
    )
    return Result(tables=[table, strongly], goals=goals, parameters=press)


def _reworded(chosen: Mapping[str, float], *, small: bool) -> Table:
    """How many copies each program finds the more of their words are others; one run each."""
    figures: dict[str, dict[str, float]] = {peer: {} for peer in chosen}
    for share_of_words in REWORDED:
        news = Press(
            documents=OF_REWORDED_SMALL if small else OF_REWORDED, seed=SEED, copied=0.5, reworded=share_of_words
        )
        for peer, threshold in chosen.items():
            found = alone(run, peer, threshold, news).figures
            figures[peer][f"{share_of_words:.0%}"] = found["recall, reworded"]
    return Table(
        title="recall of reworded copies, by the share of words that are others",
        columns=[f"{each:.0%}" for each in REWORDED],
        figures=figures,
        note="Here verbs and small words become others too; names, figures and the order of all stay.",
    )
