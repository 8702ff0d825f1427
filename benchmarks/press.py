"""Invented news by the million: `python -m benchmarks.press DOCUMENTS --out FILE [--seed 1] [--workers 2]`.

FILE ends in `.jsonl.gz` (documents, a line each, with what is known of them) or `.warc.gz` (the same as pages, see
`press_pages`). Reports come in the order of publishing and are made as they are asked for, so that a million takes
the memory of a few days' stories; the same settings give the same bytes.

What is drawn, and how (`Press`): a story's size from a power law, so that half of all stories have one report and few
have dozens; its reports over some days (exponential); their outlets from 400 invented ones; 230 to 560 words (400 on
the average), of which a third of the sentences only their report has, a quarter are quotations, whole, in part,
reworded or indirect, and in every report are tolls and other figures. A share of all reports are copies of an earlier
report of the story, by another outlet: whole, edited (a tenth of the words are others), cut (the first third to two
thirds of the sentences), or reworded (a third of the words are others). Sentences are those of `told`; their nouns
and verbs come from a dictionary of some ten thousand, by Zipf's law, most of them from those that a story has for
itself, so that what two reports share by chance is as little as in news.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from heapq import heappop, heappush
from itertools import accumulate, chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeAlias

from benchmarks.reports import name, written
from benchmarks.told import ACTS, THINGS, Story, Words, document
from rashomon.core import Document
from rashomon.core.batches import batched
from rashomon.core.senses import table

WORD = re.compile(r"[A-Za-z]+")
EDITS = {"whole": 0.4, "edited": 0.25, "cut": 0.2, "reworded": 0.15}
"""How a copy was made, and the share of the copies made so."""
OWN_WORDS = 0.25
"""The share of words outside quotation marks that each report chooses for itself."""
QUOTED = re.compile(r"(“[^”]*”)")
EDITED_WORDS, REWORDED_WORDS = 0.1, 1 / 3
CUT = (1 / 3, 2 / 3)
SIZE_POWER = 1.8
"""Of the power law of the sizes of stories."""
TOPIC = {"noun": 60, "verb": 30}
OF_THE_TOPIC = 0.6
"""Words of a story's own, and the share of all words drawn that are of these."""
STORIES_AT_ONCE = 100
"""That one process makes before it hands them over."""
FACTS, SAYINGS = 40, 30
"""What happens in a story and what is said in it; a report tells some ten of the one and six of the other."""
HOURS = 14.0
"""Mean time from the first report of a story to another."""
DAYS = 5
FIRST_DAY = datetime(2031, 3, 1, tzinfo=UTC)
TITLES = ("Post", "Mail", "Courier", "Gazette", "Herald", "Chronicle", "Dispatch", "Tribune")
SAID = (
    "the {w} was {v} long before anybody saw the {j} {w2}",
    "we {v} the {w} in {place} and the {w2} with it",
    "no {x} of {place} would have {v} that {j} {w}",
    "whoever {v} the {w} knew about the {w2}",
    "{b} {v} the {j} {w} without asking one {x}",
    "{k} {x}s have {v} the {w} and nobody counted the {w2}",
    "I have {v} every {w} that {a} ever sent us",
    "the {w2} is safe although the {j} {w} was {v}",
)

KEPT = frozenset(
    """with that said told from when after before while because although without over next will plan plans have
    been were what which until than then them they this will wrote says runs whose came years went belongs fell
    found under stayed open lost held driven proposed denied meals minutes kilometres officials reporters least
    people others according unless despite request spite advice room pressure should never must knew""".split()
)
"""Words that stay what they are, so that sentences stay sentences; so do verbs."""
SWAPPED_NOUNS = """
    harbour ferry fire transport union opposition port insurer hospital rescue governor engineer pilot council
    coastguard institute ministry quay bridge depot lighthouse hall market channel railway school road store
    dock station silo lock terminal tower lorry boat blanket meal gate inquiry paper crew telephone cracks home
    family safety blame street letter market village door winter company owner freight shipping traffic
    inspection volunteer noise light people sailor docker baker teacher nurse lawyer diver driver farmer tailor
    painter plumber butcher welder clerk cook guard fisherman student waiter miner bakery bookshop chandlery
    cafe laundry garage pharmacy workshop guesthouse smokehouse
""".split()
SWAPPED_ADJECTIVES = """
    old northern narrow public heavy quiet early wooden broken local empty large wet private famous sudden
    careful distant costly bitter modest steep rural eastern customs fuel cable tram cold
""".split()
SWAPPED_DEEDS = ("killed", "injured", "hurt", "collapsed", "died")
SWAPPED = 0.85
"""The share of these words that a story puts in words of its own: else all would be news of one harbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What is invented.

    Attributes:
        documents: how many.
        seed: of everything that is drawn.
        copied: the share of all reports that are copies.
        a_day: reports published a day; without it all are published within some five days.
        largest: reports of the largest story.
        least: words of the shortest report.
        most: and of the longest.
        outlets: how many there are.
        reworded: the share of the words that are others in a reworded copy, verbs and small words too; without it a
            third, of those that leave sentences what they are.
    """

    documents: int
    seed: int = 1
    copied: float = 0.3
    a_day: int | None = None
    largest: int = 60
    least: int = 225
    most: int = 555
    outlets: int = 400
    reworded: float | None = None


