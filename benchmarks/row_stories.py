"""Stories: B-cubed F1 and time, beside average linkage of scikit-learn and a stream clusterer of river.

Quality on labelled news (where it is there) and on invented news; the others' distance or radius is chosen on other
labelled news and, for the invented ones, on invented news of another seed. Rashomon's settings are those that ship.
"""

from __future__ import annotations

from functools import partial

from evals.labelled import Labelled
from evals.measures import bcubed

from benchmarks.peer_stories import PEERS
from benchmarks.peers import DEV, NEWS, TRAIN, best, stories
from benchmarks.press import Press, reports
from benchmarks.rounds import Run, alone, interleaved, ratio, told
from benchmarks.rows import Asked, Goal, Result, Table

DOCUMENTS, SMALL, TUNED = 1000, 200, 400
WARM = 40
SEED, TUNED_SEED = 7, 3
BESIDE = ("Rashomon", "scikit-learn TF-IDF, average linkage", "river TextClust")


def run(peer: str, setting: float, count: int, seed: int) -> Run:
    """One program over the same invented news."""
    group, _ = PEERS[peer]
    every = list(reports(Press(documents=count, seed=seed)))
    documents, gold = [report.document for report in every], [report.story for report in every]
    group(documents[:WARM], setting, 2)
    measured = Run(work=count)
    with measured.timed():
        found = group(documents, setting, len(set(gold)))
    measured.figures = {"B3": bcubed(gold, found), "ms a document": 1000 * measured.seconds / count}
    return measured


def _invented(peer: str, setting: float) -> float:
    return alone(run, peer, setting, TUNED, TUNED_SEED).figures["B3"]


def measure(asked: Asked) -> Result:
    """Labelled news, once each; invented news, in turns."""
    count = SMALL if asked.small else DOCUMENTS
    settings = {peer: (PEERS[peer][1][:3] if asked.small else PEERS[peer][1]) for peer in BESIDE}
    tables, goals = [], []
    real = [name for name in (DEV, NEWS) if Labelled().has(name, TRAIN)]
    if real and not asked.small:
        quality: dict[str, dict[str, float]] = {}
        for peer in BESIDE:
            try:
                chosen = best(settings[peer], lambda setting, peer=peer: alone(stories, TRAIN, peer, setting))
                row = {name: alone(stories, name, peer, chosen).quality for name in real}
                quality[peer] = {"setting": chosen, **{name: round(value, 3) for name, value in row.items()}}
            except ImportError:
                continue
        tables.append(
            Table(
                title="labelled news, B-cubed F1",
                columns=["setting", *real],
                figures=quality,
                note="Settings of the others chosen on the training part of the first.",
            )
        )
        for name in real:
            others = max((row[name] for peer, row in quality.items() if peer != "Rashomon"), default=0.0)
            own = quality["Rashomon"][name]
            goals.append(Goal(goal=f"better B3 on {name}", reached=f"{own:.3f} to {others:.3f}", met=own > others))
    chosen_for: dict[str, float] = {}
    for peer in BESIDE:
        try:
            each = settings[peer]
            chosen_for[peer] = each[0] if len(each) == 1 else max(each, key=partial(_invented, peer))
        except ImportError:
            continue
    runs = interleaved({peer: (run, (peer, each, count, SEED)) for peer, each in chosen_for.items()}, asked.rounds)
    figures = {peer: {"setting": chosen_for[peer], **told(each)} for peer, each in runs.items()}
    others = max((row["B3"] for peer, row in figures.items() if peer != "Rashomon"), default=0.0)
    own = figures["Rashomon"]["B3"]
    goals.append(Goal(goal="better B3 on invented news", reached=f"{own:.3f} to {others:.3f}", met=own > others))
    tables.append(
        Table(
            title=f"{count} invented reports",
            columns=["setting", "B3", "ms a document", "a second", "peak MB"],
            figures=figures,
            ratios=[found for peer in BESIDE[1:] if (found := ratio(runs, peer, "Rashomon"))],
            note="Average linkage sees all at once, with memory by the square; the other two are streams. Whether the "
            "time for one stays flat with their number is shown by the curve.",
        )
    )
    return Result(tables=tables, goals=goals, parameters={"documents": count, "seed": SEED, "tuned on": TUNED_SEED})
