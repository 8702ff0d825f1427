"""Makes the table of verb senses that ships from the database files of WordNet 3.0.

    python -m evals.wordnet FOLDER

FOLDER holds `index.verb`, `data.verb`, `index.noun`, `data.noun` and `cntlist.rev` (Debian: the package
`wordnet-base`, under `/usr/share/wordnet`). Only what tells verbs apart and brings them together is kept: which verbs
share a sense and how much of a verb's use that sense is (tagged counts, half a use added to each sense), the sense one
step broader, opposite verbs, and the verbs from which nouns are made.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TABLE = Path("src/rashomon/core/data/verb_senses.tsv")

LEAST_SHARE = 0.04
"""Senses that are a smaller part of a verb's use are left out: a word that hardly ever means it says nothing by it."""

HEAD = """\
# Verbs by sense, from WordNet 3.0 (Princeton University; its licence stands in verb_senses.LICENSE beside this file).
# Made by `python -m evals.wordnet FOLDER`; not edited by hand.
# s <TAB> sense <TAB> verbs with the share of their use in hundredths <TAB> senses one step broader
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


def shares(folder: Path) -> dict[str, dict[str, float]]:
    """Verb -> sense -> the part of its use that is of that sense."""
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, number, count = line.split()
        lemma, kind = key.split("%")
        if kind.startswith("2:"):
            counts[lemma][int(number)] = int(count)
    found: dict[str, dict[str, float]] = {}
    for line in (folder / "index.verb").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        offsets = fields[-int(fields[2]) :]
        weights = [counts[fields[0]].get(n, 0) + 0.5 for n in range(1, len(offsets) + 1)]
        found[fields[0]] = {o: w / sum(weights) for o, w in zip(offsets, weights, strict=True)}
    return found


def _written(word: str) -> str:
    return word.lower().replace("_", " ")


def lines(folder: Path) -> Iterator[str]:
    """The lines of the table, in order."""
    verbs, nouns, used = senses(folder / "data.verb"), senses(folder / "data.noun"), shares(folder)
    short = {offset: f"{n:x}" for n, offset in enumerate(sorted(verbs))}
    opposites: dict[str, set[str]] = defaultdict(set)
    for offset, sense in sorted(verbs.items()):
        kept = {w.lower(): used.get(w.lower(), {}).get(offset, 0.0) for w in sense.words}
        broader = [short[t] for symbol, t, _, _, _ in sense.pointers if symbol == "@"]
        members = ",".join(f"{_written(w)}={round(100 * s)}" for w, s in kept.items() if s >= LEAST_SHARE)
        if members:
            yield f"s\t{short[offset]}\t{members}\t{','.join(broader)}".rstrip()
        for symbol, target, _, own, other in sense.pointers:
            if symbol == "!" and own and used.get(sense.words[own - 1].lower(), {}).get(offset, 0.0) >= LEAST_SHARE:
                opposites[_written(sense.words[own - 1])].add(_written(verbs[target].words[other - 1]))
    for verb, others in sorted(opposites.items()):
        yield f"o\t{verb}\t{','.join(sorted(others))}"
    made: dict[str, set[str]] = defaultdict(set)
    for sense in nouns.values():
        for symbol, target, part, own, other in sense.pointers:
            if symbol == "+" and part == "v" and own:
                verb = verbs[target].words[other - 1]
                if used.get(verb.lower(), {}).get(target, 0.0) >= LEAST_SHARE:
                    made[_written(sense.words[own - 1])].add(_written(verb))
    for noun, sources in sorted(made.items()):
        yield f"n\t{noun}\t{','.join(sorted(sources))}"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    TABLE.write_text(HEAD + "\n".join(lines(Path(sys.argv[1]))) + "\n", "utf-8")
    print(f"{TABLE}: {TABLE.stat().st_size:,} bytes")