class Report(NamedTuple):
    """A document, the story that it tells, and of a copy: of which document, and how it was made."""

    document: Document
    story: str
    origin: str | None = None
    edit: str | None = None


class ManyWords(Words):
    """Words of a dictionary, the common ones often and the rare ones seldom; of a story its own more often still."""

    said = SAID

    def __init__(self, topic: random.Random | None = None) -> None:
        self._own: dict[str, list[str]] = {"noun": [], "verb": []}
        for part, own in self._own.items():
            if topic is not None:
                own.extend(_zipf(dictionary(part), topic) for _ in range(TOPIC[part]))

    def nouns(self, rng: random.Random, count: int) -> list[str]:
        """So many unlike nouns."""
        found = {self.noun(rng): None for _ in range(count)}
        while len(found) < count:
            found[self.noun(rng)] = None
        return list(found)

    def noun(self, rng: random.Random) -> str:
        """A noun."""
        return self._word("noun", rng)

    def verb(self, rng: random.Random) -> str:
        """A verb, past."""
        return self._word("verb", rng)

    def _word(self, part: str, rng: random.Random) -> str:
        own = self._own[part]
        return rng.choice(own) if own and rng.random() < OF_THE_TOPIC else _zipf(dictionary(part), rng)

    def thing(self, rng: random.Random) -> str:
        """What something happens to."""
        return f"{self.noun(rng)} {rng.choice(THINGS).split()[-1]}"


@cache
def dictionary(part: str) -> tuple[str, ...]:
    """Nouns, or verbs with a regular past; in an order of their own that stands for how common they are."""
    words = sorted(w for w in table(part).shares if w.isascii() and w.isalpha() and w.islower() and 4 <= len(w) <= 10)
    if part == "verb":
        words = [f"{word}ed" for word in words if word[-1] in "khltd" and word[-2] not in "aeiou"]
    random.Random(part).shuffle(words)
    return tuple(words)


def _zipf(words: Sequence[str], rng: random.Random) -> str:
    """A word of a rank by Zipf's law."""
    return words[int(len(words) ** rng.random()) - 1]


def sizes(press: Press, rng: random.Random) -> Iterator[int]:
    """The sizes of stories."""
    ranks = range(1, press.largest + 1)
    weights = list(accumulate(size**-SIZE_POWER for size in ranks))
    while True:
        yield from rng.choices(ranks, cum_weights=weights, k=256)


def reports(press: Press, workers: int = 1) -> Iterator[Report]:
    """The reports, in the order of publishing; the same with any number of processes that make them."""
    rng = random.Random(f"press {press.seed}")
    titles = [f"{name(rng)} {rng.choice(TITLES)}" for _ in range(press.outlets)]
    batches = (_Batch(press, titles, slots) for slots in batched(_slots(press, rng), STORIES_AT_ONCE))
    waiting: list[tuple[float, int, int, Report]] = []
    given = 0
    with closing(_ahead(batches, workers)) as told:
        for begins, number, story in chain.from_iterable(told):
            while waiting and waiting[0][0] <= begins:
                yield heappop(waiting)[-1]
                given += 1
                if given == press.documents:
                    return
            for at, (hours, report) in enumerate(story):
                heappush(waiting, (hours, number, at, report))


