"""Clean HTML: the words of labelled pages, and of invented ones, beside other programs (`peer_pages`)."""

from __future__ import annotations

from functools import partial
from itertools import islice

from evals.grouping import columns
from evals.labelled import Labelled
from evals.measurements import HTML, TRUTH

from benchmarks.peer_pages import PEERS
from benchmarks.press import Press, reports
from benchmarks.press_pages import page
from benchmarks.rounds import Run, interleaved, ratio, told
from benchmarks.rows import Asked, Goal, Result, Table

SMALL, INVENTED = 12, 150
WARM = 3
CLOSE = 0.005


def labelled(most: int | None) -> list[tuple[str, str]]:
    """Pages with the words of their report."""
    data = Labelled()
    rows = list(islice(data.tree(TRUTH).items(), most))
    return [(data.page(data.path(HTML) / f"{key}.html.gz"), row["articleBody"]) for key, row in rows]


def invented(count: int) -> list[tuple[str, str]]:
    """The same, invented."""
    return [(page(report), report.document.text) for report in reports(Press(documents=count, seed=5))]


def run(peer: str, origin: str, most: int | None) -> Run:
    """One program over all pages, after a few that load what it loads."""
    pages = labelled(most) if origin == "labelled" else invented(most or INVENTED)
    clean = PEERS[peer]
    for html, _ in pages[:WARM]:
        clean(html)
    measured = Run(work=len(pages))
    with measured.timed():
        words = [clean(html) for html, _ in pages]
    measured.figures = columns((body, own) for (_, body), own in zip(pages, words, strict=True))
    return measured


def measure(asked: Asked) -> Result:
    """Both sets of pages."""
    most = SMALL if asked.small else None
    origins = ["labelled"] if Labelled().has(TRUTH, HTML) else []
    tables, goals = [], []
    for origin in [*origins, "invented"]:
        runs = interleaved({peer: (run, (peer, origin, most)) for peer in PEERS}, asked.rounds)
        figures = {peer: told(each) for peer, each in runs.items()}
        versus = partial(ratio, runs)
        ratios = [found for peer in PEERS if peer != "Rashomon" and (found := versus(peer, "Rashomon"))]
        tables.append(
            Table(
                title=f"{figures['Rashomon']['work']} {origin} pages",
                columns=["precision", "recall", "f1", "a second", "peak MB"],
                figures=figures,
                ratios=ratios,
                note="A second: pages by the wall, in one process. F1 of four-word shingles, averaged by page.",
            )
        )
        if origin == "labelled" or not origins:
            best = max(row["f1"] for row in figures.values())
            own = figures["Rashomon"]["f1"]
            goals.append(
                Goal(
                    goal="F1 within .005 of the best",
                    reached=f"{own:.3f}, the best {best:.3f}",
                    met=own >= best - CLOSE,
                )
            )
            faster = next((r["time"] for r in ratios if r["of"] == "trafilatura"), None)
            goals.append(
                Goal(
                    goal="1.5 times as fast as trafilatura as it comes",
                    reached=f"{faster} times",
                    met=None if faster is None else faster >= 1.5,
                )
            )
    return Result(tables=tables, goals=goals, parameters={"press": "150 documents, seed 5"})
