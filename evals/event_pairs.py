"""Pairs of event mentions in two documents of one topic: does the decision say which are of one happening?

`python -m evals.event_pairs [--train]` prints it with the baselines, on ECB+ dev (or train, on which it was fitted).

Counted are all pairs of the labels' event mentions (every type of action, negated or not) in the sentences that the
labels cover, where the two stand in different documents of one topic. A pair is right where both mentions have the same
chain over documents; chains within one document and mentions without any are of no pair. Precision, recall and F1 are
over the pairs of all topics together. The mentions are given, nothing else is: neither their roles nor the two stories
of a topic. The same-lemma baseline says yes where the lemmas of the two head words (by the same parse) are equal.

`ledger` is what an account rests on: the agreement of two tellings, or the learned decision behind its gates
(`align/propositions.py`), which join what is told of one action only. `ledger, brought together` counts the pairs that
stand in one claim once all tellings of the topic have been brought together. `topic model` is another decision, which
knows how alike the documents are; it ships with nothing and stands here to show what can be had of a whole topic.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from evals.labelled import Labelled
from evals.measures import harmonic, share
from evals.mentions import Given, Topic, topics
from evals.pairs_documents import DocumentLikeness
from rashomon.align.frames import Frame
from rashomon.align.pairs import Measures, measures
from rashomon.align.pairs_joined import Judge
from rashomon.align.pairs_model import PairModel
from rashomon.align.propositions import align_propositions, judged, least_of

DEV, TRAIN = "data/ecbplus/dev.jsonl", "data/ecbplus/train.jsonl"
LEAST_LIKENESS = 0.10
"""Likeness of two documents' words from which "same lemma in like documents" says yes: the best on train."""
TOPIC_MODEL = Path(__file__).with_name("pairs_topic.json")

Counts = dict[str, list[int]]
"""By name of what decides: pairs said to be of one happening, and how many of them are."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions in two documents, with their measures and whether they are of one happening.

    `joined` says whether the ledger takes the two for one, `together` whether one claim of the topic holds both.
    """

    left: Given
    right: Given
    measures: Measures
    joined: bool
    together: bool

    @property
    def same(self) -> bool:
        """Whether the labels have them in one chain."""
        return self.left.chain is not None and self.left.chain == self.right.chain

    @property
    def one_story(self) -> bool:
        """Whether their documents tell of one happening, by the labels."""
        return self.left.story == self.right.story


def pairs(topic: Topic) -> Iterator[Pair]:
    """All pairs of a topic's mentions in different documents."""
    likeness = DocumentLikeness(topic.documents)
    frames = [mention.frame for mention in topic.mentions]
    judge = Judge(frames)
    claims = {id(told): claim.id for claim in align_propositions(frames) for told in claim.tellings}
    for left, right in combinations(topic.mentions, 2):
        one, other = left.frame.telling.document, right.frame.telling.document
        if one != other:
            found = measures(left.frame, right.frame, likeness.weights)
            found.update(likeness.measures(one, other))
            together = claims[id(left.frame.telling)] == claims[id(right.frame.telling)]
            joined = joins(left.frame, right.frame, judge)
            yield Pair(left=left, right=right, measures=found, joined=joined, together=together)


def joins(left: Frame, right: Frame, judge: Judge) -> bool:
    """Whether the ledger takes two tellings for one, by themselves: what the others of a claim say is left out."""
    if left.action != right.action:
        return False
    found = judged(left, right, judge)
    return found.conflict is None and found.score >= least_of(left.action)


@dataclass(frozen=True, slots=True)
class TopicModel:
    """The decision that knows how alike the documents are, and the chance from which it joins two tellings."""

    model: PairModel
    least: float

    def joins(self, found: Measures) -> bool:
        """Whether two tellings are taken to be of one happening."""
        return self.model.chance(found) >= self.least


@cache
def topic_model() -> TopicModel:
    """The model fitted on documents of one topic."""
    tree = json.loads(TOPIC_MODEL.read_text("utf-8"))["topic"]
    return TopicModel(PairModel(weights=tree["weights"]), least=tree["least"])


DECIDERS: dict[str, Callable[[Pair], bool]] = {
    "ledger": lambda pair: pair.joined,
    "ledger, brought together": lambda pair: pair.together,
    "ledger, same story (told)": lambda pair: pair.joined and pair.one_story,
    "topic model": lambda pair: topic_model().joins(pair.measures),
    "same lemma": lambda pair: pair.left.lemma == pair.right.lemma,
    "same lemma, like documents": lambda pair: (
        pair.left.lemma == pair.right.lemma and pair.measures["document"] >= LEAST_LIKENESS
    ),
    "same lemma, same story (told)": lambda pair: pair.left.lemma == pair.right.lemma and pair.one_story,
    "same class": lambda pair: pair.left.frame.action == pair.right.frame.action,
}


def counted(labelled: Labelled, name: str) -> tuple[Counts, int]:
    """What each way to decide says of all pairs, and how many pairs are of one happening."""
    counts: Counts = {decider: [0, 0] for decider in DECIDERS}
    same = 0
    for topic in topics(labelled, name):
        for pair in pairs(topic):
            same += pair.same
            for decider, decides in DECIDERS.items():
                if decides(pair):
                    counts[decider][0] += 1
                    counts[decider][1] += pair.same
    return counts, same


def rates(counts: Counts, same: int) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each way to decide."""
    found = {}
    for decider, (said, right) in counts.items():
        precision, recall = share(right, said), share(right, same)
        found[decider] = (precision, recall, harmonic(precision, recall))
    return found


def figures(labelled: Labelled, name: str = DEV) -> dict[str, float]:
    """The figures that are held to floors: of the topic model, with how far its F1 lies over that of the same lemma.

    Those of the ledger are named so.
    """
    found = rates(*counted(labelled, name))
    precision, recall, f1 = found["topic model"]
    ledger = dict(zip(("ledger precision", "ledger recall", "ledger f1"), found["ledger"], strict=True))
    over = f1 - found["same lemma"][2]
    return {"precision": precision, "recall": recall, "f1": f1, "over same lemma": over, **ledger}


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m evals.event_pairs", description=__doc__)
    parser.add_argument("--train", action="store_true", help="on the part on which the weights were fitted")
    asked = parser.parse_args(arguments)
    counts, same = counted(Labelled(), TRAIN if asked.train else DEV)
    print(f"{same} pairs of one happening")
    for decider, (precision, recall, f1) in rates(counts, same).items():
        print(f"{decider:32} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counts[decider][0]} pairs)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