class _Batch(NamedTuple):
    """Stories that one process makes in one go: for each, its number, its size and the hour at which it begins."""

    press: Press
    titles: list[str]
    slots: list[tuple[int, int, float]]


Told: TypeAlias = list[tuple[float, int, list[tuple[float, Report]]]]
"""Of stories, the hour at which each begins, its number, and its reports with the hour of each."""


def _slots(press: Press, rng: random.Random) -> Iterator[tuple[int, int, float]]:
    begins = 0.0
    for number, size in enumerate(sizes(press, rng)):
        yield number, size, begins
        begins += 24.0 * size / (press.a_day or max(1, press.documents / DAYS))


def _stories(batch: _Batch) -> Told:
    return [
        (begins, number, list(_story(batch.press, number, size, begins, batch.titles)))
        for number, size, begins in batch.slots
    ]


def _ahead(batches: Iterator[_Batch], workers: int) -> Generator[Told]:
    """What the batches, which have no end, hold: in their order, some ahead of what is asked for."""
    if workers == 1:
        for batch in batches:
            yield _stories(batch)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        handed = deque(pool.submit(_stories, batch) for batch in islice(batches, 4 * workers))
        try:
            for batch in batches:
                yield handed.popleft().result()
                handed.append(pool.submit(_stories, batch))
        finally:
            pool.shutdown(cancel_futures=True)


def _swaps(rng: random.Random) -> dict[str, str]:
    """What stands for the words of the sentences' frames in one story, verbs in the same form."""
    found: dict[str, str] = {}

    def draw(part: str) -> str:
        return _zipf(dictionary(part), rng)

    for word in (*SWAPPED_NOUNS, *SWAPPED_ADJECTIVES):
        if rng.random() < SWAPPED:
            own = draw("noun")
            found |= {word: own, f"{word}s": f"{own}s"}
    for past, base, participle, noun in ACTS:
        if rng.random() < SWAPPED:
            own = draw("verb").removesuffix("ed")
            found |= {past: f"{own}ed", participle: f"{own}ed", noun: f"{own}ing", base: own}
    found |= {word: draw("verb") for word in SWAPPED_DEEDS if rng.random() < SWAPPED}
    return found


def _swapped(sentence: str, swaps: dict[str, str]) -> str:
    def own(found: re.Match[str]) -> str:
        word = found[0]
        other = swaps.get(word.lower())
        return word if other is None else other.capitalize() if word[0].isupper() else other

    return WORD.sub(own, sentence)


def _story(
    press: Press, number: int, size: int, begins: float, titles: Sequence[str]
) -> Iterator[tuple[float, Report]]:
    """The reports of one story, with the hour of each."""
    rng = random.Random(f"story {press.seed} {number}")
    told = Story(f"told {press.seed} {number}", facts=FACTS, sayings=SAYINGS, words=ManyWords(rng))
    swaps = _swaps(rng)
    hours = sorted((begins, *(begins + rng.expovariate(1 / HOURS) for _ in range(size - 1))))
    outlets = rng.sample(titles, min(size, len(titles)))
    earlier: list[tuple[str, list[str], str]] = []
    for at, hour in enumerate(hours):
        key = f"{number}-{at}"
        origin = edit = None
        headline = _swapped(told.told(hour - begins, rng).rstrip("."), swaps)
        if earlier and rng.random() < press.copied / _behind(press):
            origin, words, first = earlier[0] if rng.random() < 0.5 else rng.choice(earlier)
            edit = rng.choices(list(EDITS), weights=list(EDITS.values()))[0]
            words = copied(words, edit, rng, press.reworded)
            headline = first if rng.random() < 0.3 else headline
        else:
            drawn = told.sentences(hour - begins, rng, least=press.least, most=press.most)
            words = [_in_own_words(_swapped(sentence, swaps), told.words, rng) for sentence in drawn]
        earlier.append((key, words, headline))
        outlet = outlets[at % len(outlets)]
        at_time = (FIRST_DAY + timedelta(hours=hour)).replace(second=0, microsecond=0)
        site = f"https://{outlet.lower().replace(' ', '-')}.example/{at_time:%Y/%m/%d}/{key}"
        made = document(key, headline, words, rng, outlet=outlet, at=at_time, address=site)
        yield hour, Report(made, f"story {number}", origin, edit)


