"""Gains and losses against a commit: `python -m evals.diff COMMIT [--only WORD ...] [--most N]`.

The sources of the commit are checked out beside this folder and judged by the same measurements, in a process of their
own; then every outcome is compared with that of the sources here, changes not yet committed included. What was wrong
and is right, or missed and now judged, is won; a quotation that the labels do not have is lost where it is new and
won where it is gone.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn

from evals.outcomes import Outcome

HERE = Path(__file__).resolve().parents[1]
MOST = 30
WRONG, NOTHING, RIGHT = range(3)
"""The states of an outcome, the worse first: to say nothing is better than to say something wrong."""

Run = dict[str, list[Outcome] | str]
"""By measurement: its outcomes, or why there are none."""


@dataclass(frozen=True, slots=True)
class Change:
    """An outcome whose state differs between two runs; on one side there may be nothing."""

    before: Outcome | None
    after: Outcome | None

    @property
    def won(self) -> bool:
        """Whether it changed for the better."""
        return state(self.after) > state(self.before)


class DiffError(Exception):
    """The comparison cannot be made."""


def state(outcome: Outcome | None) -> int:
    """How an outcome stands: wrong, nothing to judge, right."""
    if outcome is None or outcome.right is None:
        return NOTHING
    return RIGHT if outcome.right else WRONG


def changes(before: Sequence[Outcome], after: Sequence[Outcome]) -> list[Change]:
    """The outcomes that stand otherwise than before, in the order of the data.

    Several of one kind and place are put side by side from the best to the worst.
    """
    old, new = _by_key(before), _by_key(after)
    keys = dict.fromkeys((*old, *new))
    sides = ((b, a) for key in keys for b, a in zip_longest(old.get(key, ()), new.get(key, ())))
    return [Change(b, a) for b, a in sides if state(a) != state(b)]


def _by_key(outcomes: Sequence[Outcome]) -> dict[object, list[Outcome]]:
    found: defaultdict[object, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        found[outcome.key].append(outcome)
    return {key: sorted(several, key=state, reverse=True) for key, several in found.items()}


def report(before: Run, after: Run, *, most: int = MOST) -> Iterator[str]:
    """The lines that tell what was won and lost, measurement by measurement; at most so many cases of each."""
    for name in dict.fromkeys((*after, *before)):
        old, new = before.get(name, "not measured"), after.get(name, "not measured")
        if isinstance(old, str) or isinstance(new, str):
            yield from (f"{name}: {side}: {why}" for side, why in (("before", old), ("after", new)) if _is_fault(why))
            continue
        found = changes(old, new)
        kinds = dict.fromkeys(o.kind for o in (*old, *new))
        yield f"{name}: {_count(found)}"
        for kind in kinds:
            of_kind = [c for c in found if _one(c).kind == kind]
            if of_kind and len(kinds) > 1:
                yield f"  {kind}: {_count(of_kind)}"
        for won in (False, True):
            cases = [c for c in found if c.won is won]
            for case in cases[:most]:
                yield from _told(case)
            if len(cases) > most:
                yield f"  ... and {len(cases) - most} more {'won' if won else 'lost'}"


def _is_fault(side: list[Outcome] | str) -> bool:
    return isinstance(side, str)


def _one(change: Change) -> Outcome:
    one = change.after or change.before
    assert one is not None
    return one


def _count(found: Sequence[Change]) -> str:
    won = sum(c.won for c in found)
    return f"{won} won, {len(found) - won} lost"


def _told(change: Change) -> Iterator[str]:
    one = _one(change)
    yield f"  {'+' if change.won else '-'} {one.kind} ({one.row})"
    yield f"      {one.shown}"
    wanted = one.wanted or "no quotation"
    sides = (("before", change.before), ("after", change.after))
    yield f"      gold: {wanted} | " + " | ".join(f"{name}: {_found(side)}" for name, side in sides)


def _found(outcome: Outcome | None) -> str:
    return (outcome and outcome.found) or "nothing"


def read_run(path: Path) -> Run:
    """What `evals.collect` wrote."""
    run: Run = {}
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        name = row.pop("measurement")
        if "fault" in row:
            run[name] = row["fault"]
            continue
        outcomes = run.setdefault(name, [])
        if isinstance(outcomes, list):
            outcomes.append(Outcome.of_row(row))
    return run


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """A folder with the files of a commit, taken away at the end however it comes."""
    with tempfile.TemporaryDirectory(prefix="rashomon-diff-") as place:
        folder = Path(place) / "tree"
        try:
            _git("worktree", "add", "--quiet", "--detach", str(folder), commit)
            yield folder
        finally:
            asked = signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C would leave it half there
            subprocess.run(
                ["git", "worktree", "remove", "--force", str(folder)], cwd=HERE, capture_output=True, check=False
            )
            subprocess.run(["git", "worktree", "prune"], cwd=HERE, capture_output=True, check=False)
            signal.signal(signal.SIGINT, asked)


def _git(*arguments: str) -> None:
    done = subprocess.run(["git", *arguments], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DiffError(done.stderr.strip())


def collect(sources: Sequence[Path], folder: Path, only: Sequence[str] | None) -> list[Run]:
    """The outcomes of several sources, each collected in a process of its own, side by side."""
    running: list[tuple[subprocess.Popen[str], Path]] = []
    words = ["--only", *only] if only else []
    try:
        for number, source in enumerate(sources):
            file = folder / f"run-{number}.jsonl"
            command = [sys.executable, "-m", "evals.collect", str(file), "--source", str(source), *words]
            environment = {**os.environ, "PYTHONPATH": str(source)}
            running.append(
                (subprocess.Popen(command, cwd=HERE, env=environment, stderr=subprocess.PIPE, text=True), file)
            )
        for (process, _), source in zip(running, sources, strict=True):
            _, said = process.communicate()
            if process.returncode:
                raise DiffError(
                    f"{source} cannot be measured: {(said.strip().splitlines() or ['no reason given'])[-1]}"
                )
    finally:
        for process, _ in running:
            if process.poll() is None:
                process.terminate()
                process.wait()
    return [read_run(file) for _, file in running]


def main(arguments: list[str] | None = None) -> int:
    """Compare the sources here with those of a commit."""
    parser = argparse.ArgumentParser(prog="python -m evals.diff", description=__doc__)
    parser.add_argument("commit", help="what to compare with: a commit, a branch, a tag")
    parser.add_argument("--only", nargs="+", metavar="WORD", help="measurements whose name holds one of these words")
    parser.add_argument("--most", type=int, default=MOST, metavar="N", help=f"cases shown either way ({MOST})")
    asked = parser.parse_args(arguments)
    try:
        with checked_out(asked.commit) as tree:
            before, after = collect([tree / "src", HERE / "src"], tree.parent, asked.only)
    except DiffError as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    if not after:
        print("No labelled data: nothing to compare.")
    for line in report(before, after, most=asked.most):
        print(line)
    return 0


def _ended(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _ended)
    sys.exit(main())
