"""Count the background table anew: `python -m evals.background > src/rashomon/group/background.tsv`.

The table says in how many reports a term stands. It rests only on texts whose licence lets their counts be passed
on: the training part of ECB+ (CC BY 3.0), the training and development sentences of UDS (CC BY-SA 4.0, English web
text), and, where the package `wordfreq` can be imported, its word frequencies of general English (CC BY-SA 4.0).
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType

from evals.labelled import Labelled, ready
from rashomon.core import Document, Passage, Role, Span
from rashomon.group import StorySettings
from rashomon.group.background import Table
from rashomon.group.tally import count
from rashomon.group.words import stem

NEWS = "data/ecbplus/train.jsonl"
WEB = ("data/factuality/uds_ih2/train.jsonl", "data/factuality/uds_ih2/dev.jsonl")
STORY_REPORTS = 5.0
"""The reports that a story counts for, however many it has: else the names of the most told story were common."""
WEB_SENTENCES = 16
"""Neighbouring sentences that stand for one report; about 270 words."""
GENERAL_REPORTS = 2000.0
"""The reports that general frequencies stand for."""
GENERAL_WORDS = 300
"""Words to such a report: a word of probability p stands in it with 1 - exp(-300 p)."""
GENERAL_ENTRIES = 40_000
LEAST = 2.5
"""Terms in fewer reports are left out; unseen ones are as rare."""

HEAD = """\
# Document frequencies of terms in English: in how many reports a term stands (terms in two or fewer are left out).
# Counts only: no text can be made from them. Terms as in rashomon.group.profile. Made by evals/background.py from
#   ECB+, training part (Cybulska and Vossen 2014), CC BY 3.0, its stories weighed alike;
#   It-Happened v2 / Universal Decompositional Semantics on the English Web Treebank, train and dev, CC BY-SA 4.0;
#   wordfreq 3.1.1 (Speer 2022), general English, CC BY-SA 4.0, as the chance of a word in a report of 300 words.
# This table: CC BY-SA 4.0. See NOTICE.
"""


def main() -> None:
    """Write the table to standard output."""
    labelled = Labelled()
    table = counted(labelled)
    sys.stdout.write(HEAD + f"\t{table.documents:.0f}\n")
    for term, number in sorted(table.frequency.items()):
        if number >= LEAST:
            sys.stdout.write(f"{term}\t{number:.0f}\n")


def counted(
    labelled: Labelled, *, keep: Callable[[str], bool] = lambda _: True, general: float = GENERAL_REPORTS
) -> Table:
    """The table over all sources; of ECB+ only the stories that `keep` says, for cross-validation."""
    settings = StorySettings()
    frequency: defaultdict[str, float] = defaultdict(float)
    rows = [row for row in labelled.rows(NEWS) if keep(row["story"])]
    stories = Counter(row["story"] for row in rows)
    documents = 0.0
    for number, row in enumerate(rows):
        report = ready(row["text"], row=row, number=number)
        if report is not None:
            documents += _add(frequency, [report], settings, weight=STORY_REPORTS / stories[row["story"]])
    documents += _add(frequency, _web(labelled), settings, weight=1.0)
    for term, share in _general():
        frequency[term] += general * share
    return Table(documents + general * bool(_general()), MappingProxyType(dict(frequency)))


def _add(
    frequency: defaultdict[str, float], documents: Iterable[Document], settings: StorySettings, *, weight: float
) -> float:
    added = 0.0
    for document in documents:
        for term in count(document, settings).terms():
            frequency[term] += weight
        added += weight
    return added


def _web(labelled: Labelled) -> Iterator[Document]:
    sentences = [row["text"] for name in WEB for row in labelled.rows(name)]
    for start in range(0, len(sentences), WEB_SENTENCES):
        text = " ".join(sentences[start : start + WEB_SENTENCES]).replace(" n't", "n't").replace(" 's", "'s")
        yield Document(id=f"web-{start}", text=text, passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),))


def _general() -> list[tuple[str, float]]:
    """Stems of general English with the share of reports that hold them; none without the package."""
    try:
        from wordfreq import get_frequency_dict
    except ImportError:
        return []
    chance: defaultdict[str, float] = defaultdict(float)
    entries = sorted(get_frequency_dict("en", wordlist="large").items(), key=lambda entry: (-entry[1], entry[0]))
    for form, p in entries[:GENERAL_ENTRIES]:
        if form.replace("'", "").isalpha():
            chance[stem(form)] += p
    return [(term, -math.expm1(-GENERAL_WORDS * p)) for term, p in chance.items()]


if __name__ == "__main__":
    main()
