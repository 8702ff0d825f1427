"""Questions to a large archive: `python -m benchmarks.questions [DOCUMENTS [PATH]]`, a line of p50, p95 and longest.

Invented stories of four reports, eight claims each; each question is asked many times with other words, as the commands
ask it: its first page, in a view of its own. Told are milliseconds by the wall and of a processor. An archive that
is already at PATH is asked as it is.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.searches import shares
from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, DEEDS, THINGS, made_up, name, word
from rashomon.present import questions
from rashomon.present.questions import Asked
from rashomon.stores import open_store
from rashomon.stores.base import Store, View

DOCUMENTS_A_STORY = 4
STORIES_A_BLOCK = 200
ASKED = 40
"""So often is each question asked."""


def filled(path: Path, documents: int) -> Store:
    """The archive at a path, made where there is none."""
    new = not path.exists()
    store = open_store(path)
    stories = documents // DOCUMENTS_A_STORY
    for begin in range(0, stories if new else 0, STORIES_A_BLOCK):
        with store.writer() as writer:
            for number in range(begin, min(stories, begin + STORIES_A_BLOCK)):
                keep(writer, made_up(number, documents=DOCUMENTS_A_STORY, filler=40))
    return store


def sorts(dice: random.Random, stories: int) -> dict[str, Callable[[View], object]]:
    """Each sort of question, with other words each time."""

    def any_day() -> Any:  # noqa: ANN401  # a time
        return BEGAN.fromtimestamp(BEGAN.timestamp() + dice.random() * stories * 420, BEGAN.tzinfo)

    def any_outlet() -> str:
        return f"{word(dice)[:3]} {dice.choice(('Post', 'Courier', 'Mail'))}"

    def any_name() -> str:
        return name(dice).split()[0]

    q = questions
    return {
        "stories": lambda view: q.stories(view, Asked()),
        "stories until a day": lambda view: q.stories(view, Asked(until=any_day())),
        "stories of an outlet": lambda view: q.stories(view, Asked(outlet=any_outlet())),
        "stories with words": lambda view: q.stories(view, Asked(words=dice.choice(THINGS))),
        "stories disputed": lambda view: q.stories(view, Asked(standing="disputed", until=any_day())),
        "stories of a party": lambda view: q.stories(view, Asked(party=any_name())),
        "stories of a party denied": lambda view: q.stories(view, Asked(party=any_name(), status="denied")),
        "stories with words disputed": lambda view: q.stories(
            view, Asked(words=dice.choice(THINGS), standing="disputed")
        ),
        "stories of 4 origins": lambda view: q.stories(view, Asked(until=any_day()), least_origins=4),
        "stories of 5 origins (none)": lambda view: q.stories(view, Asked(until=any_day()), least_origins=5),
        "stories, second page": lambda view: q.stories(view, Asked(), before=q.stories(view, Asked()).before),
        "story": lambda view: q.story(view, made_up(dice.randrange(stories), documents=1, claims=1).story.id),
        "claims disputed until a day": lambda view: q.claims(view, Asked(standing="disputed", until=any_day())),
        "claims that somebody denied": lambda view: q.claims(view, Asked(status="denied", voice=any_name())),
        "claims with words": lambda view: q.claims(view, Asked(words=dice.choice(DEEDS))),
        "quotations with a beginning": lambda view: q.quotations(view, Asked(words=f"{dice.choice(DEEDS)[:4]}*")),
        "quotations of a speaker": lambda view: q.quotations(view, Asked(speaker=any_name())),
        "figures disputed": lambda view: q.figures(view, Asked(standing="disputed", until=any_day())),
        "documents of an outlet": lambda view: q.documents(view, Asked(outlet=any_outlet())),
        "documents with words": lambda view: q.documents(view, Asked(words=f"{dice.choice(DEEDS)} {word(dice)}")),
        "outlets": lambda view: q.outlets(view, Asked(until=any_day())),
        "who copies an outlet most": lambda view: q.outlets(view, Asked(outlet=any_outlet())),
        "search a common word": lambda view: q.search(view, Asked(words=dice.choice(THINGS))),
        "search a rare word": lambda view: q.search(view, Asked(words=word(dice))),
    }


def asked(store: Store, stories: int) -> dict[str, Any]:
    """How long each takes, in milliseconds: p50 and p95 by the wall, and of a processor."""
    dice = random.Random(11)
    told: dict[str, Any] = {}
    for sort, ask in sorts(dice, stories).items():
        wall, processor = [], []
        for _ in range(ASKED):
            began, spent = time.perf_counter(), time.process_time()
            with store.view() as view:
                ask(view)
            processor.append((time.process_time() - spent) * 1000)
            wall.append((time.perf_counter() - began) * 1000)
        told[sort] = {"wall_ms": shares(wall), "processor_ms": shares(processor)}
    return told


def main(documents: str = "100000", path: str = "") -> None:
    """Fill an archive and print what asking it takes."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        store = filled(Path(path or f"{folder}/asked.db"), int(documents))
        filling = time.process_time() - began
        with store.view() as view:
            counts = view.counts()
        answers = asked(store, counts.stories)
        store.close()
        line = {"documents": counts.documents, "claims": counts.claims, "filled_in_s": round(filling), "asked": answers}
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
