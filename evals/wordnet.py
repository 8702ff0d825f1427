"""Makes the tables of verb and noun senses that ship from the database files of WordNet 3.0.

    python -m evals.wordnet FOLDER

FOLDER holds `index.verb`, `data.verb`, `index.noun`, `data.noun` and `cntlist.rev` (Debian: the package
`wordnet-base`, under `/usr/share/wordnet`). Only what tells verbs apart and brings them together is kept: which verbs
share a sense and how much of a verb's use that sense is (tagged counts, half a use added to each sense), the sense one
step broader, opposite verbs, and the verbs from which nouns are made.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path("src/rashomon/core/data")

LEAST_SHARE = 0.04
"""Senses that are a smaller part of a verb's use are left out: a word that hardly ever means it says nothing by it."""

HEAD = """\
# {}s by sense, from WordNet 3.0 (Princeton University; its licence stands in senses.LICENSE beside this file).
# Made by `python -m evals.wordnet FOLDER`; not edited by hand.
# s <TAB> sense <TAB> {}s with the share of their use in hundredths <TAB> senses one step broader
"""

VERB_LINES = """\
# o <TAB> verb <TAB> its opposites
# n <TAB> noun <TAB> verbs that it is made from
"""


@dataclass(frozen=True, slots=True)
class Sense:
    """One line of a data file: its words and its pointers (symbol, target, part of speech, from word, to word)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, int, int], ...]


def senses(path: Path) -> dict[str, Sense]:
    """All senses of a data file by their offset."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        n_words = int(fields[3], 16)
        words = tuple(fields[4 + 2 * n] for n in range(n_words))
        at = 4 + 2 * n_words
        pointers = []
        for n in range(int(fields[at])):
            symbol, target, part, places = fields[at + 1 + 4 * n : at + 5 + 4 * n]
            own, other = divmod(int(places, 16), 256)
            pointers.append((symbol, target, part, own, other))
        found[fields[0]] = Sense(words=words, pointers=tuple(pointers))
    return found


def shares(folder: Path, part: str) -> dict[str, dict[str, float]]:
    """Word -> sense -> the part of its use that is of that sense; words that no tagged text uses are left out."""
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, number, count = line.split()
        lemma, kind = key.split("%")
        if kind.startswith(KINDS[part]):
            counts[lemma][int(number)] = int(count)
    found: dict[str, dict[str, float]] = {}
    for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
        fields = line.split()
        if line.startswith(" ") or (part == "noun" and not counts[fields[0]]):
            continue
        offsets = fields[-int(fields[2]) :]
        weights = [counts[fields[0]].get(n, 0) + 0.5 for n in range(1, len(offsets) + 1)]
        found[fields[0]] = {o: w / sum(weights) for o, w in zip(offsets, weights, strict=True)}
    return found


KINDS = {"verb": "2:", "noun": "1:"}


def _written(word: str) -> str:
    return word.lower().replace("_", " ")


def sense_lines(folder: Path, part: str) -> Iterator[str]:
    """A line for each sense with words of frequent use, and for those broader than one that has."""
    known, used = senses(folder / f"data.{part}"), shares(folder, part)
    short = {offset: f"{n:x}" for n, offset in enumerate(sorted(known))}
    members = {offset: _members(sense, offset, used) for offset, sense in known.items()}
    above = {o: [t for symbol, t, *_ in s.pointers if symbol in BROADER] for o, s in known.items()}
    wanted = {o for o, words in members.items() if words}
    wanted |= {t for o in tuple(wanted) for t in above[o]}
    for offset in sorted(wanted):
        yield f"s\t{short[offset]}\t{members[offset]}\t{','.join(short[t] for t in above[offset])}"


BROADER = frozenset({"@", "@i"})


def _members(sense: Sense, offset: str, used: dict[str, dict[str, float]]) -> str:
    kept = {w: used[w].get(offset, 0.0) for w in sense.words if w in used}  # a capitalised word is a name
    return ",".join(f"{_written(w)}={round(100 * s)}" for w, s in kept.items() if s >= LEAST_SHARE)


def opposite_lines(folder: Path) -> Iterator[str]:
    """A line for each verb with opposites, in senses that both are used in."""
    verbs, used = senses(folder / "data.verb"), shares(folder, "verb")
    opposites: dict[str, set[str]] = defaultdict(set)
    for offset, sense in sorted(verbs.items()):
        for symbol, target, _, own, other in sense.pointers:
            if symbol == "!" and own and used.get(sense.words[own - 1], {}).get(offset, 0.0) >= LEAST_SHARE:
                opposites[_written(sense.words[own - 1])].add(_written(verbs[target].words[other - 1]))
    for verb, others in sorted(opposites.items()):
        yield f"o\t{verb}\t{','.join(sorted(others))}"


def noun_lines(folder: Path) -> Iterator[str]:
    """A line for each noun that is made from a verb in a sense that the verb is used in."""
    verbs, nouns, used = senses(folder / "data.verb"), senses(folder / "data.noun"), shares(folder, "verb")
    made: dict[str, set[str]] = defaultdict(set)
    for sense in nouns.values():
        for symbol, target, part, own, other in sense.pointers:
            if symbol == "+" and part == "v" and own:
                verb = verbs[target].words[other - 1]
                if used.get(verb, {}).get(target, 0.0) >= LEAST_SHARE:
                    made[_written(sense.words[own - 1])].add(_written(verb))
    for noun, sources in sorted(made.items()):
        yield f"n\t{noun}\t{','.join(sorted(sources))}"


def write(name: str, head: str, *lines: Iterable[str]) -> None:
    """Write one table and say how large it is."""
    path = FOLDER / name
    path.write_text(head + "".join(f"{line}\n" for some in lines for line in some), "utf-8")
    print(f"{path}: {path.stat().st_size:,} bytes")


def main(folder: Path) -> None:
    """Write both tables."""
    write(
        "verb_senses.tsv",
        HEAD.format("Verb", "verb") + VERB_LINES,
        sense_lines(folder, "verb"),
        opposite_lines(folder),
        noun_lines(folder),
    )
    write("noun_senses.tsv", HEAD.format("Noun", "noun"), sense_lines(folder, "noun"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
