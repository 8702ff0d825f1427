"""End to end: raw pages to accounts, documents a second, on one process, two, and two workers of a cluster."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

from benchmarks.press import Press, reports
from benchmarks.press_pages import write_pages
from benchmarks.rounds import Run, interleaved, ratio, told
from benchmarks.rows import Asked, Goal, Result, Table
from rashomon.engines import engine_of
from rashomon.pipeline import Pipeline
from rashomon.settings import Settings

DOCUMENTS, SMALL = 800, 30
SEED = 9
LEAST = 1.7
ENGINES = {
    "local": ("local", 0),
    "processes, 2": ("processes", 2),
    "dask, 2 workers": ("dask", 2),
}


def run(engine: str, workers: int, file: str) -> Run:
    """One engine over the same pages; what it starts, and the models it loads, are in its time."""
    settings = Settings(engine=engine, workers=workers)
    began = Run(work=0)
    with began.timed():
        with_engine = engine_of(settings)
        try:
            account = Pipeline(settings, engine=with_engine).account([file])
        finally:
            with_engine.close()
    began.work = len(account.documents)
    digest = int(sha256(repr(account).encode()).hexdigest()[:12], 16)
    began.figures = {"stories": float(len(account.stories)), "digest of the account": float(digest)}
    return began


def measure(asked: Asked) -> Result:
    """All engines on one file."""
    count = SMALL if asked.small else DOCUMENTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.warc.gz"
        write_pages(path, reports(Press(documents=count, seed=SEED)))
        runs = interleaved({name: (run, (*given, str(path))) for name, given in ENGINES.items()}, asked.rounds)
    figures = {name: told(each) for name, each in runs.items()}
    pairs = (("local", "processes, 2"), ("local", "dask, 2 workers"))
    ratios = [found for pair in pairs if (found := ratio(runs, *pair))]
    goals = [
        Goal(
            goal=f"2 workers at least {LEAST} times one ({r['to']})",
            reached=f"{r['time']} times",
            met=r["time"] >= LEAST,
        )
        for r in ratios
    ]
    same = len({row["digest of the account"] for row in figures.values()}) == 1
    goals.append(Goal(goal="the same account, byte for byte", reached="the same" if same else "not the same", met=same))
    table = Table(
        title=f"{count} invented pages",
        columns=["a second", "seconds", "processor seconds", "stories", "peak MB", "peak MB of a process it started"],
        figures=figures,
        ratios=ratios,
        note="With the start of processes and the loading of models in it, some seconds of each.",
    )
    return Result(tables=[table], goals=goals, parameters={"documents": count, "seed": SEED})
