"""The word-level difference beside Python's difflib: `python -m benchmarks.versions [WORDS ...]`.

Texts of so many words (1,000, 10,000 and 100,000 by default) are invented: words drawn by a power law, as in any
language, in paragraphs. Each is held against versions of itself: a few words changed, many, paragraphs moved, half
rewritten, and another text altogether. Both programs get the same words; ours also finds the paragraphs that moved, and
the places in the text. Time is processor time. The words that an edit takes out or puts in are counted, fewer being
better; difflib runs with its heuristic for common words (its default), and without it up to `EXACT` words,
beyond which that takes minutes to hours. `least` is the fewest there can be (by the longest common subsequence), where
that can be counted. A paragraph that moved counts as left out and put in, for all.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from difflib import SequenceMatcher
from random import Random

from rashomon.archive.edits import applied, difference
from rashomon.archive.matching import blocks

EXACT, LEAST = 3_000, 3_000
KINDS = 20_000
"""How many different words there are."""


def invented(rng: Random, size: int) -> list[list[str]]:
    """Paragraphs of some sixty words; so many words in all."""
    words = [f"w{int(rng.paretovariate(0.9)) % KINDS}" for _ in range(size)]
    return [words[at : at + 60] for at in range(0, size, 60)]


def changed(rng: Random, paragraphs: Sequence[Sequence[str]], share: float) -> list[list[str]]:
    """The same with this share of its words replaced, left out or doubled by another."""
    made = []
    for paragraph in paragraphs:
        kept: list[str] = []
        for word in paragraph:
            fate = rng.random() / share if share else 1.0
            if fate > 1 / 3:
                kept.append(word)
            if 1 / 3 < fate < 1 or fate < 1 / 6:
                kept.append(f"w{rng.randrange(KINDS)}")
        made.append(kept)
    return made


def moved(rng: Random, paragraphs: Sequence[Sequence[str]]) -> list[list[str]]:
    """The same with one paragraph in twenty in another place."""
    made = [list(p) for p in paragraphs]
    for _ in range(max(1, len(made) // 20)):
        made.insert(rng.randrange(len(made)), made.pop(rng.randrange(len(made))))
    return made


def versions(rng: Random, old: list[list[str]]) -> dict[str, list[list[str]]]:
    """A text's versions by name."""
    size = sum(map(len, old))
    return {
        "one word in a thousand": changed(rng, old, 0.001),
        "one word in twenty": changed(rng, old, 0.05),
        "one word in five": changed(rng, old, 0.2),
        "moved and one in a hundred": changed(rng, moved(rng, old), 0.01),
        "half rewritten": [*old[: len(old) // 2], *invented(rng, size // 2)],
        "another text": invented(rng, size),
    }


def text_of(paragraphs: Sequence[Sequence[str]]) -> str:
    """The text."""
    return "\n\n".join(" ".join(p) + "." for p in paragraphs)


def flat(paragraphs: Sequence[Sequence[str]]) -> list[str]:
    """The words and marks as both programs get them."""
    return [word for p in paragraphs for word in (*p, ".")]


def ours(old: str, new: str) -> tuple[float, int]:
    """Seconds, and words taken out and put in."""
    start = time.process_time()
    found = difference(old, new)
    spent = time.process_time() - start
    if applied(old, new, found.edits) != new:
        raise AssertionError("the difference applied to the old text is not the new one")
    return spent, sum(
        len(e.old.of(old).replace(".", " . ").split()) + len(e.new.of(new).replace(".", " . ").split())
        for e in found.edits
    )


def alone(old: list[str], new: list[str]) -> tuple[float, int]:
    """The same for the words alone, without paragraphs and places: what difflib does."""
    start = time.process_time()
    ids: dict[str, int] = {}
    left, right = ([ids.setdefault(word, len(ids)) for word in words] for words in (old, new))
    same = sum(block.length for block in blocks(left, right))
    return time.process_time() - start, len(old) + len(new) - 2 * same


def difflib(old: list[str], new: list[str], *, heuristic: bool) -> tuple[float, int]:
    """The same for difflib."""
    start = time.process_time()
    same = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=heuristic).get_matching_blocks())
    return time.process_time() - start, len(old) + len(new) - 2 * same


def fewest(old: list[str], new: list[str]) -> int:
    """The fewest words that must be taken out and put in."""
    row = [0] * (len(new) + 1)
    for word in old:
        before = 0
        for place, other in enumerate(new, 1):
            above = row[place]
            row[place] = before + 1 if word == other else max(above, row[place - 1])
            before = above
    return len(old) + len(new) - 2 * row[-1]


def main(sizes: Sequence[int]) -> None:
    """Print a line for each version of each size."""
    print(
        f"{'words':>8}  {'version':<27} {'whole':>16} {'words alone':>16} "
        f"{'difflib':>18} {'difflib, exact':>18} {'least':>8}"
    )
    for size in sizes:
        rng = Random(size)
        old = invented(rng, size)
        for name, new in versions(rng, old).items():
            before, now = flat(old), flat(new)
            cells = [f"{told[0]:8.2f}s {told[1]:7}" for told in (ours(text_of(old), text_of(new)), alone(before, now))]
            theirs = [difflib(before, now, heuristic=True)]
            theirs += [difflib(before, now, heuristic=False)] if size <= EXACT else []
            cells += [f"{told[0]:8.2f}s {told[1]:8}" for told in theirs] + [" " * 18] * (2 - len(theirs))
            least = fewest(before, now) if size <= LEAST else ""
            print(f"{size:>8}  {name:<27} {' '.join(cells)} {least:>8}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    main(parser.parse_args().words)
