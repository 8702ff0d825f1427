"""Rashomon beside other programs in one run: `python -m benchmarks.peers [DOCUMENTS ...] [--only NAME]`.

The sizes are 1000 and 4000 by default, which takes twenty minutes, most of them TextClust's.

Copies (see `peer_copies`): pairs planted by a declared program (`benchmarks.copies`), shared quotations not among them,
and whole copies planted in an invented stream. The others' thresholds are chosen on planted pairs of another seed.

Stories (see `peer_stories`): B-cubed F1 on ECB+ dev, on dated news (both only where the labelled data are) and on
invented streams of each size. The others' settings are chosen twice: on ECB+ train, as Rashomon's were, and, on the
lines marked "invented", on an invented stream of another seed, whose few words make everything alike. Rashomon's
settings are those that ship.

Each figure comes from a process of its own, one after the other. Documents a second are by processor time of all
threads and processes, after a run on a few documents; memory is the peak in MB of the last process and of what it
started, the documents and the packages in it. `--only` runs the programs whose name holds that word. Packages that
are not installed are left out:
`pip install datasketch rensa river scikit-learn pandas tqdm plotly pyyaml && pip install --no-deps bertopic`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from typing import NamedTuple

from evals.labelled import Labelled, ready
from evals.measures import bcubed, harmonic, share

from benchmarks import peer_copies, peer_stories
from benchmarks.copies import planted
from benchmarks.cost import Spent, peaks, spent
from benchmarks.reports import stream
from benchmarks.rounds import alone
from rashomon.core import Document

TRAIN, DEV, NEWS = "data/ecbplus/train.jsonl", "data/ecbplus/dev.jsonl", "data/newscluster/articles.jsonl"
TUNED_HAPPENINGS, TUNED_SEED = 60, 3
HAPPENINGS, SEED = 250, 7
"""As in `benchmarks.copies`; a thousand reports."""
TUNED_STREAM = "invented 400 seed 2"

WARM = 40
"""Documents of the run before the clock starts, which loads what a program loads."""

Told = list[tuple[str, Document]]


class Figure(NamedTuple):
    """What one run of one program gave: its quality, what it cost."""

    quality: float
    precision: float
    recall: float
    rate: float
    peak: float


def told(name: str) -> Told:
    """A set of documents with the key of their story: labelled rows, or "invented SIZE seed SEED"."""
    if name.startswith("invented"):
        _, size, _, seed = name.split()
        return stream(int(size), seed=int(seed))
    rows = Labelled().rows(name)
    read = [(str(row["story"]), ready(row["text"], row=row, number=n)) for n, row in enumerate(rows)]
    return [(story, document) for story, document in read if document is not None]


def stories(name: str, peer: str, setting: float) -> Figure:
    """B-cubed F1 of a program's stories on a set of documents."""
    labelled = told(name)
    gold, documents = [key for key, _ in labelled], [document for _, document in labelled]
    group, _ = peer_stories.PEERS[peer]
    group(documents[:WARM], setting, 2)
    began = spent()
    found = group(documents, setting, len(set(gold)))
    return _figure(bcubed(gold, found), documents, began)


def pairs(happenings: int, seed: int, peer: str, threshold: float) -> Figure:
    """F1 of the pairs that a program finds among planted ones."""
    documents, planned = planted(happenings, seed)
    return _pairs(documents, {frozenset((p.left, p.right)) for p in planned if p.kind != "quotes"}, peer, threshold)


def copies(size: int, peer: str, threshold: float) -> Figure:
    """The same for the whole copies in an invented stream."""
    documents = [document for _, document in stream(size)]
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        alike[document.text].append(document.id)
    wanted = {frozenset(pair) for keys in alike.values() for pair in combinations(keys, 2)}
    return _pairs(documents, wanted, peer, threshold)


def _pairs(documents: Sequence[Document], wanted: peer_copies.Pairs, peer: str, threshold: float) -> Figure:
    find, _ = peer_copies.PEERS[peer]
    find(documents[:WARM], threshold)
    began = spent()
    found = find(documents, threshold)
    both = len(found & wanted)
    precision, recall = share(both, len(found)), share(both, len(wanted))
    return _figure(harmonic(precision, recall), documents, began, precision, recall)


def _figure(
    quality: float, documents: Sequence[Document], began: Spent, precision: float = 0.0, recall: float = 0.0
) -> Figure:
    return Figure(quality, precision, recall, len(documents) / spent().since(began).both, sum(peaks()))


def best(settings: Sequence[float], measure: Callable[[float], Figure]) -> float:
    """The setting with the best figure; the only one is not tried."""
    return settings[0] if len(settings) == 1 else max(settings, key=lambda setting: measure(setting).quality)


def print_copies(sizes: Sequence[int], only: str = "") -> None:
    """The table of copies: planted pairs, then whole copies in the streams."""
    heads = "".join(f"{f'whole in {size}':>18}  rate" for size in sizes)
    print(f"{'copies':44} setting    F1     P     R{heads}  peak")
    for peer, (_, thresholds) in peer_copies.PEERS.items():
        if only not in peer:
            continue
        try:
            chosen = best(thresholds, partial(alone, pairs, TUNED_HAPPENINGS, TUNED_SEED, peer))
            figure = alone(pairs, HAPPENINGS, SEED, peer, chosen)
            whole = [alone(copies, size, peer, chosen) for size in sizes]
        except ImportError as missing:
            print(f"{peer:44} left out: {missing}")
            continue
        cells = "".join(f"   P {each.precision:.3f} R {each.recall:.3f}{each.rate:6.0f}" for each in whole)
        measured = f"{figure.quality:.3f} {figure.precision:.3f} {figure.recall:.3f}"
        print(f"{peer:44} {chosen:7.2f} {measured}{cells}{whole[-1].peak:6.0f}", flush=True)


def print_stories(sizes: Sequence[int], only: str = "") -> None:
    """The table of stories: labelled news, then the streams."""
    real = [name for name in (DEV, NEWS) if Labelled().has(name)]
    tuned = [name for name in (TRAIN,) if Labelled().has(name)] + [TUNED_STREAM]
    names = [*real, *(f"invented {size} seed 1" for size in sizes)]
    heads = [name.split("/")[1] for name in real] + [f"invented {size}   rate" for size in sizes]
    print(f"{'stories, B3 F1':44} setting" + "".join(f"  {head}" for head in heads) + "  peak")
    for peer, (_, settings) in peer_stories.PEERS.items():
        if only not in peer:
            continue
        for tuning in tuned if len(settings) > 1 else tuned[:1]:
            try:
                chosen = best(settings, partial(alone, stories, tuning, peer))
                figures = [alone(stories, name, peer, chosen) for name in names]
            except ImportError as missing:
                print(f"{peer:44} left out: {missing}")
                break
            cells = "".join(
                f"{each.quality:{len(head) + 2}.3f}" for each, head in zip(figures[: len(real)], heads, strict=False)
            )
            cells += "".join(f"{each.quality:15.3f}{each.rate:7.0f}" for each in figures[len(real) :])
            label = f"{peer}, invented" if tuning == TUNED_STREAM and len(settings) > 1 else peer
            print(f"{label:44} {chosen:7.2f}{cells}{figures[-1].peak:6.0f}", flush=True)


def main(arguments: list[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, metavar="DOCUMENTS")
    parser.add_argument("--only", default="", metavar="NAME")
    asked = parser.parse_args(arguments)
    sizes = asked.sizes or [1000, 4000]
    print_copies(sizes, asked.only)
    print_stories(sizes, asked.only)


if __name__ == "__main__":
    main()