@cache
def _behind(press: Press) -> float:
    """The share of reports that are not the first of their story, among which the copies are."""
    ranks = range(1, press.largest + 1)
    return 1.0 - sum(r**-SIZE_POWER for r in ranks) / sum(r ** (1 - SIZE_POWER) for r in ranks)


def copied(sentences: Sequence[str], edit: str, rng: random.Random, reworded: float | None) -> list[str]:
    """The sentences as another outlet prints them."""
    if edit == "cut":
        return list(sentences[: max(2, round(len(sentences) * rng.uniform(*CUT)))])
    if edit == "reworded" and reworded is not None:
        return [_with_other_words(sentence, reworded, ManyWords(), rng, whatever=True) for sentence in sentences]
    share = {"edited": EDITED_WORDS, "reworded": REWORDED_WORDS}.get(edit, 0.0)
    return [_with_other_words(sentence, share, ManyWords(), rng) for sentence in sentences]


def _in_own_words(sentence: str, words: Words, rng: random.Random) -> str:
    """A sentence as one desk writes it: outside quotation marks some words are its own choice of the story's."""
    parts = QUOTED.split(sentence)
    return "".join(part if at % 2 else _with_other_words(part, OWN_WORDS, words, rng) for at, part in enumerate(parts))


def _with_other_words(sentence: str, share: float, drawn: Words, rng: random.Random, *, whatever: bool = False) -> str:
    """A sentence in which so many of all words are others.

    Names and figures stay, and unless `whatever` may go, so do verbs and the smallest words.
    """
    words = sentence.split(" ")
    wanted = share * len(words)
    count = int(wanted) + (rng.random() < wanted % 1)
    may = [
        at for at, word in enumerate(words) if word.isalpha() and word.islower() and (whatever or _may_be_other(word))
    ]
    for at in rng.sample(may, min(count, len(may))):
        words[at] = drawn.noun(rng)
    return " ".join(words)


def _may_be_other(word: str) -> bool:
    return len(word) > 3 and not word.endswith("ed") and word not in KEPT


def as_row(report: Report) -> dict[str, str | None]:
    """A report as a line of JSON holds it; `rashomon` reads the same lines."""
    d = report.document
    return {
        "id": d.id,
        "text": d.text,
        "headline": d.headline,
        "outlet": d.outlet,
        "address": d.address,
        "language": d.language,
        "published_at": d.published_at.isoformat() if d.published_at else None,
        "story": report.story,
        "origin": report.origin,
        "edit": report.edit,
    }


def write(path: Path, told: Iterable[Report]) -> int:
    """Write reports as compressed lines of JSON; how many."""
    count = 0
    with path.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as stream:  # no name and no time in it
        for report in told:
            stream.write(json.dumps(as_row(report)).encode() + b"\n")
            count += 1
    return count


def read_back(path: Path) -> Iterator[Report]:
    """The reports of such a file, one after the other; as documents they are those that were written."""
    with gzip.open(path, "rb") as stream:
        for line in stream:
            row = json.loads(line)
            made = written(
                row["id"],
                row["headline"],
                row["text"].split("\n\n"),
                outlet=row["outlet"],
                at=datetime.fromisoformat(row["published_at"]),
                language=row["language"],
                address=row["address"],
            )
            yield Report(made, row["story"], row["origin"], row["edit"])


def main(arguments: list[str] | None = None) -> None:
    """Write a file."""
    from benchmarks.press_pages import write_pages

    parser = argparse.ArgumentParser(prog="python -m benchmarks.press", description=__doc__)
    parser.add_argument("documents", type=int)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--seed", type=int, default=Press(documents=1).seed)
    parser.add_argument("--copied", type=float, default=Press(documents=1).copied)
    parser.add_argument("--a-day", type=int, default=Press(documents=1).a_day)
    parser.add_argument("--workers", type=int, default=1, help="processes that make it; the bytes are the same")
    asked = parser.parse_args(arguments)
    press = Press(documents=asked.documents, seed=asked.seed, copied=asked.copied, a_day=asked.a_day)
    done = (write_pages if asked.out.name.endswith(".warc.gz") else write)(asked.out, reports(press, asked.workers))
    print(json.dumps({"documents": done, "bytes": asked.out.stat().st_size, "press": asdict(press)}))


if __name__ == "__main__":
    main()
