"""Every sort of question about the claims of an archive: `python -m benchmarks.searches ARCHIVE [ASKED]`, JSON lines.

The archive is one of invented stories, as `benchmarks.archive` grows it. Each sort is asked many times with other
words, in an order in which the sorts are mixed, each in a view of its own, as a server does. Told are milliseconds by
the wall and of a processor: the middle one, the one that nineteen of twenty are below, the longest. A sort with more
than 100 ms in one of twenty is marked.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta

from rashomon.checks.made_up import BEGAN, DEEDS, REASONS, SYLLABLES, THINGS, name, word
from rashomon.core import Status
from rashomon.stores import Sought, open_store, parse
from rashomon.stores.base import Store

ASKED = 60
"""So often is each sort of question asked."""
SHOWN = 20
BOUND_MS = 100.0
MINUTES_A_STORY = 7
Questions = dict[str, Callable[[], str]]


def questions(dice: random.Random, stories: int) -> Questions:
    """Sorts of questions about claims, each time with other words."""

    def day() -> str:
        return str((BEGAN + timedelta(minutes=dice.random() * stories * MINUTES_A_STORY)).date())

    def deed() -> str:
        return dice.choice(DEEDS)

    def thing() -> str:
        return dice.choice(THINGS)

    def status() -> str:
        return dice.choice(list(Status))

    return {
        "rare word": lambda: word(dice),
        "common word": deed,
        "word of every claim": lambda: "the",
        "two common words": lambda: f"{deed()} {thing()}",
        "three common words": lambda: f"{deed()} the {thing()} of",
        "phrase": lambda: f'"{deed()} the {thing()}"',
        "phrase that stands nowhere": lambda: f'"{thing()} the {deed()}"',
        "phrase with a rare word": lambda: f'"{thing()} of {word(dice)}"',
        "beginning of four letters": lambda: f"{word(dice)[:4]}*",
        "beginning of three letters": lambda: f"{dice.choice(SYLLABLES)[:3]}*",
        "beginning of two letters": lambda: f"{dice.choice(SYLLABLES)[:2]}*",
        "beginning of one letter": lambda: f"{dice.choice(SYLLABLES)[:1]}*",
        "beginning in a phrase": lambda: f'{deed()} "the {thing()}" {dice.choice(SYLLABLES)[:3]}*',
        "field": lambda: f"status:{status()}",
        "field of every claim": lambda: "party:" + word(dice),
        "field, word": lambda: f"status:{status()} {thing()}",
        "field, two words": lambda: f"standing:disputed {deed()} {thing()}",
        "denied by": lambda: f'status:denied voice:"{name(dice).split()[0]}"',
        "told by an outlet": lambda: f"outlet:{dice.choice(SYLLABLES)} {deed()}",
        "three fields": lambda: f"standing:agreed status:{status()} outlet:post",
        "field that none has": lambda: "code:YIELD status:denied",
        "excluded word": lambda: f"-{thing()}",
        "excluded word of every claim": lambda: "-the",
        "word, excluded": lambda: f"{deed()} -{thing()} -status:{status()}",
        "all but one standing": lambda: "-standing:single -standing:agreed -standing:disputed",
        "choice": lambda: f"{deed()} OR {deed()}",
        "choice without": lambda: f"{deed()} OR {deed()} -{thing()}",
        "choice of rare words": lambda: f"{word(dice)} OR {word(dice)} OR {word(dice)}",
        "two choices": lambda: f"{deed()} OR {deed()} {thing()} OR {thing()}",
        "since a day": lambda: f"since:{day()}",
        "until a day": lambda: f"until:{day()}",
        "one day, field": lambda: f"since:{(told := day())} until:{told} standing:disputed",
        "one day, common words": lambda: f"since:{(told := day())} until:{told} {deed()} {thing()}",
        "disputed until a day": lambda: f"standing:disputed until:{day()}",
        "common words until a day": lambda: f"{deed()} {thing()} until:{day()}",
        "beginning until a day": lambda: f"{dice.choice(SYLLABLES)[:3]}* until:{day()}",
        "word of no claim": lambda: f"{dice.choice(REASONS).split()[-1]}xx",
        "common word with one of no claim": lambda: f"the {deed()} zzz",
        "common words, none together": lambda: f"{deed()} {deed()} {thing()}",
        "everything": lambda: "",
    }


def asked(store: Store, sorts: Questions, times: int = ASKED) -> dict[str, dict[str, list[float]]]:
    """How long each sort of question takes, in milliseconds."""
    dice = random.Random(7)
    order = [sort for sort in sorts for _ in range(times)]
    dice.shuffle(order)
    wall: dict[str, list[float]] = {sort: [] for sort in sorts}
    processor: dict[str, list[float]] = {sort: [] for sort in sorts}
    for sort in order:
        query = parse(sorts[sort](), Sought.CLAIMS)
        began, spent = time.perf_counter(), time.process_time()
        with store.view() as view:
            view.claims(query, limit=SHOWN)
        processor[sort].append((time.process_time() - spent) * 1000)
        wall[sort].append((time.perf_counter() - began) * 1000)
    return {sort: {"ms": shares(wall[sort]), "of_a_processor": shares(processor[sort])} for sort in sorts}


def shares(times: list[float]) -> list[float]:
    """The middle one, the one that nineteen of twenty are below, and the longest."""
    times = sorted(times)
    return [round(times[len(times) // 2], 1), round(times[int(len(times) * 0.95)], 1), round(times[-1], 1)]


def main(archive: str, times: int = ASKED) -> None:
    """Ask an archive everything and print a line for each sort, the slowest first."""
    store = open_store(archive, create=False)
    with store.view() as view:
        stories = view.counts().stories
    told = asked(store, questions(random.Random(3), stories), times)
    for sort, line in sorted(told.items(), key=lambda pair: -pair[1]["ms"][1]):
        slow = {"slow": True} if line["ms"][1] > BOUND_MS else {}
        sys.stdout.write(json.dumps({"sort": sort, **line, **slow}) + "\n")
    store.close()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
