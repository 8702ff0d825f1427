"""What becomes of a folder of feeds, many of them broken: counts by outcome, the slowest, and expectations met.

Usage: python -m evals.feeds FOLDER

Each file must give a feed or a named problem, never an exception, in bounded time. Files of feedparser's own tests say
in a comment what is expected of them ("Expect: not bozo and feed['title'] == 'Example'"); where that is a plain
comparison of a title, an address or a time, it is compared here with what the feed gives, by hand-written rules:
nothing of the files is ever run.
"""

from __future__ import annotations

import re
import sys
import time
from ast import literal_eval
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from rashomon.core import Problem
from rashomon.ingest.feeds import feed_of
from rashomon.ingest.feeds_facts import Feed
from rashomon.ingest.feeds_values import EARLIEST, one_line

SLOWEST = 5
_EXPECT = re.compile(
    r"(?:feed\[u?['\"](title|link)['\"]\]|entries\[0\]\[u?['\"](title|link|updated_parsed|published_parsed)['\"]\])"
    r"\s*==\s*(.+)",
    re.IGNORECASE,
)
_OF = re.compile(r"Expect:\s*(?:not bozo and |bozo and )?((feed|entries\[0\])\[.*?)\s*$", re.MULTILINE)

_TIME_ALONE = re.compile(rb"</(?:entry|item)>", re.IGNORECASE)
"""An entry that tells a time and nothing else is none to us; a headline is put into those that ask for the time."""


def expected(raw: bytes) -> tuple[str, str, object] | None:
    """Of the feed or its first entry, which value, and what it should be; None where no plain comparison is asked."""
    said = _OF.search(raw[:4000].decode("utf-8", "replace"))
    if said is None:
        return None
    found = _EXPECT.fullmatch(said[1])
    if found is None:
        return None
    try:
        value = literal_eval(found[3])  # a literal or nothing
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return said[2], (found[1] or found[2]).lower(), value


def met(feed: Feed | Problem, asked: tuple[str, str, object]) -> bool:
    """Whether a feed gives what is expected of it, in our terms: titles as words on a line, times in UTC."""
    where, name, value = asked
    if isinstance(feed, Problem):
        return False
    if where == "feed":
        got = {"title": feed.title, "link": feed.site}.get(name, "")
    else:
        entry = feed.entries[0] if feed.entries else None
        if entry is None:
            return False
        got = {
            "title": entry.headline,
            "link": entry.address,
            "updated_parsed": entry.updated_at,
            "published_parsed": entry.published_at,
        }[name]
    if name == "title":
        return got == one_line(str(value))
    if name == "link":
        return got == value or (got is None and not str(value).startswith("http"))
    if value is None:
        return got is None
    try:
        moment = datetime(*tuple(value)[:6], tzinfo=UTC)  # type: ignore[arg-type,misc]
    except (TypeError, ValueError):
        return got is None
    return got == moment or (got is None and moment < EARLIEST)


def _tells_nothing_else(feed: Feed | Problem) -> bool:
    """Whether the one entry tells neither an address nor a headline nor words, so that it is none to us."""
    return isinstance(feed, Feed) and not feed.entries and any(p.code == "entry-empty" for p in feed.problems)


def measured(folder: Path) -> None:
    """Read every file of a folder and print what became of them."""
    outcomes: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    seconds: list[tuple[float, Path]] = []
    answers: list[tuple[str, str, bool]] = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        raw = file.read_bytes()
        wanted = expected(raw)
        if wanted is not None and wanted[1].endswith("_parsed"):
            raw = _TIME_ALONE.sub(rb"<title>a headline</title>\g<0>", raw)
        began = time.process_time()
        try:
            feed = feed_of(raw, f"http://127.0.0.1:8097/{file.name}")
        except Exception as error:  # noqa: BLE001 - this is what is counted
            outcomes[f"EXCEPTION {type(error).__name__}"] += 1
            continue
        finally:
            seconds.append((time.process_time() - began, file))
        outcomes[f"problem {feed.code}" if isinstance(feed, Problem) else f"feed {feed.form}"] += 1
        if isinstance(feed, Feed):
            notes.update({problem.code for problem in feed.problems})
        if wanted is not None and not _tells_nothing_else(feed):
            told = f"{file.relative_to(folder)}: {wanted[2]!r}"
            answers.append((f"{wanted[0]} {wanted[1]}", told, met(feed, wanted)))
    _print_outcomes(outcomes, notes, [(took, str(file.relative_to(folder))) for took, file in seconds])
    _print_answers(answers)


def _print_outcomes(outcomes: Counter[str], notes: Counter[str], seconds: list[tuple[float, str]]) -> None:
    print(f"{len(seconds)} files, {sum(took for took, _ in seconds):.1f} s of processor")
    for name, count in outcomes.most_common():
        print(f"  {count:5}  {name}")
    print("notes: " + (", ".join(f"{name} {count}" for name, count in notes.most_common()) or "none"))
    print("slowest:")
    for took, file in sorted(seconds, reverse=True)[:SLOWEST]:
        print(f"  {took:.3f} s  {file}")


def _print_answers(answers: list[tuple[str, str, bool]]) -> None:
    if not answers:
        return
    held = sum(1 for _, _, right in answers if right)
    print(f"expectations met: {held} of {len(answers)} ({held / len(answers):.3f})")
    for key in sorted({key for key, _, _ in answers}):
        of_key = [right for one, _, right in answers if one == key]
        print(f"  {key}: {sum(of_key)} of {len(of_key)}")
    for key, told, right in answers:
        if not right:
            print(f"  missed {key} of {told}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    measured(Path(sys.argv[1]))
